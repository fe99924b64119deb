/** The sheet's columns, and where a piece stands in them. */
import type { ColumnStrip } from './columns.ts';
import type { LineTraits } from './line-traits.ts';

export interface SheetColumn {
  readonly x: number;
  readonly width: number;
}

/** Columns beside each other: the best filled strips that do not overlap. Others (wide leaders, narrow lists) are placed over these. */
export function sheetColumns(strips: readonly ColumnStrip[], width: number): SheetColumn[] {
  const chosen: ColumnStrip[] = [];
  for (const strip of [...strips].sort((a, b) => b.ys.length - a.ys.length || a.x0 - b.x0))
    if (
      chosen.every(
        (other) =>
          Math.min(strip.x1, other.x1) - Math.max(strip.x0, other.x0) <
          0.15 * Math.min(strip.x1 - strip.x0, other.x1 - other.x0),
      )
    )
      chosen.push(strip);
  if (chosen.length === 0) return [{ x: 0, width: Math.max(1, width) }];
  return chosen
    .sort((a, b) => a.x0 - b.x0)
    .map((strip) => ({ x: Math.round(strip.x0), width: Math.max(1, Math.round(strip.x1 - strip.x0)) }));
}

/** The leftmost column that the lines stand in, and how many they cover. */
export function placeOf(
  lines: readonly LineTraits[] | readonly { readonly x0: number; readonly x1: number }[],
  columns: readonly SheetColumn[],
): { column: number; span: number } {
  const boxes = lines.map((line) => ('placed' in line ? line.placed.line : line));
  const [x0, x1] = [Math.min(...boxes.map((box) => box.x0)), Math.max(...boxes.map((box) => box.x1))];
  const covered = columns.flatMap(({ x, width }, i) =>
    Math.min(x1, x + width) - Math.max(x0, x) > Math.min(0.3 * width, 0.6 * (x1 - x0)) ? [i] : [],
  );
  const first = covered[0];
  if (first !== undefined) return { column: first, span: (covered.at(-1) ?? first) - first + 1 };
  const away = columns.map(({ x, width }) => Math.abs(x + width / 2 - (x0 + x1) / 2));
  return { column: away.indexOf(Math.min(...away)), span: 1 };
}
