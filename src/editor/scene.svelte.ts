/** The scene that the canvas paints, derived from the editor. */
import { continuationsOf, findFragment, fragmentsOnPage, isJumpLine, pageLayout, readingOrder } from '../core/index.ts';
import { marksOnPage } from './article-marks.ts';
import type { Editor } from './editor.svelte.ts';
import type { Scene } from './scene.ts';

/** The article in hand: that of the focused fragment. */
export function articleInHand(editor: Editor): string | null {
  return editor.current?.article?.id ?? null;
}

function flowOf(editor: Editor): Scene['flow'] {
  const article = articleInHand(editor);
  if (article === null) return null;
  const here = readingOrder(editor.edition, article).filter(
    (f) => f.placement.at === 'page' && f.placement.page === editor.session.page,
  );
  return { article, ids: here.map((f) => f.id) };
}

/** Where the jump lines of the page in view lead. */
function badgesOf(editor: Editor): Scene['badges'] {
  const badges = new Map<string, { text: string; pending: boolean }>();
  const { page } = editor.session;
  const articles = new Set(
    (page === null ? [] : fragmentsOnPage(editor.edition, page)).filter(isJumpLine).flatMap((f) => f.article?.id ?? []),
  );
  for (const c of [...articles].flatMap((id) => continuationsOf(editor.edition, id))) {
    const pending = c.status === 'pending' || c.status === 'number-lost';
    const end = (id: string | null, code: string, page: string): void => {
      const fragment = id === null ? undefined : findFragment(editor.edition, id);
      if (!fragment || !isJumpLine(fragment)) return;
      badges.set(fragment.id, {
        text: editor.say({ code: `${code}-${page ? c.status : 'number-lost'}`, params: { page } }),
        pending,
      });
    };
    end(c.fromFragmentId, 'badge.to', c.toPage);
    end(c.toFragmentId, 'badge.from', c.fromPage);
  }
  return badges;
}

const NO_GHOSTS: ReadonlySet<string> = new Set();
const SAME: ReadonlyMap<string, string> = new Map();

function differsOf(editor: Editor): ReadonlyMap<string, string> {
  const { marks } = editor.comparison;
  if (!marks.size) return SAME;
  return new Map(
    [...marks].map(([id, kinds]) => [id, kinds.map((kind) => editor.say({ code: `compare.${kind}` })).join(' · ')]),
  );
}

/** The parts of the scene, each derived by itself: what did not change stays the same object, and is not painted again. */
export class SceneOf {
  readonly #editor: Editor;
  readonly #ghost = $derived.by(() => this.#editor.comparison.shown ?? this.#editor.suggestions.ghost);
  readonly #differs = $derived.by(() => differsOf(this.#editor));
  readonly #layout = $derived.by(() => {
    const { page } = this.#editor.session;
    return this.#ghost && page !== null ? pageLayout(this.#ghost.edition, page) : this.#editor.layout;
  });
  readonly #badges = $derived.by(() => badgesOf(this.#editor));
  readonly #flow = $derived.by(() => flowOf(this.#editor));
  readonly #articles = $derived.by(() =>
    marksOnPage(this.#ghost?.edition ?? this.#editor.edition, this.#editor.session.page),
  );

  readonly #findings = $derived.by(() => this.#editor.findings.onSheet);
  readonly #passage = $derived.by((): Scene['passage'] => {
    const { inHand } = this.#editor.findings;
    if (!inHand?.at || inHand.fragmentId === undefined || this.#editor.session.rightTab !== 'findings') return null;
    return { id: inHand.fragmentId, at: inHand.at, level: inHand.level };
  });

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Null while there is no page. */
  get current(): Scene | null {
    const layout = this.#layout;
    if (!layout) return null;
    const { session, preferences, camera } = this.#editor;
    return {
      layout,
      camera,
      selection: session.selection,
      hovered: session.hovered,
      articles: this.#articles,
      flow: this.#flow,
      preview: session.preview,
      editing: session.editing?.id ?? null,
      badges: this.#badges,
      ghosts: this.#editor.comparison.shown ? NO_GHOSTS : (this.#ghost?.ids ?? NO_GHOSTS),
      differs: this.#differs,
      doubts: this.#editor.suggestions.doubts,
      evidence: this.#editor.suggestions.shown,
      findings: this.#findings,
      passage: this.#passage,
      theme: preferences.dark ? 'dark' : 'light',
    };
  }
}
