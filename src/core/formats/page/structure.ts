/** The structure that PAGE files give: fragments, reading order, articles and relations, over all their pages. */
import type { GivenArticle, GivenFragment, GivenPage, GivenRelation, GivenStructure } from '../reading.ts';
import { ARTICLE_KINDS } from '../../model/edition.ts';
import { placeFacts } from '../place-facts.ts';
import { pushTo } from '../push-to.ts';
import { customNumber } from './custom.ts';
import { flatOrder, type ArticleGroup } from './order.ts';
import type { PageRegion, ParsedPage } from './parse.ts';

export interface PlacedRegion {
  readonly region: PageRegion;
  /** In reading order: indexes into the source's lines, and the article that the line itself names. */
  readonly lines: readonly { readonly index: number; readonly article: string | undefined }[];
}
export interface PagePart {
  readonly page: ParsedPage;
  readonly placed: readonly PlacedRegion[];
  readonly fragmentOf: (region: PageRegion, lines: readonly number[]) => GivenFragment;
}

/** Regions without a place of their own stand with the region that holds them: table cells by row and column, a drop capital before it. */
function withNested(ordered: readonly PageRegion[], all: readonly PageRegion[]): PageRegion[] {
  const listed = new Set(ordered);
  const children = new Map<PageRegion, PageRegion[]>();
  for (const region of all) if (region.parent && !listed.has(region)) pushTo(children, region.parent, region);
  const flat: PageRegion[] = [];
  const add = (region: PageRegion): void => {
    const inside = [...(children.get(region) ?? [])].sort(
      (a, b) => (a.cell?.row ?? 0) - (b.cell?.row ?? 0) || (a.cell?.column ?? 0) - (b.cell?.column ?? 0),
    );
    inside.filter((r) => r.type === 'drop-capital').forEach(add);
    flat.push(region);
    inside.filter((r) => r.type !== 'drop-capital').forEach(add);
  };
  ordered.forEach(add);
  return flat;
}

/** The file's reading order; where it has none, the one that Transkribus writes on the regions; else none. */
function orderOf(page: ParsedPage): {
  readonly regions: readonly PageRegion[];
  readonly articles: readonly ArticleGroup[];
} {
  const byId = new Map(page.regions.flatMap((r): [string, PageRegion][] => (r.id === undefined ? [] : [[r.id, r]])));
  if (page.order) {
    const { regions, articles } = flatOrder(page.order);
    return {
      regions: withNested(
        regions.flatMap((id) => byId.get(id) ?? []),
        page.regions,
      ),
      articles,
    };
  }
  const keyed = page.regions.flatMap((region, i) => {
    const key = customNumber(region.custom, 'readingOrder', 'index');
    return key === undefined ? [] : [{ region, key, i }];
  });
  return {
    regions: withNested(
      keyed.sort((a, b) => a.key - b.key || a.i - b.i).map(({ region }) => region),
      page.regions,
    ),
    articles: [],
  };
}

export function givenOf(parts: readonly PagePart[], label: string | undefined): GivenStructure {
  const fragments: GivenFragment[] = [];
  const articles: GivenArticle[] = [];
  const pages: GivenPage[] = [];
  const relations: GivenRelation[] = [];
  parts.forEach(({ page, placed, fragmentOf }, source) => {
    const ofRegion = new Map<PageRegion, number[]>();
    const named = new Map<string, number[]>();
    const order = orderOf(page);
    const rank = new Map(order.regions.map((region, i) => [region, i]));
    for (const { region, lines } of [...placed].sort(
      (a, b) => (rank.get(a.region) ?? Infinity) - (rank.get(b.region) ?? Infinity) || 0,
    )) {
      const own = articleOf(region);
      for (const run of runs(lines, own)) {
        const at = fragments.push(fragmentOf(region, run.lines)) - 1;
        pushTo(ofRegion, region, at);
        if (run.article !== undefined) pushTo(named, run.article, at);
      }
    }
    pages.push({
      source,
      ...(label && parts.length === 1 ? { label } : {}),
      order: order.regions.flatMap((region) => ofRegion.get(region) ?? []),
    });
    const byId = new Map(
      [...ofRegion].flatMap(([region, at]): [string, number[]][] => (region.id === undefined ? [] : [[region.id, at]])),
    );
    const within = nestedIn(page.regions);
    for (const group of order.articles) {
      const own = new Set(group.regions);
      const regions = group.regions.flatMap((id) => [id, ...(within.get(id) ?? []).filter((inner) => !own.has(inner))]);
      const members = [...new Set(regions.flatMap((id) => byId.get(id) ?? []))];
      if (members.length) articles.push(articleOfGroup(group, members));
    }
    if (order.articles.length === 0)
      for (const members of named.values()) articles.push({ fragments: members, ordered: order.regions.length > 0 });
    for (const { type, refs } of page.relations) {
      const from = byId.get(refs[0] ?? '')?.at(-1);
      const to = byId.get(refs[1] ?? '')?.[0];
      if (from === undefined || to === undefined || from === to) continue;
      relations.push({ type, from, to });
      const next = fragments[to];
      if (type === 'join' && next) fragments[to] = { ...next, continues: true };
    }
  });
  return { fragments, articles, pages, relations };
}

function articleOfGroup(
  { ordered, caption, continued, labels }: ArticleGroup,
  fragments: readonly number[],
): GivenArticle {
  const kind = ARTICLE_KINDS.find((k) => k === labels.get('press-kind'));
  const key = labels.get('press-article');
  const part = Number.parseInt(labels.get('press-part') ?? '', 10);
  return {
    fragments,
    ordered,
    ...(caption ? { title: caption } : {}),
    ...(kind ? { kind } : {}),
    ...(continued ? { continued: true as const } : {}),
    ...(key ? { key } : {}),
    ...(Number.isSafeInteger(part) ? { part } : {}),
    ...placeFacts(key, labels.get('press-places')),
  };
}

function articleOf(region: PageRegion): string | undefined {
  const structure = region.custom.get('structure');
  return structure?.get('type') === 'article' ? structure.get('id') : undefined;
}

/** Lines of one region that name different articles are different fragments. */
function runs(
  lines: PlacedRegion['lines'],
  own: string | undefined,
): { readonly article: string | undefined; readonly lines: number[] }[] {
  const found: { article: string | undefined; lines: number[] }[] = [];
  for (const { index, article = own } of lines) {
    const last = found.at(-1);
    if (last && last.article === article) last.lines.push(index);
    else found.push({ article, lines: [index] });
  }
  return found;
}

/** Ids of the regions inside each region. */
function nestedIn(regions: readonly PageRegion[]): Map<string, string[]> {
  const within = new Map<string, string[]>();
  for (const region of regions)
    for (let above = region.parent; above; above = above.parent)
      if (above.id !== undefined && region.id !== undefined) pushTo(within, above.id, region.id);
  return within;
}
