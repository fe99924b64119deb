/** A part of an edition as an edition of its own, to be written: what is not asked for is not in it, so that its balance is the part's alone. */
import type { Edition, Fragment, Source } from '../model/edition.ts';
import { fragmentsOf } from '../model/selectors.ts';

export type Scope =
  | { readonly kind: 'edition' }
  /** What stands on the page, and what lies unplaced or discarded of the sources that it is made from. */
  | { readonly kind: 'page'; readonly page: string }
  /** Their members, on whatever pages. */
  | { readonly kind: 'articles'; readonly articles: readonly string[] };

/** The page that most of each source's fragments stand on. */
function homes(edition: Edition): Map<string, string> {
  const found = new Map<string, string>();
  for (const [sourceId, shard] of Object.entries(edition.fragments)) {
    const counts = new Map<string, number>();
    for (const { placement, spans } of Object.values(shard))
      if (placement.at === 'page') {
        const length = spans.reduce((n, [start, end]) => n + end - start, 0);
        counts.set(placement.page, (counts.get(placement.page) ?? 0) + length);
      }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (most) found.set(sourceId, most[0]);
  }
  return found;
}

function asksFor(edition: Edition, scope: Exclude<Scope, { kind: 'edition' }>): (fragment: Fragment) => boolean {
  if (scope.kind === 'articles') {
    const articles = new Set(scope.articles);
    return ({ article }) => article !== undefined && articles.has(article.id);
  }
  const home = homes(edition);
  return ({ placement, sourceId }) =>
    placement.at === 'page' ? placement.page === scope.page : home.get(sourceId) === scope.page;
}

/** The source with everything blank but these fragments. Offsets stay; what was kept of its file is no longer true of it. */
function cutSource(source: Source, fragments: readonly Fragment[]): Source {
  const spans = fragments.flatMap((fragment) => fragment.spans).toSorted((a, b) => a[0] - b[0]);
  let text = '';
  const blank = (to: number): void => {
    text += source.text.slice(text.length, to).replace(/[^\n\r\f]/gu, (ch) => ' '.repeat(ch.length));
  };
  for (const [start, end] of spans) {
    blank(start);
    text += source.text.slice(text.length, end);
  }
  blank(source.text.length);
  const { extra: _, ...rest } = source;
  return { ...rest, text, lines: source.lines.filter(({ start, end }) => text.slice(start, end).trim() !== '') };
}

export function partOfEdition(edition: Edition, scope: Scope): Edition {
  if (scope.kind === 'edition') return edition;
  const wanted = asksFor(edition, scope);
  const sources: Record<string, Source> = {};
  const fragments: Record<string, Edition['fragments'][string]> = {};
  for (const [id, shard] of Object.entries(edition.fragments)) {
    const all = Object.values(shard);
    const kept = all.filter(wanted);
    const source = edition.sources[id];
    if (!kept.length || !source) continue;
    sources[id] = kept.length === all.length ? source : cutSource(source, kept);
    fragments[id] = Object.fromEntries(kept.map((fragment) => [fragment.id, fragment]));
  }
  const part = { ...edition, sources, fragments };
  const all = fragmentsOf(part);
  const pages = new Set(all.flatMap(({ placement }) => (placement.at === 'page' ? placement.page : [])));
  if (scope.kind === 'page') pages.add(scope.page);
  const articles = new Set(all.flatMap(({ article }) => article?.id ?? []));
  const only = <T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
  return { ...part, pages: only(edition.pages, pages), articles: only(edition.articles, articles) };
}
