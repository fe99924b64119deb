/** A page in the strip: grey bars on paper, cheap enough to be painted when a thumbnail comes into sight. */
import { articleTops, type FragmentBox, type PageLayout } from '../core/index.ts';
import { hueOf, paletteOf, type Palette, type Theme } from './palette.ts';
import { paintBars } from './paint-fragment.ts';
import type { Scene } from '../editor/scene.ts';

/** Device pixels from line to line under which lines would run into each other. */
const LEAST_PITCH = 3;

/** Sizes `canvas` to `width` CSS pixels (and the page's height to that width) and paints the page into it. */
export function paintThumbnail(
  canvas: HTMLCanvasElement,
  layout: PageLayout,
  theme: Theme,
  width: number,
  articles?: Scene['articles'],
): void {
  const dpr = canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  const height = (width * layout.height) / layout.width;
  canvas.width = Math.round(width * dpr);
  canvas.height = Math.round(height * dpr);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext('2d', { alpha: false });
  if (!ctx) throw new Error('this browser gives no 2D canvas');
  const palette = paletteOf(theme);
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const scale = canvas.width / layout.width;
  ctx.setTransform(scale, 0, 0, scale, 0, 0);
  for (const box of layout.boxes) {
    const pitch = box.lineHeight * scale;
    if (pitch >= LEAST_PITCH) paintBars(ctx, box, palette);
    else paintTexture(ctx, box, palette, scale);
  }
  for (const top of articles ? articleTops(layout) : []) {
    const mark = articles?.get(top.article);
    if (!mark) continue;
    ctx.fillStyle = hueOf(mark.hue);
    ctx.fillRect(top.x, top.y, top.width, 1 / scale);
  }
}

/** Whole rows of pixels, fewer than there are lines: it still looks like type. */
function paintTexture(ctx: CanvasRenderingContext2D, box: FragmentBox, palette: Palette, scale: number): void {
  ctx.fillStyle = box.style.weight > 400 ? palette.greekBold : palette.greek;
  const px = 1 / scale;
  const last = box.lines.at(-1);
  const bottom = box.y + box.height;
  for (let row = Math.ceil(box.y * scale); (row + 1) * px <= bottom; row += 2) {
    const short = last && (row + 3) * px > bottom;
    ctx.fillRect(box.x, row * px, short ? Math.min((last.width + last.indent) * box.size, box.width) : box.width, px);
  }
}
