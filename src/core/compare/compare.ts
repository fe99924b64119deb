/** Two versions of an edition, thing by thing: what was cut, reworded, re-roled, moved, regrouped or reordered. */
import type { Article, Edition, Fragment, Page } from '../model/edition.ts';
import { articlesOf, fragmentsOf, isMember, isPlaced, pagesOf, readingOrder, textOf } from '../model/selectors.ts';
import { align, inOurWords, type Alignment, type Cut } from './align.ts';
import { outOfOrder, pageSequence } from './sequences.ts';

export type DifferenceKind =
  /** A source, with all its fragments, that only they have. */
  | 'source'
  /** The same characters in other fragments; their roles, places and articles come along. */
  | 'cut'
  | 'text'
  /** Role, and what a jump line says. */
  | 'role'
  /** Page, column, span, tray, discard, or the order on the page. */
  | 'place'
  /** The article that it belongs to. */
  | 'group'
  /** The place in its article's reading order. */
  | 'order'
  | 'confirmed'
  /** An article's title, kind, review or place in the outline. */
  | 'article'
  /** A page's label, size, columns or place; a page that only one side has. */
  | 'page'
  /** Title, date, language; suggestions turned down, findings muted, the profile of checks, the stages of review. */
  | 'about';

export interface Difference {
  /** The same for the same two versions: kind and id. */
  readonly key: string;
  readonly kind: DifferenceKind;
  /** Ours that it is about; of a cut, all of the group. */
  readonly fragmentIds: readonly string[];
  /** Of a cut: what stands for them on their side, by the ids of `Comparison.theirs`. */
  readonly theirIds: readonly string[];
  readonly sourceId?: string;
  readonly articleId?: string;
  readonly pageId?: string;
}

export interface Comparison {
  readonly ours: Edition;
  /** Their edition, with our ids for all that is the same. */
  readonly theirs: Edition;
  readonly alignment: Alignment;
  readonly differences: readonly Difference[];
  /** Ids of our sources that they do not have: nothing can be said of them. */
  readonly onlyOurs: readonly string[];
}

export function compareEditions(ours: Edition, other: Edition): Comparison {
  const alignment = align(ours, other);
  const { edition: theirs, fragmentIds } = inOurWords(ours, other, alignment);
  const matched = new Set(alignment.sources.values());
  return {
    ours,
    theirs,
    alignment,
    differences: [
      ...aboutDifferences(ours, theirs),
      ...pageDifferences(ours, theirs),
      ...articleDifferences(ours, theirs, alignment),
      ...fragmentDifferences(ours, theirs, alignment.cuts, fragmentIds),
    ],
    onlyOurs: Object.keys(ours.sources).filter((id) => !matched.has(id)),
  };
}

const difference = (kind: DifferenceKind, id: string, more: Partial<Difference> = {}): Difference => ({
  key: `${kind} ${id}`,
  kind,
  fragmentIds: [],
  theirIds: [],
  ...more,
});

/** Keys in an order of their own, so that the same facts are the same text. */
const told = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );

const aboutFacts = ({ title, date, language, dismissed, muted, checks, reviewStages }: Edition): string =>
  told([title, date, language, dismissed, muted ?? {}, checks, reviewStages ?? 1]);

const aboutDifferences = (ours: Edition, theirs: Edition): Difference[] =>
  aboutFacts(ours) === aboutFacts(theirs) ? [] : [difference('about', 'edition')];

const pageFacts = ({ label, aliases, section, width, height, review, columns }: Page): string =>
  told([label, aliases ?? [], section, width, height, review, columns.map(({ id, x, width: w }) => [id, x, w])]);

function pageDifferences(ours: Edition, theirs: Edition): Difference[] {
  const both = (edition: Edition, other: Edition): string[] =>
    pagesOf(edition).flatMap(({ id }) => (other.pages[id] ? [id] : []));
  const moved = outOfOrder(both(ours, theirs), both(theirs, ours));
  const ids = new Set([...pagesOf(ours), ...pagesOf(theirs)].map((page) => page.id));
  return [...ids].flatMap((id) => {
    const [own, their] = [ours.pages[id], theirs.pages[id]];
    const same = own && their && pageFacts(own) === pageFacts(their) && !moved.has(id);
    return same ? [] : [difference('page', id, { pageId: id })];
  });
}

const articleFacts = ({ title, kind, review }: Article): string => told([title, kind, review]);

function articleDifferences(ours: Edition, theirs: Edition, { articles }: Alignment): Difference[] {
  const shared = new Set(articles.values());
  const order = (edition: Edition): string[] => articlesOf(edition).flatMap(({ id }) => (shared.has(id) ? [id] : []));
  const moved = outOfOrder(order(ours), order(theirs));
  return order(ours).flatMap((id) => {
    const [own, their] = [ours.articles[id], theirs.articles[id]];
    if (!own || !their) return [];
    return articleFacts(own) === articleFacts(their) && !moved.has(id)
      ? []
      : [difference('article', id, { articleId: id })];
  });
}

function fragmentDifferences(
  ours: Edition,
  theirs: Edition,
  cuts: readonly Cut[],
  fragmentIds: ReadonlyMap<string, string>,
): Difference[] {
  const pairs: (readonly [Fragment, Fragment])[] = [];
  const recut: Difference[] = [];
  const there = new Map(fragmentsOf(theirs).map((f) => [f.id, f]));
  for (const cut of cuts) {
    const theirIds = cut.theirs.map((f) => fragmentIds.get(f.id) ?? f.id);
    const [own] = cut.ours;
    const their = there.get(theirIds[0] ?? '');
    const group = cut.ours.map((f) => f.id);
    if (!their) continue;
    if (!own) recut.push(difference('source', their.sourceId, { theirIds, sourceId: their.sourceId }));
    else if (cut.alike) pairs.push([own, their]);
    else recut.push(difference('cut', group.join(' '), { fragmentIds: group, theirIds, sourceId: own.sourceId }));
  }
  const displaced = movedOnPages(ours, theirs, pairs);
  const reordered = movedInArticles(ours, theirs, pairs);
  const found = pairs.flatMap(([own, their]) => {
    const kinds: DifferenceKind[] = [];
    if (textOf(ours, own) !== textOf(theirs, their) || own.continues !== their.continues) kinds.push('text');
    if (own.role !== their.role || JSON.stringify(own.jump) !== JSON.stringify(their.jump)) kinds.push('role');
    if (placeFacts(ours, own) !== placeFacts(theirs, their) || displaced.has(own.id)) kinds.push('place');
    if (own.article?.id !== their.article?.id) kinds.push('group');
    else if (reordered.has(own.id)) kinds.push('order');
    if (own.confirmed !== their.confirmed) kinds.push('confirmed');
    return kinds.map((kind) =>
      difference(kind, own.id, {
        fragmentIds: [own.id],
        theirIds: [own.id],
        sourceId: own.sourceId,
        ...(own.article ? { articleId: own.article.id } : {}),
      }),
    );
  });
  return [...recut, ...found];
}

function placeFacts(edition: Edition, { placement }: Fragment): string {
  if (placement.at !== 'page') return JSON.stringify(placement);
  const columns = edition.pages[placement.page]?.columns ?? [];
  return `${placement.page} ${columns.findIndex((c) => c.id === placement.column)}+${placement.span}`;
}

type Pair = readonly [Fragment, Fragment];

/** Stand on the same page in the same columns, and yet in another order. */
function movedOnPages(ours: Edition, theirs: Edition, pairs: readonly Pair[]): Set<string> {
  const steady = new Set(
    pairs
      .filter(([own, their]) => isPlaced(own) && isPlaced(their) && placeFacts(ours, own) === placeFacts(theirs, their))
      .map(([own]) => own.id),
  );
  const moved = new Set<string>();
  for (const { id } of pagesOf(ours)) {
    const order = (edition: Edition): string[] =>
      pageSequence(edition, id).flatMap((f) => (steady.has(f.id) ? [f.id] : []));
    if (theirs.pages[id]) for (const one of outOfOrder(order(ours), order(theirs))) moved.add(one);
  }
  return moved;
}

function movedInArticles(ours: Edition, theirs: Edition, pairs: readonly Pair[]): Set<string> {
  const steady = new Set(
    pairs
      .filter(([own, their]) => isMember(own) && isMember(their) && own.article.id === their.article.id)
      .map(([own]) => own.id),
  );
  const moved = new Set<string>();
  for (const { id } of articlesOf(ours)) {
    const order = (edition: Edition): string[] =>
      readingOrder(edition, id).flatMap((f) => (steady.has(f.id) ? [f.id] : []));
    for (const one of outOfOrder(order(ours), order(theirs))) moved.add(one);
  }
  return moved;
}
