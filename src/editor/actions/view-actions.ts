import { call, pagesOf, type Message } from '../../core/index.ts';
import { fit, zoomAt } from '../camera.ts';
import type { Rect } from '../scene.ts';
import { always, commanding, isOpen, someSelected, type Action, type Context } from './action.ts';

const hasPage = ({ editor }: Context): true | Message => (editor.layout ? true : { code: 'refuse.no-page' });

const zoom = (factor: number): Pick<Action, 'check' | 'run'> => ({
  check: hasPage,
  run({ editor }) {
    const { width, height } = editor.session.view;
    editor.setCamera(zoomAt(editor.camera, { x: width / 2, y: height / 2 }, factor));
  },
});

const turn = (by: number): Pick<Action, 'check' | 'run'> => ({
  check: isOpen,
  run({ editor }) {
    const pages = pagesOf(editor.edition);
    const at = pages.findIndex((p) => p.id === editor.session.page);
    const to = pages[Math.max(0, Math.min(pages.length - 1, at + by))];
    if (!to) return;
    if (editor.drag.byKeyboard) editor.drag.turnPage(to.id);
    else editor.session.page = to.id;
    editor.announce(editor.say({ code: 'editor.page', params: { page: to.label } }));
  },
});

function boundsOfSelection({ editor }: Context): Rect | null {
  const boxes = editor.selected.flatMap((id) => editor.layout?.byId.get(id) ?? []);
  if (!boxes.length) return null;
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((b) => b.x + b.width)) - x,
    height: Math.max(...boxes.map((b) => b.y + b.height)) - y,
  };
}

const fitPage = (whole: boolean): Pick<Action, 'check' | 'run'> => ({
  check: hasPage,
  run({ editor }) {
    const { layout } = editor;
    if (layout)
      editor.setCamera(fit({ x: 0, y: 0, width: layout.width, height: layout.height }, editor.session.view, whole));
  },
});

const dialog = (name: 'palette' | 'keys' | 'page' | 'edition'): Pick<Action, 'run'> => ({
  run({ editor }) {
    editor.session.dialog = name;
  },
});

const column = (
  make: (page: string, editor: Context['editor']) => ReturnType<typeof call> | Message,
): Pick<Action, 'check' | 'run'> =>
  commanding(({ editor }) =>
    editor.session.page === null ? { code: 'refuse.no-page' } : make(editor.session.page, editor),
  );

const currentColumn = ({ current, layout }: Context['editor']): string =>
  (current?.placement.at === 'page' ? current.placement.column : layout?.columns.at(-1)?.id) ?? '';

export const viewActions: readonly Action[] = [
  {
    id: 'fit-page',
    en: 'Fit the whole page',
    zh: '显示整版',
    group: 'view',
    keys: ['$mod+0', 'Home'],
    ...fitPage(true),
  },
  {
    id: 'fit-width',
    en: 'Fit the page’s width',
    zh: '适合版宽',
    group: 'view',
    keys: ['$mod+1', 'Shift+Digit1'],
    ...fitPage(false),
  },
  {
    id: 'fit-selection',
    en: 'Zoom to the selection',
    zh: '放大选中部分',
    group: 'view',
    keys: ['$mod+2', 'Shift+Digit2'],
    check: someSelected,
    run(context) {
      const bounds = boundsOfSelection(context);
      if (bounds) context.editor.setCamera(fit(bounds, context.editor.session.view));
      else context.editor.refuse({ code: 'refuse.not-placed' });
    },
  },
  { id: 'zoom-in', en: 'Zoom in', zh: '放大', group: 'view', keys: ['$mod+=', '='], ...zoom(1.25) },
  { id: 'zoom-out', en: 'Zoom out', zh: '缩小', group: 'view', keys: ['$mod+-', '-'], ...zoom(0.8) },
  { id: 'next-page', en: 'Next page', zh: '下一版', group: 'page', keys: ['PageDown'], ...turn(1) },
  { id: 'previous-page', en: 'Previous page', zh: '上一版', group: 'page', keys: ['PageUp'], ...turn(-1) },
  { id: 'next-10', en: '10 pages on', zh: '后 10 版', group: 'page', keys: ['Shift+PageDown'], ...turn(10) },
  { id: 'previous-10', en: '10 pages back', zh: '前 10 版', group: 'page', keys: ['Shift+PageUp'], ...turn(-10) },
  {
    id: 'page-settings',
    en: 'Page: label and columns…',
    zh: '版面：版号与栏数…',
    group: 'page',
    keys: ['Shift+p'],
    check: hasPage,
    ...dialog('page'),
  },
  {
    id: 'add-page',
    en: 'Add a page',
    zh: '添加版面',
    group: 'page',
    ...commanding(
      ({ editor }) => call('page.add', { columns: editor.layout?.columns.length ?? 5 }),
      ({ editor }) => {
        editor.session.page = pagesOf(editor.edition).at(-1)?.id ?? null;
      },
    ),
  },
  {
    id: 'remove-page',
    en: 'Remove this page',
    zh: '移除本版',
    group: 'page',
    ...column((page) => call('page.remove', { page })),
  },
  {
    id: 'add-column',
    en: 'Add a column',
    zh: '添加一栏',
    group: 'page',
    ...column((page, editor) => call('column.add', { page, after: currentColumn(editor) || null })),
  },
  {
    id: 'remove-column',
    en: 'Remove this column',
    zh: '移除本栏',
    group: 'page',
    ...column((page, editor) => call('column.remove', { page, column: currentColumn(editor) })),
  },
  {
    id: 'even-columns',
    en: 'Even out the columns',
    zh: '均分栏宽',
    group: 'page',
    ...column((page) => call('column.even', { page })),
  },
  {
    id: 'read',
    en: 'Reading view, or back',
    zh: '阅读视图，或返回',
    group: 'view',
    keys: ['v'],
    check: isOpen,
    run({ editor }) {
      editor.session.mode = editor.session.mode === 'read' ? editor.session.readFrom : 'read';
    },
  },
  {
    id: 'facsimile',
    en: 'Show the facsimile behind the text',
    zh: '在文字背后显示原版图像',
    group: 'view',
    keys: ['Shift+i'],
    check: hasPage,
    run({ editor }) {
      editor.preferences.facsimile = !editor.preferences.facsimile;
    },
  },
  {
    id: 'peek',
    en: 'Hold: the facsimile alone',
    zh: '按住：只看原版图像',
    group: 'view',
    keys: ['i', 'Control+Space'],
    check: hasPage,
    run({ editor }) {
      editor.session.peek = true;
    },
  },
  {
    id: 'add-pictures',
    en: 'Add pictures of pages…',
    zh: '添加版面图像…',
    group: 'file',
    check: isOpen,
    run: ({ services }) => services.addPictures(),
  },
  {
    id: 'left-panel',
    en: 'Fold the left panel',
    zh: '收起左侧面板',
    group: 'view',
    keys: ['$mod+b'],
    check: always,
    run({ editor }) {
      editor.preferences.leftOpen = !editor.preferences.leftOpen;
    },
  },
  {
    id: 'right-panel',
    en: 'Fold the right panel',
    zh: '收起右侧面板',
    group: 'view',
    keys: ['$mod+Alt+b'],
    check: always,
    run({ editor }) {
      editor.preferences.rightOpen = !editor.preferences.rightOpen;
    },
  },
  {
    id: 'source',
    en: 'Show the source, or the tray',
    zh: '显示原文，或待排区',
    group: 'view',
    keys: ['`'],
    check: isOpen,
    run({ editor }) {
      editor.preferences.leftOpen = true;
      editor.session.leftTab = editor.session.leftTab === 'source' ? 'tray' : 'source';
    },
  },
  {
    id: 'next-panel',
    en: 'Next panel',
    zh: '下一个面板',
    group: 'view',
    keys: ['F6'],
    check: always,
    run: ({ services }) => services.focusPanel(1),
  },
  {
    id: 'previous-panel',
    en: 'Previous panel',
    zh: '上一个面板',
    group: 'view',
    keys: ['Shift+F6'],
    check: always,
    run: ({ services }) => services.focusPanel(-1),
  },
  {
    id: 'theme',
    en: 'Light, dark or as the system',
    zh: '浅色、深色或跟随系统',
    group: 'view',
    check: always,
    run({ editor }) {
      const order = ['light', 'dark', 'system'] as const;
      const { preferences } = editor;
      preferences.theme = order[(order.indexOf(preferences.theme) + 1) % order.length] ?? 'system';
    },
  },
  {
    id: 'language',
    en: '中文界面',
    zh: 'English interface',
    group: 'view',
    check: always,
    run({ editor }) {
      editor.preferences.language = editor.preferences.language === 'zh' ? 'en' : 'zh';
    },
  },
  {
    id: 'palette',
    en: 'All commands…',
    zh: '全部命令…',
    group: 'help',
    keys: ['$mod+k'],
    check: always,
    ...dialog('palette'),
  },
  { id: 'keys', en: 'Keys', zh: '键盘操作', group: 'help', keys: ['Shift+?'], check: always, ...dialog('keys') },
  {
    id: 'edition',
    en: 'Edition: title, date, language…',
    zh: '报纸：名称、日期、语言…',
    group: 'file',
    check: isOpen,
    ...dialog('edition'),
  },
];
