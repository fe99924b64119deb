/**
 * The order in which a page is read: bands from top to bottom, in each band columns from left to right, a head before the columns that it spans.
 * Recursive; a band is cut only where it is a real one, since white gaps of neighbour columns also meet by chance.
 */
import { endsSentence } from './sentence.ts';
import type { Placed } from './columns.ts';

interface Settings {
  readonly body: number;
  readonly pitch: number;
  /** Printed rules that lie, as [x0, x1, y]. */
  readonly rules: readonly (readonly [number, number, number])[];
}

/** Lines that follow each other in one column, or in none. */
export interface Flow {
  readonly items: readonly Placed[];
  /** A border of bands runs above it: what stands here does not read on from the flow before. */
  readonly opensBand: boolean;
}

type Interval = [start: number, end: number];

/** The intervals that `items` cover on one axis, those that touch merged. */
function cover(items: readonly Placed[], axis: 'x' | 'y', slack: number): Interval[] {
  const spans = items
    .map((item): Interval =>
      axis === 'x'
        ? [item.x0 + slack, item.x1 - slack]
        : [item.y0 + (item.y1 - item.y0) * 0.18, item.y1 - (item.y1 - item.y0) * 0.18],
    )
    .sort((a, b) => a[0] - b[0]);
  const merged: Interval[] = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, Math.max(start, end)]);
  }
  return merged;
}

const middle = (item: Placed, axis: 'x' | 'y'): number =>
  axis === 'x' ? (item.x0 + item.x1) / 2 : (item.y0 + item.y1) / 2;

/** Items by the interval in which their middle lies. */
function split(items: readonly Placed[], intervals: readonly Interval[], axis: 'x' | 'y'): Placed[][] {
  const groups: Placed[][] = intervals.map(() => []);
  for (const item of items) {
    const at = middle(item, axis);
    let [low, high] = [0, intervals.length - 1];
    while (low < high) {
      const half = (low + high + 1) >> 1;
      if ((intervals[half]?.[0] ?? 0) <= at) low = half;
      else high = half - 1;
    }
    groups[low]?.push(item);
  }
  return groups.filter((group) => group.length > 0);
}

/** The white between rows that all columns share, where there are many: a list has it everywhere. */
function usualGap(bands: readonly Placed[][]): number {
  if (bands.length < 5) return 0;
  const gaps = bands
    .slice(1)
    .map((band, i) => Math.min(...band.map((item) => item.y0)) - Math.max(...(bands[i] ?? []).map((item) => item.y1)));
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
}

/** What speaks for a border of two bands must weigh this much; see `isBand`. */
const BAND = 5;
/** Lines a column that a band has at least: rows of a table are no bands. */
const LEAST_LINES = 4;

/**
 * Is the white strip between `above` and `below`, over several columns, the border of two bands? Columns that all break at one height say so, the
 * more the surer; so do level ends, a wide strip, a printed rule, and a column above that breaks off in mid-sentence (it reads on at the next top).
 */
function isBand(
  above: readonly Placed[],
  below: readonly Placed[],
  gutters: readonly Interval[],
  usualGap: number,
  { body, pitch, rules }: Settings,
): boolean {
  let [shared, open] = [0, 0];
  let [left, right] = [Infinity, -Infinity];
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (const [x0, x1] of gutters) {
    const inside = (item: Placed): boolean => middle(item, 'x') >= x0 && middle(item, 'x') <= x1;
    let last: Placed | null = null;
    let first: Placed | null = null;
    for (const item of above) if (inside(item) && (!last || item.y1 > last.y1)) last = item;
    for (const item of below) if (inside(item) && (!first || item.y0 < first.y0)) first = item;
    if (last) bottoms.push(last.y1);
    if (first) tops.push(first.y0);
    if (!last || !first) continue;
    shared++;
    left = Math.min(left, x0);
    right = Math.max(right, x1);
    if (last.x1 - last.line.x1 < 2 * body && last.line.letters > 12 && !endsSentence(last.line.text)) open++;
  }
  const [lowest, highest] = [Math.max(...bottoms), Math.min(...tops)];
  const white = highest - lowest - Math.max(0, pitch - body);
  if (
    shared < 2 ||
    white < 0.5 * pitch ||
    highest - lowest < 1.4 * usualGap ||
    Math.min(above.length, below.length) < LEAST_LINES * shared
  )
    return false;
  if (
    rules.some(
      ([a, b, y]) =>
        y > lowest - body && y < highest + body && Math.min(b, right) - Math.max(a, left) > 0.7 * (right - left),
    )
  )
    return true;
  const isLevel = (ys: readonly number[]): number => (Math.max(...ys) - Math.min(...ys) < 0.8 * body ? 1 : 0);
  return shared + (white > 1.2 * pitch ? 1 : 0) + Math.min(open, 2) + isLevel(tops) + isLevel(bottoms) >= BAND;
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

function arrange(items: readonly Placed[], settings: Settings, depth: number, out: Flow[], opensBand = false): void {
  const slack = settings.body * 0.35;
  const first = items[0];
  if (!first) return;
  if (depth > 400 || items.every((item) => item.strip !== null && item.strip === first.strip))
    return void out.push({ items: [...items].sort(byPlace), opensBand });
  const columns = cover(items, 'x', slack);
  const bands = split(items, cover(items, 'y', 0), 'y');
  if (columns.length > 1) {
    const gap = usualGap(bands);
    const cuts: Placed[][] = [];
    for (let from = 0, i = 1; i <= bands.length; i++) {
      const isLast = i === bands.length;
      if (!isLast && !isBand(bands.slice(from, i).flat(), bands.slice(i).flat(), columns, gap, settings)) continue;
      cuts.push(bands.slice(from, i).flat());
      from = i;
    }
    if (cuts.length > 1) return cuts.forEach((part, i) => arrange(part, settings, depth + 1, out, i > 0 || opensBand));
    return split(items, columns, 'x').forEach((part, i) =>
      arrange(part, settings, depth + 1, out, i === 0 && opensBand),
    );
  }
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
