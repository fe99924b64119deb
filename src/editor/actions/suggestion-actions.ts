import type { Message } from '../../core/index.ts';
import type { Suggestion } from '../../core/index.ts';
import type { ReconstructScope } from '../suggestions.svelte.ts';
import { isOpen, someSelected, type Action, type Context } from './action.ts';

const run = (scope: ReconstructScope): Pick<Action, 'check' | 'run'> => ({
  check: (context) => {
    const open = isOpen(context);
    if (open !== true) return open;
    if (context.editor.readOnly) return { code: 'refuse.read-only' };
    return scope === 'selection' ? someSelected(context) : true;
  },
  run: ({ editor, services }) => editor.suggestions.run(services, scope),
});

const ready = ({ editor }: Context): true | Message =>
  editor.suggestions.open.length ? true : { code: 'refuse.no-suggestions' };

const inHand = ({ editor }: Context): Suggestion | undefined => editor.suggestions.inHand;

const oneInHand = (context: Context): true | Message =>
  inHand(context) ? true : { code: 'refuse.no-suggestion-in-hand' };

/** All that is open of the article that the one in hand belongs to. */
const ofArticle = (context: Context): readonly Suggestion[] => {
  const one = inHand(context);
  return context.editor.suggestions.open.filter((s) => one && s.article === one.article);
};

function show({ editor }: Context, suggestion: Suggestion | null): void {
  if (!suggestion) return editor.announce(editor.say({ code: 'refuse.at-the-end' }));
  editor.session.rightTab = 'suggestions';
  editor.announce(editor.say(suggestion.reason));
}

const step = (by: 1 | -1): Pick<Action, 'check' | 'run'> => ({
  check: ready,
  run: (context) => show(context, context.editor.suggestions.step(by)),
});

export const suggestionActions: readonly Action[] = [
  {
    id: 'reconstruct',
    en: 'Reconstruct the edition',
    zh: '自动重建整份报纸',
    group: 'suggestion',
    keys: ['$mod+Enter'],
    ...run('edition'),
  },
  { id: 'reconstruct-page', en: 'Reconstruct this page', zh: '自动重建本版', group: 'suggestion', ...run('page') },
  {
    id: 'reconstruct-selection',
    en: 'Reconstruct the selection',
    zh: '自动重建选中部分',
    group: 'suggestion',
    ...run('selection'),
  },
  {
    id: 'next-doubtful',
    en: 'Next doubtful suggestion',
    zh: '下一条存疑的建议',
    group: 'suggestion',
    keys: ['n'],
    ...step(1),
  },
  {
    id: 'previous-doubtful',
    en: 'Previous doubtful suggestion',
    zh: '上一条存疑的建议',
    group: 'suggestion',
    keys: ['Shift+n'],
    ...step(-1),
  },
  {
    id: 'accept',
    en: 'Accept the suggestion in hand',
    zh: '接受当前建议',
    group: 'suggestion',
    keys: ['y'],
    check: oneInHand,
    run(context) {
      const one = inHand(context);
      if (one) context.editor.suggestions.accept([one]);
    },
  },
  {
    id: 'reject',
    en: 'Reject the suggestion in hand',
    zh: '拒绝当前建议',
    group: 'suggestion',
    keys: ['Shift+y'],
    check: oneInHand,
    run(context) {
      const one = inHand(context);
      if (one) context.editor.suggestions.reject([one]);
    },
  },
  {
    id: 'accept-article',
    en: 'Accept all of the article in hand',
    zh: '接受当前稿件的全部建议',
    group: 'suggestion',
    keys: ['w'],
    check: oneInHand,
    run: (context) => context.editor.suggestions.accept(ofArticle(context)),
  },
  {
    id: 'reject-article',
    en: 'Reject all of the article in hand',
    zh: '拒绝当前稿件的全部建议',
    group: 'suggestion',
    keys: ['Shift+w'],
    check: oneInHand,
    run: (context) => context.editor.suggestions.reject(ofArticle(context)),
  },
  {
    id: 'accept-all',
    en: 'Accept all suggestions above the threshold',
    zh: '接受达到阈值的全部建议',
    group: 'suggestion',
    keys: ['Shift+Enter'],
    check: ready,
    run: ({ editor }) => editor.suggestions.acceptSure(),
  },
  {
    id: 'close-suggestions',
    en: 'Close the suggestions',
    zh: '关闭建议',
    group: 'suggestion',
    check: ({ editor }) => (editor.suggestions.state.at === 'closed' ? { code: 'refuse.no-suggestions' } : true),
    run: ({ editor }) => editor.suggestions.close(),
  },
];
