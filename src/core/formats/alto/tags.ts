/** What ALTO's tags, and the TYPE of its composed blocks, make of a block. */
import { isRole, type RoleId } from '../../model/role.ts';

const LABELS: ReadonlyMap<string, RoleId> = new Map([
  ['headline', 'headline'],
  ['heading', 'headline'],
  ['title', 'headline'],
  ['titre', 'headline'],
  ['overline', 'kicker'],
  ['subheadline', 'subhead'],
  ['bodytext', 'body'],
  ['paragraph', 'body'],
  ['author', 'byline'],
  ['abstract', 'lead'],
  ['photocredit', 'photo-credit'],
  ['editornote', 'editor-note'],
  ['pullquote', 'quote'],
  ['jumpto', 'jump-to'],
  ['jumpfrom', 'jump-from'],
  ['jumphead', 'jump-head'],
  ['advertisement', 'ad'],
  ['advert', 'ad'],
  ['publicite', 'ad'],
  ['obituary', 'notice'],
  ['deathnotice', 'notice'],
  ['pagenumber', 'folio'],
  ['runningtitle', 'folio'],
]);

/** `titre 1`, `BodyText`, `photo-credit`: case, spaces, numbers and marks do not count. */
export function roleOfLabel(label: string): RoleId | undefined {
  const exact = label.trim().toLowerCase();
  if (isRole(exact)) return exact === 'unknown' ? undefined : exact;
  return LABELS.get(exact.normalize('NFD').replace(/[^a-z]/gu, ''));
}

export const isNoiseLabel = (label: string): boolean => /^noise$/iu.test(label.trim());
export const isArticleLabel = (label: string): boolean => /^article\b/iu.test(label.trim());
