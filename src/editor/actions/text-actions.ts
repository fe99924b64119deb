import { call, findFragments, REPAIRS, type RepairCode } from '../../core/index.ts';
import { inDocumentOrder } from '../selection.ts';
import { commanding, oneToChange, someSelected, type Action, type Context } from './action.ts';

const REPAIR_WORDS: Record<RepairCode, { en: string; zh: string; keys?: readonly string[] }> = {
  'letter-spacing': { en: 'Remove letter-spacing', zh: '去除字间空格' },
  'latin-spacing': { en: 'Close up digits and Latin', zh: '去除数字和西文旁的空格' },
  'doubled-glyphs': { en: 'Un-double glyphs', zh: '去除叠字' },
  'join-lines': { en: 'Join lines', zh: '合并行' },
  hyphens: { en: 'Join hyphenated words', zh: '合并断词' },
  indents: { en: 'Trim indents', zh: '去除缩进' },
};

const edit = (caret: 'start' | 'end'): Pick<Action, 'check' | 'run'> => ({
  check: oneToChange,
  run({ editor }) {
    const { current } = editor;
    if (!current) return;
    editor.revealFocus();
    editor.session.editing = { id: current.id, caret };
  },
});

function splitAtPointer({ editor, services }: Context): void {
  const { current } = editor;
  if (!current) return;
  const at = services.offsetAtPointer(current.id);
  if (at === null) {
    editor.session.editing = { id: current.id, caret: 'start' };
    editor.announce(editor.say({ code: 'refuse.no-open-text' }));
  } else editor.run(call('fragment.split', { id: current.id, at }));
}

const merge = (as: 'paragraph' | 'paragraphs'): Pick<Action, 'check' | 'run'> =>
  commanding(({ editor }) =>
    call('fragment.merge', { ids: inDocumentOrder(editor.edition, editor.session.selection), as }),
  );

const joinOrMerge = commanding(({ editor }) =>
  editor.session.selection.size === 1
    ? call('fragment.repair', { ids: editor.selected, repair: 'join-lines' })
    : call('fragment.merge', { ids: editor.selected, as: 'paragraph' }),
);

export const textActions: readonly Action[] = [
  {
    id: 'edit',
    en: 'Edit the text',
    zh: '编辑文字',
    group: 'text',
    keys: ['Enter', 'F2'],
    where: 'sheet',
    ...edit('end'),
  },
  {
    id: 'edit-start',
    en: 'Edit from the start',
    zh: '从开头编辑',
    group: 'text',
    keys: ['Alt+Enter'],
    where: 'sheet',
    ...edit('start'),
  },
  {
    id: 'split',
    en: 'Split at the pointer, or choose the place',
    zh: '在指针处拆分，或选择位置',
    group: 'text',
    keys: ['s'],
    check: oneToChange,
    run: splitAtPointer,
  },
  { id: 'join', en: 'Join as one paragraph', zh: '合并为一段', group: 'text', keys: ['j'], ...joinOrMerge },
  {
    id: 'merge',
    en: 'Merge, keeping paragraphs',
    zh: '合并并保留分段',
    group: 'text',
    keys: ['m'],
    ...merge('paragraphs'),
  },
  {
    id: 'continues',
    en: 'Reads on in mid-paragraph, or begins one',
    zh: '接上段，或另起一段',
    group: 'text',
    keys: ['\\'],
    ...commanding(({ editor }) => {
      const fragments = findFragments(editor.edition, editor.selected);
      return call('fragment.continues', { ids: editor.selected, continues: !fragments.every((f) => f.continues) });
    }),
  },
  {
    id: 'repair-all',
    en: 'Repair the text',
    zh: '修复文字',
    group: 'text',
    keys: ['r'],
    ...commanding(({ editor }) => call('fragment.repair', { ids: editor.selected, repair: 'all' })),
  },
  ...REPAIRS.map(({ code }): Action => ({
    id: `repair-${code}`,
    ...REPAIR_WORDS[code],
    group: 'text',
    ...commanding(({ editor }) => call('fragment.repair', { ids: editor.selected, repair: code })),
  })),
  {
    id: 'revert',
    en: 'Revert to the source',
    zh: '恢复原文',
    group: 'text',
    keys: ['Shift+e'],
    check: (context) => {
      const some = someSelected(context);
      if (some !== true) return some;
      const { editor } = context;
      return findFragments(editor.edition, editor.selected).some((f) => f.corrected !== undefined)
        ? true
        : { code: 'refuse.nothing-to-repair' };
    },
    run({ editor }) {
      const changed = findFragments(editor.edition, editor.selected).filter((f) => f.corrected !== undefined);
      editor.run(call('fragment.correct', { texts: changed.map((f) => ({ id: f.id, text: null })) }));
    },
  },
];
