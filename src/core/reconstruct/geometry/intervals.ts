/** Stretches of one axis that lines cover, and lines by them. */
import type { Placed } from './columns.ts';

export type Interval = [start: number, end: number];

/** The intervals that `items` cover on one axis, those that touch merged. */
export function cover(items: readonly Placed[], axis: 'x' | 'y', slack: number): Interval[] {
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

export const middle = (item: Placed, axis: 'x' | 'y'): number =>
  axis === 'x' ? (item.x0 + item.x1) / 2 : (item.y0 + item.y1) / 2;

export const isIn = (item: Placed, [x0, x1]: Interval): boolean => middle(item, 'x') >= x0 && middle(item, 'x') <= x1;

/** Items by the interval in which their middle lies. */
export function split(items: readonly Placed[], intervals: readonly Interval[], axis: 'x' | 'y'): Placed[][] {
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
