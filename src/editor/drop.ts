/** Where dragged fragments would land. */
import type { FragmentBox, PageLayout } from '../core/index.ts';
import type { DropTarget, Point } from './scene.ts';

/** Does the box stand in this column? */
const covers = (box: FragmentBox, column: number): boolean => column >= box.column && column < box.column + box.span;

/** The boxes of one column from top to bottom, those that are moving left out. */
export const columnBoxes = (layout: PageLayout, column: number, moving: ReadonlySet<string>): FragmentBox[] =>
  layout.boxes.filter((box) => covers(box, column) && !moving.has(box.fragment.id)).sort((a, b) => a.y - b.y);

/** The column whose middle lies nearest. */
export function columnAt(layout: PageLayout, x: number): number {
  let best = 0;
  let distance = Infinity;
  for (const column of layout.columns) {
    const d = Math.max(column.x - x, x - column.x - column.width, 0);
    if (d < distance) [best, distance] = [column.index, d];
  }
  return best;
}

/** A target in this column, before the `position`-th of its standing boxes. */
export function targetAt(
  layout: PageLayout,
  column: number,
  position: number,
  moving: ReadonlySet<string>,
  span: number,
): DropTarget {
  const standing = columnBoxes(layout, column, moving);
  const above = standing[Math.min(position, standing.length) - 1];
  const fits = Math.max(1, Math.min(span, layout.columns.length - column));
  const first = layout.columns[column];
  const last = layout.columns[column + fits - 1];
  return {
    page: layout.page.id,
    column: first?.id ?? '',
    after: above?.fragment.id ?? null,
    span: fits,
    line: {
      x: first?.x ?? 0,
      y: above ? above.y + above.height : layout.top,
      width: (last?.x ?? 0) + (last?.width ?? 0) - (first?.x ?? 0),
    },
  };
}

/** The gap nearest to the point. */
export function dropTarget(layout: PageLayout, point: Point, moving: ReadonlySet<string>, span: number): DropTarget {
  const column = Math.min(columnAt(layout, point.x), Math.max(0, layout.columns.length - 1));
  const standing = columnBoxes(layout, column, moving);
  const below = standing.findIndex((box) => point.y < box.y + box.height / 2);
  return targetAt(layout, column, below < 0 ? standing.length : below, moving, span);
}
