/** Select, drag, rubber band, widen, move gutters, pan. */
import { articleNumbers, call, continuations, findFragment, isPlaced } from '../../core/index.ts';
import { columnAt } from '../drop.ts';
import type { Editor } from '../editor.svelte.ts';
import { askNumber } from '../numbering.ts';
import { fragmentAt, type CanvasPointer, type Hit, type Point, type Rect } from '../scene.ts';
import { inDocumentOrder, range } from '../selection.ts';
import type { Tool } from './tool.ts';

type State =
  | { readonly at: 'rest' }
  | { readonly at: 'pressed'; readonly from: CanvasPointer }
  | { readonly at: 'dragging' }
  | { readonly at: 'banding'; readonly from: Point; readonly keep: ReadonlySet<string> }
  | { readonly at: 'spanning'; readonly hit: Extract<Hit, { kind: 'edge' }> }
  | { readonly at: 'gutter'; readonly column: string }
  | { readonly at: 'panning'; readonly last: Point };

/** CSS pixels that a press may wander before it is a drag. */
const SLACK = 4;
const REST: State = { at: 'rest' };

export class SelectTool implements Tool {
  #state: State = REST;
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  pointer(given: CanvasPointer): void {
    const event = this.#plain(given);
    if (event.type === 'double') return this.#double(event);
    if (event.type === 'cancel') return void this.cancel();
    if (event.type === 'down') return this.#down(event);
    if (event.type === 'up') return this.#up(event);
    this.#move(event);
  }

  /** With a key held a number is the fragment that it stands on, and so is that of an article which is only suggested. */
  #plain(event: CanvasPointer): CanvasPointer {
    const { hit } = event;
    if (hit.kind !== 'number') return event;
    if (!event.mod && !event.shift && articleNumbers(this.#editor.edition).has(hit.article)) return event;
    return { ...event, hit: { kind: 'fragment', id: hit.id } };
  }

  cancel(): boolean {
    const busy = this.#state.at !== 'rest';
    this.#state = REST;
    this.#editor.session.preview = null;
    if (this.#editor.drag.active) this.#editor.drag.cancel();
    return busy;
  }

  #down(event: CanvasPointer): void {
    const { session } = this.#editor;
    if (event.button === 1) {
      this.#state = { at: 'panning', last: event.screen };
      return;
    }
    if (event.button !== 0) return;
    const { hit } = event;
    if (hit.kind === 'edge') this.#state = { at: 'spanning', hit };
    else if (hit.kind === 'gutter') this.#state = { at: 'gutter', column: hit.column };
    else this.#state = { at: 'pressed', from: event };
    if (hit.kind !== 'fragment') return;
    if (event.mod) this.#toggle(hit.id);
    else if (event.shift && session.anchor) this.#extend(hit.id);
    else if (!session.selection.has(hit.id)) this.#editor.select([hit.id]);
  }

  #toggle(id: string): void {
    const { session } = this.#editor;
    const next = new Set(session.selection);
    if (!next.delete(id)) next.add(id);
    session.selection = next;
    session.focus = session.anchor = next.has(id) ? id : ([...next].at(-1) ?? null);
  }

  #extend(id: string): void {
    const { session, edition } = this.#editor;
    session.selection = new Set([...session.selection, ...range(edition, session.anchor ?? id, id)]);
    session.focus = id;
  }

  #move(event: CanvasPointer): void {
    const { session } = this.#editor;
    const state = this.#state;
    if (state.at === 'rest') {
      session.hovered = fragmentAt(event.hit);
      session.pointer = event.page;
      session.cursor = cursorOf(event.hit);
    } else if (state.at === 'pressed') this.#begin(state.from, event);
    else if (state.at === 'banding') this.#band(state.from, state.keep, event.page);
    else if (state.at === 'spanning') this.#span(state.hit, event.page);
    else if (state.at === 'gutter') session.preview = { kind: 'gutter', x: event.page.x };
    else if (state.at === 'panning') this.#pan(state.last, event.screen);
  }

  #begin(from: CanvasPointer, event: CanvasPointer): void {
    if (Math.hypot(event.screen.x - from.screen.x, event.screen.y - from.screen.y) < SLACK) return;
    const id = fragmentAt(from.hit);
    if (id !== null) {
      if (from.hit.kind === 'number' && !this.#editor.session.selection.has(id)) this.#editor.select([id]);
      if (!this.#editor.session.selection.has(id)) return;
      this.#state = { at: 'dragging' };
      this.#editor.drag.begin(this.#editor.selected);
      return;
    }
    this.#state = {
      at: 'banding',
      from: from.page,
      keep: from.mod || from.shift ? this.#editor.session.selection : new Set(),
    };
  }

  #band(from: Point, keep: ReadonlySet<string>, to: Point): void {
    const rect = between(from, to);
    const { session, layout, edition } = this.#editor;
    session.preview = { kind: 'band', rect };
    const touched = (layout?.boxes ?? []).filter(
      (b) =>
        b.x < rect.x + rect.width && b.x + b.width > rect.x && b.y < rect.y + rect.height && b.y + b.height > rect.y,
    );
    const ids = touched.map((b) => b.fragment.id);
    if (ids.length + keep.size !== session.selection.size || ids.some((id) => !session.selection.has(id)))
      session.selection = new Set(inDocumentOrder(edition, [...keep, ...ids]));
    session.focus = ids.at(-1) ?? session.focus;
    session.anchor = ids[0] ?? session.anchor;
  }

  #span(hit: Extract<Hit, { kind: 'edge' }>, to: Point): void {
    const box = this.#editor.layout?.byId.get(hit.id);
    const target = this.#spanTarget(hit, to);
    if (!box || !target) return;
    const columns = this.#editor.layout?.columns ?? [];
    const first = columns[target.first];
    const last = columns[target.first + target.span - 1];
    if (!first || !last) return;
    this.#editor.session.preview = {
      kind: 'span',
      id: hit.id,
      span: target.span,
      rect: { x: first.x, y: box.y, width: last.x + last.width - first.x, height: box.height },
    };
  }

  #spanTarget(hit: Extract<Hit, { kind: 'edge' }>, to: Point): { first: number; span: number } | null {
    const layout = this.#editor.layout;
    const box = layout?.byId.get(hit.id);
    if (!layout || !box) return null;
    const at = columnAt(layout, to.x);
    const last = box.column + box.span - 1;
    if (hit.side === 'right') return { first: box.column, span: Math.max(1, at - box.column + 1) };
    const first = Math.min(at, last);
    return { first, span: last - first + 1 };
  }

  #pan(last: Point, screen: Point): void {
    const { camera } = this.#editor;
    this.#editor.setCamera({ ...camera, x: camera.x + screen.x - last.x, y: camera.y + screen.y - last.y });
    this.#state = { at: 'panning', last: screen };
  }

  #up(event: CanvasPointer): void {
    const { session, layout } = this.#editor;
    const state = this.#state;
    this.#state = REST;
    if (state.at === 'pressed') this.#click(state.from);
    else if (state.at === 'spanning' && layout) {
      const target = this.#spanTarget(state.hit, event.page);
      const column = target && layout.columns[target.first]?.id;
      if (target && column) this.#editor.run(call('fragment.span', { ids: [state.hit.id], span: target.span, column }));
    } else if (state.at === 'gutter' && layout)
      this.#editor.run(call('column.resize', { page: layout.page.id, column: state.column, right: event.page.x }));
    // A drag is ended by whoever sees the whole window, wherever it was begun: its preview is not ours to take away.
    if (!this.#editor.drag.active) session.preview = null;
  }

  #click(from: CanvasPointer): void {
    const { hit } = from;
    if (hit.kind === 'badge') followJump(this.#editor, hit.id);
    else if (hit.kind === 'number') this.#number(hit);
    else if (hit.kind === 'fragment') {
      if (!from.mod && !from.shift) this.#editor.select([hit.id]);
    } else if (!from.mod && !from.shift) this.#editor.select([]);
  }

  /** Its article comes to hand, if it is not there. */
  #number({ article, id }: Extract<Hit, { kind: 'number' }>): void {
    if (this.#editor.current?.article?.id !== article) this.#editor.select([id]);
    askNumber(this.#editor, article);
  }

  #double(event: CanvasPointer): void {
    if (event.hit.kind === 'fragment' && !this.#editor.readOnly)
      this.#editor.session.editing = { id: event.hit.id, caret: 'end' };
  }
}

function cursorOf(hit: Hit): string {
  if (hit.kind === 'edge') return 'ew-resize';
  if (hit.kind === 'gutter') return 'col-resize';
  return hit.kind === 'badge' || hit.kind === 'number' ? 'pointer' : 'default';
}

const between = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** From one end of a continuation to the other. Answers false where there is no other end. */
export function followJump(editor: Editor, id: string): boolean {
  const fragment = findFragment(editor.edition, id);
  if (!fragment) return false;
  const link = continuations(editor.edition).find((c) => c.fromFragmentId === id || c.toFragmentId === id);
  const other = link && (link.fromFragmentId === id ? link.toFragmentId : link.fromFragmentId);
  const target = other ? findFragment(editor.edition, other) : undefined;
  if (!target || !isPlaced(target)) {
    editor.refuse({ code: 'refuse.no-other-end' });
    return false;
  }
  editor.show(target.id);
  return true;
}
