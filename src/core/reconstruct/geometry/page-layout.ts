/** One page's layout: lines upright, columns, flows in reading order, each with its traits. */
import type { Source } from '../../model/edition.ts';
import { findColumns, type ColumnStrip } from './columns.ts';
import { deskew } from './deskew.ts';
import { findFurniture, type FurnitureRole } from './furniture.ts';
import { bodyHeightOf, frameOf, weightedMedian, type Frame, type LayoutLine } from './layout-line.ts';
import { measuresOf, traitsOf, type LineTraits, type PageMeasures } from './line-traits.ts';
import { readingOrder } from './reading-order.ts';

export interface PageLayout {
  readonly frame: Frame;
  readonly strips: readonly ColumnStrip[];
  readonly flows: readonly { readonly lines: readonly LineTraits[]; readonly opensBand: boolean }[];
  readonly measures: PageMeasures;
  /** Lines of no article, from top to bottom. */
  readonly furniture: readonly { readonly line: LayoutLine; readonly role: FurnitureRole }[];
}

/** Printed rules that lie: wide and flat. */
function rulesOf(frame: Frame, body: number): (readonly [number, number, number])[] {
  return frame.separators.flatMap(([x, y, w, h]) =>
    w > 4 * body && h < 2 * body ? [[x, x + w, y + h / 2] as const] : [],
  );
}

export function layoutOf(source: Source): PageLayout {
  const frame = frameOf(source);
  const body = bodyHeightOf(frame.lines);
  deskew(frame.lines, body);
  const all = [...frame.lines].sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1 || a.x0 - b.x0 || a.index - b.index);
  const roles = findFurniture(all, body, frame.height);
  const lines = all.filter((line) => !roles.has(line.index));
  const furniture = all.flatMap((line) => {
    const role = roles.get(line.index);
    return role ? [{ line, role }] : [];
  });
  const { strips, placed, pitch } = findColumns(lines, body);
  const measures = measuresOf(lines, strips, body, pitch, weightedMedian);
  const flows = readingOrder(placed, { body, pitch, rules: rulesOf(frame, body) });
  return {
    frame,
    strips,
    measures,
    furniture,
    flows: flows.map(({ items, opensBand }) => ({ lines: traitsOf(items, strips, measures), opensBand })),
  };
}
