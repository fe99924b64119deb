/** Files that were read become pages of an edition: sources, fragments, and a sheet for each. */
import { generateNKeysBetween } from 'fractional-indexing';
import type { ImportArgs } from './commands/edition-commands.ts';
import type { SourceDraft } from './formats/text/read.ts';
import type { Edition, Fragment, Page, Source } from './model/edition.ts';
import { fragmentsOf, pagesOf } from './model/selectors.ts';
import { SHEET, equalColumns } from './model/sheet.ts';
import { cutText } from './reconstruct/text/cut/index.ts';

export const DEFAULT_COLUMNS = 5;

const nextNumber = (ids: readonly string[], prefix: string): number =>
  Math.max(0, ...ids.map((id) => Number(id.slice(prefix.length))).filter(Number.isSafeInteger)) + 1;

/** The page number that a file's name ends with: page-02.txt is 2. */
export const labelFromName = (name: string): string | undefined => {
  const number = /(\d{1,3})\D*$/u.exec(name.replace(/\.[^.]*$/u, ''))?.[1];
  return number === undefined ? undefined : String(Number(number));
};

/** What `edition.import` takes: the drafts with ids that are free in this edition, cut into fragments, all in the tray. */
export function importArgs(edition: Edition, drafts: readonly SourceDraft[]): ImportArgs {
  const firstSource = nextNumber(Object.keys(edition.sources), 's');
  const firstPage = nextNumber(Object.keys(edition.pages), 'p');
  let nextFragment = nextNumber(
    fragmentsOf(edition).map((f) => f.id.replace(/-\d+$/u, '')),
    'f',
  );
  const existing = pagesOf(edition);
  const labels = new Set(existing.map((page) => page.label));
  const orders = generateNKeysBetween(existing.at(-1)?.order ?? null, null, drafts.length);
  const sources: Source[] = [];
  const fragments: Fragment[] = [];
  const pages: Page[] = [];
  drafts.forEach((draft, i) => {
    const source: Source = { id: `s${firstSource + i}`, ...draft };
    sources.push(source);
    for (const piece of cutText(source))
      fragments.push({ id: `f${nextFragment++}`, sourceId: source.id, spans: piece.spans, role: 'unknown', placement: { at: 'unplaced' } });
    let label = labelFromName(draft.name) ?? String(existing.length + i + 1);
    for (let n = existing.length + i + 1; labels.has(label); n++) label = String(n);
    labels.add(label);
    const width = draft.width ?? SHEET.width;
    pages.push({
      id: `p${firstPage + i}`,
      label,
      order: orders[i] ?? '',
      width,
      height: draft.height ?? SHEET.height,
      columns: equalColumns(DEFAULT_COLUMNS, width),
    });
  });
  return { sources, fragments, pages, articles: [] };
}
