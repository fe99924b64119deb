/** From a tile's row, as it is packed, to bytes for grey or for red, green and blue. */
import type { TiffPicture } from './pictures.ts';

/** Grey is enough for some; colours want three. */
export const channelsOf = ({ colours, packing }: Pick<TiffPicture, 'colours' | 'packing'>): 1 | 3 =>
  packing !== 'jpeg' && (colours === 'white-is-zero' || colours === 'black-is-zero') ? 1 : 3;

/** What a tile's row takes, in bytes; rows begin at whole bytes. */
export const bytesInRow = ({ bits, tile, packing }: TiffPicture, samples: number): number =>
  packing === 'jpeg' ? tile.width * 3 : Math.ceil((tile.width * bits * samples) / 8);

/** One sample after the other: as it is for 8 bits and less, its upper byte for 16. */
export function samplesOf(row: Uint8Array, { bits, little }: TiffPicture, to: Uint8Array): void {
  if (bits === 8) to.set(row.subarray(0, to.length));
  else if (bits === 16) for (let i = 0, at = little ? 1 : 0; i < to.length; i++, at += 2) to[i] = row[at] ?? 0;
  else {
    const mask = (1 << bits) - 1;
    for (let i = 0, at = 0; i < to.length; at++)
      for (let shift = 8 - bits; shift >= 0 && i < to.length; shift -= bits) to[i++] = ((row[at] ?? 0) >> shift) & mask;
  }
}

/** Writes pixels of `channels` bytes; `samples` has `each` of them a pixel. */
export type Painter = (samples: Uint8Array, each: number, pixels: number, to: Uint8Array, at: number) => void;

export function painterFor({ colours, bits, palette }: TiffPicture): Painter {
  const most = bits >= 8 ? 255 : (1 << bits) - 1;
  const greys = Uint8Array.from({ length: most + 1 }, (_, i) =>
    Math.round((colours === 'white-is-zero' ? most - i : i) * (255 / most)),
  );
  if (colours === 'white-is-zero' || colours === 'black-is-zero')
    return (samples, each, pixels, to, at) => {
      for (let x = 0, from = 0; x < pixels; x++, from += each) to[at + x] = greys[samples[from] ?? 0] ?? 0;
    };
  if (palette)
    return (samples, each, pixels, to, at) => {
      for (let x = 0; x < pixels; x++)
        for (let c = 0; c < 3; c++) to[at + 3 * x + c] = palette[3 * (samples[x * each] ?? 0) + c] ?? 0;
    };
  if (colours === 'cmyk')
    return (samples, each, pixels, to, at) => {
      for (let x = 0; x < pixels; x++)
        for (let c = 0; c < 3; c++) to[at + 3 * x + c] = ink(samples[x * each + c], samples[x * each + 3], most);
    };
  return (samples, each, pixels, to, at) => {
    for (let x = 0; x < pixels; x++)
      for (let c = 0; c < 3; c++) to[at + 3 * x + c] = greys[samples[x * each + c] ?? 0] ?? 0;
  };
}

const ink = (colour = 0, black = 0, most: number): number =>
  Math.round(((most - colour) * (most - black) * 255) / (most * most));
