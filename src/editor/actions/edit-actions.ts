import { call, DISCARD_REASONS, findFragments, isPlaced } from '../../core/index.ts';
import { always, commanding, isOpen, someSelected, type Action, type Context } from './action.ts';

const selected = ({ editor }: Context): string[] => editor.selected;

const spanBy = (step: 1 | -1): Pick<Action, 'check' | 'run'> =>
  commanding(({ editor }) => {
    const [first] = findFragments(editor.edition, editor.selected).filter(isPlaced);
    if (!first) return { code: 'refuse.not-placed' };
    return call('fragment.span', { ids: editor.selected, span: first.placement.span + step });
  });

/** Moves the selection one place within its column, or one column over. */
const nudge = (direction: 'up' | 'down' | 'left' | 'right'): Pick<Action, 'check' | 'run'> => ({
  check: (context) => (someSelected(context) === true ? true : { code: 'refuse.nothing-selected' }),
  run({ editor }) {
    const ids = editor.selected;
    const [first] = findFragments(editor.edition, ids);
    if (!first || !isPlaced(first)) return editor.refuse({ code: 'refuse.not-placed' });
    editor.drag.begin(ids, 'keyboard');
    editor.drag.move(direction);
    editor.drag.drop();
  },
});

export const editActions: readonly Action[] = [
  {
    id: 'undo',
    en: 'Undo',
    zh: '撤销',
    group: 'edit',
    keys: ['$mod+z'],
    check: ({ editor }) => (editor.history.done.length ? true : { code: 'refuse.nothing-to-undo' }),
    run: ({ editor }) => editor.undo(),
  },
  {
    id: 'redo',
    en: 'Redo',
    zh: '重做',
    group: 'edit',
    keys: ['$mod+y', '$mod+Shift+z'],
    check: ({ editor }) => (editor.history.undone.length ? true : { code: 'refuse.nothing-to-redo' }),
    run: ({ editor }) => editor.redo(),
  },
  {
    id: 'carry',
    en: 'Pick up and place with the arrow keys',
    zh: '用方向键拿起并放置',
    group: 'place',
    keys: ['p'],
    check: (context) => (isOpen(context) === true ? someSelected(context) : isOpen(context)),
    run({ editor }) {
      editor.drag.begin(editor.selected, 'keyboard');
    },
  },
  { id: 'move-up', en: 'Move up', zh: '上移', group: 'place', keys: ['Alt+ArrowUp'], where: 'sheet', ...nudge('up') },
  {
    id: 'move-down',
    en: 'Move down',
    zh: '下移',
    group: 'place',
    keys: ['Alt+ArrowDown'],
    where: 'sheet',
    ...nudge('down'),
  },
  {
    id: 'move-left',
    en: 'Move to the column on the left',
    zh: '移到左栏',
    group: 'place',
    keys: ['Alt+ArrowLeft'],
    where: 'sheet',
    ...nudge('left'),
  },
  {
    id: 'move-right',
    en: 'Move to the column on the right',
    zh: '移到右栏',
    group: 'place',
    keys: ['Alt+ArrowRight'],
    where: 'sheet',
    ...nudge('right'),
  },
  { id: 'wider', en: 'Span one column more', zh: '多跨一栏', group: 'place', keys: [']'], ...spanBy(1) },
  { id: 'narrower', en: 'Span one column less', zh: '少跨一栏', group: 'place', keys: ['['], ...spanBy(-1) },
  {
    id: 'flow',
    en: 'Flow over columns…',
    zh: '排入多栏…',
    group: 'place',
    keys: ['f'],
    check: (context) => (isOpen(context) === true ? someSelected(context) : isOpen(context)),
    run({ editor }) {
      editor.session.dialog = 'flow';
    },
  },
  {
    id: 'unplace',
    en: 'Back to the tray',
    zh: '放回待排区',
    group: 'place',
    keys: ['Delete', 'Backspace'],
    ...commanding((context) => call('fragment.unplace', { ids: selected(context) })),
  },
  {
    id: 'discard',
    en: 'Discard…',
    zh: '不用…',
    group: 'place',
    keys: ['0'],
    ...commanding((context) =>
      call('fragment.discard', { ids: selected(context), reason: DISCARD_REASONS[0] ?? 'other' }),
    ),
    run({ editor }) {
      editor.session.dialog = 'discard';
    },
  },
  {
    id: 'restore',
    en: 'Restore from the discarded',
    zh: '恢复弃用',
    group: 'place',
    keys: ['Shift+Digit0'],
    ...commanding((context) => call('fragment.restore', { ids: selected(context) })),
  },
  {
    id: 'confirm',
    en: 'Confirm: keep from automatic passes',
    zh: '确认：自动处理不再改动',
    group: 'edit',
    keys: ['c'],
    ...commanding(({ editor }) => {
      const fragments = findFragments(editor.edition, editor.selected);
      return call('fragment.confirm', { ids: editor.selected, confirmed: !fragments.every((f) => f.confirmed) });
    }),
  },
  {
    id: 'cancel',
    en: 'Call off, or select nothing',
    zh: '取消',
    group: 'edit',
    keys: ['Escape'],
    check: always,
    run({ editor }) {
      if (editor.drag.active) return editor.drag.cancel();
      if (editor.session.preview || editor.session.tool !== 'select') return editor.cancelTool();
      if (editor.suggestions.callOff()) return;
      editor.select([]);
    },
  },
];
