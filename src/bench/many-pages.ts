/** Editions joined into one of so many pages, again from the first when they run out: what a large edition is measured with. */
import { generateNKeysBetween } from 'fractional-indexing';
import type { Article, Edition, Fragment, Page, Source } from '../core/index.ts';
import { articlesOf, pagesOf } from '../core/model/selectors.ts';

export function joinEditions(editions: readonly Edition[], pages: number): Edition {
  const sources: Record<string, Source> = {};
  const fragments: Record<string, Record<string, Fragment>> = {};
  const sheets: Omit<Page, 'order'>[] = [];
  const articles: Omit<Article, 'order'>[] = [];
  for (let i = 0; sheets.length < pages; i++) {
    const one = editions[i % editions.length];
    if (!one) break;
    const own = (id: string): string => `${id}x${i}`;
    const round = Math.floor(i / editions.length);
    for (const source of Object.values(one.sources))
      sources[own(source.id)] = { ...source, id: own(source.id), text: disguised(source, one, round) };
    for (const page of pagesOf(one)) sheets.push({ ...page, id: own(page.id), label: String(sheets.length + 1) });
    for (const article of articlesOf(one)) articles.push({ ...article, id: own(article.id) });
    for (const [source, shard] of Object.entries(one.fragments))
      fragments[own(source)] = Object.fromEntries(
        Object.values(shard).map((f): [string, Fragment] => [
          own(f.id),
          {
            ...f,
            id: own(f.id),
            sourceId: own(f.sourceId),
            ...(f.corrected === undefined || f.role !== 'body' ? {} : { corrected: shifted(f.corrected, round) }),
            ...(f.article ? { article: { ...f.article, id: own(f.article.id) } } : {}),
            placement: f.placement.at === 'page' ? { ...f.placement, page: own(f.placement.page) } : f.placement,
          },
        ]),
      );
  }
  const keyed = <T extends { readonly id: string }>(list: readonly T[]): Record<string, T & { order: string }> => {
    const keys = generateNKeysBetween(null, null, list.length);
    return Object.fromEntries(list.map((one, i) => [one.id, { ...one, order: keys[i] ?? '' }]));
  };
  return {
    version: 1,
    id: 'many',
    title: 'many pages',
    sources,
    fragments,
    pages: keyed(sheets),
    articles: keyed(articles),
    dismissed: {},
  };
}

/** Letters moved on by so many places, so that no page stands twice. */
const shifted = (text: string, by: number): string =>
  text.replace(/[a-z\u4e00-\u9f00]/gu, (ch) => {
    const code = ch.charCodeAt(0);
    if (code < 0x4e00) return String.fromCharCode(97 + ((code - 97 + by) % 26));
    return String.fromCharCode(0x4e00 + ((code - 0x4e00 + by * 61) % 0x5100));
  });

function disguised(source: Source, edition: Edition, by: number): string {
  if (!by) return source.text;
  let { text } = source;
  for (const f of Object.values(edition.fragments[source.id] ?? {}))
    if (f.role === 'body')
      for (const [start, end] of f.spans)
        text = text.slice(0, start) + shifted(text.slice(start, end), by) + text.slice(end);
  return text;
}
