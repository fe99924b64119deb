/** A page in the strip: grey bars on paper, cheap enough to be painted when a thumbnail comes into sight. */
import type { PageLayout } from '../core/index.ts';
import { articleTops } from './article-tops.ts';
import { hueOf, paletteOf, type Theme } from './palette.ts';
import { paintBars } from './paint-fragment.ts';
import type { Scene } from '../editor/scene.ts';

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
    if (box.lineHeight * scale >= 2.5) {
      paintBars(ctx, box, palette);
      continue;
    }
    // Lines would run into each other: the fragment as one field, a little darker where it is a head.
    ctx.fillStyle = box.style.weight > 400 ? palette.greekBold : palette.greek;
    const pad = box.lineHeight * 0.2;
    ctx.fillRect(box.x, box.y + box.above + pad, box.width, Math.max(box.lines.length * box.lineHeight - 2 * pad, pad));
  }
  for (const top of articles ? articleTops(layout) : []) {
    const mark = articles?.get(top.article);
    if (!mark) continue;
    ctx.fillStyle = hueOf(mark.hue);
    ctx.fillRect(top.x, top.y, top.width, 1 / scale);
  }
}
