/** The desk, and the soft shadow that the sheet throws on it. Device pixels. */
import type { Rect } from '../editor/scene.ts';
import type { Palette } from './palette.ts';

const REACH = 22;
const FALL = 6;

export function paintDesk(
  ctx: CanvasRenderingContext2D,
  sheet: Rect,
  dpr: number,
  palette: Palette,
  dark: boolean,
): void {
  ctx.fillStyle = palette.desk;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  // Rings instead of a blur, which a software raster pays for at every frame.
  const strength = dark ? 0.26 : 0.05;
  ctx.lineWidth = 2 * dpr;
  for (let ring = REACH; ring > -FALL; ring -= 2) {
    const fade = Math.min(1 - ring / (REACH + 2), 1);
    ctx.strokeStyle = `rgba(${palette.shadow}, ${(strength * fade * fade).toFixed(4)})`;
    ctx.beginPath();
    const by = ring * dpr;
    ctx.roundRect(
      sheet.x - by,
      sheet.y - by + FALL * dpr,
      sheet.width + 2 * by,
      sheet.height + 2 * by,
      Math.max(by, 0),
    );
    ctx.stroke();
  }
  ctx.strokeStyle = `rgba(${palette.shadow}, ${dark ? 0.5 : 0.1})`;
  ctx.lineWidth = dpr;
  ctx.strokeRect(sheet.x - dpr / 2, sheet.y - dpr / 2, sheet.width + dpr, sheet.height + dpr);
  ctx.fillStyle = palette.paper;
  ctx.fillRect(sheet.x, sheet.y, sheet.width, sheet.height);
}
