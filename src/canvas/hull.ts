/** The outline of what an article's fragments cover: rectangles grown to the middle of the gutters and drawn around as one. */
import type { PageLayout } from '../core/index.ts';
import type { Point, Rect } from '../editor/scene.ts';

/** Closed outlines around the union of rectangles, corner by corner. */
export function outline(rects: readonly Rect[]): Point[][] {
  const xs = cuts(rects.flatMap((r) => [r.x, r.x + r.width]));
  const ys = cuts(rects.flatMap((r) => [r.y, r.y + r.height]));
  const wide = xs.length - 1;
  const inside = new Uint8Array(Math.max(wide * (ys.length - 1), 0));
  for (const rect of rects) {
    const [left, right] = [xs.indexOf(round(rect.x)), xs.indexOf(round(rect.x + rect.width))];
    const [top, bottom] = [ys.indexOf(round(rect.y)), ys.indexOf(round(rect.y + rect.height))];
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) inside[y * wide + x] = 1;
  }
  const filled = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < wide && y < ys.length - 1 && inside[y * wide + x] === 1;
  // Edges run with the inside on their right hand, so that each corner has one way on (two where cells meet at a point).
  const from = new Map<string, string[]>();
  const edge = (x1: number, y1: number, x2: number, y2: number): void => {
    const key = `${x1},${y1}`;
    from.set(key, [...(from.get(key) ?? []), `${x2},${y2}`]);
  };
  for (let y = 0; y < ys.length - 1; y++)
    for (let x = 0; x < wide; x++) {
      if (!filled(x, y)) continue;
      if (!filled(x, y - 1)) edge(x, y, x + 1, y);
      if (!filled(x + 1, y)) edge(x + 1, y, x + 1, y + 1);
      if (!filled(x, y + 1)) edge(x + 1, y + 1, x, y + 1);
      if (!filled(x - 1, y)) edge(x, y + 1, x, y);
    }
  const rings: Point[][] = [];
  for (const start of from.keys()) {
    const ring: Point[] = [];
    for (let at: string | undefined = start; at !== undefined;) {
      const next: string | undefined = from.get(at)?.shift();
      if (next === undefined) break;
      const [i, j] = at.split(',').map(Number);
      ring.push({ x: xs[i ?? 0] ?? 0, y: ys[j ?? 0] ?? 0 });
      at = next;
    }
    if (ring.length > 3) rings.push(withoutStraight(ring));
  }
  return rings;
}

const round = (n: number): number => Math.round(n * 100) / 100;
const cuts = (values: readonly number[]): number[] => [...new Set(values.map(round))].sort((a, b) => a - b);

const withoutStraight = (ring: readonly Point[]): Point[] =>
  ring.filter((p, i) => {
    const a = ring.at(i - 1) ?? p;
    const b = ring[(i + 1) % ring.length] ?? p;
    return !((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y));
  });

/** The hull of one article on a sheet. */
export function articleHull(layout: PageLayout, article: string): Point[][] {
  const reach = gutterOf(layout) / 2;
  const rects: Rect[] = [];
  let last: { x: number; y: number; width: number; height: number } | undefined;
  for (const box of layout.boxes) {
    if (box.fragment.article?.id !== article) continue;
    const rect = { x: box.x - reach, y: box.y, width: box.width + 2 * reach, height: box.height };
    if (last && last.x === rect.x && last.width === rect.width && Math.abs(last.y + last.height - rect.y) < 0.5)
      last.height = rect.y + rect.height - last.y;
    else rects.push((last = rect));
  }
  return outline(rects);
}

export function gutterOf(layout: PageLayout): number {
  const [first, second] = layout.columns;
  return first && second ? second.x - first.x - first.width : layout.bodySize;
}
