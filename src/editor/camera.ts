/** Moving the camera over the sheet. screen = page × zoom + offset. */
import type { Camera, Point, Rect } from './scene.ts';

export const ZOOM_LEAST = 0.08;
export const ZOOM_MOST = 8;
const MARGIN = 24;
/** Body size on the screen, in pixels, that needs no zooming in. */
const READABLE = 12;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const toPage = (camera: Camera, screen: Point): Point => ({
  x: (screen.x - camera.x) / camera.zoom,
  y: (screen.y - camera.y) / camera.zoom,
});

export const toScreen = (camera: Camera, page: Point): Point => ({
  x: page.x * camera.zoom + camera.x,
  y: page.y * camera.zoom + camera.y,
});

const clampZoom = (zoom: number): number => Math.min(ZOOM_MOST, Math.max(ZOOM_LEAST, zoom));

/** Zooms so that what is under `at` (screen) stays under it. */
export function zoomAt(camera: Camera, at: Point, factor: number): Camera {
  const zoom = clampZoom(camera.zoom * factor);
  const page = toPage(camera, at);
  return { zoom, x: at.x - page.x * zoom, y: at.y - page.y * zoom };
}

/** The whole rectangle, centred. `whole: false` fits the width and shows the top. */
export function fit(rect: Rect, view: Size, whole = true): Camera {
  const wide = (view.width - 2 * MARGIN) / Math.max(rect.width, 1);
  const high = (view.height - 2 * MARGIN) / Math.max(rect.height, 1);
  const zoom = clampZoom(whole ? Math.min(wide, high) : wide);
  const centredY = (view.height - rect.height * zoom) / 2 - rect.y * zoom;
  const topY = MARGIN - rect.y * zoom;
  return {
    zoom,
    x: (view.width - rect.width * zoom) / 2 - rect.x * zoom,
    y: whole || rect.height * zoom < view.height - 2 * MARGIN ? centredY : topY,
  };
}

/** The smallest pan that brings the rectangle into view. */
export function reveal(camera: Camera, rect: Rect, view: Size): Camera {
  const topLeft = toScreen(camera, rect);
  const slide = (at: number, length: number, room: number): number => {
    if (at < MARGIN || length > room - 2 * MARGIN) return MARGIN - at;
    return at + length > room - MARGIN ? room - MARGIN - at - length : 0;
  };
  const inX = topLeft.x >= 0 && topLeft.x + rect.width * camera.zoom <= view.width;
  const inY = topLeft.y >= 0 && topLeft.y + rect.height * camera.zoom <= view.height;
  return {
    zoom: camera.zoom,
    x: camera.x + (inX ? 0 : slide(topLeft.x, rect.width * camera.zoom, view.width)),
    y: camera.y + (inY ? 0 : slide(topLeft.y, rect.height * camera.zoom, view.height)),
  };
}

/** How a page is first shown: from its top, as wide as the desk, but set no larger than is easily read, and never smaller than the whole page. */
export function firstLook(page: Size, bodySize: number, view: Size): Camera {
  const rect = { x: 0, y: 0, ...page };
  const zoom = Math.max(fit(rect, view).zoom, Math.min(fit(rect, view, false).zoom, READABLE / bodySize));
  return { zoom, x: (view.width - page.width * zoom) / 2, y: MARGIN };
}
