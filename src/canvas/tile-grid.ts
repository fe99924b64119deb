/** Which tiles of the sheet are in sight, nearest to the pointer first. */
import type { Size } from '../editor/camera.ts';
import type { Camera, Point, Rect } from '../editor/scene.ts';
import { seenRect } from './camera.ts';

/** In device pixels: flat, as lines of type are, and small enough that painting one fits into a frame. */
export const TILE = { width: 512, height: 256 } as const;

export interface Frame {
  readonly camera: Camera;
  readonly size: Size;
  readonly dpr: number;
  /** The page's size. */
  readonly sheet: Size;
}

export interface Tile {
  readonly key: string;
  /** Counted in tiles from the sheet's left top corner. */
  readonly x: number;
  readonly y: number;
}

/** The tiles that the frame shows, cut for `zoom`. */
export function tilesInSight(frame: Frame, zoom: number, focus: Point): Tile[] {
  const scale = zoom * frame.dpr;
  const seen = clip(seenRect(frame.camera, frame.size), frame.sheet);
  if (seen.width <= 0 || seen.height <= 0) return [];
  const near = {
    x: ((focus.x - frame.camera.x) / frame.camera.zoom) * scale,
    y: ((focus.y - frame.camera.y) / frame.camera.zoom) * scale,
  };
  const tiles: (Tile & { far: number })[] = [];
  for (let y = Math.floor((seen.y * scale) / TILE.height); y * TILE.height < (seen.y + seen.height) * scale; y++)
    for (let x = Math.floor((seen.x * scale) / TILE.width); x * TILE.width < (seen.x + seen.width) * scale; x++)
      tiles.push({
        key: `${x},${y}`,
        x,
        y,
        far: Math.hypot((x + 0.5) * TILE.width - near.x, (y + 0.5) * TILE.height - near.y),
      });
  return tiles.sort((a, b) => a.far - b.far);
}

function clip(rect: Rect, { width, height }: Size): Rect {
  const x = Math.max(rect.x, 0);
  const y = Math.max(rect.y, 0);
  return { x, y, width: Math.min(rect.x + rect.width, width) - x, height: Math.min(rect.y + rect.height, height) - y };
}
