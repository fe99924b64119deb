/** A picture set upright, as the tag Orientation (the same numbers as in Exif) says that it is stored. */
import type { Pixels } from './shrink.ts';

/** Stored lying on its side. */
export const isSideways = (orientation: number): boolean => orientation >= 5 && orientation <= 8;

export function turned(pixels: Pixels, orientation: number): Pixels {
  if (orientation < 2 || orientation > 8) return pixels;
  const { width, height } = pixels;
  const [w, h] = isSideways(orientation) ? [height, width] : [width, height];
  const mirrored = [2, 3, 7, 8].includes(orientation);
  const upsideDown = [3, 4, 6, 7].includes(orientation);
  const from = new Uint32Array(pixels.data.buffer);
  const data = new Uint8ClampedArray(from.byteLength);
  const to = new Uint32Array(data.buffer);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [a, b] = isSideways(orientation) ? [y, x] : [x, y];
      const column = mirrored ? width - 1 - a : a;
      const row = upsideDown ? height - 1 - b : b;
      to[y * w + x] = from[row * width + column] ?? 0;
    }
  return { width: w, height: h, data };
}
