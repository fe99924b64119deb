/** What the editor is looking at and doing: never saved with the edition, never undone. */
import type { EncodingChoice, Message, Replacement } from '../core/index.ts';
import type { Camera, Preview } from './scene.ts';
import type { Size } from './camera.ts';

export type Mode = 'build' | 'review' | 'read';
export type ToolId = 'select' | 'order';
export type LeftTab = 'tray' | 'source' | 'discarded';
export type RightTab = 'articles' | 'suggestions' | 'continuations' | 'findings' | 'history';
export type Dialog =
  | 'palette'
  | 'keys'
  | 'roles'
  | 'discard'
  | 'flow'
  | 'link'
  | 'number'
  | 'page'
  | 'edition'
  | 'paste'
  | 'sample'
  | 'mute'
  | 'checks'
  | 'bridge'
  | 'compare'
  | 'replace-source'
  | 'import-report'
  | 'export'
  | null;

export type ReviewDialog = 'decide' | 'reassign' | 'report';

/** Text that is edited in the DOM. `caret`: at the start, the end, everything selected, or a passage of it. */
export interface Editing {
  readonly id: string;
  readonly caret: 'start' | 'end' | 'all' | readonly [start: number, end: number];
}

/** A refusal, a warning or a piece of news; errors stay until they are closed. */
export interface Notice {
  readonly kind: 'news' | 'refusal' | 'error';
  readonly text: string;
  readonly key: number;
  /** There is more to read than fits: the report of the last import. */
  readonly more?: boolean;
}

/** Files that are being read. */
export interface Importing {
  readonly doing: 'reading' | 'cutting';
  /** The file that is being read; empty before the first. */
  readonly file: string;
  readonly files: number;
  /** More that were dropped since. */
  readonly waiting: number;
  readonly done: number;
  readonly total: number;
  /** It takes long enough to be shown. */
  readonly visible: boolean;
  /** The file whose encoding the user is asked for. */
  readonly asked: { readonly file: string; readonly choice: EncodingChoice } | null;
}

/** What came of the last import, and what did not. */
export interface ImportReport {
  readonly pages: number;
  readonly characters: number;
  readonly fragments: number;
  readonly pictures: number;
  readonly failures: readonly Message[];
  /** Files of a kind that is not read. */
  readonly skipped: readonly string[];
  /** What is to be known of those that were read. */
  readonly notes: readonly Message[];
}

/** Another reading of a page that may take the place of its source. */
export interface Replacing {
  /** Name of the source that would go. */
  readonly was: string;
  readonly replacement: Replacement;
}

export class Session {
  #mode = $state<Mode>('build');
  /** Where reading was begun, and goes back to. */
  readFrom = $state<Exclude<Mode, 'read'>>('build');
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
  dialog = $state<Dialog | ReviewDialog>(null);
  leftTab = $state<LeftTab>('tray');
  rightTab = $state<RightTab>('articles');
  /** Read aloud by assistive technology. */
  announcement = $state('');
  notice = $state.raw<Notice | null>(null);
  /** The picture of the page is looked at by itself. */
  peek = $state(false);
  importing = $state.raw<Importing | null>(null);
  report = $state.raw<ImportReport | null>(null);
  replacing = $state.raw<Replacing | null>(null);
  /** How often pictures of pages were added: who shows one looks again. */
  picturesKept = $state(0);
  /** Where the pointer is on the sheet, in page units; null when it is elsewhere. */
  pointer = $state.raw<{ readonly x: number; readonly y: number } | null>(null);
  cursor = $state('default');

  get mode(): Mode {
    return this.#mode;
  }
  set mode(mode: Mode) {
    if (mode === 'read' && this.#mode !== 'read') this.readFrom = this.#mode;
    this.#mode = mode;
  }

  /** Another edition is looked at, from its first page on. */
  begin(page: string | null): void {
    this.cameras = {};
    this.selection = new Set();
    this.anchor = this.focus = this.hovered = null;
    this.preview = this.editing = null;
    this.mode = 'build';
    this.tool = 'select';
    this.page = page;
  }
}
