/** What the canvas is a function of. The editor derives it; the canvas paints it and sends pointer events back. */
import type { Level, PageLayout, RoleId } from '../core/index.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** screen = page × zoom + (x, y), in CSS pixels. */
export interface Camera extends Point {
  readonly zoom: number;
}

/** Where dragged fragments would land: under `after` (null: on top) in `column`; the line is drawn at `y` over the span. */
export interface DropTarget {
  readonly page: string;
  readonly column: string;
  readonly after: string | null;
  readonly span: number;
  readonly line: { readonly x: number; readonly y: number; readonly width: number };
}

/** A fragment that is carried and does not stand on this page: what its slip and its place show. */
export interface LooseFragment {
  readonly id: string;
  readonly text: string;
  readonly role: RoleId;
}

/** What a tool shows while it is at work. The document is not touched by it. */
export type Preview =
  | {
      readonly kind: 'drag';
      readonly ids: readonly string[];
      readonly at: Point;
      readonly drop: DropTarget | null;
      readonly loose?: readonly LooseFragment[];
    }
  | { readonly kind: 'band'; readonly rect: Rect }
  | { readonly kind: 'span'; readonly id: string; readonly rect: Rect; readonly span: number }
  | { readonly kind: 'gutter'; readonly x: number }
  | { readonly kind: 'order'; readonly ids: readonly string[] };

/** How an article is told apart: its number and its hue (an index into the palette of the theme). */
export interface ArticleMark {
  readonly number: number;
  readonly hue: number;
  readonly title: string;
}

/** What speaks for the suggestion in hand, by fragment; `words`: stretches of its text as it reads. */
export interface ShownEvidence {
  readonly own: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, readonly (readonly [start: number, end: number])[]>;
}

export interface Scene {
  readonly layout: PageLayout;
  readonly camera: Camera;
  readonly selection: ReadonlySet<string>;
  readonly hovered: string | null;
  readonly articles: ReadonlyMap<string, ArticleMark>;
  /** The fragments of the article in hand on this page, in reading order: the numbered flow line. */
  readonly flow: { readonly article: string; readonly ids: readonly string[] } | null;
  readonly preview: Preview | null;
  /** The fragment that is edited in the DOM: left out of the picture. */
  readonly editing: string | null;
  /** Continuation badges by fragment: "→ 2版 pending". */
  readonly badges: ReadonlyMap<string, { readonly text: string; readonly pending: boolean }>;
  /** Fragments that stand there by a suggestion alone. */
  readonly ghosts: ReadonlySet<string>;
  /** What stands otherwise in the version that is compared: fragment and words for it. */
  readonly differs: ReadonlyMap<string, string>;
  /** Ghosts of which the engine is not sure. */
  readonly doubts: ReadonlySet<string>;
  readonly evidence: ShownEvidence | null;
  /** What the checks say of fragments, the worst of each. */
  readonly findings: ReadonlyMap<string, Level>;
  /** The passage that the finding in hand speaks of. */
  readonly passage: {
    readonly id: string;
    readonly at: readonly [start: number, end: number];
    readonly level: Level;
  } | null;
  readonly theme: 'light' | 'dark';
}

/** What lies under the pointer on the sheet. */
export type Hit =
  | { readonly kind: 'fragment'; readonly id: string }
  /** The left or right edge of the one selected fragment: drags its span. */
  | { readonly kind: 'edge'; readonly id: string; readonly side: 'left' | 'right' }
  | { readonly kind: 'gutter'; readonly column: string }
  | { readonly kind: 'badge'; readonly id: string }
  /** An article's number, and the fragment that it stands on. */
  | { readonly kind: 'number'; readonly article: string; readonly id: string }
  | { readonly kind: 'sheet' }
  | { readonly kind: 'desk' };

/** The fragment that lies there, under its article's number or not. */
export const fragmentAt = (hit: Hit): string | null =>
  hit.kind === 'fragment' || hit.kind === 'number' ? hit.id : null;

export interface CanvasPointer {
  readonly type: 'down' | 'move' | 'up' | 'cancel' | 'double';
  /** In page units, and in CSS pixels of the canvas. */
  readonly page: Point;
  readonly screen: Point;
  readonly hit: Hit;
  readonly button: number;
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
  readonly alt: boolean;
}
