/** What is asked of a layout again and again, worked out once a layout: its grid. */
import type { FragmentBox, PageLayout } from '../core/index.ts';
import { gridIndex, type GridIndex } from './grid-index.ts';

const grids = new WeakMap<PageLayout, GridIndex<FragmentBox>>();

export function gridOf(layout: PageLayout): GridIndex<FragmentBox> {
  let grid = grids.get(layout);
  if (!grid) grids.set(layout, (grid = gridIndex(layout.boxes, layout.width, layout.height)));
  return grid;
}
