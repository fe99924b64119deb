/** Where an article begins on the sheet, and begins again: the extents that carry its rule and its number. Page units. */
import type { FragmentBox, PageLayout } from './page-layout.ts';

export interface ArticleTop {
  readonly article: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The box at the left end of the extent: the number stands over it. */
  readonly box: FragmentBox;
}

const tops = new WeakMap<PageLayout, readonly ArticleTop[]>();

export function articleTops(layout: PageLayout): readonly ArticleTop[] {
  let known = tops.get(layout);
  if (!known) tops.set(layout, (known = joinNeighbours(layout, findTops(layout))));
  return known;
}

/** Boxes with no fragment of their own article right above them in any of their columns. */
function findTops(layout: PageLayout): FragmentBox[] {
  const last: (FragmentBox | undefined)[] = layout.columns.map(() => undefined);
  const found: FragmentBox[] = [];
  for (const box of layout.boxes) {
    const own = box.fragment.article?.id;
    let top = own !== undefined;
    for (let c = box.column; c < box.column + box.span; c++) {
      if (last[c]?.fragment.article?.id === own) top = false;
      last[c] = box;
    }
    if (top) found.push(box);
  }
  return found;
}

/** Tops of one article side by side at one height are one extent, across the gutters. */
function joinNeighbours(layout: PageLayout, boxes: FragmentBox[]): ArticleTop[] {
  const made: { article: string; x: number; y: number; width: number; box: FragmentBox; next: number }[] = [];
  for (const box of boxes.sort((a, b) => a.column - b.column)) {
    const article = box.fragment.article?.id ?? '';
    const left = made.find(
      (top) => top.article === article && top.next === box.column && Math.abs(top.y - box.y) < layout.bodySize / 4,
    );
    if (left) {
      left.width = box.x + box.width - left.x;
      left.next = box.column + box.span;
    } else made.push({ article, x: box.x, y: box.y, width: box.width, box, next: box.column + box.span });
  }
  return made;
}
