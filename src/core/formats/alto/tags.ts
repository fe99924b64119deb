/** What ALTO's tags, and the TYPE of its composed blocks, make of a block. */
import { ARTICLE_KINDS, DISCARD_REASONS } from '../../model/edition.ts';
import { isRole, type RoleId } from '../../model/role.ts';
import type { GivenArticle, GivenFragment } from '../reading.ts';

const LABELS: ReadonlyMap<string, RoleId> = new Map([
  ['headline', 'headline'], ['heading', 'headline'], ['title', 'headline'], ['titre', 'headline'],
  ['overline', 'kicker'], ['subheadline', 'subhead'], ['bodytext', 'body'], ['paragraph', 'body'], ['author', 'byline'],
  ['abstract', 'lead'], ['photocredit', 'photo-credit'], ['editornote', 'editor-note'], ['pullquote', 'quote'],
  ['jumpto', 'jump-to'], ['jumpfrom', 'jump-from'], ['jumphead', 'jump-head'],
  ['advertisement', 'ad'], ['advert', 'ad'], ['publicite', 'ad'], ['obituary', 'notice'], ['deathnotice', 'notice'],
  ['pagenumber', 'folio'], ['runningtitle', 'folio'],
]);

/** `titre 1`, `BodyText`, `photo-credit`: case, spaces, numbers and marks do not count. */
export function roleOfLabel(label: string): RoleId | undefined {
  const exact = label.trim().toLowerCase();
  if (isRole(exact)) return exact === 'unknown' ? undefined : exact;
  return LABELS.get(exact.normalize('NFD').replace(/[^a-z]/gu, ''));
}

export interface AltoTag {
  readonly type: string;
  readonly label: string;
  readonly description: string;
}

const typed = (tags: readonly AltoTag[], type: string): AltoTag | undefined => tags.find((tag) => tag.type === type);

/** Our own tags say it exactly; others by their labels. */
export function saidOfTags(tags: readonly AltoTag[]): Pick<GivenFragment, 'role' | 'continues' | 'confirmed' | 'jump' | 'placement'> {
  const exact = typed(tags, 'press-role')?.description ?? '';
  const role = isRole(exact) ? exact : tags.filter(({ type }) => !type.startsWith('press-')).map(({ label }) => roleOfLabel(label)).findLast((r): r is RoleId => r !== undefined);
  const jump = typed(tags, 'press-jump');
  const noise = typed(tags, 'press-discarded') ?? tags.find(({ label }) => /^noise$/iu.test(label.trim()));
  const state = (label: string): boolean => tags.some((tag) => tag.type === 'press-state' && tag.label === label);
  return {
    ...(role ? { role } : {}),
    ...(state('Continues') ? { continues: true as const } : {}),
    ...(state('Confirmed') ? { confirmed: true as const } : {}),
    ...(jump && (role === 'jump-to' || role === 'jump-from') ? { jump: { direction: role === 'jump-to' ? ('to' as const) : ('from' as const), page: jump.label || null } } : {}),
    ...(noise ? { placement: { at: 'discarded' as const, reason: DISCARD_REASONS.find((r) => r === noise.description) ?? 'noise' } } : typed(tags, 'press-placement') ? { placement: { at: 'unplaced' as const } } : {}),
  };
}

/** What the tags of a group make of it; null: no article. */
export function articleOfTags(tags: readonly AltoTag[]): Pick<GivenArticle, 'title' | 'kind' | 'key' | 'part'> | null {
  const own = tags.find(({ type, description }) => type === 'press-article' || (type === 'Article' && /^\d+$/u.test(description)));
  if (!own) return tags.some(({ type, label }) => /^article\b/iu.test(label.trim()) || /^article\b/iu.test(type.trim())) ? {} : null;
  const kind = ARTICLE_KINDS.find((k) => k === typed(tags, 'press-kind')?.label);
  const part = Number.parseInt(typed(tags, 'press-part')?.label ?? '', 10);
  return {
    ...(own.label ? { title: own.label } : {}),
    ...(kind ? { kind } : {}),
    ...(own.description ? { key: own.description } : {}),
    ...(Number.isSafeInteger(part) ? { part } : {}),
  };
}
