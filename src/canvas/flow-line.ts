/** The way a reader goes through an article: runs down the columns, and the dotted line in the gutters from one to the next. */
import { articleTops, type FragmentBox, type PageLayout } from '../core/index.ts';
import type { Point } from '../editor/scene.ts';
import { gutterOf } from './hull.ts';

/** Fragments read one below the other without a change of column. */
export interface Leg {
  readonly first: FragmentBox;
  readonly last: FragmentBox;
}

export interface FlowLine {
  readonly legs: readonly Leg[];
  /** Where leg n + 1 begins: its number's circle, in the gutter left of it. */
  readonly circles: readonly { readonly number: number; readonly at: Point }[];
  /** From each leg's end to the next leg's circle. */
  readonly paths: readonly (readonly Point[])[];
}

export function flowLine(layout: PageLayout, ids: readonly string[]): FlowLine {
  const boxes = ids.map((id) => layout.byId.get(id)).filter((box) => box !== undefined);
  const legs = legsOf(boxes, layout.bodySize);
  const half = gutterOf(layout) / 2;
  const start = ({ first }: Leg): Point => ({ x: first.x - half, y: first.y + first.above + first.lineHeight / 2 });
  const paths = legs.slice(1).map((leg, i) => {
    const { last } = legs[i] as Leg;
    const to = start(leg);
    const right = last.x + last.width + half;
    const left = last.x - half;
    const bottom = last.y + last.height;
    // To the right: up the gutter behind this run. To the left: down the gutter before it.
    const x = to.x >= right - 0.5 ? right : left;
    const from = { x, y: bottom - last.lineHeight / 2 };
    if (Math.abs(to.x - x) < 0.5) return [from, { x: to.x, y: to.y }];
    const over = leg.first.y;
    return [from, { x, y: over }, { x: to.x, y: over }, to];
  });
  // The article's own number stands where it begins: the first run needs one of its own only elsewhere.
  const plain = legs[0] && articleTops(layout).some((top) => top.box === legs[0]?.first);
  const numbered = legs.map((leg, i) => ({ number: i + 1, at: start(leg) }));
  const circles = legs.length < 2 ? [] : plain ? numbered.slice(1) : numbered;
  return { legs, circles, paths };
}

function legsOf(boxes: readonly FragmentBox[], body: number): Leg[] {
  const legs: { first: FragmentBox; last: FragmentBox }[] = [];
  for (const box of boxes) {
    const leg = legs.at(-1);
    const under =
      leg &&
      box.y >= leg.last.y + leg.last.height - 0.5 &&
      box.y - leg.last.y - leg.last.height < body * 4 &&
      covers(leg.last, box);
    if (leg && under) leg.last = box;
    else legs.push({ first: box, last: box });
  }
  return legs;
}

/** The one below begins in the same column, or at the left end of the head above it. */
const covers = (above: FragmentBox, below: FragmentBox): boolean =>
  above.column === below.column || (below.column < above.column && above.column < below.column + below.span);
