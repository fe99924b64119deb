import {
  articlesOf,
  call,
  findFragments,
  isJumpLine,
  readingOrder,
  type Call,
  type Edition,
} from '../../core/index.ts';
import { askNumber, canNumber } from '../numbering.ts';
import { articleInHand } from '../scene.svelte.ts';
import { inReadingOrder, readAfter } from '../selection.ts';
import { followJump } from '../tools/select-tool.ts';
import { commanding, isOpen, someSelected, type Action, type Context } from './action.ts';

const inHand = ({ editor }: Context): string | null => articleInHand(editor);
const noArticle = { code: 'refuse.in-no-article' } as const;

/** They are read where they stand among the article's own. */
export function joining(edition: Edition, ids: readonly string[], article: string): Call {
  const after = readAfter(edition, article, ids);
  const joined = { ids: inReadingOrder(edition, ids), article };
  return call('article.add', after === undefined ? joined : { ...joined, after });
}

/** One place earlier or later in the reading order of its article. */
const reorder = (by: 1 | -1): Pick<Action, 'check' | 'run'> =>
  commanding(({ editor }) => {
    const { current } = editor;
    if (!current?.article) return noArticle;
    const members = readingOrder(editor.edition, current.article.id);
    const at = members.findIndex((f) => f.id === current.id);
    const to = at + by;
    if (to < 0 || to >= members.length) return { code: 'refuse.at-the-end' };
    const after = by > 0 ? members[to] : members[to - 1];
    return call('article.add', { ids: [current.id], article: current.article.id, after: after?.id ?? null });
  });

const moveInOutline = (by: 1 | -1): Pick<Action, 'check' | 'run'> =>
  commanding((context) => {
    const article = inHand(context);
    if (article === null) return noArticle;
    const all = articlesOf(context.editor.edition);
    const at = all.findIndex((a) => a.id === article);
    const to = at + by;
    if (to < 0 || to >= all.length) return { code: 'refuse.at-the-end' };
    const after = by > 0 ? all[to] : all[to - 1];
    return call('article.move', { article, after: after?.id ?? null });
  });

export const articleActions: readonly Action[] = [
  {
    id: 'make-article',
    en: 'Make an article of the selection',
    zh: '用选中的片段组成一篇',
    group: 'article',
    keys: ['g'],
    ...commanding(({ editor }) => call('article.make', { ids: inReadingOrder(editor.edition, editor.selected) })),
  },
  {
    id: 'add-to-article',
    en: 'Add the selection to the article in it',
    zh: '把选中的片段并入其中的稿件',
    group: 'article',
    keys: ['Shift+g'],
    ...commanding(({ editor }) => {
      const fragments = findFragments(editor.edition, editor.selected);
      const article = fragments.find((f) => f.article)?.article?.id;
      const loose = fragments.filter((f) => !f.article).map((f) => f.id);
      if (!article) return noArticle;
      return joining(editor.edition, loose, article);
    }),
  },
  {
    id: 'to-article',
    en: 'Give to another article…',
    zh: '归入其他稿件…',
    group: 'article',
    keys: ['d'],
    check(context) {
      const some = someSelected(context);
      return some === true ? context.editor.check(call('article.make', { ids: context.editor.selected })) : some;
    },
    run({ editor }) {
      editor.session.dialog = 'reassign';
    },
  },
  {
    id: 'take-out',
    en: 'Take out of the article',
    zh: '移出稿件',
    group: 'article',
    keys: ['u'],
    ...commanding(({ editor }) => call('article.take-out', { ids: editor.selected })),
  },
  {
    id: 'merge-articles',
    en: 'Merge the selected articles',
    zh: '合并选中的稿件',
    group: 'article',
    keys: ['Shift+m'],
    ...commanding(({ editor }) => {
      const ids = findFragments(editor.edition, editor.selected)
        .map((f) => f.article?.id)
        .filter((id) => id !== undefined);
      return call('article.merge', { articles: [...new Set(ids)] });
    }),
  },
  {
    id: 'split-article',
    en: 'Begin a new article here',
    zh: '从这里另起一篇',
    group: 'article',
    keys: ['Shift+s'],
    ...commanding(({ editor }) =>
      editor.current ? call('article.split', { at: editor.current.id }) : { code: 'refuse.select-one' },
    ),
  },
  {
    id: 'dissolve',
    en: 'Dissolve the article',
    zh: '解散稿件',
    group: 'article',
    keys: ['Shift+u'],
    ...commanding((context) => {
      const article = inHand(context);
      return article === null ? noArticle : call('article.dissolve', { article });
    }),
  },
  { id: 'earlier', en: 'Read it earlier', zh: '阅读顺序提前', group: 'article', keys: [','], ...reorder(-1) },
  { id: 'later', en: 'Read it later', zh: '阅读顺序推后', group: 'article', keys: ['.'], ...reorder(1) },
  {
    id: 'article-up',
    en: 'Article up in the outline',
    zh: '稿件上移',
    group: 'article',
    keys: ['Shift+Alt+ArrowUp'],
    ...moveInOutline(-1),
  },
  {
    id: 'article-down',
    en: 'Article down in the outline',
    zh: '稿件下移',
    group: 'article',
    keys: ['Shift+Alt+ArrowDown'],
    ...moveInOutline(1),
  },
  {
    id: 'renumber',
    en: 'Give the article another number…',
    zh: '给稿件换序号…',
    group: 'article',
    keys: ['Shift+o'],
    check: ({ editor }) => canNumber(editor, articleInHand(editor)),
    run: ({ editor }) => askNumber(editor, articleInHand(editor)),
  },
  {
    id: 'paint-order',
    en: 'Paint the reading order by clicking',
    zh: '依次点击排定阅读顺序',
    group: 'article',
    keys: ['$mod+r', 'o'],
    check: isOpen,
    run({ editor }) {
      editor.session.tool = editor.session.tool === 'order' ? 'select' : 'order';
    },
  },
  {
    id: 'follow-jump',
    en: 'Go to the other end of the jump',
    zh: '跳到转接的另一端',
    group: 'continuation',
    keys: ['x'],
    check: ({ editor }) => (editor.current ? true : { code: 'refuse.select-one' }),
    run({ editor }) {
      if (editor.current) followJump(editor, editor.current.id);
    },
  },
  {
    id: 'link',
    en: 'Link the jump line to an article…',
    zh: '把转接行连到稿件…',
    group: 'continuation',
    keys: ['k'],
    check: ({ editor }) => {
      const { current } = editor;
      if (!current || !isJumpLine(current)) return { code: 'refuse.not-a-jump-line' };
      return current.article ? true : { code: 'refuse.jump-in-no-article' };
    },
    run({ editor }) {
      editor.session.dialog = 'link';
    },
  },
  {
    id: 'unlink',
    en: 'Unlink the jump line',
    zh: '断开转接',
    group: 'continuation',
    keys: ['Shift+k'],
    ...commanding(({ editor }) =>
      editor.current ? call('continuation.unlink', { id: editor.current.id }) : { code: 'refuse.select-one' },
    ),
  },
];
