import { call, type RoleId } from '../../core/index.ts';
import { roleWords } from '../role-words.ts';
import { commanding, someSelected, type Action } from './action.ts';

/** Digits are direct; the letters hold in the role menu. */
export const ROLE_DIGITS: readonly RoleId[] = [
  'headline',
  'kicker',
  'subhead',
  'body',
  'crosshead',
  'byline',
  'caption',
  'jump-to',
  'jump-from',
];

export const ROLE_LETTERS: Readonly<Partial<Record<RoleId, string>>> = {
  lead: 'L',
  dateline: 'D',
  'photo-credit': 'P',
  source: 'O',
  'editor-note': 'E',
  section: 'K',
  'jump-head': 'J',
  quote: 'Q',
  teaser: 'R',
  table: 'B',
  ad: 'A',
  notice: 'N',
  masthead: 'H',
  folio: 'F',
  imprint: 'I',
  unknown: 'U',
};

const roleAction = (role: RoleId, key?: string): Action => ({
  id: `role-${role}`,
  en: `Role: ${roleWords(role).en}`,
  zh: `角色：${roleWords(role).zh}`,
  group: 'role',
  ...(key === undefined ? {} : { keys: [key] }),
  ...commanding(({ editor }) => call('fragment.role', { ids: editor.selected, role })),
});

export const roleActions: readonly Action[] = [
  ...ROLE_DIGITS.map((role, i) => roleAction(role, String(i + 1))),
  ...(Object.keys(ROLE_LETTERS) as RoleId[]).map((role) => roleAction(role)),
  {
    id: 'role-menu',
    en: 'All roles…',
    zh: '全部角色…',
    group: 'role',
    keys: ['t'],
    check: someSelected,
    run({ editor }) {
      editor.session.dialog = 'roles';
    },
  },
];
