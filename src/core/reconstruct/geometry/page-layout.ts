/** One page's layout: lines upright, columns, flows in reading order, each with its traits. */
import type { Box, Source } from '../../model/edition.ts';
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
  readonly rules: readonly Rule[];
  readonly pictures: readonly Box[];
  /** Lines of no article, from top to bottom. */
  readonly furniture: readonly { readonly line: LayoutLine; readonly role: FurnitureRole }[];
}

/** A rule with the middle of its length and breadth; `along` its two ends on its own axis. */
export interface Rule {
  readonly lies: boolean;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Separators as rules that lie or stand, turned upright with the page. */
function rulesOf(frame: Frame, body: number, shear: number): Rule[] {
  return frame.separators.flatMap(([x, y, w, h]): Rule[] => {
    const [dx, dy] = [shear * (y + h / 2), -shear * (x + w / 2)];
    // A long rule of a page that lies askew has a box of some height.
    if (w > 2 * body && h < Math.max(2 * body, 0.05 * w))
      return [{ lies: true, from: x - dx, to: x + w - dx, at: y + h / 2 - dy }];
    if (h > 4 * body && w < Math.max(2 * body, 0.05 * h))
      return [{ lies: false, from: y - dy, to: y + h - dy, at: x + w / 2 - dx }];
    return [];
  });
}

export function layoutOf(source: Source): PageLayout {
  const frame = frameOf(source);
  const body = bodyHeightOf(frame.lines);
  const shear = deskew(frame.lines, body);
  const rules = rulesOf(frame, body, shear);
  const pictures = frame.pictures.map(([x, y, w, h]): Box => [x - shear * (y + h / 2), y + shear * (x + w / 2), w, h]);
  const all = [...frame.lines].sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1 || a.x0 - b.x0 || a.index - b.index);
  const roles = findFurniture(all, body, frame.height);
  const lines = all.filter((line) => !roles.has(line.index));
  const furniture = all.flatMap((line) => {
    const role = roles.get(line.index);
    return role ? [{ line, role }] : [];
  });
  const { strips, placed, pitch } = findColumns(lines, body);
  const measures = measuresOf(lines, strips, body, pitch, weightedMedian);
  const ends = (lies: boolean): (readonly [number, number, number])[] =>
    rules.filter((rule) => rule.lies === lies).map(({ from, to, at }) => [from, to, at] as const);
  const flows = readingOrder(placed, { body, pitch, rules: ends(true), uprights: ends(false) });
  return {
    frame,
    strips,
    measures,
    rules,
    pictures,
    furniture,
    flows: flows.map(({ items, opensBand }) => ({ lines: traitsOf(items, strips, measures, rules), opensBand })),
  };
}
