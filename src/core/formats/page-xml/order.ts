/** A page's reading order and relations in PAGE XML: articles have no order between them, their fragments have. */
import { pageOfFragment, pagesIn } from '../../continuations.ts';
import type { Edition, Fragment } from '../../model/edition.ts';
import { articleNumbers, articlesOf, articleTitle, readingOrder } from '../../model/selectors.ts';
import { JUMP_FURNITURE } from '../stories.ts';
import type { LaidPage } from '../laid-page.ts';
import { el, type XmlElement } from '../xml-writer.ts';
import { labels } from './labels.ts';

type Regions = ReadonlyMap<string, string>;

function articleGroup(edition: Edition, laid: LaidPage, articleId: string, regions: Regions): XmlElement | undefined {
  const refs = readingOrder(edition, articleId).flatMap((f) => regions.get(f.id) ?? []);
  if (!refs.length) return undefined;
  const number = articleNumbers(edition).get(articleId) ?? 0;
  const pages = pagesIn(edition, articleId);
  const part = pages.indexOf(laid.page.id) + 1;
  const kind = edition.articles[articleId]?.kind;
  return el(
    'OrderedGroup',
    { id: `a${number}`, type: 'article', caption: articleTitle(edition, articleId), continuation: part > 1 },
    labels({
      'press-article': String(number),
      'press-part': part > 0 && pages.length > 1 ? `${part}/${pages.length}` : undefined,
      'press-kind': kind === 'article' ? undefined : kind,
    }),
    refs.map((regionRef, index) => el('RegionRefIndexed', { index, regionRef })),
  );
}

export function orderOf(edition: Edition, laid: LaidPage, regions: Regions): XmlElement | undefined {
  const loose = laid.fragments.filter(({ fragment }) => !fragment.article && fragment.placement.at === 'page');
  const groups = articlesOf(edition).map((article) => articleGroup(edition, laid, article.id, regions));
  const refs = loose.map(({ fragment }) => el('RegionRef', { regionRef: regions.get(fragment.id) ?? '' }));
  if (!refs.length && groups.every((group) => !group)) return undefined;
  return el('ReadingOrder', {}, el('UnorderedGroup', { id: 'ro' }, groups, refs));
}

interface Relation {
  readonly type: 'join' | 'link';
  readonly from: string;
  readonly to: string;
}

/** join: the paragraph goes on in the other region. link: a jump line and what it belongs to. */
function relationsIn(members: readonly Fragment[], here: (f: Fragment) => string | undefined): Relation[] {
  const found: Relation[] = [];
  const relate = (type: Relation['type'], from: Fragment | undefined, to: Fragment | undefined): void => {
    const [source, target] = [from && here(from), to && here(to)];
    if (source && target) found.push({ type, from: source, to: target });
  };
  members.forEach((fragment, i) => {
    const before = members.slice(0, i);
    if (fragment.continues) relate('join', before.findLast((f) => f.role === fragment.role), fragment);
    if (fragment.role === 'jump-to') relate('link', before.findLast((f) => !JUMP_FURNITURE.has(f.role)), fragment);
    if (fragment.role === 'jump-from') relate('link', fragment, members.slice(i + 1).find((f) => !JUMP_FURNITURE.has(f.role)));
  });
  return found;
}

export function relationsOf(edition: Edition, laid: LaidPage, regions: Regions): XmlElement | undefined {
  const here = (f: Fragment): string | undefined => (pageOfFragment(f) === laid.page.id ? regions.get(f.id) : undefined);
  const found = articlesOf(edition).flatMap((article) => relationsIn(readingOrder(edition, article.id), here));
  if (!found.length) return undefined;
  return el(
    'Relations',
    {},
    found.map(({ type, from, to }, i) =>
      el('Relation', { id: `rel${i + 1}`, type }, el('SourceRegionRef', { regionRef: from }), el('TargetRegionRef', { regionRef: to })),
    ),
  );
}
