/** The thin rules between columns: they stop where a fragment spans them. Page units. */
import type { ColumnBox, PageLayout } from './page-layout.ts';

export interface Rule {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const rules = new WeakMap<PageLayout, readonly Rule[]>();

export function columnRules(layout: PageLayout): readonly Rule[] {
  let known = rules.get(layout);
  if (!known) rules.set(layout, (known = makeRules(layout)));
  return known;
}

function makeRules(layout: PageLayout): Rule[] {
  const made: Rule[] = [];
  const end = layout.height - layout.top;
  const crossing: { top: number; bottom: number }[][] = layout.columns.map(() => []);
  for (const box of layout.boxes)
    for (let i = box.column; i < box.column + box.span - 1; i++)
      crossing[i]?.push({ top: box.y, bottom: box.y + box.height });
  layout.columns.forEach((column, i) => {
    const next = layout.columns[i + 1];
    // Between two empty columns their guides are enough.
    if (!next || (isEmpty(layout, column) && isEmpty(layout, next))) return;
    const x = (column.x + column.width + next.x) / 2;
    let top = layout.top;
    const add = (bottom: number): void => {
      if (bottom - top > layout.bodySize * 0.5) made.push({ x, top, bottom });
    };
    for (const gap of (crossing[i] ?? []).sort((a, b) => a.top - b.top)) {
      add(gap.top);
      top = Math.max(top, gap.bottom);
    }
    add(end);
  });
  return made;
}

const isEmpty = (layout: PageLayout, column: ColumnBox): boolean => column.bottom <= layout.top;

/** Columns in which nothing stands yet. */
export const emptyColumns = (layout: PageLayout): { x: number; y: number; width: number; height: number }[] =>
  layout.columns
    .filter((column) => isEmpty(layout, column))
    .map((column) => ({ x: column.x, y: layout.top, width: column.width, height: layout.height - 2 * layout.top }));
