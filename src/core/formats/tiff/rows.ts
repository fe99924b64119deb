/** How one strip or tile is unpacked: row by row, so that no picture ever stands in memory whole. */
import { Unzlib } from 'fflate';
import { faxRows } from './fax.ts';
import { lzwRows } from './lzw.ts';
import type { TiffPicture } from './pictures.ts';

/** Fills the next row; false where there is none, or what stands there cannot be unpacked. */
export type Rows = (row: Uint8Array) => boolean;

/** All packings but JPEG, which wants a decoder of its own. `samples`: of one pixel of this tile. */
export function unpackedRows(bytes: Uint8Array, picture: TiffPicture, samples: number): Rows {
  const data = picture.reversed ? bytes.map(reversed) : bytes;
  const rows = rowsOf(data, picture);
  return picture.differences ? summed(rows, picture, samples) : rows;
}

function rowsOf(data: Uint8Array, picture: TiffPicture): Rows {
  switch (picture.packing) {
    case 'none':
      return storedRows(data);
    case 'packbits':
      return packBitsRows(data);
    case 'lzw':
      return lzwRows(data);
    case 'deflate':
      return deflatedRows(data);
    default:
      return faxRows(data, picture, picture.tile.width);
  }
}

const reversed = (byte: number): number => {
  const fours = ((byte & 0xf0) >> 4) | ((byte & 0x0f) << 4);
  const twos = ((fours & 0xcc) >> 2) | ((fours & 0x33) << 2);
  return ((twos & 0xaa) >> 1) | ((twos & 0x55) << 1);
};

function storedRows(data: Uint8Array): Rows {
  let at = 0;
  return (row) => {
    if (at + row.length > data.length) return false;
    row.set(data.subarray(at, at + row.length));
    at += row.length;
    return true;
  };
}

/** Apple's: a count, and as many bytes as they are; or a count below zero, and one byte so often. */
function packBitsRows(data: Uint8Array): Rows {
  let at = 0;
  let left = 0;
  let repeats = false;
  return (row) => {
    for (let to = 0; to < row.length;) {
      if (left === 0) {
        if (at >= data.length) return false;
        const count = data[at++] ?? 0;
        if (count === 128) continue;
        repeats = count > 128;
        left = repeats ? 257 - count : count + 1;
      }
      const n = Math.min(left, row.length - to);
      if (at + (repeats ? 1 : n) > data.length) return false;
      if (repeats) row.fill(data[at] ?? 0, to, to + n);
      else row.set(data.subarray(at, at + n), to);
      to += n;
      left -= n;
      if (!repeats) at += n;
      else if (left === 0) at++;
    }
    return true;
  };
}

/** Bytes that are given to the unpacker at a time: what they become has to be kept until it is asked for. */
const PIECE = 16_384;

function deflatedRows(data: Uint8Array): Rows {
  const waiting: Uint8Array[] = [];
  const unzlib = new Unzlib((piece) => void waiting.push(piece));
  let at = 0;
  let used = 0; // of the first that waits
  return (row) => {
    for (let to = 0; to < row.length;) {
      const [first] = waiting;
      if (!first) {
        if (at >= data.length) return false;
        try {
          unzlib.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
        } catch {
          return false; // fflate's words are not for readers: whoever asked says which strip is spoilt
        }
        at += PIECE;
        continue;
      }
      const part = first.subarray(used, used + row.length - to);
      row.set(part, to);
      to += part.length;
      used += part.length;
      if (used === first.length) {
        waiting.shift();
        used = 0;
      }
    }
    return true;
  };
}

/** Samples that were told as differences from the pixel before. */
function summed(rows: Rows, { bits, little }: TiffPicture, samples: number): Rows {
  if (bits === 8)
    return (row) => {
      if (!rows(row)) return false;
      for (let i = samples; i < row.length; i++) row[i] = (row[i] ?? 0) + (row[i - samples] ?? 0);
      return true;
    };
  return (row) => {
    if (!rows(row)) return false;
    const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
    for (let i = 2 * samples; i + 1 < row.length; i += 2)
      view.setUint16(i, view.getUint16(i, little) + view.getUint16(i - 2 * samples, little), little);
    return true;
  };
}
