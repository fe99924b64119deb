/** Questions about an edition. Answers are remembered by shard and by edition, so that asking again costs nothing. */
import type { Article, Edition, Fragment, Page, PlacedAt, Source } from './edition.ts';
import { readingText } from './reading-text.ts';
import { isJumpLine } from './role.ts';

type Shard = Edition['fragments'][string];

export const byOrder = (a: { order: string; id: string }, b: { order: string; id: string }): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

export function remember<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}

interface ShardIndex {
  readonly byPage: ReadonlyMap<string, readonly Placed[]>;
  readonly byArticle: ReadonlyMap<string, readonly Member[]>;
  readonly unplaced: readonly Fragment[];
  readonly discarded: readonly Fragment[];
}
export type Placed = Fragment & { readonly placement: PlacedAt };
export type Member = Fragment & { readonly article: NonNullable<Fragment['article']> };

export const isPlaced = (fragment: Fragment): fragment is Placed => fragment.placement.at === 'page';
export const isMember = (fragment: Fragment): fragment is Member => fragment.article !== undefined;

const push = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const bySource = (a: Fragment, b: Fragment): number => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0);

const indexShard = remember((shard: Shard): ShardIndex => {
  const byPage = new Map<string, Placed[]>();
  const byArticle = new Map<string, Member[]>();
  const unplaced: Fragment[] = [];
  const discarded: Fragment[] = [];
  for (const fragment of Object.values(shard)) {
    if (isPlaced(fragment)) push(byPage, fragment.placement.page, fragment);
    else if (fragment.placement.at === 'unplaced') unplaced.push(fragment);
    else discarded.push(fragment);
    if (isMember(fragment)) push(byArticle, fragment.article.id, fragment);
  }
  return { byPage, byArticle, unplaced: unplaced.sort(bySource), discarded: discarded.sort(bySource) };
});

const shards = (edition: Edition): Shard[] => Object.values(edition.fragments);

/** The source under which a fragment was found last: it is looked for there first, in any edition, for ids are unique in each. */
const foundUnder = new Map<string, string>();
const MOST_FOUND = 100_000;

export function findFragment(edition: Edition, id: string): Fragment | undefined {
  const shard = edition.fragments[foundUnder.get(id) ?? ''];
  if (shard && Object.hasOwn(shard, id)) return shard[id];
  for (const [source, shard] of Object.entries(edition.fragments)) {
    if (!Object.hasOwn(shard, id)) continue;
    if (foundUnder.size >= MOST_FOUND) foundUnder.clear();
    foundUnder.set(id, source);
    return shard[id];
  }
  return undefined;
}

/** Ids may come from anywhere: `constructor` names no page. */
const own = <T>(record: { readonly [id: string]: T }, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;

export const findPage = (edition: Edition, id: string): Page | undefined => own(edition.pages, id);
export const findArticle = (edition: Edition, id: string): Article | undefined => own(edition.articles, id);

/** The fragments with these ids, those that exist, in the order of the ids. */
export const findFragments = (edition: Edition, ids: readonly string[]): Fragment[] =>
  ids.map((id) => findFragment(edition, id)).filter((fragment) => fragment !== undefined);

export const fragmentsOf = (edition: Edition): Fragment[] => shards(edition).flatMap((shard) => Object.values(shard));

const inOrder = <T extends { readonly id: string; readonly order: string }>() =>
  remember((record: { readonly [id: string]: T }): readonly T[] => Object.values(record).sort(byOrder));
const pagesInOrder = inOrder<Page>();
const articlesInOrder = inOrder<Article>();
export const pagesOf = (edition: Edition): readonly Page[] => pagesInOrder(edition.pages);
export const articlesOf = (edition: Edition): readonly Article[] => articlesInOrder(edition.articles);
/** The articles' numbers, from 1, as the outline and the sheet show them. */
export const articleNumbers = (edition: Edition): ReadonlyMap<string, number> => numbersOf(edition.articles);
const numbersOf = remember(
  (articles: Edition['articles']): ReadonlyMap<string, number> =>
    new Map(articlesInOrder(articles).map((article, i) => [article.id, i + 1])),
);

interface Gathered {
  readonly pages: ReadonlyMap<string, readonly (readonly Placed[])[]>;
  readonly articles: ReadonlyMap<string, readonly (readonly Member[])[]>;
  /** Articles that stand on several pages or have a jump line, perhaps a few more. */
  readonly spread: ReadonlySet<string>;
}

/**
 * Which sources have something on which page and in which article: one look at each source, not at each fragment. What was
 * gathered last is brought up to date where few sources changed, so that an edit costs the same in a large edition.
 */
const gatheredOf = remember((fragments: Edition['fragments']): Gathered => {
  const before = gatheredLast?.deref();
  const made = (before && regathered(before, gatheredOf(before), fragments)) ?? gather(Object.values(fragments));
  gatheredLast = new WeakRef(fragments);
  return made;
});
let gatheredLast: WeakRef<Edition['fragments']> | undefined;
const gathered = (edition: Edition): Gathered => gatheredOf(edition.fragments);

function gather(all: readonly Shard[]): Gathered {
  const pages = new Map<string, (readonly Placed[])[]>();
  const articles = new Map<string, (readonly Member[])[]>();
  for (const shard of all) {
    const { byPage, byArticle } = indexShard(shard);
    for (const [id, list] of byPage) push(pages, id, list);
    for (const [id, list] of byArticle) push(articles, id, list);
  }
  const spread = new Set<string>();
  for (const [id, lists] of articles) if (isSpread(lists)) spread.add(id);
  return { pages, articles, spread };
}

const isSpread = (lists: readonly (readonly Member[])[]): boolean =>
  lists.length > 1 || (lists[0] !== undefined && leavesItsPage(lists[0]));

/** Has it jump lines, or stands it on several pages? */
export const leavesItsPage = remember(
  (members: readonly Member[]): boolean =>
    members.some((f) => isJumpLine(f)) ||
    new Set(members.flatMap((f) => (isPlaced(f) ? f.placement.page : []))).size > 1,
);

const EMPTY: Shard = {};

/** Nothing where so much is new that it is less work to gather anew. */
function regathered(was: Edition['fragments'], known: Gathered, now: Edition['fragments']): Gathered | undefined {
  const sources = new Set([...Object.keys(was), ...Object.keys(now)]);
  const changed = [...sources].filter((id) => was[id] !== now[id]);
  if (changed.length * 4 > sources.size) return undefined;
  const pages = new Map(known.pages);
  const articles = new Map(known.articles);
  const spread = new Set(known.spread);
  for (const id of changed) {
    const [old, fresh] = [indexShard(was[id] ?? EMPTY), indexShard(now[id] ?? EMPTY)];
    exchange(pages, old.byPage, fresh.byPage);
    exchange(articles, old.byArticle, fresh.byArticle);
    for (const article of [...old.byArticle.keys(), ...fresh.byArticle.keys()])
      if (isSpread(articles.get(article) ?? NONE)) spread.add(article);
      else spread.delete(article);
  }
  return { pages, articles, spread };
}

function exchange<T>(
  all: Map<string, readonly (readonly T[])[]>,
  old: ReadonlyMap<string, readonly T[]>,
  fresh: ReadonlyMap<string, readonly T[]>,
): void {
  for (const id of new Set([...old.keys(), ...fresh.keys()])) {
    const list = fresh.get(id);
    const others = (all.get(id) ?? []).filter((one) => one !== old.get(id));
    if (list) all.set(id, [...others, list]);
    else if (others.length) all.set(id, others);
    else all.delete(id);
  }
}

/** Makes one list of several, and the same one of the same: what did not change stays the same object. */
function joiner<T extends { readonly id: string }>(orderOf: (item: T) => string) {
  const known = new WeakMap<readonly T[], { readonly of: readonly (readonly T[])[]; readonly made: readonly T[] }>();
  return (lists: readonly (readonly T[])[] = []): readonly T[] => {
    const [first] = lists;
    if (!first) return NONE;
    const before = known.get(first);
    if (before?.of.length === lists.length && before.of.every((list, i) => list === lists[i])) return before.made;
    const made = lists.flat().sort((a, b) => byOrder({ order: orderOf(a), id: a.id }, { order: orderOf(b), id: b.id }));
    known.set(first, { of: lists, made });
    return made;
  };
}
const NONE: readonly never[] = [];
const joinPlaced = joiner<Placed>((f) => f.placement.order);
const joinMembers = joiner<Member>((f) => f.article.order);

/** What stands on a page, in the order in which it goes down on the sheet. The same list for as long as nothing in it changed. */
export const fragmentsOnPage = (edition: Edition, pageId: string): readonly Placed[] =>
  joinPlaced(gathered(edition).pages.get(pageId));

/** Columns from left to right, each from top to bottom: the order of the saved file and of the keyboard on the sheet. */
export function columnOrder(edition: Edition, pageId: string): Placed[] {
  const page = edition.pages[pageId];
  const at = new Map(page?.columns.map((column, i) => [column.id, i]));
  return fragmentsOnPage(edition, pageId)
    .map((fragment, i) => ({ fragment, i, column: at.get(fragment.placement.column) ?? 0 }))
    .sort((a, b) => a.column - b.column || a.i - b.i)
    .map(({ fragment }) => fragment);
}

/** An article's fragments in reading order, over all pages. The same list for as long as nothing in it changed. */
export const readingOrder = (edition: Edition, articleId: string): readonly Member[] =>
  joinMembers(gathered(edition).articles.get(articleId));

/** The articles that may have continuations, in their order: most stand on one page, and need not be asked. */
export function spreadArticles(edition: Edition): string[] {
  const numbers = articleNumbers(edition);
  const numberOf = (id: string): number => numbers.get(id) ?? 0;
  return [...gathered(edition).spread].filter((id) => numbers.has(id)).sort((a, b) => numberOf(a) - numberOf(b));
}

/** The tray, in source order. */
export const unplacedFragments = remember((edition: Edition): readonly Fragment[] =>
  shards(edition).flatMap((shard) => indexShard(shard).unplaced),
);
export const discardedFragments = remember((edition: Edition): readonly Fragment[] =>
  shards(edition).flatMap((shard) => indexShard(shard).discarded),
);

export function sourceOf(edition: Edition, fragment: Fragment): Source {
  const source = edition.sources[fragment.sourceId];
  if (!source) throw new Error(`fragment ${fragment.id} names source ${fragment.sourceId}, which the edition lacks`);
  return source;
}

export const textOf = (edition: Edition, fragment: Fragment): string =>
  readingText(sourceOf(edition, fragment), fragment);

/** An article's own title, else what its heads say. */
export const articleTitle = (edition: Edition, articleId: string): string =>
  edition.articles[articleId]?.title || titleOfHeads(edition, articleId);

const titles = new WeakMap<readonly Member[], { readonly sources: Edition['sources']; readonly title: string }>();

/** The first headline's text, else any head's; empty where the article has none yet. */
export function titleOfHeads(edition: Edition, articleId: string): string {
  const members = readingOrder(edition, articleId);
  const known = titles.get(members);
  if (known?.sources === edition.sources) return known.title;
  const head =
    members.find((f) => f.role === 'headline') ??
    members.find((f) => ['kicker', 'subhead', 'jump-head', 'teaser'].includes(f.role));
  const title = head ? textOf(edition, head).replace(/\s+/gu, ' ').trim() : '';
  titles.set(members, { sources: edition.sources, title });
  return title;
}

/** First and last line of the source, counted from 1, that a fragment touches. */
export function lineRange(source: Source, fragment: Pick<Fragment, 'spans'>): readonly [first: number, last: number] {
  const starts = lineStarts(source);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const start = Math.min(...fragment.spans.map((span) => span[0]));
  const end = Math.max(...fragment.spans.map((span) => span[1]));
  return [lineAt(start), lineAt(Math.max(start, end - 1))];
}
/** The offsets at which the lines of a source's text begin. */
export const lineStarts = remember((source: Source): readonly number[] => [
  0,
  ...Array.from(source.text.matchAll(/\r\n|[\n\r]/gu), (m) => m.index + m[0].length),
]);
