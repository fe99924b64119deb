import { columnOrder, unplacedFragments, type Message } from '../../core/index.ts';
import { membersOf, neighbour, next, range, withRole, type Direction } from '../selection.ts';
import { isOpen, type Action, type Context } from './action.ts';
import { nameOf } from '../spoken.ts';
import { firstSlip } from '../tray.ts';

function land({ editor }: Context, id: string | null, extend: boolean): void {
  const { session, edition } = editor;
  if (id === null) return editor.announce(editor.say({ code: 'refuse.at-the-end' }));
  if (extend && session.anchor !== null) {
    session.selection = new Set(range(edition, session.anchor, id));
    session.focus = id;
  } else editor.select([id]);
  editor.revealFocus();
  const now = editor.current;
  if (now) editor.announce(nameOf(editor, now));
}

function first({ editor }: Context): string | null {
  const { page } = editor.session;
  return (
    (page === null ? undefined : columnOrder(editor.edition, page)[0]?.id) ??
    unplacedFragments(editor.edition)[0]?.id ??
    null
  );
}

/** Where nothing is selected the arrows pan. */
const PAN: Record<Direction, readonly [number, number]> = {
  up: [0, 80],
  down: [0, -80],
  left: [80, 0],
  right: [-80, 0],
};

const walk = (direction: Direction, extend: boolean): Pick<Action, 'check' | 'run'> => ({
  check: isOpen,
  run(context) {
    const { editor } = context;
    if (editor.drag.byKeyboard) return editor.drag.move(direction);
    const { focus } = editor.session;
    if (focus === null) {
      const [x, y] = PAN[direction];
      editor.setCamera({ ...editor.camera, x: editor.camera.x + x, y: editor.camera.y + y });
    } else land(context, neighbour(editor.edition, focus, direction), extend);
  },
});

const step = (by: 1 | -1): Pick<Action, 'check' | 'run'> => ({
  check: isOpen,
  run(context) {
    const { focus } = context.editor.session;
    land(context, focus === null ? first(context) : next(context.editor.edition, focus, by), false);
  },
});

/** Moves the focus alone, so that Space can gather what does not stand together. */
const roam = (direction: 'up' | 'down'): Pick<Action, 'check' | 'run'> => ({
  check: isOpen,
  run(context) {
    const { editor } = context;
    const { focus } = editor.session;
    const to = focus === null ? first(context) : neighbour(editor.edition, focus, direction);
    if (to === null) return editor.announce(editor.say({ code: 'refuse.at-the-end' }));
    editor.session.focus = to;
    editor.revealFocus();
    const now = editor.current;
    if (now) editor.announce(nameOf(editor, now));
  },
});

const needsFocus = ({ editor }: Context): true | Message => (editor.current ? true : { code: 'refuse.select-one' });

export const selectActions: readonly Action[] = [
  {
    id: 'walk-up',
    en: 'Select the one above',
    zh: '选上一个',
    group: 'select',
    keys: ['ArrowUp'],
    where: 'sheet',
    ...walk('up', false),
  },
  {
    id: 'walk-down',
    en: 'Select the one below',
    zh: '选下一个',
    group: 'select',
    keys: ['ArrowDown'],
    where: 'sheet',
    ...walk('down', false),
  },
  {
    id: 'walk-left',
    en: 'Select in the column on the left',
    zh: '选左栏',
    group: 'select',
    keys: ['ArrowLeft'],
    where: 'sheet',
    ...walk('left', false),
  },
  {
    id: 'walk-right',
    en: 'Select in the column on the right',
    zh: '选右栏',
    group: 'select',
    keys: ['ArrowRight'],
    where: 'sheet',
    ...walk('right', false),
  },
  {
    id: 'extend-up',
    en: 'Extend upwards',
    zh: '向上扩选',
    group: 'select',
    keys: ['Shift+ArrowUp'],
    where: 'sheet',
    ...walk('up', true),
  },
  {
    id: 'extend-down',
    en: 'Extend downwards',
    zh: '向下扩选',
    group: 'select',
    keys: ['Shift+ArrowDown'],
    where: 'sheet',
    ...walk('down', true),
  },
  {
    id: 'extend-left',
    en: 'Extend to the left',
    zh: '向左扩选',
    group: 'select',
    keys: ['Shift+ArrowLeft'],
    where: 'sheet',
    ...walk('left', true),
  },
  {
    id: 'extend-right',
    en: 'Extend to the right',
    zh: '向右扩选',
    group: 'select',
    keys: ['Shift+ArrowRight'],
    where: 'sheet',
    ...walk('right', true),
  },
  {
    id: 'roam-up',
    en: 'Go up, keeping the selection',
    zh: '上移焦点，不改选择',
    group: 'select',
    keys: ['$mod+ArrowUp'],
    where: 'sheet',
    ...roam('up'),
  },
  {
    id: 'roam-down',
    en: 'Go down, keeping the selection',
    zh: '下移焦点，不改选择',
    group: 'select',
    keys: ['$mod+ArrowDown'],
    where: 'sheet',
    ...roam('down'),
  },
  {
    id: 'toggle',
    en: 'Select this one too, or not; in order painting: the next one',
    zh: '加选或取消；排序时：作为下一个',
    group: 'select',
    keys: ['Space'],
    where: 'sheet',
    check: needsFocus,
    run({ editor }) {
      const { session, current } = editor;
      if (!current) return;
      if (session.tool === 'order') return editor.orderTool.paint(current.id);
      const chosen = new Set(session.selection);
      if (!chosen.delete(current.id)) chosen.add(current.id);
      session.selection = chosen;
      session.anchor = current.id;
      editor.announce(editor.say({ code: 'editor.selected', params: { n: chosen.size } }));
    },
  },
  {
    id: 'next',
    en: 'Next in reading order',
    zh: '阅读顺序的下一个',
    group: 'select',
    keys: ['Tab', 'l'],
    where: 'sheet',
    ...step(1),
  },
  {
    id: 'previous',
    en: 'Previous in reading order',
    zh: '阅读顺序的上一个',
    group: 'select',
    keys: ['Shift+Tab', 'h'],
    where: 'sheet',
    ...step(-1),
  },
  {
    id: 'select-all',
    en: 'Select the whole page, or the whole tray',
    zh: '全选本版，或全选待排区',
    group: 'select',
    keys: ['$mod+a'],
    where: 'anywhere',
    check: isOpen,
    run({ editor }) {
      const { page } = editor.session;
      const tray =
        editor.current?.placement.at === 'unplaced' ||
        (page !== null && columnOrder(editor.edition, page).length === 0);
      const ids = tray || page === null ? unplacedFragments(editor.edition) : columnOrder(editor.edition, page);
      editor.select(ids.map((f) => f.id));
      editor.announce(editor.say({ code: 'editor.selected', params: { n: ids.length } }));
    },
  },
  {
    id: 'select-tray',
    en: 'Select the whole tray',
    zh: '全选待排区',
    group: 'select',
    keys: ['$mod+Shift+a'],
    check: ({ editor }) => (unplacedFragments(editor.edition).length ? true : { code: 'refuse.tray-empty' }),
    run({ editor }) {
      editor.session.leftTab = 'tray';
      editor.select(unplacedFragments(editor.edition).map((f) => f.id));
    },
  },
  {
    id: 'select-first-unplaced',
    en: 'Go to the tray',
    zh: '转到待排区',
    group: 'select',
    keys: ['q'],
    check: ({ editor }) => (unplacedFragments(editor.edition).length ? true : { code: 'refuse.tray-empty' }),
    run(context) {
      context.editor.session.leftTab = 'tray';
      land(context, firstSlip(context.editor)?.id ?? null, false);
    },
  },
  {
    id: 'select-article',
    en: 'Select all of the article',
    zh: '选中整篇稿件',
    group: 'select',
    keys: ['a'],
    check: ({ editor }) => (editor.current?.article ? true : { code: 'refuse.in-no-article' }),
    run({ editor }) {
      const article = editor.current?.article?.id;
      if (article) editor.select(membersOf(editor.edition, article), editor.current?.id);
    },
  },
  {
    id: 'select-role',
    en: 'Select all of this role',
    zh: '选中所有同角色片段',
    group: 'select',
    keys: ['Shift+r'],
    check: needsFocus,
    run({ editor }) {
      const { current } = editor;
      if (current) editor.select(withRole(editor.edition, current.role), current.id);
    },
  },
];
