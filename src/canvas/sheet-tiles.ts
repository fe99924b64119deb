/**
 * The sheet as bitmaps. Panning copies tiles; zooming stretches the old ones and paints new ones when the wheel has come to rest,
 * a few milliseconds a frame, nearest to the pointer first.
 */
import type { Point, Rect } from '../editor/scene.ts';
import { touches } from './grid-index.ts';
import { TILE, tilesInSight, type Frame, type Tile } from './tile-grid.ts';
import type { Pen } from './typesetter.ts';

const SLICE_MS = 8;
/** A frame that took this long was overloaded. */
const LATE_MS = 21;
const MOST_SLICE = 8;
const SETTLE_MS = 120;
/** About 80 MB. */
const MOST_TILES = 160;
/** Longest side of the picture of the whole sheet that fills what no tile covers, in device pixels. */
const OVERVIEW = 1000;
/** As if from so far away that body text is greeked: it is a stopgap. */
const OVERVIEW_ZOOM = 0.3;

export type PaintRegion = (ctx: Pen, region: Rect, zoom: number) => void;

interface Painted {
  readonly tile: Tile;
  readonly bitmap: HTMLCanvasElement;
  /** In page units. */
  readonly region: Rect;
}

interface TileSet {
  readonly zoom: number;
  readonly painted: Map<string, Painted>;
}

export interface SheetTiles {
  /** The printed sheet has changed there, or (null) everywhere: what was painted is no longer right. Seen at once, not in slices. */
  clear(where: readonly Rect[] | null): void;
  /** Draws what there is, or only what came since where the last picture still stands. What is left to do comes in `wait` milliseconds. */
  draw(ctx: CanvasRenderingContext2D, frame: Frame, focus: Point, standing: boolean): { readonly wait: number } | null;
}

export function createSheetTiles(document: Document, paint: PaintRegion, now: () => number): SheetTiles {
  let sharp: TileSet | null = null;
  let stale: TileSet | null = null;
  let overview: HTMLCanvasElement | null = null;
  let zoomedAt = -Infinity;
  let lastZoom = 0;
  let urgent = false;
  let slice = 1;
  /** When the last slice began that left work over. */
  let sliced = Infinity;

  const picture = (
    x: number,
    y: number,
    width: number,
    height: number,
    scale: number,
    zoom: number,
  ): HTMLCanvasElement => {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(width, 1);
    canvas.height = Math.max(height, 1);
    const ctx = canvas.getContext('2d', { alpha: false });
    if (!ctx) throw new Error('this browser gives no 2D canvas');
    ctx.setTransform(scale, 0, 0, scale, -x, -y);
    paint(ctx, { x: x / scale, y: y / scale, width: width / scale, height: height / scale }, zoom);
    return canvas;
  };

  const paintTile = ({ zoom, painted }: TileSet, { dpr, sheet }: Frame, tile: Tile): Painted => {
    const scale = zoom * dpr;
    const x = tile.x * TILE.width;
    const y = tile.y * TILE.height;
    const width = Math.min(TILE.width, Math.ceil(sheet.width * scale) - x);
    const height = Math.min(TILE.height, Math.ceil(sheet.height * scale) - y);
    const region = { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
    const made = { tile, region, bitmap: picture(x, y, width, height, scale, zoom) };
    painted.set(tile.key, made);
    return made;
  };

  const missing = (set: TileSet, frame: Frame, focus: Point): Tile[] =>
    tilesInSight(frame, set.zoom, focus).filter((tile) => !set.painted.has(tile.key));

  const evict = (set: TileSet, frame: Frame, focus: Point): void => {
    const seen = new Set(tilesInSight(frame, set.zoom, focus).map((tile) => tile.key));
    for (const key of set.painted.keys()) if (!seen.has(key)) set.painted.delete(key);
  };

  /** Paints as many of `todo` as fit into this frame. */
  const work = (set: TileSet, frame: Frame, todo: Tile[], all: boolean): Painted[] => {
    const start = now();
    // What is painted is rastered after this frame's script: how much a slice may hold is learnt from how long the last one took.
    slice = start - sliced > LATE_MS ? Math.max(slice >> 1, 1) : Math.min(slice * 2, MOST_SLICE);
    const fresh: Painted[] = [];
    while (todo.length && (all || (fresh.length < slice && now() - start < SLICE_MS))) {
      const tile = todo.shift();
      if (tile) fresh.push(paintTile(set, frame, tile));
    }
    sliced = todo.length ? start : Infinity;
    if (!todo.length) slice = 1;
    return fresh;
  };

  const drawOverview = (ctx: CanvasRenderingContext2D, { camera, sheet, dpr }: Frame): void => {
    if (!overview) {
      const scale = Math.min(OVERVIEW / Math.max(sheet.width, sheet.height), 1);
      overview = picture(
        0,
        0,
        Math.ceil(sheet.width * scale),
        Math.ceil(sheet.height * scale),
        scale,
        Math.min(scale, OVERVIEW_ZOOM),
      );
    }
    const scale = camera.zoom * dpr;
    ctx.drawImage(
      overview,
      Math.round(camera.x * dpr),
      Math.round(camera.y * dpr),
      sheet.width * scale,
      sheet.height * scale,
    );
  };

  return {
    clear(where) {
      stale = overview = null;
      urgent = true;
      if (!where || !sharp || sharp.zoom !== lastZoom) sharp = null;
      else forget(sharp, where);
    },
    draw(ctx, frame, focus, standing) {
      const { zoom } = frame.camera;
      if (zoom !== lastZoom) zoomedAt = now();
      lastZoom = zoom;
      const atOnce = sharp === null || urgent;
      urgent = false;
      if (!sharp || (sharp.zoom !== zoom && (urgent || now() - zoomedAt >= SETTLE_MS))) {
        if (sharp?.painted.size) stale = sharp;
        sharp = { zoom, painted: new Map() };
      }
      if (sharp.zoom !== zoom) {
        drawAll(ctx, frame, focus, sharp);
        return { wait: SETTLE_MS - (now() - zoomedAt) };
      }
      const todo = missing(sharp, frame, focus);
      if (sharp.painted.size + todo.length > MOST_TILES) evict(sharp, frame, focus);
      const fresh = work(sharp, frame, todo, atOnce);
      if (!todo.length) stale = null;
      if (standing) drawTiles(ctx, fresh, sharp.zoom, frame);
      else drawAll(ctx, frame, focus, sharp);
      return todo.length ? { wait: 0 } : null;
    },
  };

  function drawAll(ctx: CanvasRenderingContext2D, frame: Frame, focus: Point, set: TileSet): void {
    if (missing(set, frame, focus).length) {
      if (!stale || missing(stale, frame, focus).length) drawOverview(ctx, frame);
      if (stale) drawTiles(ctx, stale.painted.values(), stale.zoom, frame);
    }
    drawTiles(ctx, set.painted.values(), set.zoom, frame);
  }
}

/** A little more than the rectangles: type reaches over its box, and rules over theirs. */
const SPILL = 12;

function forget(set: TileSet, where: readonly Rect[]): void {
  for (const [key, { region }] of set.painted)
    if (
      where.some(({ x, y, width, height }) =>
        touches(region, { x: x - SPILL, y: y - SPILL, width: width + 2 * SPILL, height: height + 2 * SPILL }),
      )
    )
      set.painted.delete(key);
}

function drawTiles(
  ctx: CanvasRenderingContext2D,
  tiles: Iterable<Painted>,
  zoom: number,
  { camera, dpr, size }: Frame,
): void {
  const k = camera.zoom / zoom;
  const left = Math.round(camera.x * dpr);
  const top = Math.round(camera.y * dpr);
  for (const { tile, bitmap } of tiles) {
    // Edges on whole pixels, or the desk shines through between two tiles.
    const x = Math.round(left + tile.x * TILE.width * k);
    const y = Math.round(top + tile.y * TILE.height * k);
    const right = Math.round(left + (tile.x * TILE.width + bitmap.width) * k);
    const bottom = Math.round(top + (tile.y * TILE.height + bitmap.height) * k);
    if (x > size.width * dpr || y > size.height * dpr || right < 0 || bottom < 0) continue;
    if (k === 1) ctx.drawImage(bitmap, x, y);
    else ctx.drawImage(bitmap, x, y, right - x, bottom - y);
  }
}
