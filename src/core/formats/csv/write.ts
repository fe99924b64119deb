/** A table of all fragments, one a row (RFC 4180), placed or not, discarded or not. */
import { partsOf } from '../../continuations.ts';
import { countCharacters } from '../../model/characters.ts';
import type { Edition, Fragment } from '../../model/edition.ts';
import { rawText } from '../../model/reading-text.ts';
import { articlesOf, articleTitle, articleNumbers, readingOrder, sourceOf } from '../../model/selectors.ts';
import { carriable } from '../carriable.ts';
import { editionName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { guarded, quoted } from './cell.ts';
import { fileOrder } from '../pasteup/write.ts';
import { openTally } from '../tally.ts';
import { contentOf, type FormatWriter, type WriteOptions, type Written, type WrittenFile } from '../writer.ts';

export const COLUMNS = [
  'fragment',
  'source',
  'spans',
  'placement',
  'page',
  'column',
  'columns',
  'reason',
  'note',
  'role',
  'article',
  'article-title',
  'article-part',
  'article-place',
  'continues',
  'jump',
  'jump-page',
  'confirmed',
  'text',
  'read',
] as const;
const TEXT = COLUMNS.indexOf('text');

type Row = Record<(typeof COLUMNS)[number], string | number>;

interface Place {
  readonly part: number;
  readonly place: number;
}

function articlePlaces(edition: Edition): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const article of articlesOf(edition)) {
    const parts = new Map(
      partsOf(edition, article.id).flatMap((part, i) => part.fragments.map((f) => [f.id, i + 1] as const)),
    );
    readingOrder(edition, article.id).forEach((f, i) => places.set(f.id, { part: parts.get(f.id) ?? 1, place: i + 1 }));
  }
  return places;
}

function rowOf(edition: Edition, f: Fragment, places: ReadonlyMap<string, Place>, text: string): Row {
  const source = sourceOf(edition, f);
  const on = f.placement.at === 'page' ? f.placement : undefined;
  const off = f.placement.at === 'discarded' ? f.placement : undefined;
  const page = on && edition.pages[on.page];
  const place = places.get(f.id);
  return {
    fragment: f.id,
    source: source.name,
    spans: f.spans.map(([start, end]) => `${start}-${end}`).join(' '),
    placement: f.placement.at,
    page: page?.label ?? '',
    column: page && on ? page.columns.findIndex((c) => c.id === on.column) + 1 : '',
    columns: on?.span ?? '',
    reason: off?.reason ?? '',
    note: off?.note ?? '',
    role: f.role,
    article: f.article ? (articleNumbers(edition).get(f.article.id) ?? '') : '',
    'article-title': f.article ? articleTitle(edition, f.article.id) : '',
    'article-part': place?.part ?? '',
    'article-place': place?.place ?? '',
    continues: f.continues ? 'yes' : '',
    jump: f.jump?.direction ?? '',
    'jump-page': f.jump?.page ?? '',
    confirmed: f.confirmed ? 'yes' : '',
    text,
    read: f.corrected === undefined ? '' : rawText(source, f.spans),
  };
}

function write(edition: Edition, { spreadsheet = false }: WriteOptions = {}): Written {
  const tally = openTally(edition);
  const places = articlePlaces(edition);
  const lay = (cell: string | number): string =>
    quoted(spreadsheet ? guarded(carriable(String(cell))) : carriable(String(cell)));
  const rows = fileOrder(edition).map((f) => {
    const row = rowOf(edition, f, places, tally.write(f));
    return COLUMNS.map((column) => lay(row[column])).join(',');
  });
  const content = `${spreadsheet ? '\ufeff' : ''}${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
  return tally.close([{ path: editionName(edition, '.csv'), content }]);
}

/** The cells of a CSV file: a quoted one may hold anything, its quotes doubled. */
export const csvRows = (content: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quotedCell, bare] of content
    .replace(/^\ufeff/u, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n|$)/gu)) {
    if (whole === '' && !row.length) break;
    row.push(quotedCell === undefined ? (bare ?? '') : quotedCell.replace(/""/gu, '"'));
    if (whole.endsWith(',')) continue;
    rows.push(row);
    row = [];
  }
  return rows;
};

function recount(files: readonly WrittenFile[]): number {
  return files.reduce((n, file) => {
    const content = contentOf(file);
    const guard = content.startsWith('\ufeff');
    const cells = csvRows(content)
      .slice(1)
      .map((row) => row[TEXT] ?? '');
    return n + countCharacters(cells.map((cell) => (guard ? cell.replace(/^'/u, '') : cell)).join('\n'));
  }, 0);
}

export const csvWriter: FormatWriter = {
  id: 'csv',
  name: { code: 'writer.csv' },
  extension: '.csv',
  mediaType: 'text/csv',
  carries: messagesOf(
    'carries',
    'raw-text',
    'roles',
    'articles',
    'order',
    'continuations',
    'jumps',
    'pages',
    'columns',
    'unplaced',
    'discarded',
    'corrections',
  ),
  loses: messagesOf('loses', 'boxes', 'lines', 'review'),
  write,
  recount,
};
