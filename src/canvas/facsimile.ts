/** The picture of the page behind what stands on the sheet, or by itself. Page units. */
import type { Rect } from '../editor/scene.ts';
import type { Pen } from './typesetter.ts';

export interface Facsimile {
  readonly image: ImageBitmap;
  readonly rect: Rect;
  /** 0..1 */
  readonly opacity: number;
  /** Nothing else is printed on the sheet. */
  readonly alone: boolean;
}

/** Paints the part of it that lies in `region`. Behind the text it darkens the paper, as print that shines through does. */
export function paintFacsimile(ctx: Pen, { image, rect, opacity, alone }: Facsimile, region: Rect): void {
  const left = Math.max(region.x, rect.x);
  const top = Math.max(region.y, rect.y);
  const width = Math.min(region.x + region.width, rect.x + rect.width) - left;
  const height = Math.min(region.y + region.height, rect.y + rect.height) - top;
  if (width <= 0 || height <= 0) return;
  const kx = image.width / rect.width;
  const ky = image.height / rect.height;
  ctx.save();
  if (!alone) {
    ctx.globalAlpha = opacity;
    ctx.globalCompositeOperation = 'multiply';
  }
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(image, (left - rect.x) * kx, (top - rect.y) * ky, width * kx, height * ky, left, top, width, height);
  ctx.restore();
}
