import type { Message } from '../../core/index.ts';
import { isOpen, type Action, type Context } from './action.ts';

const some = ({ editor }: Context): true | Message =>
  !editor.isOpen
    ? { code: 'refuse.no-edition' }
    : editor.findings.shown.length
      ? true
      : { code: editor.findings.state.at === 'running' ? 'refuse.still-checking' : 'refuse.no-findings' };

const inHand = ({ editor }: Context): true | Message =>
  editor.findings.inHand ? true : { code: 'refuse.no-finding-in-hand' };

const change = (context: Context): true | Message =>
  context.editor.readOnly ? { code: 'refuse.read-only' } : inHand(context);

const step = (by: 1 | -1): Pick<Action, 'check' | 'run'> => ({
  check: some,
  run({ editor }) {
    editor.preferences.rightOpen = true;
    editor.findings.step(by);
  },
});

export const findingActions: readonly Action[] = [
  { id: 'next-finding', en: 'Next finding', zh: '下一条问题', group: 'finding', keys: ['F8'], ...step(1) },
  {
    id: 'previous-finding',
    en: 'Previous finding',
    zh: '上一条问题',
    group: 'finding',
    keys: ['Shift+F8'],
    ...step(-1),
  },
  {
    id: 'mend-finding',
    en: 'Mend the finding in hand',
    zh: '修正当前问题',
    group: 'finding',
    keys: ['$mod+.'],
    check: (context) => {
      const allowed = change(context);
      if (allowed !== true) return allowed;
      const mend = context.editor.findings.inHand?.mend;
      if (!mend) return { code: 'refuse.no-mend' };
      return mend.calls[0] ? context.editor.check(mend.calls[0]) : true;
    },
    run({ editor }) {
      const { inHand: finding } = editor.findings;
      if (finding) editor.findings.mend(finding);
    },
  },
  {
    id: 'mute-finding',
    en: 'Mute the finding in hand, with a reason…',
    zh: '忽略当前问题并说明理由…',
    group: 'finding',
    keys: ['$mod+F8'],
    check: change,
    run({ editor }) {
      editor.session.dialog = 'mute';
    },
  },
  {
    id: 'findings',
    en: 'Show the findings',
    zh: '显示问题',
    group: 'finding',
    check: isOpen,
    run({ editor }) {
      editor.preferences.rightOpen = true;
      editor.session.rightTab = 'findings';
      if (editor.session.mode === 'read') editor.session.mode = 'build';
    },
  },
  {
    id: 'check-again',
    en: 'Check the whole edition again',
    zh: '重新检查整份报纸',
    group: 'finding',
    check: isOpen,
    run: ({ editor }) => editor.findings.open(),
  },
  {
    id: 'choose-checks',
    en: 'Choose the checks of this title…',
    zh: '选择本报的检查项…',
    group: 'finding',
    check: isOpen,
    run({ editor }) {
      editor.session.dialog = 'checks';
    },
  },
];
