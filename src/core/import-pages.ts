/** What was read becomes pages of an edition: sources, fragments, and a sheet for each. Structure that a file gives is kept as given. */
import { generateNKeysBetween } from 'fractional-indexing';
import type { ImportArgs } from './commands/edition-commands.ts';
import type { GivenFragment, GivenStructure, Reading, SourceDraft } from './formats/reading.ts';
import type { Article, Edition, Fragment, Page, Source } from './model/edition.ts';
import { articlesOf, fragmentsOf, pagesOf } from './model/selectors.ts';
import { SHEET, equalColumns } from './model/sheet.ts';
import { jumpOf } from './commands/fragment-role.ts';
import { readingText } from './model/reading-text.ts';
import { cutSource } from './reconstruct/cut-source.ts';

export const DEFAULT_COLUMNS = 5;

const nextNumber = (ids: readonly string[], prefix: string): number =>
  ids.reduce((most, id) => {
    const n = Number.parseInt(id.slice(prefix.length), 10);
    return Number.isSafeInteger(n) && n > most ? n : most;
  }, 0) + 1;

/** The page number that a file's name ends with: page-02.txt is 2. */
export const labelFromName = (name: string): string | undefined => {
  const number = /(\d{1,3})\D*$/u.exec(name.replace(/\.[^.]*$/u, ''))?.[1];
  return number === undefined ? undefined : String(Number(number));
};

export type ReadPages = Pick<Reading, 'sources' | 'structure'>;

/** What `edition.import` takes: all that was read with ids that are free in this edition; every fragment in the tray. */
export function importArgs(edition: Edition, readings: readonly ReadPages[]): ImportArgs {
  const ids = {
    source: nextNumber(Object.keys(edition.sources), 's'),
    page: nextNumber(Object.keys(edition.pages), 'p'),
    fragment: nextNumber(fragmentsOf(edition).map((f) => f.id), 'f'),
    article: nextNumber(Object.keys(edition.articles), 'a'),
  };
  const sources: Source[] = [];
  const fragments: Fragment[] = [];
  const articles: Article[] = [];
  const labels: (string | undefined)[] = [];
  for (const { sources: drafts, structure } of readings) {
    const own = drafts.map((draft): Source => ({ id: `s${ids.source++}`, ...draft }));
    const given = structure?.fragments.map((f) => toFragment(f, own, `f${ids.fragment++}`)) ?? [];
    fragments.push(...given);
    const known = new Set(given.map((f) => f.sourceId));
    for (const source of own)
      if (!known.has(source.id))
        for (const spans of cutSource(source))
          fragments.push({ id: `f${ids.fragment++}`, sourceId: source.id, spans, role: 'unknown', placement: { at: 'unplaced' } });
    if (structure) articles.push(...takeArticles(structure, given, fragments, ids));
    sources.push(...own);
    labels.push(...own.map((_, i) => structure?.pages.find((page) => page.source === i)?.label));
  }
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
  const jump = jumpOf(readingText(source, { spans: given.spans }), role);
  return {
    id,
    sourceId: source.id,
    spans: given.spans,
    role,
    placement: given.discarded ? { at: 'discarded', reason: given.discarded } : { at: 'unplaced' },
    ...(given.continues ? { continues: true as const } : {}),
    ...(jump ? { jump } : {}),
  };
}

/** The file's own articles; `fragments` is changed in place, for membership lives there. */
function takeArticles(structure: GivenStructure, given: readonly Fragment[], fragments: Fragment[], ids: { article: number }): Article[] {
  const at = new Map(fragments.map((f, i) => [f.id, i]));
  return structure.articles.flatMap((article): Article[] => {
    const members = article.fragments.flatMap((i) => given[i] ?? []).filter((f) => f.placement.at !== 'discarded');
    if (!members.length) return [];
    const id = `a${ids.article++}`;
    const keys = generateNKeysBetween(null, null, members.length);
    members.forEach((member, i) => {
      const place = at.get(member.id);
      const now = place === undefined ? undefined : fragments[place];
      if (place !== undefined && now) fragments[place] = { ...now, article: { id, order: keys[i] ?? '' } };
    });
    return [{ id, order: '', kind: article.kind ?? 'article', ...(article.title ? { title: article.title } : {}), review: { state: 'open' } }];
  });
}

function sheetsFor(edition: Edition, sources: readonly Source[], given: readonly (string | undefined)[], firstId: number): Page[] {
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
export const readingsOf = (drafts: readonly SourceDraft[]): ReadPages[] => drafts.map((draft) => ({ sources: [draft] }));
