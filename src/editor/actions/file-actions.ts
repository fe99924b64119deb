import { pagesOf, type Message } from '../../core/index.ts';
import { always, isOpen, type Action, type Context } from './action.ts';

const hasPages = (context: Context): true | Message => {
  const open = isOpen(context);
  if (open !== true) return open;
  return pagesOf(context.editor.edition).length ? true : { code: 'refuse.no-sheet' };
};

export const fileActions: readonly Action[] = [
  {
    id: 'open',
    en: 'Open files…',
    zh: '打开文件…',
    group: 'file',
    keys: ['$mod+o'],
    check: always,
    run: ({ services }) => services.openFiles(),
  },
  {
    id: 'open-folder',
    en: 'Open a folder…',
    zh: '打开文件夹…',
    group: 'file',
    keys: ['$mod+Shift+o'],
    check: always,
    run: ({ services }) => services.openFolder(),
  },
  {
    id: 'import-report',
    en: 'What the last import said',
    zh: '上次导入的说明',
    group: 'file',
    check: ({ editor }) => (editor.session.report ? true : { code: 'refuse.no-report' }),
    run({ editor }) {
      editor.session.dialog = 'import-report';
    },
  },
  {
    id: 'paste-text',
    en: 'Paste text as a page…',
    zh: '粘贴文字为一版…',
    group: 'file',
    keys: ['$mod+Shift+v'],
    check: always,
    run({ editor }) {
      editor.session.dialog = 'paste';
    },
  },
  {
    id: 'sample-zh',
    en: 'Open the Chinese sample',
    zh: '打开中文样报',
    group: 'file',
    check: always,
    run: ({ services }) => services.openSample('zh'),
  },
  {
    id: 'sample-en',
    en: 'Open the English sample',
    zh: '打开英文样报',
    group: 'file',
    check: always,
    run: ({ services }) => services.openSample('en'),
  },
  {
    id: 'save',
    en: 'Save',
    zh: '保存',
    group: 'file',
    keys: ['$mod+s'],
    check: isOpen,
    run: ({ services }) => services.save(),
  },
  {
    id: 'save-as',
    en: 'Save as…',
    zh: '另存为…',
    group: 'file',
    keys: ['$mod+Shift+s'],
    check: isOpen,
    run: ({ services }) => services.saveAs(),
  },
  {
    id: 'save-journal',
    en: 'Save the journal of steps…',
    zh: '存操作日志…',
    group: 'file',
    check: isOpen,
    run: ({ services }) => services.saveJournal(),
  },
  {
    id: 'export',
    en: 'Export…',
    zh: '导出…',
    group: 'file',
    keys: ['$mod+e'],
    check: isOpen,
    run({ editor }) {
      editor.session.dialog = 'export';
    },
  },
  {
    id: 'print',
    en: 'Print or PDF…',
    zh: '打印或存成 PDF…',
    group: 'file',
    keys: ['$mod+p'],
    check: hasPages,
    run: ({ services }) => services.print(),
  },
  {
    id: 'leave',
    en: 'All editions',
    zh: '全部报纸',
    group: 'file',
    check: isOpen,
    run: ({ services }) => services.leave(),
  },
];
