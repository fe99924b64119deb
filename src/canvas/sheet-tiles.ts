/**
 * The sheet as bitmaps. Panning copies tiles; zooming stretches the old ones and paints new ones when the wheel has come to rest,
 * a few milliseconds a frame, nearest to the pointer first.
 */
import type { Camera, Point, Rect } from '../editor/scene.ts';
import { seenRect, type Size } from './camera.ts';
import type { Pen } from './typesetter.ts';

/** Edge of a tile in device pixels. */
const TILE = 512;
const SLICE_MS = 8;
const SETTLE_MS = 120;
const MOST_TILES = 160;
/** Longest side of the picture of the whole sheet that fills what no tile covers, in device pixels. */
const OVERVIEW = 1200;

export type PaintRegion = (ctx: Pen, region: Rect, zoom: number) => void;

type Bitmap = HTMLCanvasElement;

interface TileSet {
  readonly zoom: number;
  readonly tiles: Map<string, Bitmap>;
}

export interface Frame {
  readonly camera: Camera;
  readonly size: Size;
  readonly dpr: number;
  /** The page's size. */
  readonly sheet: Size;
}

export interface SheetTiles {
  /** The printed sheet has changed: nothing painted so far is right. */
  clear(): void;
  /** Draws what there is; true while more is to come, in `wait` milliseconds. */
  draw(ctx: CanvasRenderingContext2D, frame: Frame, focus: Point): { readonly wait: number } | null;
}

export function createSheetTiles(document: Document, paint: PaintRegion, now: () => number): SheetTiles {
  let sharp: TileSet | null = null;
  let stale: TileSet | null = null;
  let overview: Bitmap | null = null;
  let zoomedAt = -Infinity;
  let lastZoom = 0;

  const bitmap = (width: number, height: number): Bitmap => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return canvas;
  };

  const paintBitmap = (x: number, y: number, width: number, height: number, scale: number, dpr: number): Bitmap => {
    const canvas = bitmap(Math.max(width, 1), Math.max(height, 1));
    const ctx = canvas.getContext('2d', { alpha: false });
    if (!ctx) throw new Error('this browser gives no 2D canvas');
    ctx.setTransform(scale, 0, 0, scale, -x, -y);
    paint(ctx, { x: x / scale, y: y / scale, width: width / scale, height: height / scale }, scale / dpr);
    return canvas;
  };

  const makeOverview = ({ sheet }: Frame): Bitmap => {
    const scale = Math.min(OVERVIEW / Math.max(sheet.width, sheet.height), 1);
    return paintBitmap(0, 0, Math.ceil(sheet.width * scale), Math.ceil(sheet.height * scale), scale, 1);
  };

  /** Tiles in sight that are not painted yet, nearest to `focus` first. */
  const missing = (set: TileSet, frame: Frame, focus: Point): { key: string; x: number; y: number }[] => {
    const scale = set.zoom * frame.dpr;
    const seen = clip(seenRect(frame.camera, frame.size), frame.sheet);
    const list: { key: string; x: number; y: number; far: number }[] = [];
    const fx = ((focus.x - frame.camera.x) / frame.camera.zoom) * scale;
    const fy = ((focus.y - frame.camera.y) / frame.camera.zoom) * scale;
    for (let y = Math.floor((seen.y * scale) / TILE); y * TILE < (seen.y + seen.height) * scale; y++)
      for (let x = Math.floor((seen.x * scale) / TILE); x * TILE < (seen.x + seen.width) * scale; x++) {
        const key = `${x},${y}`;
        if (!set.tiles.has(key)) list.push({ key, x, y, far: Math.hypot((x + 0.5) * TILE - fx, (y + 0.5) * TILE - fy) });
      }
    return list.sort((a, b) => a.far - b.far);
  };

  const paintTile = (set: TileSet, { dpr, sheet }: Frame, tile: { key: string; x: number; y: number }): void => {
    const scale = set.zoom * dpr;
    const x = tile.x * TILE;
    const y = tile.y * TILE;
    const width = Math.min(TILE, Math.ceil(sheet.width * scale) - x);
    const height = Math.min(TILE, Math.ceil(sheet.height * scale) - y);
    set.tiles.set(tile.key, paintBitmap(x, y, width, height, scale, dpr));
  };

  const drawSet = (ctx: CanvasRenderingContext2D, set: TileSet, { camera, dpr, size }: Frame): void => {
    const k = camera.zoom / set.zoom;
    const left = Math.round(camera.x * dpr);
    const top = Math.round(camera.y * dpr);
    for (const [key, tile] of set.tiles) {
      const [x = 0, y = 0] = key.split(',').map(Number);
      const at = { x: left + x * TILE * k, y: top + y * TILE * k };
      if (at.x > size.width * dpr || at.y > size.height * dpr || at.x + tile.width * k < 0 || at.y + tile.height * k < 0) continue;
      // Edges on whole pixels, or the desk shines through between two tiles.
      const right = Math.round(at.x + tile.width * k);
      const bottom = Math.round(at.y + tile.height * k);
      const x0 = Math.round(at.x);
      const y0 = Math.round(at.y);
      if (k === 1) ctx.drawImage(tile, x0, y0);
      else ctx.drawImage(tile, x0, y0, right - x0, bottom - y0);
    }
  };

  const drawOverview = (ctx: CanvasRenderingContext2D, frame: Frame): void => {
    overview ??= makeOverview(frame);
    const { camera, sheet, dpr } = frame;
    const scale = camera.zoom * dpr;
    ctx.drawImage(overview, Math.round(camera.x * dpr), Math.round(camera.y * dpr), sheet.width * scale, sheet.height * scale);
  };

  return {
    clear() {
      sharp = stale = overview = null;
    },
    draw(ctx, frame, focus) {
      const { camera } = frame;
      const start = now();
      if (camera.zoom !== lastZoom) {
        lastZoom = camera.zoom;
        zoomedAt = start;
      }
      const resting = start - zoomedAt >= SETTLE_MS;
      const first = sharp === null && stale === null;
      if (!sharp || (sharp.zoom !== camera.zoom && resting)) {
        if (sharp && sharp.tiles.size) stale = sharp;
        sharp = { zoom: camera.zoom, tiles: new Map() };
      }
      const moving = sharp.zoom !== camera.zoom;
      let todo = moving ? [] : missing(sharp, frame, focus);
      if (sharp.tiles.size + todo.length > MOST_TILES) {
        sharp = { zoom: sharp.zoom, tiles: new Map() };
        todo = missing(sharp, frame, focus);
      }
      while (todo.length && (first || now() - start < SLICE_MS)) {
        const tile = todo.shift();
        if (tile) paintTile(sharp, frame, tile);
      }
      if (!moving && !todo.length) stale = null;
      if (missing(sharp, frame, focus).length) {
        if (!stale || missing(stale, frame, focus).length) drawOverview(ctx, frame);
        if (stale) drawSet(ctx, stale, frame);
      }
      drawSet(ctx, sharp, frame);
      if (moving) return { wait: SETTLE_MS - (now() - zoomedAt) };
      return todo.length ? { wait: 0 } : null;
    },
  };
}

function clip(rect: Rect, { width, height }: Size): Rect {
  const x = Math.max(rect.x, 0);
  const y = Math.max(rect.y, 0);
  return { x, y, width: Math.max(Math.min(rect.x + rect.width, width) - x, 0), height: Math.max(Math.min(rect.y + rect.height, height) - y, 0) };
}
