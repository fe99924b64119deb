import type { Draft } from 'immer';
import { generateKeyBetween } from 'fractional-indexing';
import type { Column, Edition, Page } from '../model/edition.ts';
import { findPage, fragmentsOnPage, pagesOf } from '../model/selectors.ts';
import { samePage } from '../press/page-label.ts';
import { MAX_COLUMNS, SHEET, equalColumns } from '../model/sheet.ts';
import { defineCommand, freeId, refuse, setPlacement, type EditionDraft } from './command.ts';

const known = (edition: Edition, page: string) => (findPage(edition, page) ? true : refuse('refuse.no-such-page'));
const validCount = (n: number) =>
  Number.isInteger(n) && n >= 1 && n <= MAX_COLUMNS ? true : refuse('refuse.column-count', { most: MAX_COLUMNS });

/** No two pages are called the same: a jump line could mean either. */
function freeLabel(edition: Edition, label: string, page?: string) {
  const wanted = label.trim();
  if (!wanted) return refuse('refuse.empty-label');
  return pagesOf(edition).some((p) => p.id !== page && p.label === wanted)
    ? refuse('refuse.label-taken', { label: wanted })
    : true;
}

/** The label that a new page gets: one more than the greatest number. */
export function nextLabel(edition: Edition): string {
  const numbers = pagesOf(edition).map((page) => Number.parseInt(page.label, 10));
  return String(Math.max(0, ...numbers.filter(Number.isFinite)) + 1);
}

export interface AddPageArgs {
  readonly label?: string;
  readonly columns: number;
  readonly after?: string;
}

/** Adds an empty sheet. */
export const addPage = defineCommand<AddPageArgs>({
  check(edition, { label, columns }) {
    const free = label === undefined ? true : freeLabel(edition, label);
    return free === true ? validCount(columns) : free;
  },
  run(draft, { label, columns, after }, edition) {
    const all = pagesOf(edition);
    const at = after === undefined ? all.length - 1 : all.findIndex((p) => p.id === after);
    const { width, height } = all[0] ?? SHEET;
    const id = freeId(Object.keys(edition.pages), 'p');
    draft.pages[id] = {
      id,
      label: label?.trim() ?? nextLabel(edition),
      order: generateKeyBetween(all[at]?.order ?? null, all[at + 1]?.order ?? null),
      width,
      height,
      columns: equalColumns(columns, width) as Draft<Column>[],
    };
  },
  label: () => ({ code: 'command.add-page' }),
});

/** Takes a sheet away; what stood on it goes back into the tray. */
export const removePage = defineCommand<{ readonly page: string }>({
  check(edition, { page }) {
    if (pagesOf(edition).length < 2) return refuse('refuse.last-page');
    return known(edition, page);
  },
  run(draft, { page }, edition) {
    for (const fragment of fragmentsOnPage(edition, page)) setPlacement(draft, fragment, { at: 'unplaced' });
    delete draft.pages[page];
  },
  label: (edition, { page }) => ({ code: 'command.remove-page', params: { page: edition.pages[page]?.label ?? '' } }),
});

export const labelPage = defineCommand<{ readonly page: string; readonly label: string }>({
  check(edition, { page, label }) {
    const free = freeLabel(edition, label, page);
    return free === true ? known(edition, page) : free;
  },
  run(draft, { page, label }) {
    const own = draft.pages[page];
    if (own) own.label = label.trim();
  },
  label: (_, { label }) => ({ code: 'command.label-page', params: { page: label } }),
});

export interface PageDescription {
  readonly page: string;
  /** Null takes it away. */
  readonly section?: string | null;
  /** Other labels that jump lines may call it by. */
  readonly aliases?: readonly string[];
}

/** What a page is called besides its label. No alias is another page's. */
export const describePage = defineCommand<PageDescription>({
  check(edition, { page, aliases = [] }) {
    const exists = known(edition, page);
    if (exists !== true) return exists;
    const others = pagesOf(edition).filter((p) => p.id !== page);
    const taken = aliases.find((alias) =>
      others.some((p) => [p.label, ...(p.aliases ?? [])].some((label) => samePage(label, alias))),
    );
    return taken === undefined ? true : refuse('refuse.label-taken', { label: taken });
  },
  run(draft, { page, section, aliases }) {
    const own = draft.pages[page];
    if (!own) return;
    const name = section?.trim();
    if (name) own.section = name;
    else if (section !== undefined) delete own.section;
    if (aliases === undefined) return;
    const kept = [...new Set(aliases.map((alias) => alias.trim()).filter(Boolean))];
    if (kept.length) own.aliases = kept;
    else delete own.aliases;
  },
  label: (edition, { page }) => ({ code: 'command.describe-page', params: { page: edition.pages[page]?.label ?? '' } }),
});

/** Another place in the strip. */
export const movePage = defineCommand<{ readonly page: string; readonly after: string | null }>({
  check: (edition, { page, after }) =>
    after === page
      ? refuse('refuse.no-such-page')
      : after === null || known(edition, after) === true
        ? known(edition, page)
        : refuse('refuse.no-such-page'),
  run(draft, { page, after }, edition) {
    const others = pagesOf(edition).filter((p) => p.id !== page);
    const at = after === null ? -1 : others.findIndex((p) => p.id === after);
    const own = draft.pages[page];
    if (own) own.order = generateKeyBetween(others[at]?.order ?? null, others[at + 1]?.order ?? null);
  },
  label: () => ({ code: 'command.move-page' }),
});

/** Gives the page these columns. Fragments keep their column by its place from the left; nothing leaves the sheet. */
function setColumns(
  draft: EditionDraft,
  edition: Edition,
  page: Page,
  columns: readonly Column[],
  placeOf: (old: number) => number,
): void {
  const own = draft.pages[page.id];
  if (!own) return;
  const oldIndex = new Map(page.columns.map((c, i) => [c.id, i]));
  for (const fragment of fragmentsOnPage(edition, page.id)) {
    const old = oldIndex.get(fragment.placement.column) ?? 0;
    const at = Math.max(0, Math.min(placeOf(old), columns.length - 1));
    const end = Math.max(at, Math.min(placeOf(old + fragment.placement.span - 1), columns.length - 1));
    const column = columns[at]?.id ?? '';
    if (column !== fragment.placement.column || end - at + 1 !== fragment.placement.span)
      setPlacement(draft, fragment, { ...fragment.placement, column, span: end - at + 1 });
  }
  own.columns = columns.map((c) => ({ ...c })) as Draft<Column>[];
}

/** Starts the page again from a number of equal columns, without losing a placement. */
export const setPageColumns = defineCommand<{ readonly page: string; readonly count: number }>({
  check(edition, { page, count }) {
    const valid = validCount(count);
    return valid === true ? known(edition, page) : valid;
  },
  run(draft, { page: id, count }, edition) {
    const page = edition.pages[id];
    if (page) setColumns(draft, edition, page, equalColumns(count, page.width), (old) => old);
  },
  label: (_, { count }) => ({ code: 'command.page-columns', params: { n: count } }),
});

/** Adds a column right of one (null: leftmost) and shares the width out evenly. */
export const addColumn = defineCommand<{ readonly page: string; readonly after: string | null }>({
  check(edition, { page, after }) {
    const columns = findPage(edition, page)?.columns;
    if (!columns) return refuse('refuse.no-such-page');
    if (after !== null && !columns.some((c) => c.id === after)) return refuse('refuse.no-such-column');
    return validCount(columns.length + 1);
  },
  run(draft, { page: id, after }, edition) {
    const page = edition.pages[id];
    if (!page) return;
    const at = after === null ? 0 : page.columns.findIndex((c) => c.id === after) + 1;
    const fresh = freeId(
      page.columns.map((c) => c.id),
      'c',
    );
    const ids = page.columns.map((c) => c.id).toSpliced(at, 0, fresh);
    const columns = equalColumns(ids.length, page.width).map((c, i) => ({ ...c, id: ids[i] ?? c.id }));
    setColumns(draft, edition, page, columns, (old) => (old >= at ? old + 1 : old));
  },
  label: () => ({ code: 'command.add-column' }),
});

/** Takes a column away; its fragments go on in the column left of it. */
export const removeColumn = defineCommand<{ readonly page: string; readonly column: string }>({
  check(edition, { page, column }) {
    const columns = findPage(edition, page)?.columns;
    if (!columns) return refuse('refuse.no-such-page');
    if (!columns.some((c) => c.id === column)) return refuse('refuse.no-such-column');
    return columns.length > 1 ? true : refuse('refuse.last-column');
  },
  run(draft, { page: id, column }, edition) {
    const page = edition.pages[id];
    if (!page) return;
    const at = page.columns.findIndex((c) => c.id === column);
    const ids = page.columns.map((c) => c.id).toSpliced(at, 1);
    const columns = equalColumns(ids.length, page.width).map((c, i) => ({ ...c, id: ids[i] ?? c.id }));
    setColumns(draft, edition, page, columns, (old) => (old >= at ? Math.max(old - 1, 0) : old));
  },
  label: () => ({ code: 'command.remove-column' }),
});

export const evenColumns = defineCommand<{ readonly page: string }>({
  check: (edition, { page }) => known(edition, page),
  run(draft, { page: id }, edition) {
    const page = edition.pages[id];
    if (!page) return;
    const even = equalColumns(page.columns.length, page.width);
    setColumns(
      draft,
      edition,
      page,
      even.map((c, i) => ({ ...c, id: page.columns[i]?.id ?? c.id })),
      (old) => old,
    );
  },
  label: () => ({ code: 'command.even-columns' }),
});

export interface ResizeArgs {
  readonly page: string;
  /** The column left of the gutter that is moved. */
  readonly column: string;
  /** The gutter's new left edge, in page units. */
  readonly right: number;
}

const NARROWEST = 0.04;

/** Moves the gutter between two columns. */
export const resizeColumn = defineCommand<ResizeArgs>({
  check(edition, { page, column, right }) {
    const columns = findPage(edition, page)?.columns ?? [];
    const at = columns.findIndex((c) => c.id === column);
    const left = columns[at];
    const next = columns[at + 1];
    if (!left || !next) return refuse('refuse.no-gutter');
    const least = (edition.pages[page]?.width ?? 0) * NARROWEST;
    const gutter = next.x - left.x - left.width;
    return right - left.x >= least && next.x + next.width - right - gutter >= least
      ? true
      : refuse('refuse.column-too-narrow');
  },
  run(draft, { page, column, right }) {
    const columns = draft.pages[page]?.columns ?? [];
    const at = columns.findIndex((c) => c.id === column);
    const left = columns[at];
    const next = columns[at + 1];
    if (!left || !next) return;
    const gutter = next.x - left.x - left.width;
    const end = next.x + next.width;
    left.width = right - left.x;
    next.x = right + gutter;
    next.width = end - next.x;
  },
  label: () => ({ code: 'command.resize-column' }),
});
