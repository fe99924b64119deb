import { call, type Border, type Message, type MoveUnit, type Subject } from '../../core/index.ts';
import { articleInHand } from '../scene.svelte.ts';
import type { Calls } from '../../core/index.ts';
import { isOpen, type Action, type Context } from './action.ts';

const atBoundary = ({ editor }: Context): true | Message => {
  if (!editor.isOpen) return { code: 'refuse.no-edition' };
  return editor.session.mode === 'review' && editor.review.current ? true : { code: 'refuse.no-boundary' };
};

/** Asked and run the same way: what cannot be done greys the button with the sentence that says why. */
const editing = (make: (context: Context) => Calls | Message, label: Message): Pick<Action, 'check' | 'run'> => ({
  check(context) {
    const here = atBoundary(context);
    if (here !== true) return here;
    const { editor } = context;
    const made = make(context);
    if ('code' in made) return made;
    const [first] = made;
    return first === undefined || typeof first === 'function' ? true : editor.check(first);
  },
  run: (context) => context.editor.review.do(make(context), label),
});

const border = (to: Border, unit: MoveUnit): Pick<Action, 'check' | 'run'> =>
  editing(({ editor }) => editor.review.moving(to, unit), { code: 'command.boundary-move' });

const walking = (run: (context: Context) => void): Pick<Action, 'check' | 'run'> => ({ check: atBoundary, run });

/** The article that is looked at: that of the side in hand, or of the fragment that is selected. */
function article({ editor }: Context): Subject | null {
  const id = editor.session.mode === 'review' ? editor.review.article : articleInHand(editor);
  return id === null ? null : { kind: 'article', id };
}

function page({ editor }: Context): Subject | null {
  const id = editor.session.mode === 'review' ? editor.review.page : editor.session.page;
  return id === null ? null : { kind: 'page', id };
}

type What = 'approved' | 'rejected' | 'open' | 'note';

const deciding = (
  what: What,
  subjectOf: (context: Context) => Subject | null,
  none: Message,
): Pick<Action, 'check' | 'run'> => ({
  check(context) {
    const { editor } = context;
    if (!editor.isOpen) return { code: 'refuse.no-edition' };
    const on = subjectOf(context);
    if (!on) return none;
    if (what === 'approved') return editor.review.decisions.mayApprove(on);
    if (what === 'note') return editor.check(call('review.note', { on, note: null }));
    return editor.check(
      on.kind === 'article'
        ? call('article.review', { article: on.id, state: what })
        : call('page.review', { page: on.id, state: what }),
    );
  },
  run(context) {
    const on = subjectOf(context);
    if (on) context.editor.review.decisions.decide(what, on);
  },
});

const noArticle = { code: 'refuse.in-no-article' } as const;
const noPage = { code: 'refuse.no-page' } as const;

export const reviewActions: readonly Action[] = [
  {
    id: 'review',
    en: 'Review the boundaries, or back',
    zh: '审看边界，或返回',
    group: 'review',
    keys: ['F9'],
    check: isOpen,
    run({ editor }) {
      editor.session.mode = editor.session.mode === 'review' ? 'build' : 'review';
      if (editor.session.mode === 'review') editor.review.enter();
    },
  },
  {
    id: 'boundary-right',
    en: 'This boundary is right: next',
    zh: '边界无误，下一处',
    group: 'review',
    keys: ['Enter', 'y'],
    where: 'review',
    ...walking(({ editor }) => editor.review.right()),
  },
  {
    id: 'boundary-next',
    en: 'Next boundary',
    zh: '下一处边界',
    group: 'review',
    keys: ['ArrowRight', 'j'],
    where: 'review',
    ...walking(({ editor }) => editor.review.step(1)),
  },
  {
    id: 'boundary-previous',
    en: 'Previous boundary',
    zh: '上一处边界',
    group: 'review',
    keys: ['ArrowLeft', 'k'],
    where: 'review',
    ...walking(({ editor }) => editor.review.step(-1)),
  },
  {
    id: 'border-up',
    en: 'Border up by a fragment',
    zh: '边界上移一个片段',
    group: 'review',
    keys: ['ArrowUp'],
    where: 'review',
    ...border('up', 'fragment'),
  },
  {
    id: 'border-down',
    en: 'Border down by a fragment',
    zh: '边界下移一个片段',
    group: 'review',
    keys: ['ArrowDown'],
    where: 'review',
    ...border('down', 'fragment'),
  },
  {
    id: 'border-up-sentence',
    en: 'Border up by a sentence',
    zh: '边界上移一句',
    group: 'review',
    keys: ['Shift+ArrowUp'],
    where: 'review',
    ...border('up', 'sentence'),
  },
  {
    id: 'border-down-sentence',
    en: 'Border down by a sentence',
    zh: '边界下移一句',
    group: 'review',
    keys: ['Shift+ArrowDown'],
    where: 'review',
    ...border('down', 'sentence'),
  },
  {
    id: 'boundary-split',
    en: 'Begin an article here',
    zh: '在此另起一篇',
    group: 'review',
    keys: ['s'],
    where: 'review',
    ...editing(({ editor }) => editor.review.splitting(), { code: 'command.boundary-split' }),
  },
  {
    id: 'cut-earlier',
    en: 'Mark a sentence earlier for the split',
    zh: '拆分处前移一句',
    group: 'review',
    keys: ['['],
    where: 'review',
    ...walking(({ editor }) => editor.review.moveCut(-1)),
  },
  {
    id: 'cut-later',
    en: 'Mark a sentence later for the split',
    zh: '拆分处后移一句',
    group: 'review',
    keys: [']'],
    where: 'review',
    ...walking(({ editor }) => editor.review.moveCut(1)),
  },
  {
    id: 'boundary-merge',
    en: 'Make one article of both sides',
    zh: '两侧并为一篇',
    group: 'review',
    keys: ['m'],
    where: 'review',
    ...editing(({ editor }) => editor.review.merging(), { code: 'command.merge-articles', params: { n: 2 } }),
  },
  {
    id: 'reassign',
    en: 'Give the fragment at the border to another article…',
    zh: '把边界处的片段归入其他稿件…',
    group: 'review',
    keys: ['g'],
    where: 'review',
    check(context) {
      const here = atBoundary(context);
      if (here !== true) return here;
      const { review } = context.editor;
      return review.inHand === null
        ? { code: 'refuse.no-such-fragment' }
        : context.editor.check(call('article.make', { ids: [review.inHand] }));
    },
    run({ editor }) {
      editor.session.dialog = 'reassign';
    },
  },
  {
    id: 'boundary-side',
    en: 'Take the other side in hand',
    zh: '换到另一侧',
    group: 'review',
    keys: ['o'],
    where: 'review',
    ...walking(({ editor }) => {
      editor.review.side = editor.review.side === 'after' ? 'before' : 'after';
      editor.review.cut = null;
    }),
  },
  {
    id: 'review-approve',
    en: 'Approve the article',
    zh: '通过稿件',
    group: 'review',
    keys: ['a'],
    where: 'review',
    ...deciding('approved', article, noArticle),
  },
  {
    id: 'review-reject',
    en: 'Reject the article…',
    zh: '退回稿件…',
    group: 'review',
    keys: ['r'],
    where: 'review',
    ...deciding('rejected', article, noArticle),
  },
  {
    id: 'review-note',
    en: 'Note on the article…',
    zh: '批注稿件…',
    group: 'review',
    keys: ['n'],
    where: 'review',
    ...deciding('note', article, noArticle),
  },
  {
    id: 'review-reopen',
    en: 'Reopen the article',
    zh: '重新打开稿件',
    group: 'review',
    ...deciding('open', article, noArticle),
  },
  {
    id: 'approve-page',
    en: 'Approve the page',
    zh: '通过本版',
    group: 'review',
    keys: ['Shift+a'],
    where: 'review',
    ...deciding('approved', page, noPage),
  },
  {
    id: 'reject-page',
    en: 'Reject the page…',
    zh: '退回本版…',
    group: 'review',
    keys: ['Shift+r'],
    where: 'review',
    ...deciding('rejected', page, noPage),
  },
  {
    id: 'note-page',
    en: 'Note on the page…',
    zh: '批注本版…',
    group: 'review',
    keys: ['Shift+n'],
    where: 'review',
    ...deciding('note', page, noPage),
  },
  {
    id: 'review-copy',
    en: 'Save a copy for a reviewer',
    zh: '存一份审核副本',
    group: 'file',
    check: isOpen,
    run: ({ services }) => services.saveReviewCopy(),
  },
  {
    id: 'report',
    en: 'Report of the review…',
    zh: '审校报告…',
    group: 'file',
    check: isOpen,
    run({ editor }) {
      editor.session.dialog = 'report';
    },
  },
  { id: 'reopen-page', en: 'Reopen the page', zh: '重新打开本版', group: 'review', ...deciding('open', page, noPage) },
];
