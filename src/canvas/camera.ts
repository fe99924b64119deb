/** What the canvas asks of the camera beyond the editor's own arithmetic. */
import { toPage, zoomAt, type Size } from '../editor/camera.ts';
import type { Camera, Point, Rect } from '../editor/scene.ts';

/** What of the page a viewport of this size shows. */
export const seenRect = (camera: Camera, size: Size): Rect => ({
  ...toPage(camera, { x: 0, y: 0 }),
  width: size.width / camera.zoom,
  height: size.height / camera.zoom,
});

export const panBy = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x + dx,
  y: camera.y + dy,
});

export function unionOf(rects: readonly Rect[]): Rect | null {
  if (!rects.length) return null;
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  const right = Math.max(...rects.map((r) => r.x + r.width));
  const bottom = Math.max(...rects.map((r) => r.y + r.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Some of the sheet stays in the viewport, whatever the wheel says. */
export function keepInSight(camera: Camera, layout: Size, size: Size, least = 80): Camera {
  const x = Math.min(Math.max(camera.x, least - layout.width * camera.zoom), size.width - least);
  const y = Math.min(Math.max(camera.y, least - layout.height * camera.zoom), size.height - least);
  return x === camera.x && y === camera.y ? camera : { ...camera, x, y };
}

export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** As the DOM counts: 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Ctrl or Cmd (and so a pinch on a touch pad) zooms to the pointer, Shift pans sideways, else it pans. */
export function turnWheel(camera: Camera, turn: WheelTurn, at: Point, size: Size): Camera {
  const unit = turn.deltaMode === 1 ? 20 : turn.deltaMode === 2 ? size.height * 0.8 : 1;
  const dx = turn.deltaX * unit;
  const dy = turn.deltaY * unit;
  if (turn.ctrlKey || turn.metaKey) return zoomAt(camera, at, Math.exp(-Math.min(Math.max(dy, -24), 24) * 0.009));
  return turn.shiftKey && dx === 0 ? panBy(camera, -dy, 0) : panBy(camera, -dx, -dy);
}
