import { isOpen, type Action } from './action.ts';

export const jumpActions: readonly Action[] = [
  {
    id: 'jumps',
    en: 'Go to the list of jumps',
    zh: '转到转接列表',
    group: 'continuation',
    keys: ['Shift+x'],
    check: isOpen,
    run({ editor, services }) {
      editor.preferences.rightOpen = true;
      editor.session.rightTab = 'continuations';
      services.focusJumps();
    },
  },
  {
    id: 'bridge',
    en: 'Bridge: both sides of a jump',
    zh: '对接：转接两端并排查看',
    group: 'continuation',
    keys: ['b'],
    check: (context) => {
      const open = isOpen(context);
      if (open !== true) return open;
      return context.editor.jumps.bridges.length ? true : { code: 'refuse.no-bridge' };
    },
    run({ editor }) {
      editor.jumps.openBridge();
    },
  },
  {
    id: 'link-safe',
    en: 'Link all safe jumps',
    zh: '连接全部确定的转接',
    group: 'continuation',
    check: (context) => {
      const { editor } = context;
      if (editor.readOnly) return { code: 'refuse.read-only' };
      const open = isOpen(context);
      if (open !== true) return open;
      return editor.jumps.safe.length ? true : { code: 'refuse.no-safe-jumps' };
    },
    run: ({ editor }) => editor.jumps.linkSafe(),
  },
];
