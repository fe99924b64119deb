/** The edition that a saved file's record tells of; the record has been checked for its shape. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type {
  Article,
  CheckProfile,
  Edition,
  Fragment,
  Page,
  Placement,
  ReviewStages,
  Source,
} from '../../model/edition.ts';
import { sourceReading } from '../../model/reading-text.ts';
import { titleOfHeads } from '../../model/selectors.ts';
import { FormatError } from '../format-error.ts';
import { keptOf } from './kept.ts';
import { extraOf, KEYS, without } from './known-keys.ts';
import { toReview, withHonestReviews } from './reviews.ts';
import { VERSION, type EditionFile } from './schema.ts';

/** @throws FormatError with the path of what refers to nothing, or stands twice */
export function toEdition(record: EditionFile, file: string): Edition {
  refuseDuplicates(record, file);
  const sources = Object.fromEntries(
    record.sources.map((s) => [s.id, { ...without(s, KEYS.source), ...extraOf(s, KEYS.source) } as Source]),
  );
  const pageKeys = generateNKeysBetween(null, null, record.pages.length);
  const pages = Object.fromEntries(
    record.pages.map((p, i): [string, Page] => [
      p.id,
      {
        ...without(p, ['id', 'label', 'aliases', 'section', 'width', 'height']),
        order: pageKeys[i] ?? '',
        columns: p.columns.map((c) => ({ ...without(c, KEYS.column), ...extraOf(c, KEYS.column) })),
        ...(p.review ? { review: toReview(p.review) } : {}),
        ...extraOf(p, KEYS.page),
      } as Page,
    ]),
  );
  const orders = readingOrders(record, file);
  const articleKeys = generateNKeysBetween(null, null, record.articles.length);
  const articles = Object.fromEntries(
    record.articles.map((a, i): [string, Article] => [
      a.id,
      {
        id: a.id,
        order: articleKeys[i] ?? '',
        kind: a.kind,
        ...(a.title ? { title: a.title } : {}),
        review: toReview(a.review),
        ...extraOf(a, KEYS.article),
      },
    ]),
  );
  const fragments: Record<string, Record<string, Fragment>> = Object.fromEntries(record.sources.map((s) => [s.id, {}]));
  record.fragments.forEach((f, i) => {
    const source = sources[f.sourceId];
    const shard = fragments[f.sourceId];
    const path = `fragments.${i}`;
    if (!source || !shard) throw new FormatError('file.reference', { file, path: `${path}.sourceId`, id: f.sourceId });
    shard[f.id] = toFragment(f, source, pages, orders, file, path);
  });
  const edition: Edition = {
    version: 1,
    ...(record.version > VERSION ? { newer: record.version } : {}),
    id: record.id,
    title: record.title,
    ...(record.date === undefined ? {} : { date: record.date }),
    ...(record.language === undefined ? {} : { language: record.language }),
    sources,
    fragments,
    pages,
    articles,
    dismissed: Object.fromEntries((record.dismissed ?? []).map((key) => [`s:${key}`, true as const])),
    ...(record.checked ? { checked: Object.fromEntries(record.checked.map((key) => [key, true as const])) } : {}),
    ...(record.reviewStages === undefined || record.reviewStages === 1
      ? {}
      : { reviewStages: record.reviewStages as ReviewStages }),
    ...(record.forReview ? { forReview: true as const } : {}),
    ...(record.muted?.length
      ? {
          muted: Object.fromEntries(
            record.muted.map(({ finding, reason, note }) => [
              `m:${finding}`,
              { reason, ...(note === undefined ? {} : { note }) },
            ]),
          ),
        }
      : {}),
    ...(record.checks ? { checks: without(record.checks, ['name', 'levels']) as CheckProfile } : {}),
    ...extraOf(record, KEYS.edition),
    ...keptOf(record),
  };
  return withHonestReviews(withoutDerivedTitles(edition), record);
}

type FragmentRecord = EditionFile['fragments'][number];

function toFragment(
  f: FragmentRecord,
  source: Source,
  pages: Readonly<Record<string, Page>>,
  orders: ReadonlyMap<string, { id: string; order: string }>,
  file: string,
  path: string,
): Fragment {
  for (const [start, end] of f.spans)
    if (start >= end || end > source.text.length)
      throw new FormatError('file.span', { file, path: `${path}.spans`, span: `${start}–${end}` });
  const p = f.placement;
  if (p.at === 'page') {
    const page = pages[p.page];
    if (!page) throw new FormatError('file.reference', { file, path: `${path}.placement.page`, id: p.page });
    if (!page.columns.some((c) => c.id === p.column))
      throw new FormatError('file.reference', { file, path: `${path}.placement.column`, id: p.column });
    if (!isOrderKey(p.order))
      throw new FormatError('file.order-key', { file, path: `${path}.placement.order`, key: p.order });
  }
  const member = orders.get(f.id);
  if (f.articleId !== null && !member)
    throw new FormatError('file.reference', { file, path: `${path}.articleId`, id: f.articleId });
  return {
    id: f.id,
    sourceId: f.sourceId,
    spans: f.spans,
    ...(f.text === sourceReading(source, f.spans) ? {} : { corrected: f.text }),
    role: f.role,
    placement: without(p, ['at', 'page', 'column', 'span', 'order', 'reason', 'note']) as Placement,
    ...(member ? { article: member } : {}),
    ...(f.continues ? { continues: true as const } : {}),
    ...(f.confirmed ? { confirmed: true as const } : {}),
    ...(f.jump ? { jump: without(f.jump, ['direction', 'page']) } : {}),
    ...extraOf(f, KEYS.fragment),
  };
}

function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false; // the library says "no key" by throwing
  }
}

/** Each member's article and order, from the articles' own lists. */
function readingOrders(record: EditionFile, file: string): Map<string, { id: string; order: string }> {
  const articleOf = new Map(record.fragments.map((f) => [f.id, f.articleId]));
  const orders = new Map<string, { id: string; order: string }>();
  record.articles.forEach((article, i) => {
    const keys = generateNKeysBetween(null, null, article.fragmentIds.length);
    article.fragmentIds.forEach((id, k) => {
      if (articleOf.get(id) !== article.id || orders.has(id))
        throw new FormatError('file.reference', { file, path: `articles.${i}.fragmentIds.${k}`, id });
      orders.set(id, { id: article.id, order: keys[k] ?? '' });
    });
  });
  return orders;
}

function refuseDuplicates(record: EditionFile, file: string): void {
  for (const kind of ['sources', 'pages', 'fragments', 'articles'] as const) {
    const seen = new Set<string>();
    record[kind].forEach(({ id }, i) => {
      if (seen.has(id)) throw new FormatError('file.duplicate-id', { file, path: `${kind}.${i}.id`, id });
      seen.add(id);
    });
  }
}

/** A title that says what the headline says is none of its own. */
function withoutDerivedTitles(edition: Edition): Edition {
  const articles = Object.values(edition.articles).map((article): [string, Article] => {
    const { title, ...rest } = article;
    return [article.id, title === undefined || titleOfHeads(edition, article.id) === title ? rest : article];
  });
  return { ...edition, articles: Object.fromEntries(articles) };
}
