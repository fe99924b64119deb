/** A role that the fragment's own text contradicts. */
import { call } from '../transact.ts';
import type { Fragment } from '../model/edition.ts';
import { isJumpLine, type RoleId } from '../model/role.ts';
import { isFolio } from '../press/furniture.ts';
import { parseJumpLine } from '../press/jump-lines.ts';
import { isByline } from '../press/openings.ts';
import type { FragmentCheck } from './check.ts';
import type { Found } from './finding.ts';
import { isHan } from './prose.ts';

const HEADS = new Set<RoleId>(['headline', 'kicker', 'subhead', 'crosshead', 'jump-head']);
const SHORT = new Set<RoleId>([
  'folio',
  'byline',
  'section',
  'masthead',
  'photo-credit',
  'source',
  'dateline',
  'jump-to',
  'jump-from',
]);

/** As long as a paragraph, or as full of sentences. */
function isBodyLength(text: string): boolean {
  const length = [...text].length;
  if (isHan(text)) return length >= 70 || (length >= 36 && /[。；]/u.test(text));
  const words = text.trim().split(/\s+/u).length;
  const sentences = text.match(/\p{Ll}{2}[.!?](?:\s+\p{Lu}|\s*$)/gu)?.length ?? 0;
  return words >= 45 || (words >= 24 && sentences >= 1);
}

const as = (fragment: Fragment, role: RoleId): Found['mend'] => ({
  label: { code: 'mend.role', params: { role: `role.${role}` } },
  calls: [call('fragment.role', { ids: [fragment.id], role })],
});

function run(fragment: Fragment, text: string): Found[] {
  const { role } = fragment;
  const found = (code: string, mend: Found['mend'], level?: Found['level']): Found[] => [
    {
      code,
      fragmentId: fragment.id,
      params: { role: `role.${role}` },
      ...(level ? { level } : {}),
      ...(mend ? { mend } : {}),
    },
  ];
  if (HEADS.has(role) && isBodyLength(text)) return found('role-length', as(fragment, 'body'));
  if (SHORT.has(role) && isBodyLength(text)) return found('role-length', as(fragment, 'body'));
  const jump = text.length <= 80 ? parseJumpLine(text) : null;
  const says = jump?.at === 'whole' && jump.kind !== 'pointer' ? jump.kind : null;
  if (isJumpLine(fragment)) {
    if (says === 'to' || says === 'from')
      return role === `jump-${says}` ? [] : found('role-text', as(fragment, `jump-${says}`));
    return jump ? [] : found('role-text', undefined, /[\p{N}一二三四五六七八九十]/u.test(text) ? 'note' : 'warning');
  }
  if (fragment.placement.at !== 'page') return [];
  if ((says === 'to' || says === 'from') && role !== 'teaser' && jump && jump.slug === undefined)
    return found('role-text', as(fragment, `jump-${says}`));
  if (role === 'body' && text.length <= 40 && isFolio(text)) return found('role-text', as(fragment, 'folio'), 'note');
  if (role === 'body' && isByline(text)) return found('role-text', as(fragment, 'byline'), 'note');
  return [];
}

export const roles: FragmentCheck = {
  scope: 'fragment',
  rules: [
    { code: 'role-length', level: 'warning' },
    { code: 'role-text', level: 'warning' },
    { code: 'unknown-role', level: 'note' },
    { code: 'empty-fragment', level: 'warning' },
  ],
  run({ fragment, text }) {
    const { at } = fragment.placement;
    if (at === 'discarded') return [];
    if (!/[\p{L}\p{N}]/u.test(text))
      return at === 'page'
        ? [
            {
              code: 'empty-fragment',
              fragmentId: fragment.id,
              // A sign by itself is printed: a ditto, an ornament, a rule of dashes.
              ...(/\S/u.test(text) ? { level: 'note' as const } : {}),
              mend: {
                label: { code: 'mend.discard' },
                calls: [call('fragment.discard', { ids: [fragment.id], reason: 'noise' })],
              },
            },
          ]
        : [];
    return [
      ...(fragment.role === 'unknown' && at === 'page' ? [{ code: 'unknown-role', fragmentId: fragment.id }] : []),
      ...run(fragment, text),
    ];
  },
};
