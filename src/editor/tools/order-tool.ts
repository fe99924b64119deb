/** Order painting: fragments clicked in turn become an article, or their article's new order. */
import { call, findFragment, findFragments } from '../../core/index.ts';
import type { Editor } from '../editor.svelte.ts';
import { fragmentAt, type CanvasPointer } from '../scene.ts';
import type { Tool } from './tool.ts';

export class OrderTool implements Tool {
  #painted: readonly string[] = [];
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  pointer(event: CanvasPointer): void {
    const id = fragmentAt(event.hit);
    if (event.type === 'move') {
      this.#editor.session.hovered = id;
      this.#editor.session.cursor = 'crosshair';
    }
    if (event.type !== 'down') return;
    if (event.button === 2) this.finish();
    else if (id !== null) this.paint(id);
  }

  /** Takes the fragment as the next one; a second click takes it out again. */
  paint(id: string): void {
    this.#painted = this.#painted.includes(id) ? this.#painted.filter((p) => p !== id) : [...this.#painted, id];
    this.#editor.session.preview = { kind: 'order', ids: this.#painted };
    this.#editor.announce(this.#editor.say({ code: 'editor.painted', params: { n: this.#painted.length } }));
  }

  finish(): void {
    const ids = this.#painted.filter((id) => findFragment(this.#editor.edition, id));
    const first = findFragments(this.#editor.edition, ids)[0];
    this.#reset();
    if (!ids.length) return;
    const article = first?.article?.id;
    this.#editor.run(article ? call('article.add', { ids, article, after: null }) : call('article.make', { ids }));
    this.#editor.select(ids);
  }

  cancel(): boolean {
    const busy = this.#painted.length > 0;
    this.#reset();
    return busy;
  }

  #reset(): void {
    this.#painted = [];
    this.#editor.session.preview = null;
    this.#editor.session.tool = 'select';
  }
}
