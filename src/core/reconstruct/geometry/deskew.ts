/** Turns a page that lies askew upright: column edges become vertical again, rows level. Boxes are changed in place. */
import type { LayoutLine } from './layout-line.ts';

const STEEPEST = 0.03;
const STEP = 0.001;

/** How far x runs off for one unit of y: the shear under which left and right edges of lines pile up best. */
export function shearOf(lines: readonly LayoutLine[], bodyHeight: number): number {
  const long = lines.filter((line) => line.letters >= 12);
  if (long.length < 20) return 0;
  const bin = bodyHeight * 0.4;
  let best = 0;
  let most = 0;
  for (let k = -Math.round(STEEPEST / STEP); k <= Math.round(STEEPEST / STEP); k++) {
    const shear = k * STEP;
    const piles = new Map<number, number>();
    for (const line of long) {
      const shift = shear * (line.y0 + line.y1) * 0.5;
      for (const key of [2 * Math.round((line.x0 - shift) / bin), 2 * Math.round((line.x1 - shift) / bin) + 1])
        piles.set(key, (piles.get(key) ?? 0) + 1);
    }
    let sum = 0;
    for (const n of piles.values()) sum += n * n;
    // An upright page stays upright: a steeper shear must win clearly.
    const score = sum * (1 - Math.abs(k) * 0.0005);
    if (score > most) [best, most] = [shear, score];
  }
  return best;
}

export function deskew(lines: readonly LayoutLine[], bodyHeight: number): number {
  const shear = shearOf(lines, bodyHeight);
  if (shear === 0) return 0;
  for (const line of lines) {
    const shiftX = shear * (line.y0 + line.y1) * 0.5;
    const shiftY = -shear * (line.x0 + line.x1) * 0.5;
    line.x0 -= shiftX;
    line.x1 -= shiftX;
    line.y0 -= shiftY;
    line.y1 -= shiftY;
  }
  return shear;
}
