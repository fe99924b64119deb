/** The sheet makes room: what stands under the drop line is shown further down, and a field where the dragged fragments will stand. */
import type { PageLayout } from '../core/index.ts';
import type { DropTarget, Rect } from '../editor/scene.ts';

/** In page units. */
export interface Room {
  readonly field: Rect;
  /** What moves down by the field's height. */
  readonly moved: Rect;
}

const EPSILON = 0.5;

/** `height`: how much is wanted. */
export function roomFor(layout: PageLayout, drop: DropTarget, height: number): Room {
  const { x, y, width } = drop.line;
  const field = { x, y, width, height };
  let end = layout.height - layout.top;
  let filled = y;
  for (const box of layout.boxes) {
    if (box.x + box.width <= x + EPSILON || box.x >= x + width - EPSILON || box.y < y - EPSILON) continue;
    // A head over more columns than these stays: what would run into it is cut off.
    if (box.x < x - EPSILON || box.x + box.width > x + width + EPSILON) end = Math.min(end, box.y);
    else filled = Math.max(filled, box.y + box.height);
  }
  return { field, moved: { x, y, width, height: Math.max(Math.min(filled, end) - y, 0) } };
}

/** Does this box move down with the rest? */
export const isMoved = ({ moved }: Room, box: Rect): boolean =>
  box.x >= moved.x - EPSILON &&
  box.x + box.width <= moved.x + moved.width + EPSILON &&
  box.y >= moved.y - EPSILON &&
  box.y < moved.y + moved.height;
