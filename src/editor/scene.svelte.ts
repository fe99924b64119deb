/** The scene that the canvas paints, derived from the editor. */
import {
  articleNumbers,
  articleTitle,
  continuations,
  findFragment,
  readingOrder,
  remember,
  type Edition,
} from '../core/index.ts';
import type { Editor } from './editor.svelte.ts';
import type { ArticleMark, Scene } from './scene.ts';

/** An article keeps its hue whatever its number becomes. */
export const hueOf = (articleId: string): number => (Number(articleId.replace(/\D+/gu, '')) || 1) - 1;

export const articleMarks = remember(
  (edition: Edition): ReadonlyMap<string, ArticleMark> =>
    new Map([...articleNumbers(edition)].map(([id, number]) => [id, { number, hue: hueOf(id), title: articleTitle(edition, id) }])),
);

const EMPTY_FLOW = null;

/** The article in hand: that of the focused fragment. */
export function articleInHand(editor: Editor): string | null {
  return editor.current?.article?.id ?? null;
}

function flowOf(editor: Editor): Scene['flow'] {
  const article = articleInHand(editor);
  if (article === null) return EMPTY_FLOW;
  const here = readingOrder(editor.edition, article).filter((f) => f.placement.at === 'page' && f.placement.page === editor.session.page);
  return { article, ids: here.map((f) => f.id) };
}

export function badgesOf(editor: Editor): Scene['badges'] {
  const badges = new Map<string, { text: string; pending: boolean }>();
  for (const c of continuations(editor.edition)) {
    const pending = c.status === 'pending' || c.status === 'number-lost';
    const end = (id: string | null, code: string, page: string): void => {
      const fragment = id === null ? undefined : findFragment(editor.edition, id);
      if (!fragment || (fragment.role !== 'jump-to' && fragment.role !== 'jump-from')) return;
      badges.set(fragment.id, { text: editor.say({ code: `${code}-${page ? c.status : 'number-lost'}`, params: { page } }), pending });
    };
    end(c.fromFragmentId, 'badge.to', c.toPage);
    end(c.toFragmentId, 'badge.from', c.fromPage);
  }
  return badges;
}

/** Call inside `$derived`. Null while there is no page. */
export function sceneOf(editor: Editor): Scene | null {
  const { session, layout } = editor;
  if (!layout) return null;
  return {
    layout,
    camera: editor.camera,
    selection: session.selection,
    hovered: session.hovered,
    articles: articleMarks(editor.edition),
    flow: flowOf(editor),
    preview: session.preview,
    editing: session.editing?.id ?? null,
    badges: badgesOf(editor),
    theme: editor.preferences.dark ? 'dark' : 'light',
  };
}
