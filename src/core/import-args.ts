/** What was read becomes pages of an edition: sources, fragments, and a sheet for each. Structure that a file gives is kept as given. */
import { generateNKeysBetween } from 'fractional-indexing';
import type { ImportArgs } from './commands/edition-commands.ts';
import type { GivenArticle, GivenFragment, Reading, SourceDraft } from './formats/reading.ts';
import { withBreaks } from './formats/paragraphs.ts';
import { isWhite } from './model/characters.ts';
import type { Article, Edition, Fragment, Page, Source, Span } from './model/edition.ts';
import { isJumpLine } from './model/role.ts';
import { articlesOf, fragmentsOf, pagesOf } from './model/selectors.ts';
import { SHEET, equalColumns } from './model/sheet.ts';
import { jumpOf } from './commands/fragment-role.ts';
import { readingText } from './model/reading-text.ts';

export const DEFAULT_COLUMNS = 5;

const nextNumber = (ids: readonly string[], prefix: string): number =>
  ids.reduce((most, id) => {
    const n = Number.parseInt(id.slice(prefix.length), 10);
    return Number.isSafeInteger(n) && n > most ? n : most;
  }, 0) + 1;

/** The page number that a file's name ends with: page-02.txt is 2; of a file with several pages, the number of the page in it. */
export const labelFromName = (name: string): string | undefined => {
  const inside = /#page=(\d+)$/u.exec(name)?.[1];
  if (inside !== undefined) return inside;
  const number = /(\d{1,3})\D*$/u.exec(name.replace(/\.[^.]*$/u, ''))?.[1];
  return number === undefined ? undefined : String(Number(number));
};

/** A source as fragments. */
export type Cut = (source: Source) => readonly (readonly Span[])[];

export type ReadPages = Pick<Reading, 'sources' | 'structure'>;

/** Of readings that `cutReading` has cut: were anything open, it would be one fragment. Without the engine that cuts. */
export const importCut = (edition: Edition, readings: readonly ReadPages[]): ImportArgs =>
  importArgsOf(edition, readings, ({ text }) => (text.trim() ? [[[0, text.length]]] : []));

/** What `edition.import` takes: all that was read with ids that are free in this edition; every fragment in the tray. */
export function importArgsOf(edition: Edition, readings: readonly ReadPages[], cut: Cut): ImportArgs {
  const ids = {
    source: nextNumber(Object.keys(edition.sources), 's'),
    page: nextNumber(Object.keys(edition.pages), 'p'),
    fragment: nextNumber(
      fragmentsOf(edition).map((f) => f.id),
      'f',
    ),
    article: nextNumber(Object.keys(edition.articles), 'a'),
  };
  const sources: Source[] = [];
  const fragments: Fragment[] = [];
  const givenArticles: GivenMembers[] = [];
  const labels: (string | undefined)[] = [];
  for (const { sources: drafts, structure } of readings) {
    const own = drafts.map((draft): Source => ({ id: `s${ids.source++}`, ...draft }));
    const given = structure?.fragments.map((f) => toFragment(f, own, `f${ids.fragment++}`)) ?? [];
    const spansOf = new Map(own.map(({ id }): [string, Span[]] => [id, []]));
    for (const fragment of given) {
      fragments.push(fragment);
      spansOf.get(fragment.sourceId)?.push(...fragment.spans);
    }
    for (const source of own)
      for (const spans of openSpans(source, spansOf.get(source.id) ?? [], cut))
        fragments.push({
          id: `f${ids.fragment++}`,
          sourceId: source.id,
          spans,
          role: 'unknown',
          placement: { at: 'unplaced' },
        });
    for (const article of structure?.articles ?? [])
      givenArticles.push({
        ...article,
        members: article.fragments.flatMap((i) => given[i] ?? []).filter((f) => f.placement.at !== 'discarded'),
      });
    sources.push(...own);
    labels.push(...own.map((_, i) => structure?.pages.find((page) => page.source === i)?.label));
  }
  const articles = takeArticles(givenArticles, fragments, ids.article);
  const articleKeys = generateNKeysBetween(articlesOf(edition).at(-1)?.order ?? null, null, articles.length);
  return {
    sources,
    fragments,
    pages: sheetsFor(edition, sources, labels, ids.page),
    articles: articles.map((article, i) => ({ ...article, order: articleKeys[i] ?? '' })),
  };
}

function toFragment(given: GivenFragment, sources: readonly Source[], id: string): Fragment {
  const source = sources[given.source];
  if (!source) throw new Error(`a fragment names source ${given.source}, which was not read`);
  const role = given.role ?? 'unknown';
  const reading = given.breaks ? readingText(source, { spans: given.spans }) : '';
  const typed = withBreaks(reading, given.breaks ?? []);
  const jump =
    given.jump ?? (isJumpLine({ role }) ? jumpOf(readingText(source, { spans: given.spans }), role) : undefined);
  return {
    id,
    sourceId: source.id,
    spans: given.spans,
    role,
    placement: given.placement ?? { at: 'unplaced' },
    ...(given.confirmed ? { confirmed: true as const } : {}),
    ...(given.continues ? { continues: true as const } : {}),
    ...(jump ? { jump } : {}),
    ...(typed === reading ? {} : { corrected: typed }),
  };
}

/** What the file's own fragments leave open, cut as if the file said nothing. */
export function openSpans(source: Source, given: readonly Span[], cut: Cut): readonly (readonly Span[])[] {
  if (!given.length) return cut(source);
  const taken = new Uint8Array(source.text.length);
  for (const [start, end] of given) taken.fill(1, start, end);
  const isOpen = (i: number): boolean => taken[i] === 0 && !isWhite(source.text[i] ?? ' ');
  let first = 0;
  while (first < taken.length && !isOpen(first)) first++;
  if (first === taken.length) return [];
  return cut(source).flatMap((spans) => {
    const open = spans.flatMap(([start, end]): Span[] => {
      const parts: [number, number][] = [];
      for (let i = start; i < end; i++) {
        if (!isOpen(i)) continue;
        const last = parts.at(-1);
        if (last && !taken.subarray(last[1], i).includes(1)) last[1] = i + 1;
        else parts.push([i, i + 1]);
      }
      return parts;
    });
    return open.length ? [open] : [];
  });
}

type GivenMembers = GivenArticle & { readonly members: readonly Fragment[] };

/** The files' own articles, parts of one key together; `fragments` is changed in place, for membership lives there. */
function takeArticles(given: readonly GivenMembers[], fragments: Fragment[], firstId: number): Article[] {
  const at = new Map(fragments.map((f, i) => [f.id, i]));
  const groups = new Map<string, GivenMembers[]>();
  given.forEach((article, i) => {
    const key = article.key === undefined ? `#${i}` : `k:${article.key}`;
    groups.set(key, [...(groups.get(key) ?? []), article]);
  });
  let next = firstId;
  return [...groups.values()].flatMap((parts): Article[] => {
    const ordered = parts.toSorted((a, b) => (a.part ?? 0) - (b.part ?? 0));
    const members = [...new Set(ordered.flatMap((part) => part.members))];
    if (!members.length) return [];
    const id = `a${next++}`;
    const keys = generateNKeysBetween(null, null, members.length);
    members.forEach((member, i) => {
      const place = at.get(member.id);
      const now = place === undefined ? undefined : fragments[place];
      if (place !== undefined && now) fragments[place] = { ...now, article: { id, order: keys[i] ?? '' } };
    });
    const title = ordered.find((part) => part.title)?.title;
    const kind = ordered.find((part) => part.kind)?.kind ?? 'article';
    return [{ id, order: '', kind, ...(title ? { title } : {}), review: { state: 'open' } }];
  });
}

function sheetsFor(
  edition: Edition,
  sources: readonly Source[],
  given: readonly (string | undefined)[],
  firstId: number,
): Page[] {
  const existing = pagesOf(edition);
  const taken = new Set(existing.map((page) => page.label));
  const orders = generateNKeysBetween(existing.at(-1)?.order ?? null, null, sources.length);
  return sources.map((source, i) => {
    let label = given[i] ?? labelFromName(source.name) ?? String(existing.length + i + 1);
    for (let n = existing.length + i + 1; taken.has(label); n++) label = String(n);
    taken.add(label);
    const width = source.width ?? SHEET.width;
    return {
      id: `p${firstId + i}`,
      label,
      order: orders[i] ?? '',
      width,
      height: source.height ?? SHEET.height,
      columns: equalColumns(DEFAULT_COLUMNS, width),
    };
  });
}

/** Plain sources, of which nothing is known but their text. */
export const readingsOf = (drafts: readonly SourceDraft[]): ReadPages[] =>
  drafts.map((draft) => ({ sources: [draft] }));
