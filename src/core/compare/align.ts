/** Which things of two versions are the same: sources by their text, pages by id and label, fragments by characters, articles by what they share. */
import { countBetween, isWhite } from '../model/characters.ts';
import type { Edition, Fragment, Source } from '../model/edition.ts';
import { joinSpans } from '../model/offsets.ts';
import { articlesOf, fragmentsOf, pagesOf } from '../model/selectors.ts';

/** The same characters, cut alike or not. `ours` and `theirs` are empty only where the other side has no such source. */
export interface Cut {
  readonly ours: readonly Fragment[];
  readonly theirs: readonly Fragment[];
  /** One fragment on each side, with the same spans. */
  readonly alike: boolean;
}

export interface Alignment {
  /** From their ids to ours; what is missing is only theirs. */
  readonly sources: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, string>;
  readonly cuts: readonly Cut[];
}

export function align(ours: Edition, theirs: Edition): Alignment {
  const sources = matchSources(ours, theirs);
  const cuts = Object.values(theirs.sources).flatMap((source) => {
    const own = sources.get(source.id);
    const there = Object.values(theirs.fragments[source.id] ?? {});
    return own === undefined
      ? [{ ours: [], theirs: there, alike: false }]
      : cutsOf(source, Object.values(ours.fragments[own] ?? {}), there);
  });
  return { sources, pages: matchPages(ours, theirs), articles: matchArticles(ours, theirs, cuts), cuts };
}

function matchSources(ours: Edition, theirs: Edition): Map<string, string> {
  const map = new Map<string, string>();
  const open = new Set(Object.keys(ours.sources));
  const take = (fits: (own: Source, their: Source) => boolean): void => {
    for (const their of Object.values(theirs.sources)) {
      if (map.has(their.id)) continue;
      const own = [...open].find((id) => fits(ours.sources[id] as Source, their));
      if (own === undefined) continue;
      open.delete(own);
      map.set(their.id, own);
    }
  };
  take((own, their) => own.id === their.id && own.text === their.text);
  take((own, their) => own.name === their.name && own.text === their.text);
  take((own, their) => own.text === their.text);
  return map;
}

function matchPages(ours: Edition, theirs: Edition): Map<string, string> {
  const map = new Map<string, string>();
  const open = new Set(Object.keys(ours.pages));
  for (const { id } of pagesOf(theirs)) if (open.delete(id)) map.set(id, id);
  for (const { id, label } of pagesOf(theirs)) {
    if (map.has(id)) continue;
    const own = pagesOf(ours).find((page) => open.has(page.id) && page.label === label);
    if (!own) continue;
    open.delete(own.id);
    map.set(id, own.id);
  }
  return map;
}

/** Fragments that share a character stand for the same text, and so do all that share one with them. */
function cutsOf(source: Source, ours: readonly Fragment[], theirs: readonly Fragment[]): Cut[] {
  const holder = new Map<number, Fragment>();
  for (const fragment of ours) for (const at of charactersIn(source, fragment)) holder.set(at, fragment);
  const root = new Map<Fragment, Fragment>();
  const find = (f: Fragment): Fragment => {
    let up = f;
    for (let next = root.get(up); next && next !== up; next = root.get(up)) up = next;
    root.set(f, up);
    return up;
  };
  for (const fragment of theirs) {
    for (const at of charactersIn(source, fragment)) {
      const own = holder.get(at);
      if (own) root.set(find(own), find(fragment));
    }
  }
  const groups = new Map<Fragment, { ours: Fragment[]; theirs: Fragment[] }>();
  const groupOf = (f: Fragment): { ours: Fragment[]; theirs: Fragment[] } => {
    const top = find(f);
    let group = groups.get(top);
    if (!group) groups.set(top, (group = { ours: [], theirs: [] }));
    return group;
  };
  for (const fragment of ours) groupOf(fragment).ours.push(fragment);
  for (const fragment of theirs) groupOf(fragment).theirs.push(fragment);
  return [...groups.values()].map((group) => ({ ...group, alike: isAlike(source, group.ours, group.theirs) }));
}

function* charactersIn(source: Source, { spans }: Fragment): Generator<number> {
  for (const [start, end] of spans) for (let at = start; at < end; at++) if (!isWhite(source.text[at] ?? ' ')) yield at;
}

function isAlike(source: Source, ours: readonly Fragment[], theirs: readonly Fragment[]): boolean {
  const [own, their] = [ours[0], theirs[0]];
  if (!own || !their || ours.length > 1 || theirs.length > 1) return false;
  const bounds = (f: Fragment): string => joinSpans(source, trimmed(source, f)).join();
  return bounds(own) === bounds(their);
}

const trimmed = (source: Source, { spans }: Fragment): [number, number][] =>
  spans.map(([start, end]) => {
    const text = source.text.slice(start, end);
    return [start + text.length - text.trimStart().length, end - text.length + text.trimEnd().length];
  });

/** The pair that shares most characters first; between equals the same id, then the order of the outline. */
function matchArticles(ours: Edition, theirs: Edition, cuts: readonly Cut[]): Map<string, string> {
  const shared = new Map<string, { own: string; their: string; n: number }>();
  for (const cut of cuts)
    for (const own of cut.ours)
      for (const their of cut.theirs) {
        if (!own.article || !their.article) continue;
        const source = ours.sources[own.sourceId];
        const n = source ? overlap(source, own, their) : 0;
        if (!n) continue;
        const key = `${own.article.id} ${their.article.id}`;
        const known = shared.get(key) ?? { own: own.article.id, their: their.article.id, n: 0 };
        shared.set(key, { ...known, n: known.n + n });
      }
  const rank = new Map([...articlesOf(ours), ...articlesOf(theirs)].map((article, i) => [article.id, i]));
  const pairs = [...shared.values()].sort(
    (a, b) =>
      b.n - a.n ||
      Number(b.own === b.their) - Number(a.own === a.their) ||
      (rank.get(a.own) ?? 0) - (rank.get(b.own) ?? 0) ||
      (rank.get(a.their) ?? 0) - (rank.get(b.their) ?? 0),
  );
  const map = new Map<string, string>();
  const taken = new Set<string>();
  for (const { own, their } of pairs) {
    if (map.has(their) || taken.has(own)) continue;
    map.set(their, own);
    taken.add(own);
  }
  return map;
}

function overlap(source: Source, a: Fragment, b: Fragment): number {
  let n = 0;
  for (const [s1, e1] of a.spans)
    for (const [s2, e2] of b.spans) {
      const start = Math.max(s1, s2);
      const end = Math.min(e1, e2);
      if (start < end) n += countBetween(source, start, end);
    }
  return n;
}

/** Their edition with our ids for everything that is the same; what is only theirs gets ids that we do not have. */
export function inOurWords(
  ours: Edition,
  theirs: Edition,
  { sources, pages, articles, cuts }: Alignment,
): { readonly edition: Edition; readonly fragmentIds: ReadonlyMap<string, string> } {
  const fragmentIds = new Map<string, string>();
  const taken = new Set(fragmentsOf(ours).map((f) => f.id));
  for (const cut of cuts) if (cut.alike) fragmentIds.set(cut.theirs[0]?.id ?? '', cut.ours[0]?.id ?? '');
  for (const cut of cuts) {
    if (cut.alike) continue;
    // A group that goes leaves its ids to the group that comes in its place, and to no other.
    for (const { id } of cut.ours) taken.delete(id);
    for (const { id } of cut.theirs) fragmentIds.set(id, unused(id, taken));
    for (const { id } of cut.ours) taken.add(id);
  }
  const newIds = (their: Iterable<string>, own: Iterable<string>, map: ReadonlyMap<string, string>) => {
    const used = new Set([...own, ...map.values()]);
    return new Map(Array.from(their, (id) => [id, map.get(id) ?? unused(id, used)]));
  };
  const sourceIds = newIds(Object.keys(theirs.sources), Object.keys(ours.sources), sources);
  const pageIds = newIds(Object.keys(theirs.pages), Object.keys(ours.pages), pages);
  const articleIds = newIds(Object.keys(theirs.articles), Object.keys(ours.articles), articles);
  const named = <T extends { readonly id: string }>(things: { readonly [id: string]: T }, ids: Map<string, string>) =>
    Object.fromEntries(
      Object.values(things).map((thing) => [
        ids.get(thing.id) ?? thing.id,
        { ...thing, id: ids.get(thing.id) ?? thing.id },
      ]),
    );
  const shards = Object.entries(theirs.fragments).map(([sourceId, shard]) => {
    const own = sourceIds.get(sourceId) ?? sourceId;
    const mine = Object.values(shard).map((f): Fragment => ({
      ...f,
      id: fragmentIds.get(f.id) ?? f.id,
      sourceId: own,
      placement:
        f.placement.at === 'page'
          ? { ...f.placement, page: pageIds.get(f.placement.page) ?? f.placement.page }
          : f.placement,
      ...(f.article ? { article: { ...f.article, id: articleIds.get(f.article.id) ?? f.article.id } } : {}),
    }));
    return [own, Object.fromEntries(mine.map((f) => [f.id, f]))] as const;
  });
  const edition = {
    ...theirs,
    sources: named(theirs.sources, sourceIds),
    pages: named(theirs.pages, pageIds),
    articles: named(theirs.articles, articleIds),
    fragments: Object.fromEntries(shards),
  };
  return { edition, fragmentIds };
}

function unused(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
