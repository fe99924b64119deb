/** The desk, and the soft shadow that the sheet throws on it. Device pixels. */
import type { Rect } from '../editor/scene.ts';
import type { Palette } from './palette.ts';

const REACH = 26;
const FALL = 7;

export function paintDesk(ctx: CanvasRenderingContext2D, sheet: Rect, dpr: number, palette: Palette, dark: boolean): void {
  ctx.fillStyle = palette.desk;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  // Rings instead of a blur, which a software raster pays for at every frame.
  const strength = dark ? 0.05 : 0.022;
  ctx.lineWidth = 2 * dpr;
  for (let ring = 1; ring <= REACH; ring += 2) {
    const fade = 1 - ring / REACH;
    ctx.strokeStyle = `rgba(${palette.shadow}, ${(strength * 4 * fade * fade).toFixed(4)})`;
    ctx.beginPath();
    const by = ring * dpr;
    const drop = Math.min(ring, FALL) * dpr;
    ctx.roundRect(sheet.x - by, sheet.y - by + drop, sheet.width + 2 * by, sheet.height + 2 * by - drop / 2, by);
    ctx.stroke();
  }
  ctx.fillStyle = palette.paper;
  ctx.fillRect(sheet.x, sheet.y, sheet.width, sheet.height);
}
