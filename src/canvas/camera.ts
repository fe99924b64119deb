/** Where the sheet lies under the glass. Points are in CSS pixels on the screen side, in page units on the page side. */
import type { PageLayout } from '../core/index.ts';
import type { Camera, Point, Rect } from '../editor/scene.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const LEAST_ZOOM = 0.05;
export const MOST_ZOOM = 8;
const MARGIN = 24;

export const clampZoom = (zoom: number): number => Math.min(Math.max(zoom, LEAST_ZOOM), MOST_ZOOM);

export const toPage = (camera: Camera, { x, y }: Point): Point => ({
  x: (x - camera.x) / camera.zoom,
  y: (y - camera.y) / camera.zoom,
});

export const toScreen = (camera: Camera, { x, y }: Point): Point => ({
  x: x * camera.zoom + camera.x,
  y: y * camera.zoom + camera.y,
});

/** What of the page a viewport of this size shows. */
export const seenRect = (camera: Camera, size: Size): Rect => ({
  ...toPage(camera, { x: 0, y: 0 }),
  width: size.width / camera.zoom,
  height: size.height / camera.zoom,
});

export const panBy = (camera: Camera, dx: number, dy: number): Camera => ({ ...camera, x: camera.x + dx, y: camera.y + dy });

/** Another zoom, with the point of the page that lies under `at` left where it is. */
export function zoomTo(camera: Camera, zoom: number, at: Point): Camera {
  const next = clampZoom(zoom);
  const k = next / camera.zoom;
  return { x: at.x - (at.x - camera.x) * k, y: at.y - (at.y - camera.y) * k, zoom: next };
}

/** The whole of `rect` in the middle of the viewport; `most` keeps a small one from filling the wall. */
export function fitRect(rect: Rect, size: Size, margin = MARGIN, most = MOST_ZOOM): Camera {
  const zoom = Math.min(
    clampZoom(
      Math.min((size.width - 2 * margin) / Math.max(rect.width, 1), (size.height - 2 * margin) / Math.max(rect.height, 1)),
    ),
    most,
  );
  return {
    x: (size.width - rect.width * zoom) / 2 - rect.x * zoom,
    y: (size.height - rect.height * zoom) / 2 - rect.y * zoom,
    zoom,
  };
}

export const fitPage = (layout: PageLayout, size: Size): Camera =>
  fitRect({ x: 0, y: 0, width: layout.width, height: layout.height }, size);

/** The sheet's width fills the viewport and its top stands at the top. */
export function fitWidth(layout: PageLayout, size: Size): Camera {
  const zoom = clampZoom((size.width - 2 * MARGIN) / layout.width);
  return { x: (size.width - layout.width * zoom) / 2, y: MARGIN, zoom };
}

/** The fragments with these ids in sight, no closer than twice life size; the whole page where none of them stands on it. */
export function fitSelection(layout: PageLayout, ids: Iterable<string>, size: Size): Camera {
  const boxes = [...ids].map((id) => layout.byId.get(id)).filter((box) => box !== undefined);
  const union = unionOf(boxes);
  return union ? fitRect(union, size, 2 * MARGIN, 2) : fitPage(layout, size);
}

export function unionOf(rects: readonly Rect[]): Rect | null {
  if (!rects.length) return null;
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((r) => r.x + r.width)) - x,
    height: Math.max(...rects.map((r) => r.y + r.height)) - y,
  };
}

/** Never out of sight: some of the sheet stays in the viewport, whatever the wheel says. */
export function keepInSight(camera: Camera, layout: Size, size: Size, least = 80): Camera {
  const x = Math.min(Math.max(camera.x, least - layout.width * camera.zoom), size.width - least);
  const y = Math.min(Math.max(camera.y, least - layout.height * camera.zoom), size.height - least);
  return x === camera.x && y === camera.y ? camera : { ...camera, x, y };
}

/** How far the sheet should run on in one frame while something is held near the viewport's edge; nearer is faster. */
export function edgePan(at: Point, size: Size, reach = 40, most = 18): Point {
  const push = (n: number, length: number): number => {
    const over = n < reach ? reach - n : n > length - reach ? length - reach - n : 0;
    return (Math.min(Math.max(over / reach, -1), 1) * most) | 0;
  };
  return { x: push(at.x, size.width), y: push(at.y, size.height) };
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
  if (turn.ctrlKey || turn.metaKey) return zoomTo(camera, camera.zoom * Math.exp(-Math.min(Math.max(dy, -24), 24) * 0.009), at);
  return turn.shiftKey && dx === 0 ? panBy(camera, -dy, 0) : panBy(camera, -dx, -dy);
}
