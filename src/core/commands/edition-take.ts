import type { Draft } from 'immer';
import { generateNKeysBetween } from 'fractional-indexing';
import { compareEditions, type Comparison, type Difference } from '../compare/compare.ts';
import { neededFor } from '../compare/needed.ts';
import { pageSequence, withArrivals } from '../compare/sequences.ts';
import type { Article, Edition, Fragment, Page, Placement, Source } from '../model/edition.ts';
import { articlesOf, fragmentsOf, fragmentsOnPage, isMember, pagesOf, readingOrder } from '../model/selectors.ts';
import { defineCommand, refuse, type EditionDraft } from './command.ts';

export interface TakeArgs {
  /** The other version, as it is. */
  readonly from: Edition;
  /** Keys of the differences to take over, see `compareEditions`. What they need is taken along. */
  readonly keys: readonly string[];
}

/** Takes differences over from another version of the edition. Taking all makes the two equal. */
export const takeDifferences = defineCommand<TakeArgs>({
  check(edition, { from, keys }) {
    const comparison = compareEditions(edition, from);
    const known = new Set(comparison.differences.map((d) => d.key));
    if (!keys.length || !keys.every((key) => known.has(key))) return refuse('refuse.no-such-difference');
    return pagesAllow(comparison, neededFor(comparison, keys));
  },
  run(draft, { from, keys }, edition) {
    const comparison = compareEditions(edition, from);
    take(draft, comparison, neededFor(comparison, keys));
  },
  label: (_, { keys }) => ({ code: 'command.take', params: { n: keys.length } }),
});

/** A page that goes must be left empty, and no two may have one label. */
function pagesAllow({ ours, theirs }: Comparison, chosen: readonly Difference[]) {
  const leaving = new Set(chosen.flatMap((d) => (d.kind === 'place' || d.kind === 'cut' ? d.fragmentIds : [])));
  const labels = new Map(pagesOf(ours).map((page) => [page.id, page.label]));
  for (const { kind, pageId } of chosen) {
    if (kind !== 'page' || pageId === undefined) continue;
    const their = theirs.pages[pageId];
    if (their) labels.set(pageId, their.label);
    else labels.delete(pageId);
    if (!their && fragmentsOnPage(ours, pageId).some((f) => !leaving.has(f.id))) return refuse('refuse.page-not-empty');
  }
  if (!labels.size) return refuse('refuse.last-page');
  const seen = new Set<string>();
  for (const label of labels.values()) {
    if (seen.has(label)) return refuse('refuse.label-taken', { label });
    seen.add(label);
  }
  return true;
}

function take(draft: EditionDraft, comparison: Comparison, chosen: readonly Difference[]): void {
  const { ours, theirs } = comparison;
  const there = new Map(fragmentsOf(theirs).map((f) => [f.id, f]));
  const of = (...kinds: Difference['kind'][]): Difference[] => chosen.filter((d) => kinds.includes(d.kind));
  const pageIds = of('page').flatMap((d) => d.pageId ?? []);
  if (of('about').length) takeAbout(draft, theirs);
  for (const id of pageIds) takePage(draft, ours, theirs, id);
  takeSources(draft, theirs, of('source'));
  for (const d of of('cut')) takeCut(draft, d, there);
  for (const d of of('text', 'role', 'place', 'group', 'order', 'confirmed'))
    for (const id of d.fragmentIds) takeFact(draft, d, there.get(id));
  const come = new Set(of('cut', 'source').flatMap((d) => d.theirIds));
  const placed = new Set([...come, ...of('place').flatMap((d) => d.fragmentIds)]);
  const grouped = new Set([...come, ...of('group', 'order').flatMap((d) => d.fragmentIds)]);
  addArticles(draft, theirs, grouped, there);
  orderPages(draft, comparison, new Set(pageIds));
  for (const id of pagesTouched(placed, there, pageIds)) orderOnPage(draft, comparison, id, placed);
  for (const id of new Set([...grouped].flatMap((one) => there.get(one)?.article?.id ?? [])))
    orderInArticle(draft, comparison, id, grouped);
  takeArticles(
    draft,
    comparison,
    of('article').flatMap((d) => d.articleId ?? []),
  );
  dropEmpty(draft);
}

function takeAbout(draft: EditionDraft, theirs: Edition): void {
  draft.title = theirs.title;
  draft.dismissed = { ...theirs.dismissed };
  for (const key of ['date', 'language', 'muted', 'checks', 'reviewStages'] as const) {
    if (theirs[key] === undefined) delete draft[key];
    else Object.assign(draft, { [key]: theirs[key] });
  }
}

/** Columns are told by their place: what stands on the page keeps its own, as far as there are as many. */
function takePage(draft: EditionDraft, ours: Edition, theirs: Edition, id: string): void {
  const [own, their] = [ours.pages[id], theirs.pages[id]];
  if (!their) {
    delete draft.pages[id];
    return;
  }
  draft.pages[id] = { ...their, order: own?.order ?? their.order } as Draft<Page>;
  if (!own) return;
  const at = new Map(own.columns.map((column, i) => [column.id, i]));
  for (const fragment of fragmentsOnPage(ours, id)) {
    const { placement } = fragment;
    const column = Math.min(at.get(placement.column) ?? 0, their.columns.length - 1);
    const span = Math.min(placement.span, their.columns.length - column);
    setPlacementOf(draft, fragment, { ...placement, column: their.columns[column]?.id ?? '', span });
  }
}

function setPlacementOf(draft: EditionDraft, { id, sourceId }: Fragment, placement: Placement): void {
  const own = draft.fragments[sourceId]?.[id];
  if (own) own.placement = placement as Draft<Placement>;
}

function takeSources(draft: EditionDraft, theirs: Edition, chosen: readonly Difference[]): void {
  for (const { sourceId } of chosen) {
    const source = sourceId === undefined ? undefined : theirs.sources[sourceId];
    if (!source) continue;
    draft.sources[source.id] = source as Draft<Source>;
    draft.fragments[source.id] = { ...theirs.fragments[source.id] } as Draft<Record<string, Fragment>>;
    for (const fragment of Object.values(theirs.fragments[source.id] ?? {})) putFragment(draft, fragment);
  }
}

function takeCut(draft: EditionDraft, d: Difference, there: ReadonlyMap<string, Fragment>): void {
  const shard = draft.fragments[d.sourceId ?? ''];
  if (!shard) return;
  for (const id of d.fragmentIds) delete shard[id];
  for (const id of d.theirIds) {
    const fragment = there.get(id);
    if (fragment) putFragment(draft, fragment);
  }
}

/** As it is there, in a column that there is. */
function putFragment(draft: EditionDraft, fragment: Fragment): void {
  const shard = draft.fragments[fragment.sourceId];
  if (shard) shard[fragment.id] = { ...fragment } as Draft<Fragment>;
}

function takeFact(draft: EditionDraft, { kind }: Difference, their: Fragment | undefined): void {
  const own = their && draft.fragments[their.sourceId]?.[their.id];
  if (!own) return;
  const copy = (...keys: readonly ('corrected' | 'continues' | 'role' | 'jump' | 'article' | 'confirmed')[]): void => {
    for (const key of keys) {
      if (their[key] === undefined) delete own[key as 'corrected'];
      else Object.assign(own, { [key]: their[key] });
    }
  };
  if (kind === 'text') copy('corrected', 'continues');
  else if (kind === 'role') copy('role', 'jump');
  else if (kind === 'place') own.placement = their.placement as Draft<Placement>;
  else if (kind === 'confirmed') copy('confirmed');
  else copy('article');
}

/** Articles that only they have come with their first member. */
function addArticles(
  draft: EditionDraft,
  theirs: Edition,
  grouped: ReadonlySet<string>,
  there: ReadonlyMap<string, Fragment>,
): void {
  for (const id of grouped) {
    const articleId = there.get(id)?.article?.id;
    const article = articleId === undefined ? undefined : theirs.articles[articleId];
    if (article && !draft.articles[article.id]) draft.articles[article.id] = { ...article } as Draft<Article>;
  }
}

function orderPages(draft: EditionDraft, { ours, theirs }: Comparison, taken: ReadonlySet<string>): void {
  if (!taken.size) return;
  const ids = pagesOf(ours).flatMap(({ id }) => (draft.pages[id] ? [id] : []));
  giveKeys(
    withArrivals(
      ids,
      pagesOf(theirs).map((page) => page.id),
      taken,
    ),
    (id) => draft.pages[id],
  );
}

function giveKeys(ids: readonly string[], find: (id: string) => { order: string } | undefined): void {
  const keys = generateNKeysBetween(null, null, ids.length);
  ids.forEach((id, i) => {
    const own = find(id);
    if (own) own.order = keys[i] ?? '';
  });
}

const pagesTouched = (
  placed: ReadonlySet<string>,
  there: ReadonlyMap<string, Fragment>,
  pages: readonly string[],
): Set<string> =>
  new Set([
    ...pages,
    ...[...placed].flatMap((id) => {
      const at = there.get(id)?.placement;
      return at?.at === 'page' ? [at.page] : [];
    }),
  ]);

function orderOnPage(
  draft: EditionDraft,
  { ours, theirs }: Comparison,
  pageId: string,
  placed: ReadonlySet<string>,
): void {
  const page = draft.pages[pageId];
  if (!page) return;
  const columns = page.columns.map((column) => column.id);
  const wanted = theirs.pages[pageId] ? pageSequence(theirs, pageId) : [];
  const sourceIds = new Map([...fragmentsOnPage(ours, pageId), ...wanted].map((f) => [f.id, f.sourceId]));
  const find = (id: string): Draft<Fragment> | undefined => draft.fragments[sourceIds.get(id) ?? '']?.[id];
  const standing = pageSequence(ours, pageId)
    .map((f) => f.id)
    .filter((id) => {
      const own = find(id);
      return !placed.has(id) && own?.placement.at === 'page' && own.placement.page === pageId;
    });
  const arriving = new Set(wanted.flatMap((f) => (placed.has(f.id) ? [f.id] : [])));
  const theirColumns = theirs.pages[pageId]?.columns.map((column) => column.id) ?? columns;
  const sequence = withArrivals(
    standing,
    wanted.map((f) => f.id),
    arriving,
  );
  const keys = generateNKeysBetween(null, null, sequence.length);
  sequence.forEach((id, i) => {
    const own = find(id);
    if (own?.placement.at !== 'page') return;
    const at = arriving.has(id) ? theirColumns.indexOf(own.placement.column) : columns.indexOf(own.placement.column);
    const column = Math.max(0, Math.min(at, columns.length - 1));
    const span = Math.min(own.placement.span, columns.length - column);
    own.placement = { ...own.placement, column: columns[column] ?? '', span, order: keys[i] ?? '' };
  });
}

function orderInArticle(
  draft: EditionDraft,
  { ours, theirs }: Comparison,
  articleId: string,
  grouped: ReadonlySet<string>,
): void {
  const wanted = readingOrder(theirs, articleId);
  const members = ours.articles[articleId] ? readingOrder(ours, articleId) : [];
  const sourceIds = new Map([...members, ...wanted].map((f) => [f.id, f.sourceId]));
  const find = (id: string): Draft<Fragment> | undefined => draft.fragments[sourceIds.get(id) ?? '']?.[id];
  const standing = members.map((f) => f.id).filter((id) => !grouped.has(id) && find(id)?.article?.id === articleId);
  const arriving = new Set(wanted.flatMap((f) => (grouped.has(f.id) ? [f.id] : [])));
  giveKeys(
    withArrivals(
      standing,
      wanted.map((f) => f.id),
      arriving,
    ),
    (id) => find(id)?.article,
  );
}

/** What is said of them, and their places in the outline; those that have just come get theirs too. */
function takeArticles(draft: EditionDraft, { ours, theirs }: Comparison, chosen: readonly string[]): void {
  const fresh = Object.keys(draft.articles).filter((id) => !ours.articles[id]);
  if (!chosen.length && !fresh.length) return;
  for (const id of chosen) {
    const their = theirs.articles[id];
    if (their) draft.articles[id] = { ...their } as Draft<Article>;
  }
  const arriving = new Set([...chosen, ...fresh]);
  const wanted = articlesOf(theirs).flatMap(({ id }) => (draft.articles[id] ? [id] : []));
  giveKeys(
    withArrivals(
      articlesOf(ours).map((article) => article.id),
      wanted,
      arriving,
    ),
    (id) => draft.articles[id],
  );
}

/** A group of nothing is no group. */
function dropEmpty(draft: EditionDraft): void {
  const held = new Set<string>();
  for (const shard of Object.values(draft.fragments))
    for (const fragment of Object.values(shard))
      if (isMember(fragment as Fragment)) held.add(fragment.article?.id ?? '');
  for (const id of Object.keys(draft.articles)) if (!held.has(id)) delete draft.articles[id];
}
