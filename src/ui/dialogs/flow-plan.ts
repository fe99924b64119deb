/** What a flow over columns would do, asked of the command itself: nothing is estimated. */
import {
  bodySizeOf,
  call,
  columnWidth,
  findFragments,
  HEAD_ROLES,
  isPlaced,
  pageLayout,
  readingOrder,
  setText,
  textOf,
  transact,
  type Edition,
  type PageLayout,
} from '../../core/index.ts';
import { inReadingOrder } from '../../editor/selection.ts';

/** Columns as indexes from the left, both included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** An article that is selected whole keeps its reading order; any other selection is put into one. What stands on other pages stays, unless all does. */
export function flowIds(
  edition: Edition,
  selected: readonly string[],
  page: string,
): { ids: readonly string[]; stay: number } {
  const wanted = new Set(selected);
  const article = findFragments(edition, selected.slice(0, 1))[0]?.article?.id;
  const members = article === undefined ? [] : readingOrder(edition, article).map((f) => f.id);
  const whole = members.length === wanted.size && members.every((id) => wanted.has(id));
  const ids = whole ? members : inReadingOrder(edition, selected);
  const elsewhere = new Set(
    findFragments(edition, ids)
      .filter((f) => f.placement.at === 'discarded' || (isPlaced(f) && f.placement.page !== page))
      .map((f) => f.id),
  );
  return elsewhere.size === ids.length
    ? { ids, stay: 0 }
    : { ids: ids.filter((id) => !elsewhere.has(id)), stay: elsewhere.size };
}

/** How far down each column is taken by what does not move. */
export function bottoms(layout: PageLayout, moving: ReadonlySet<string>): number[] {
  return layout.columns.map((column) =>
    layout.boxes
      .filter((b) => !moving.has(b.fragment.id) && column.index >= b.column && column.index < b.column + b.span)
      .reduce((low, b) => Math.max(low, b.y + b.height), layout.top),
  );
}

/** The leftmost run of `n` columns that is free highest up. */
export function freeRun(taken: readonly number[], n: number): Run {
  let best = 0;
  let depth = Infinity;
  for (let first = 0; first + n <= taken.length; first++) {
    const d = Math.max(...taken.slice(first, first + n));
    if (d < depth - 0.5) [best, depth] = [first, d];
  }
  return { first: best, last: best + n - 1 };
}

/** A third of a sheet is as deep as an article likes to stand in one column. */
const DEPTH = 0.34;

/** Where the article stands already, else the free columns that it would fill well. */
export function likelyRun(edition: Edition, ids: readonly string[], pageId: string): Run {
  const page = edition.pages[pageId];
  if (!page) return { first: 0, last: 0 };
  const layout = pageLayout(edition, pageId);
  const here = ids.flatMap((id) => layout.byId.get(id) ?? []);
  if (here.length === ids.length && here.length > 1) {
    const first = Math.min(...here.map((b) => b.column));
    const last = Math.max(...here.map((b) => b.column + b.span - 1));
    if (last > first) return { first, last };
  }
  const width = columnWidth(page, 0, 1);
  const rest = findFragments(edition, ids).filter((f) => !HEAD_ROLES.has(f.role));
  const depth = rest.reduce(
    (sum, f) => sum + setText(textOf(edition, f), f.role, 1, width, bodySizeOf(page), f.continues).height,
    0,
  );
  const most = Math.max(1, Math.min(page.columns.length, rest.length));
  const n = Math.min(most, Math.max(1, Math.ceil(depth / (page.height * DEPTH))));
  return freeRun(bottoms(layout, new Set(ids)), n);
}

/** Moves a run by one column, or widens it at its right end, within the page. */
export function moveRun(run: Run, by: 1 | -1, columns: number): Run {
  const first = Math.max(0, Math.min(run.first + by, columns - 1 - (run.last - run.first)));
  return { first, last: first + run.last - run.first };
}
export function widenRun(run: Run, by: 1 | -1, columns: number): Run {
  const last = run.last + by;
  if (last >= columns) return { first: Math.max(0, run.first - 1), last: run.last };
  return last < run.first ? run : { first: run.first, last };
}
export function sizeRun(run: Run, n: number, columns: number): Run {
  const wide = Math.max(1, Math.min(n, columns));
  const first = Math.min(run.first, columns - wide);
  return { first, last: first + wide - 1 };
}

export interface FlowPlan {
  readonly layout: PageLayout;
  /** The heads that will stand across all columns. */
  readonly heads: readonly string[];
  /** How many fragments each column of the run takes below them. */
  readonly shares: readonly number[];
}

/** Null where the command would refuse. */
export function planFlow(edition: Edition, ids: readonly string[], pageId: string, run: Run): FlowPlan | null {
  const column = edition.pages[pageId]?.columns[run.first]?.id;
  if (column === undefined || !ids.length) return null;
  const outcome = transact(
    edition,
    call('article.flow', { ids, page: pageId, column, columns: run.last - run.first + 1 }),
  );
  if (!outcome.ok) return null;
  const layout = pageLayout(outcome.edition, pageId);
  const fragments = findFragments(outcome.edition, ids);
  const body = fragments.findIndex((f) => !HEAD_ROLES.has(f.role));
  const heads = (body < 0 ? fragments : fragments.slice(0, body)).map((f) => textOf(outcome.edition, f));
  const shares = Array.from({ length: run.last - run.first + 1 }, () => 0);
  for (const id of ids.slice(heads.length)) {
    const at = (layout.byId.get(id)?.column ?? 0) - run.first;
    shares[at] = (shares[at] ?? 0) + 1;
  }
  return { layout, heads, shares };
}
