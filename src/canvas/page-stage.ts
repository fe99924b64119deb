/** The two Konva layers and their one frame loop. A layer is painted only when what it shows has changed. */
import Konva from 'konva/lib/Core.js';
import type { Size } from '../editor/camera.ts';
import type { Camera, Point } from '../editor/scene.ts';
import type { DragPreview } from './carried.ts';
import { changedRects } from './changed-rects.ts';
import { createHand } from './hand.ts';

import { paintDesk } from './paint-desk.ts';
import type { OverlayView } from './overlay-sheet.ts';
import { paintOverlay } from './paint-overlay.ts';
import { paintSheet, type SheetView } from './paint-sheet.ts';
import { paletteOf } from './palette.ts';
import { glideAt, glideOf, type Glide } from './settle.ts';
import { createSheetTiles } from './sheet-tiles.ts';
import { createTypesetter } from './typesetter.ts';

export interface BaseView extends SheetView {
  readonly camera: Camera;
}

export interface PageStage {
  resize(size: Size, dpr: number): void;
  showBase(view: BaseView): void;
  showOverlay(view: OverlayView): void;
  /** Where the pointer is: tiles near to it are painted first. */
  focus(point: Point): void;
  destroy(): void;
}

export function createPageStage(container: HTMLDivElement): PageStage {
  const { ownerDocument: document } = container;
  const window = document.defaultView;
  if (!window) throw new Error('the canvas needs a window');
  const now = (): number => window.performance.now();
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const stage = new Konva.Stage({ container, width: 1, height: 1, listening: false });
  stage.content.style.pointerEvents = 'none';
  const measuring = document.createElement('canvas').getContext('2d');
  if (!measuring) throw new Error('this browser gives no 2D canvas');
  const typeset = createTypesetter(measuring);

  const hand = createHand(container, typeset);

  let size: Size = { width: 1, height: 1 };
  let dpr = 1;
  let base: BaseView | null = null;
  let drawn: BaseView | null = null;
  let overlay: OverlayView | null = null;
  let pointer: Point = { x: 0, y: 0 };
  let glide: Glide | null = null;
  let frame = 0;
  let timer = 0;
  let dirtyBase = false;
  let dirtyOverlay = false;

  const tiles = createSheetTiles(
    document,
    (ctx, region, zoom) => base && paintSheet(ctx, base, typeset, region, zoom),
    now,
  );

  const layerOf = (paint: (ctx: CanvasRenderingContext2D) => void): Konva.Layer => {
    const layer = new Konva.Layer({ listening: false });
    layer.add(
      new Konva.Shape({
        listening: false,
        perfectDrawEnabled: false,
        sceneFunc: (context) => {
          const ctx = context._context;
          ctx.save();
          paint(ctx);
          ctx.restore();
        },
      }),
    );
    stage.add(layer);
    return layer;
  };

  const baseLayer = layerOf((ctx) => {
    if (!base) return;
    const { camera, layout, theme } = base;
    const scale = camera.zoom * dpr;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    const sheet = {
      x: Math.round(camera.x * dpr),
      y: Math.round(camera.y * dpr),
      width: Math.ceil(layout.width * scale),
      height: Math.ceil(layout.height * scale),
    };
    // Only more tiles of the same picture: the rest of it still stands.
    const standing = drawn === base;
    drawn = base;
    if (!standing) paintDesk(ctx, sheet, dpr, paletteOf(theme), theme === 'dark');
    const more = tiles.draw(ctx, { camera, size, dpr, sheet: layout }, pointer, standing);
    if (more) later(more.wait);
  });
  baseLayer.clearBeforeDraw(false);
  const overlayLayer = layerOf((ctx) => {
    if (!overlay) return;
    const settling = glide && glideAt(glide, now());
    if (glide && !settling) glide = null;
    paintOverlay(ctx, overlay, typeset, dpr, settling, baseLayer.getNativeCanvasElement());
    if (settling) ask('overlay');
  });

  const draw = (): void => {
    frame = 0;
    const [drawBase, drawOverlay] = [dirtyBase, dirtyOverlay];
    dirtyBase = dirtyOverlay = false;
    if (drawBase) baseLayer.draw();
    if (drawOverlay) overlayLayer.draw();
  };
  function ask(layer: 'base' | 'overlay'): void {
    if (layer === 'base') dirtyBase = true;
    else dirtyOverlay = true;
    frame ||= window?.requestAnimationFrame(draw) ?? 0;
  }
  function later(wait: number): void {
    if (wait <= 0) return ask('base');
    window?.clearTimeout(timer);
    timer = window?.setTimeout(() => ask('base'), wait) ?? 0;
  }

  return {
    resize(next, ratio) {
      const sharper = ratio !== dpr;
      size = next;
      dpr = ratio;
      if (sharper) tiles.clear(null);
      for (const layer of [baseLayer, overlayLayer]) layer.getCanvas().setPixelRatio(ratio);
      stage.size(next);
      drawn = null;
      dirtyBase = dirtyOverlay = true;
      window.cancelAnimationFrame(frame);
      draw();
    },
    showBase(view) {
      const changed = base && !samePrint(base, view) ? changedRects(base, view) : [];
      if (changed?.length !== 0) tiles.clear(changed);
      else if (base && sameCamera(base.camera, view.camera)) return;
      base = view;
      ask('base');
    },
    showOverlay(view) {
      const drag = overlay?.preview?.kind === 'drag' ? overlay.preview : null;
      if (overlay && drag && view.preview?.kind !== 'drag' && !calm.matches)
        glide = glideOf(drag, overlay.layout, view.layout, now());
      hand.show(view, view.preview?.kind === 'drag' ? view.preview : null);
      const same = overlay !== null && sameOverlay(overlay, view);
      overlay = view;
      if (!same) ask('overlay');
    },
    focus(point) {
      pointer = point;
    },
    destroy() {
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
      hand.destroy();
      stage.destroy();
    },
  };
}

const sameCamera = (a: Camera, b: Camera): boolean => a.x === b.x && a.y === b.y && a.zoom === b.zoom;

/** A drag that goes on to the same place is the hand's business alone. */
const sameOverlay = (a: OverlayView, b: OverlayView): boolean =>
  a.layout === b.layout &&
  sameCamera(a.camera, b.camera) &&
  a.selection === b.selection &&
  a.hovered === b.hovered &&
  a.articles === b.articles &&
  a.flow === b.flow &&
  a.editing === b.editing &&
  a.ghosts === b.ghosts &&
  a.differs === b.differs &&
  a.findings === b.findings &&
  a.passage === b.passage &&
  a.alone === b.alone &&
  a.printed === b.printed &&
  a.doubts === b.doubts &&
  a.evidence === b.evidence &&
  a.theme === b.theme &&
  (a.preview === b.preview ||
    (a.preview?.kind === 'drag' && b.preview?.kind === 'drag' && sameDrag(a.preview, b.preview)));

const sameDrag = (a: DragPreview, b: DragPreview): boolean =>
  sameIds(a.ids, b.ids) &&
  a.drop?.line.x === b.drop?.line.x &&
  a.drop?.line.y === b.drop?.line.y &&
  a.drop?.line.width === b.drop?.line.width;

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((id, i) => id === b[i]));

const samePrint = (a: BaseView, b: BaseView): boolean =>
  a.layout === b.layout &&
  a.theme === b.theme &&
  a.editing === b.editing &&
  a.facsimile === b.facsimile &&
  sameMap(a.articles, b.articles) &&
  sameMap(a.badges, b.badges);

/** The maps are derived anew more often than what is in them changes. */
function sameMap<V extends object>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (!other) return false;
    for (const name of Object.keys(value) as (keyof V)[]) if (value[name] !== other[name]) return false;
  }
  return true;
}
