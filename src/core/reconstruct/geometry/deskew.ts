/** Turns a page that lies askew upright: column edges become vertical again, rows level. Boxes are changed in place. */
import type { LayoutLine } from './layout-line.ts';

const STEEPEST = 0.03;
const STEP = 0.001;

/** How far x runs off for one unit of y: the shear under which left and right edges of lines pile up best. */
export function shearOf(lines: readonly LayoutLine[], bodyHeight: number): number {
  const long = lines.filter((line) => line.letters >= 12);
  if (long.length < 20) return 0;
  const bin = bodyHeight * 0.25;
  const [left, right, low] = [
    extreme(long, (line) => -line.x0),
    extreme(long, (line) => line.x1),
    extreme(long, (line) => Math.abs(line.y0 + line.y1) / 2),
  ];
  // Left edges and right edges have bins of their own.
  const margin = STEEPEST * low;
  const half = Math.ceil((right + left + 2 * margin) / bin) + 2;
  if (!(half < 1e6)) return 0;
  const piles = new Int32Array(2 * half);
  let best = 0;
  let most = 0;
  for (let k = -Math.round(STEEPEST / STEP); k <= Math.round(STEEPEST / STEP); k++) {
    const shear = k * STEP;
    piles.fill(0);
    for (const line of long) {
      const shift = shear * (line.y0 + line.y1) * 0.5 - left - margin;
      const a = Math.round((line.x0 - shift) / bin);
      const b = half + Math.round((line.x1 - shift) / bin);
      piles[a] = (piles[a] ?? 0) + 1;
      piles[b] = (piles[b] ?? 0) + 1;
    }
    // Neighbours count together: an edge may lie on the border of two bins.
    let sum = 0;
    for (let i = 1; i < piles.length; i++) sum += ((piles[i - 1] ?? 0) + (piles[i] ?? 0)) ** 2;
    // An upright page stays upright: a steeper shear must win clearly.
    const score = sum * (1 - Math.abs(k) * 0.0005);
    if (score > most) [best, most] = [shear, score];
  }
  return best;
}

function extreme(lines: readonly LayoutLine[], of: (line: LayoutLine) => number): number {
  let most = -Infinity;
  for (const line of lines) most = Math.max(most, of(line));
  return most;
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
