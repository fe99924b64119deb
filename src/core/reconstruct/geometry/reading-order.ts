/**
 * The order in which a page is read: bands from top to bottom, in each band columns from left to right, a head before the columns that it spans.
 * Recursive; a band is cut only where it is a real one, since white gaps of neighbour columns also meet by chance.
 */
import { isBand, leastWhite, ruledTogether, usualGap, type Settings } from './bands.ts';
import type { Placed } from './columns.ts';
import { cover, middle, split, type Interval } from './intervals.ts';

/** Lines that follow each other in one column, or in none. */
export interface Flow {
  readonly items: readonly Placed[];
  /** A border of bands runs above it: what stands here does not read on from the flow before. */
  readonly opensBand: boolean;
}

/**
 * Between which two bands to cut what no gutter parts as a whole: where something (a head across, another measure) closes the gutters of the tallest
 * run that has any. White strips that meet by chance, with gutters going through, are left alone. 0 where no cut helps.
 */
function bestCut(bands: readonly Placed[][], slack: number): number {
  const columns = bands.map((band) => cover(band, 'x', slack));
  let best = 0;
  let most = 0;
  for (const step of [1, -1] as const) {
    let run: Interval[] = [];
    let [top, bottom] = [Infinity, -Infinity];
    let start = step > 0 ? 0 : bands.length - 1;
    for (let i = start; i >= 0 && i < bands.length; i += step) {
      const own = columns[i] ?? [];
      const next = merge(run, own);
      if (next.length < 2 && (run.length > 1 || (run.length > 0 && own.length > 1))) {
        const cut = step > 0 ? i : i + 1;
        if (run.length > 1 && bottom - top > most) [best, most] = [cut, bottom - top];
        run = own;
        [top, bottom] = [Infinity, -Infinity];
        start = i;
      } else run = next;
      for (const item of bands[i] ?? []) [top, bottom] = [Math.min(top, item.y0), Math.max(bottom, item.y1)];
    }
    const cut = step > 0 ? start : start + 1;
    if (run.length > 1 && bottom - top > most && cut > 0 && cut < bands.length) [best, most] = [cut, bottom - top];
  }
  return best;
}

function merge(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const [start, end] of [...a, ...b].sort((x, y) => x[0] - y[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

const byPlace = (a: Placed, b: Placed): number => a.y0 + a.y1 - b.y0 - b.y1 || a.line.x0 - b.line.x0;

/** Cuts at the gutter that fewest lines cross; those go to the side where more of them lies. */
function forceColumns(items: readonly Placed[], slack: number): Placed[][] | null {
  const edges = [...new Set(items.filter((item) => item.strip !== null).map((item) => item.x0))].sort((a, b) => a - b);
  let best: number | null = null;
  let least = items.length * 0.12;
  for (const x of edges.slice(1)) {
    let crossing = 0;
    let before = 0;
    for (const item of items) {
      if (item.x1 - slack <= x) before++;
      else if (item.x0 + slack < x - slack) crossing++;
    }
    if (before > 0 && crossing < least) [best, least] = [x, crossing];
  }
  if (best === null) return null;
  const at = best - slack;
  const parts = [items.filter((item) => middle(item, 'x') < at), items.filter((item) => middle(item, 'x') >= at)];
  return parts.every((part) => part.length > 0) ? parts : null;
}

/** White between the bands before each one and all from it on. */
function whitesAbove(bands: readonly Placed[][]): number[] {
  const tops: number[] = [];
  let top = Infinity;
  for (let i = bands.length - 1; i >= 0; i--) {
    for (const item of bands[i] ?? []) top = Math.min(top, item.y0);
    tops[i] = top;
  }
  let bottom = -Infinity;
  return bands.map((band, i) => {
    const white = (tops[i] ?? 0) - bottom;
    for (const item of band) bottom = Math.max(bottom, item.y1);
    return white;
  });
}

/** Cuts along a printed rule that stands through most of the height, where no line crosses it. */
function alongUpright(items: readonly Placed[], { uprights = [], body }: Settings): Placed[][] | null {
  const [top, bottom] = [Math.min(...items.map((item) => item.y0)), Math.max(...items.map((item) => item.y1))];
  for (const [y0, y1, x] of uprights) {
    if (Math.min(y1, bottom) - Math.max(y0, top) < 0.6 * (bottom - top)) continue;
    const crossing = items.filter(({ line }) => line.x0 < x - body && line.x1 > x + body).length;
    if (crossing > 0) continue;
    const parts = [items.filter((item) => middle(item, 'x') < x), items.filter((item) => middle(item, 'x') >= x)];
    if (parts.every((part) => part.length > 0)) return parts;
  }
  return null;
}

const inColumns = (items: readonly Placed[]): Placed[] => items.filter((item) => item.strip !== null);

/** The parts between real borders of bands. */
function cutBands(bands: readonly Placed[][], columns: readonly Interval[], settings: Settings): Placed[][] {
  const gap = usualGap(bands);
  const whites = whitesAbove(bands);
  const cuts: Placed[][] = [];
  for (let from = 0, i = 1; i <= bands.length; i++) {
    const isLast = i === bands.length;
    // Most strips are too narrow at first sight.
    if (!isLast && (whites[i] ?? 0) < leastWhite(settings)) continue;
    if (!isLast && !isBand(bands.slice(from, i).flat(), bands.slice(i).flat(), columns, gap, settings)) continue;
    cuts.push(bands.slice(from, i).flat());
    from = i;
  }
  return cuts;
}

function arrange(items: readonly Placed[], settings: Settings, depth: number, out: Flow[], opensBand = false): void {
  const slack = settings.body * 0.35;
  const first = items[0];
  if (!first) return;
  if (depth > 400 || items.every((item) => item.strip !== null && item.strip === first.strip))
    return void out.push({ items: [...items].sort(byPlace), opensBand });
  const columns = cover(items, 'x', slack);
  const bands = split(items, cover(items, 'y', 0), 'y');
  // Heads across close the gutters of a whole page: its columns are then those of its text.
  const gutters = columns.length > 1 ? columns : cover(inColumns(items), 'x', slack);
  const cuts = gutters.length > 1 ? cutBands(bands, gutters, settings) : [];
  if (cuts.length > 1) return cuts.forEach((part, i) => arrange(part, settings, depth + 1, out, i > 0 || opensBand));
  if (columns.length > 1) {
    const parts = split(items, ruledTogether(items, columns, settings), 'x');
    // A sliver of a column may hold the middle of none.
    if (parts.length > 1)
      return parts.forEach((part, i) => arrange(part, settings, depth + 1, out, i === 0 && opensBand));
  }
  const ruled = items.length > 5 ? alongUpright(items, settings) : null;
  if (ruled) return ruled.forEach((part, i) => arrange(part, settings, depth + 1, out, i === 0 && opensBand));
  const bare =
    items.length > 5
      ? cover(
          items.map((item) => ({ ...item, x0: item.line.x0, x1: item.line.x1 })),
          'x',
          0,
        )
      : [];
  if (bare.length > 1)
    return split(items, bare, 'x').forEach((part, i) => arrange(part, settings, depth + 1, out, i === 0 && opensBand));
  const cut = bands.length > 1 ? bestCut(bands, slack) : 0;
  if (cut > 0)
    return [bands.slice(0, cut), bands.slice(cut)].forEach((part, i) =>
      arrange(part.flat(), settings, depth + 1, out, i === 0 && opensBand),
    );
  const forced = items.length > 3 ? forceColumns(items, slack) : null;
  if (forced) return forced.forEach((part, i) => arrange(part, settings, depth + 1, out, i === 0 && opensBand));
  out.push({ items: [...items].sort(byPlace), opensBand });
}

/** The lines in reading order, in flows. */
export function readingOrder(placed: readonly Placed[], settings: Settings): Flow[] {
  const out: Flow[] = [];
  arrange(placed, settings, 0, out);
  return out;
}
