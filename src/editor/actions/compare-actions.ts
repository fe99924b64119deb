import type { Message } from '../../core/index.ts';
import { isOpen, type Action, type Context } from './action.ts';

const comparing = ({ editor }: Context): true | Message =>
  editor.comparison.version ? true : { code: 'refuse.nothing-compared' };

const differing = (context: Context): true | Message => {
  const open = comparing(context);
  if (open !== true) return open;
  return context.editor.comparison.differences.length ? true : { code: 'refuse.no-differences' };
};

const step = (by: 1 | -1): Pick<Action, 'check' | 'run'> => ({
  check: differing,
  run({ editor }) {
    if (!editor.comparison.step(by)) editor.announce(editor.say({ code: 'refuse.at-the-end' }));
  },
});

export const compareActions: readonly Action[] = [
  {
    id: 'compare',
    en: 'Compare with another version…',
    zh: '与另一版本比较…',
    group: 'compare',
    keys: ['Shift+F9'],
    check: isOpen,
    run({ editor }) {
      editor.session.dialog = 'compare';
    },
  },
  { id: 'next-difference', en: 'Next difference', zh: '下一处差异', group: 'compare', keys: ['F7'], ...step(1) },
  {
    id: 'previous-difference',
    en: 'Previous difference',
    zh: '上一处差异',
    group: 'compare',
    keys: ['Shift+F7'],
    ...step(-1),
  },
  {
    id: 'take-difference',
    en: 'Take the difference in hand over',
    zh: '采用当前差异',
    group: 'compare',
    keys: ['$mod+Shift+Enter'],
    check(context) {
      const open = differing(context);
      if (open !== true) return open;
      if (context.editor.readOnly) return { code: 'refuse.read-only' };
      return context.editor.comparison.inHand ? true : { code: 'refuse.no-difference-in-hand' };
    },
    run({ editor }) {
      const one = editor.comparison.inHand;
      if (one) editor.comparison.take([one]);
    },
  },
  {
    id: 'take-all-differences',
    en: 'Take all differences over',
    zh: '采用全部差异',
    group: 'compare',
    check: (context) => (context.editor.readOnly ? { code: 'refuse.read-only' } : differing(context)),
    run: ({ editor }) => editor.comparison.take(editor.comparison.differences),
  },
  {
    id: 'show-other-version',
    en: 'Show the other version on the sheet, or this one',
    zh: '版面显示另一版本，或显示本版本',
    group: 'compare',
    keys: ['Shift+v'],
    check: comparing,
    run({ editor }) {
      editor.comparison.side = editor.comparison.side === 'ours' ? 'theirs' : 'ours';
    },
  },
  {
    id: 'close-comparison',
    en: 'Close the comparison',
    zh: '结束比较',
    group: 'compare',
    check: comparing,
    run: ({ editor }) => editor.comparison.close(),
  },
];
