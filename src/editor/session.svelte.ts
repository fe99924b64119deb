/** What the editor is looking at and doing: never saved with the edition, never undone. */
import type { Camera, Preview } from './scene.ts';
import type { Size } from './camera.ts';

export type Mode = 'build' | 'read';
export type ToolId = 'select' | 'order';
export type LeftTab = 'tray' | 'source' | 'discarded';
export type RightTab = 'articles' | 'suggestions' | 'continuations' | 'history';
export type Dialog =
  | 'palette'
  | 'keys'
  | 'roles'
  | 'discard'
  | 'flow'
  | 'link'
  | 'page'
  | 'edition'
  | 'paste'
  | 'sample'
  | 'bridge'
  | null;

/** Text that is edited in the DOM. `caret`: at the start, the end, or everything selected. */
export interface Editing {
  readonly id: string;
  readonly caret: 'start' | 'end' | 'all';
}

/** A refusal, a warning or a piece of news; errors stay until they are closed. */
export interface Notice {
  readonly kind: 'news' | 'refusal' | 'error';
  readonly text: string;
  readonly key: number;
}

export class Session {
  mode = $state<Mode>('build');
  tool = $state<ToolId>('select');
  page = $state<string | null>(null);
  /** A camera for each page, so that going back shows what was seen. */
  cameras = $state.raw<Readonly<Record<string, Camera>>>({});
  view = $state.raw<Size>({ width: 800, height: 600 });
  selection = $state.raw<ReadonlySet<string>>(new Set());
  /** Where a range begins, and where the keyboard stands. */
  anchor = $state<string | null>(null);
  focus = $state<string | null>(null);
  hovered = $state<string | null>(null);
  preview = $state.raw<Preview | null>(null);
  editing = $state.raw<Editing | null>(null);
  dialog = $state<Dialog>(null);
  leftTab = $state<LeftTab>('tray');
  rightTab = $state<RightTab>('articles');
  leftOpen = $state(true);
  rightOpen = $state(true);
  /** Read aloud by assistive technology. */
  announcement = $state('');
  notice = $state.raw<Notice | null>(null);
  /** Where the pointer is on the sheet, in page units; null when it is elsewhere. */
  pointer = $state.raw<{ readonly x: number; readonly y: number } | null>(null);
  cursor = $state('default');
}
