/** Where a page, or some of its columns, is parted into an upper and a lower half. */
import type { Placed } from './columns.ts';
import { isIn, middle, type Interval } from './intervals.ts';
import { endsSentence } from './sentence.ts';
import { WEIGHTS } from './weights.ts';

export interface Settings {
  readonly body: number;
  readonly pitch: number;
  /** Printed rules that lie, as [x0, x1, y]. */
  readonly rules: readonly (readonly [number, number, number])[];
  /** Printed rules that stand, as [y0, y1, x]. */
  readonly uprights?: readonly (readonly [number, number, number])[];
}

/** The white between rows that all columns share, where there are many: a list has it everywhere. */
export function usualGap(bands: readonly Placed[][]): number {
  if (bands.length < 5) return 0;
  const gaps = bands
    .slice(1)
    .map((band, i) => Math.min(...band.map((item) => item.y0)) - Math.max(...(bands[i] ?? []).map((item) => item.y1)));
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
}

const W = WEIGHTS.band;
/** Lines a column that a band has at least: rows of a table are no bands. */
const LEAST_LINES = 4;
/** Higher lines are heads. */
const HEAD = 1.3;

/** From the lowest line above a border to the highest below it, at least. */
export const leastWhite = ({ body, pitch }: Pick<Settings, 'body' | 'pitch'>): number =>
  0.5 * pitch + Math.max(0, pitch - body);

/** A head across stands in all columns that it reaches into. */
const lapsOver = (item: Placed, [x0, x1]: Interval): boolean =>
  Math.min(item.x1, x1) - Math.max(item.x0, x0) > 0.25 * (x1 - x0);

/**
 * Is the white strip between `above` and `below`, over several columns, the border of two bands? Columns that all break at one height say so, the
 * more the surer; so do level ends, a wide strip, a printed rule, and a column above that breaks off in mid-sentence (it reads on at the next top).
 */
export function isBand(
  above: readonly Placed[],
  below: readonly Placed[],
  gutters: readonly Interval[],
  usualGap: number,
  { body, pitch, rules }: Settings,
): boolean {
  let [shared, open, heads] = [0, 0, 0];
  const sharing: Interval[] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (const [x0, x1] of gutters) {
    const inside = (item: Placed): boolean => isIn(item, [x0, x1]) || (item.strip === null && lapsOver(item, [x0, x1]));
    let last: Placed | null = null;
    let first: Placed | null = null;
    for (const item of above) if (inside(item) && (!last || item.y1 > last.y1)) last = item;
    for (const item of below) if (inside(item) && (!first || item.y0 < first.y0)) first = item;
    if (last) bottoms.push(last.y1);
    if (first) tops.push(first.y0);
    if (!last || !first) continue;
    shared++;
    if (last.y1 - last.y0 > HEAD * body) heads++;
    sharing.push([x0, x1]);
    if (last.x1 - last.line.x1 < 2 * body && last.line.letters > 12 && !endsSentence(last.line.text)) open++;
  }
  const [lowest, highest] = [Math.max(...bottoms), Math.min(...tops)];
  const white = highest - lowest - Math.max(0, pitch - body);
  if (
    shared < 2 ||
    // Heads stand over what is theirs.
    2 * heads > shared ||
    highest - lowest < leastWhite({ body, pitch }) ||
    highest - lowest < 1.4 * usualGap ||
    Math.min(above.length, below.length) < LEAST_LINES * shared
  )
    return false;
  // A rule that crosses the gutters, even one that leaves the outer edges free, belongs to no column.
  const crosses = ([a, b, y]: readonly [number, number, number]): boolean =>
    y > lowest - body &&
    y < highest + body &&
    sharing.every(([x0, x1]) => Math.min(b, x1) - Math.max(a, x0) > 0.25 * (x1 - x0));
  if (rules.some(crosses)) return true;
  const isLevel = (ys: readonly number[]): number => (Math.max(...ys) - Math.min(...ys) < 0.8 * body ? 1 : 0);
  const level = W.level * (isLevel(tops) + isLevel(bottoms));
  return shared + (white > 1.2 * pitch ? W.wide : 0) + W.open * Math.min(open, 2) + level >= W.enough;
}

/** Columns of which only some are parted by a rule across them, into an upper and a lower half, are kept together: that is for the next step. */
export function ruledTogether(items: readonly Placed[], columns: readonly Interval[], settings: Settings): Interval[] {
  const groups = columns.map((_, i) => i);
  for (const [a, b, y] of settings.rules) {
    const under = columns.flatMap(([x0, x1], i) => (Math.min(b, x1) - Math.max(a, x0) > 0.25 * (x1 - x0) ? [i] : []));
    if (under.length < 2 || under.length === columns.length) continue;
    const inside = items.filter((item) => under.some((i) => isIn(item, columns[i] as Interval)));
    const above = inside.filter((item) => middle(item, 'y') < y);
    const below = inside.filter((item) => middle(item, 'y') >= y);
    const own = under.map((i) => columns[i] as Interval);
    if (!isBand(above, below, own, 0, { ...settings, rules: [[a, b, y]] })) continue;
    for (const i of under) groups[i] = groups[under[0] ?? i] ?? i;
  }
  const merged: Interval[] = [];
  columns.forEach(([x0, x1], i) => {
    const last = merged.at(-1);
    if (last && groups[i] === groups[i - 1]) last[1] = x1;
    else merged.push([x0, x1]);
  });
  return merged;
}
