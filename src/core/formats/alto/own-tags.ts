/** Tags of our own writer, read back: what ALTO has no place for stands in tags whose type begins with `press-`. */
import { ARTICLE_KINDS, DISCARD_REASONS } from '../../model/edition.ts';
import { isRole } from '../../model/role.ts';
import { readBreaks } from '../paragraphs.ts';
import { placeFacts } from '../place-facts.ts';
import type { GivenArticle, GivenFragment } from '../reading.ts';
import { isArticleLabel } from './tags.ts';

export interface Tag {
  readonly label: string;
  readonly type: string;
  readonly description: string | undefined;
}

type Facts = Pick<GivenFragment, 'role' | 'placement' | 'continues' | 'confirmed' | 'jump' | 'breaks'>;

export function factsOf(tags: readonly Tag[]): Facts {
  const of = (type: string): Tag | undefined => tags.find((tag) => tag.type === type);
  const state = (label: string): boolean => tags.some((tag) => tag.type === 'press-state' && tag.label === label);
  const role = of('press-role')?.description;
  const discarded = of('press-discarded');
  const jump = of('press-jump');
  const breaks = readBreaks(of('press-paragraphs')?.label);
  return {
    ...(role !== undefined && isRole(role) ? { role } : {}),
    ...(discarded
      ? {
          placement: {
            at: 'discarded',
            reason: DISCARD_REASONS.find((one) => one === discarded.description) ?? 'noise',
          },
        }
      : {}),
    ...(of('press-placement')?.label === 'Unplaced' ? { placement: { at: 'unplaced' } } : {}),
    ...(state('Continues') ? { continues: true } : {}),
    ...(state('Confirmed') ? { confirmed: true } : {}),
    ...(breaks ? { breaks } : {}),
    ...(jump && (role === 'jump-to' || role === 'jump-from')
      ? { jump: { direction: role === 'jump-to' ? 'to' : 'from', page: jump.label || null } }
      : {}),
  };
}

/** Title, kind and part of an article group; `Article` itself is no title. */
export function articleFacts(
  tags: readonly Tag[],
): Pick<GivenArticle, 'title' | 'kind' | 'key' | 'part' | 'place' | 'places'> {
  const own = tags.find(
    (tag) => tag.type === 'Article' && tag.description !== undefined && /^\d+$/u.test(tag.description),
  );
  const kind = ARTICLE_KINDS.find((one) => tags.some((tag) => tag.type === 'press-kind' && tag.label === one));
  const part = Number.parseInt(tags.find((tag) => tag.type === 'press-part')?.label ?? '', 10);
  const title = own && !isArticleLabel(own.label) ? own.label : '';
  return {
    ...(title ? { title } : {}),
    ...(kind ? { kind } : {}),
    ...(own?.description === undefined ? {} : { key: own.description }),
    ...(Number.isSafeInteger(part) ? { part } : {}),
    ...placeFacts(own?.description, tags.find((tag) => tag.type === 'press-places')?.label),
  };
}
