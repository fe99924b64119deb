/** A page's reading order and relations in PAGE XML: articles have no order between them, their fragments have. */
import { pageOfFragment } from '../../continuations.ts';
import type { Edition, Fragment } from '../../model/edition.ts';
import { articlesOf, readingOrder } from '../../model/selectors.ts';
import { JUMP_FURNITURE } from '../stories.ts';
import type { LaidPage } from '../laid-page.ts';
import type { ArticleOnPage } from '../page-order.ts';
import { el, type XmlElement } from '../xml-writer.ts';
import { labels } from './labels.ts';

type Regions = ReadonlyMap<string, string>;

function articleGroup(
  { article, number, title, part, parts, places, members }: ArticleOnPage,
  regions: Regions,
): XmlElement {
  return el(
    'OrderedGroup',
    { id: `a${number}`, type: 'article', caption: title, continuation: part > 1 },
    labels({
      'press-article': String(number),
      'press-part': part > 0 && parts > 1 ? `${part}/${parts}` : undefined,
      'press-places': places?.join(' '),
      'press-kind': article.kind === 'article' ? undefined : article.kind,
    }),
    members.map((fragment, index) => el('RegionRefIndexed', { index, regionRef: regions.get(fragment.id) ?? '' })),
  );
}

export function orderOf({ order }: LaidPage, regions: Regions): XmlElement | undefined {
  const refs = (fragments: readonly Fragment[]): XmlElement[] =>
    fragments.map((fragment) => el('RegionRef', { regionRef: regions.get(fragment.id) ?? '' }));
  const groups = [
    ...refs(order.first),
    ...order.articles.map((one) => articleGroup(one, regions)),
    ...refs(order.last),
  ];
  return groups.length ? el('ReadingOrder', {}, el('UnorderedGroup', { id: 'ro' }, groups)) : undefined;
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
    if (fragment.continues)
      relate(
        'join',
        before.findLast((f) => f.role === fragment.role),
        fragment,
      );
    if (fragment.role === 'jump-to')
      relate(
        'link',
        before.findLast((f) => !JUMP_FURNITURE.has(f.role)),
        fragment,
      );
    if (fragment.role === 'jump-from')
      relate(
        'link',
        fragment,
        members.slice(i + 1).find((f) => !JUMP_FURNITURE.has(f.role)),
      );
  });
  return found;
}

export function relationsOf(edition: Edition, laid: LaidPage, regions: Regions): XmlElement | undefined {
  const here = (f: Fragment): string | undefined =>
    pageOfFragment(f) === laid.page.id ? regions.get(f.id) : undefined;
  const found = articlesOf(edition).flatMap((article) => relationsIn(readingOrder(edition, article.id), here));
  if (!found.length) return undefined;
  return el(
    'Relations',
    {},
    found.map(({ type, from, to }, i) =>
      el(
        'Relation',
        { id: `rel${i + 1}`, type },
        el('SourceRegionRef', { regionRef: from }),
        el('TargetRegionRef', { regionRef: to }),
      ),
    ),
  );
}
