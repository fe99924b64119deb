/** What every painter of the overlay has in hand. CSS pixels. */
import type { Rect, Scene } from '../editor/scene.ts';
import type { Palette } from './palette.ts';

export interface OverlayView extends Pick<
  Scene,
  | 'layout'
  | 'camera'
  | 'selection'
  | 'hovered'
  | 'articles'
  | 'flow'
  | 'preview'
  | 'editing'
  | 'ghosts'
  | 'doubts'
  | 'evidence'
  | 'differs'
  | 'findings'
  | 'passage'
  | 'theme'
> {
  /** Where what is selected was printed: outlined on the facsimile. */
  readonly printed: readonly Rect[];
  /** The facsimile is seen by itself. */
  readonly alone: boolean;
}

export interface Sheet {
  readonly ctx: CanvasRenderingContext2D;
  readonly view: OverlayView;
  readonly palette: Palette;
  readonly rect: (rect: Rect) => Rect;
  readonly dpr: number;
}

export const crisp = (n: number, dpr: number): number => Math.round(n * dpr) / dpr;

export function strokeRect({ ctx, dpr }: Sheet, r: Rect, stroke: string, width: number, fill?: string): void {
  // A line of an odd number of device pixels lies on the middle of one.
  const half = Math.round(width * dpr) % 2 ? 0.5 / dpr : 0;
  const x = crisp(r.x, dpr) + half;
  const y = crisp(r.y, dpr) + half;
  const w = crisp(r.x + r.width, dpr) + half - x;
  const h = crisp(r.y + r.height, dpr) + half - y;
  if (fill) {
    ctx.fillStyle = fill;
    ctx.fillRect(x, y, w, h);
  }
  ctx.strokeStyle = stroke;
  ctx.lineWidth = width;
  ctx.strokeRect(x, y, w, h);
}
