/** Carrying fragments: by pointer from anywhere to anywhere, or by keyboard. Nothing is done before the drop. */
import { call, findFragment, findFragments, isPlaced, pageLayout, textOf, type Call } from '../core/index.ts';
import { columnBoxes, dropTarget, targetAt } from './drop.ts';
import type { Editor } from './editor.svelte.ts';
import type { DropTarget, LooseFragment, Point } from './scene.ts';
import { announcePlace } from './spoken.ts';

/** More than these the slip does not show. */
const SHOWN = 40;

/** What the pointer is over. */
export type Over =
  | { readonly kind: 'sheet'; readonly at: Point }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'article'; readonly article: string; readonly after: string | null | undefined }
  | { readonly kind: 'tray' }
  | { readonly kind: 'nowhere' };

interface Carried {
  readonly ids: readonly string[];
  readonly moving: ReadonlySet<string>;
  readonly span: number;
  readonly by: 'pointer' | 'keyboard';
  /** What is carried, in words: the slip under the pointer shows them. */
  readonly loose: readonly LooseFragment[];
}

export class Drag {
  #carried = $state.raw<Carried | null>(null);
  over = $state.raw<Over>({ kind: 'nowhere' });
  readonly #editor: Editor;
  /** Keyboard: the column and the place in it. */
  #column = 0;
  #position = 0;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  get ids(): readonly string[] {
    return this.#carried?.ids ?? [];
  }
  get active(): boolean {
    return this.#carried !== null;
  }
  get byKeyboard(): boolean {
    return this.#carried?.by === 'keyboard';
  }

  begin(ids: readonly string[], by: Carried['by'] = 'pointer'): void {
    const { edition } = this.#editor;
    if (!ids.length || this.#editor.readOnly) return;
    const fragments = findFragments(edition, ids);
    const spans = fragments.map((f) => (isPlaced(f) ? f.placement.span : 1));
    const loose = fragments.slice(0, SHOWN).map((f) => ({ id: f.id, text: textOf(edition, f), role: f.role }));
    this.#carried = { ids, moving: new Set(ids), span: Math.max(1, ...spans), by, loose };
    this.over = { kind: 'nowhere' };
    if (by === 'keyboard') this.#startKeyboard();
  }

  moveTo(over: Over): void {
    if (!this.#carried) return;
    this.over = over;
    const { session, layout } = this.#editor;
    if (over.kind === 'sheet' && layout)
      this.#show(over.at, dropTarget(layout, over.at, this.#carried.moving, this.#spanOf()));
    else
      session.preview = {
        kind: 'drag',
        ids: this.#carried.ids,
        at: { x: 0, y: 0 },
        drop: null,
        loose: this.#carried.loose,
      };
  }

  /** One fragment keeps its span; several land in one column, each with its own. */
  #spanOf(): number {
    return this.#carried?.ids.length === 1 ? this.#carried.span : 1;
  }

  #show(at: Point, drop: DropTarget): void {
    this.#editor.session.preview = {
      kind: 'drag',
      ids: this.#carried?.ids ?? [],
      at,
      drop,
      loose: this.#carried?.loose ?? [],
    };
  }

  /** The command that a drop here would run, or null. */
  #call(): Call | null {
    const { preview, page } = this.#editor.session;
    const ids = this.ids;
    const { over } = this;
    if (over.kind === 'sheet' && preview?.kind === 'drag' && preview.drop && page !== null)
      return call('fragment.place', { ids, page, column: preview.drop.column, after: preview.drop.after });
    if (over.kind === 'article')
      return call(
        'article.add',
        over.after === undefined ? { ids, article: over.article } : { ids, article: over.article, after: over.after },
      );
    if (over.kind === 'tray') return call('fragment.unplace', { ids });
    if (over.kind === 'page') return this.#toPage(over.page);
    return null;
  }

  #toPage(page: string): Call | null {
    const { edition } = this.#editor;
    if (!edition.pages[page]) return null;
    const layout = pageLayout(edition, page);
    const shortest = layout.columns.toSorted((a, b) => a.bottom - b.bottom)[0];
    if (!shortest) return null;
    const last = columnBoxes(layout, shortest.index, new Set(this.ids)).at(-1);
    return call('fragment.place', { ids: this.ids, page, column: shortest.id, after: last?.fragment.id ?? null });
  }

  drop(): void {
    const ids = this.ids;
    const made = this.#call();
    this.cancel();
    if (made && this.#editor.run(made).ok) {
      this.#editor.select(ids);
      announcePlace(this.#editor, ids[0]);
    }
  }

  /** Escape: nothing is undone, for nothing was done. */
  cancel(): void {
    this.#carried = null;
    this.over = { kind: 'nowhere' };
    if (this.#editor.session.preview?.kind === 'drag') this.#editor.session.preview = null;
  }

  // —— by keyboard ——

  #startKeyboard(): void {
    const { edition, session } = this.#editor;
    const first = findFragment(edition, this.ids[0] ?? '');
    const layout = this.#editor.layout;
    if (!layout || !this.#carried) return this.cancel();
    const box =
      first && isPlaced(first) && first.placement.page === session.page ? layout.byId.get(first.id) : undefined;
    this.#column = box?.column ?? 0;
    const standing = columnBoxes(layout, this.#column, this.#carried.moving);
    this.#position = box ? standing.filter((b) => b.y < box.y).length : standing.length;
    this.#showKeyboard();
  }

  move(direction: 'up' | 'down' | 'left' | 'right' | 'first' | 'last'): void {
    const layout = this.#editor.layout;
    if (!this.#carried || !layout) return;
    const count = (): number => columnBoxes(layout, this.#column, this.#carried?.moving ?? new Set()).length;
    if (direction === 'left') this.#column = Math.max(0, this.#column - 1);
    if (direction === 'right') this.#column = Math.min(layout.columns.length - 1, this.#column + 1);
    if (direction === 'up') this.#position--;
    if (direction === 'down') this.#position++;
    if (direction === 'first') this.#position = 0;
    if (direction === 'last') this.#position = count();
    this.#position = Math.max(0, Math.min(this.#position, count()));
    this.#showKeyboard();
  }

  turnPage(page: string): void {
    this.#editor.session.page = page;
    this.#column = 0;
    this.#position = 0;
    if (this.byKeyboard) this.#showKeyboard();
  }

  #showKeyboard(): void {
    const layout = this.#editor.layout;
    if (!this.#carried || !layout) return;
    const drop = targetAt(layout, this.#column, this.#position, this.#carried.moving, this.#spanOf());
    this.over = { kind: 'sheet', at: drop.line };
    this.#show(drop.line, drop);
    const of = columnBoxes(layout, this.#column, this.#carried.moving).length + 1;
    this.#editor.announce(
      this.#editor.say({
        code: 'editor.drop-here',
        params: { column: this.#column + 1, position: this.#position + 1, of },
      }),
    );
  }
}
