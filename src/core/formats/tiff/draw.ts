/** Draws one picture of a TIFF, not larger than wanted, tile by tile and row by row: no more of it is ever in memory. */
import { FormatError } from '../format-error.ts';
import { jpegOf } from './jpeg-tile.ts';
import { turned } from './orientation.ts';
import type { TiffPicture } from './pictures.ts';
import { unpackedRows, type Rows } from './rows.ts';
import { bytesInRow, channelsOf, painterFor, samplesOf, type Painter } from './samples.ts';
import { shrinking, type Pixels } from './shrink.ts';

/** Decodes a JPEG to RGBA. Rejects where it is damaged. */
export type JpegDecoder = (bytes: Uint8Array<ArrayBuffer>) => Promise<Pixels>;

interface Parts {
  readonly file: string;
  /** Pixels at most. */
  readonly most: number;
  readonly jpeg: JpegDecoder;
}

/** One tile, or what one plane has of it. */
interface Tile {
  readonly chunk: TiffPicture['chunks'][number];
  /** In pixels, from the left. */
  readonly left: number;
  readonly plane: number;
  readonly rows: Rows;
}

/** @throws FormatError that says which part of the file cannot be unpacked */
export async function drawTiff(bytes: Uint8Array, picture: TiffPicture, { file, most, jpeg }: Parts): Promise<Pixels> {
  const { width, height, tile, planar } = picture;
  const channels = channelsOf(picture);
  const across = Math.ceil(width / tile.width);
  const down = Math.ceil(height / tile.height);
  const planes = planar ? Math.min(picture.samples, picture.colours === 'cmyk' ? 4 : channels) : 1;
  const painter = new RowPainter(picture, channels);
  const small = shrinking(width, height, channels, most);

  const openTile = async (row: number, column: number, plane: number): Promise<Tile> => {
    const chunk = picture.chunks[(plane * down + row) * across + column] ?? { at: 0, length: 0 };
    const packed = bytes.subarray(chunk.at, chunk.at + chunk.length);
    const rows =
      picture.packing === 'jpeg'
        ? await jpegRows(packed, picture, jpeg).catch(() => null)
        : unpackedRows(packed, picture, planar ? 1 : picture.samples);
    if (!rows) throw spoilt(chunk, row * tile.height);
    return { chunk, rows, plane, left: column * tile.width };
  };
  const spoilt = ({ at, length }: Tile['chunk'], row: number): FormatError =>
    new FormatError('tiff.spoilt', { file, byte: at, end: at + length, row: row + 1, packing: picture.packing });

  for (let band = 0; band < down; band++) {
    const tiles: Tile[] = [];
    for (let plane = 0; plane < planes; plane++)
      for (let column = 0; column < across; column++) tiles.push(await openTile(band, column, plane));
    for (let y = band * tile.height; y < Math.min(height, (band + 1) * tile.height); y++) {
      for (const one of tiles) if (!painter.add(one)) throw spoilt(one.chunk, y);
      small.add(painter.row());
    }
  }
  return turned(small.pixels(), picture.orientation);
}

/** The picture as a JPEG file, where it is one and nothing else: whoever can draw that draws it at once, and smaller. */
export function wholeJpeg(bytes: Uint8Array, picture: TiffPicture): Uint8Array<ArrayBuffer> | null {
  const { packing, chunks, orientation } = picture;
  const [chunk, ...more] = chunks;
  if (packing !== 'jpeg' || !chunk || more.length || orientation > 1) return null;
  return jpegOf(bytes.subarray(chunk.at, chunk.at + chunk.length), picture);
}

/** Gathers one row of the picture out of its tiles and planes. */
class RowPainter {
  readonly #picture: TiffPicture;
  readonly #packed: Uint8Array;
  readonly #samples: Uint8Array;
  /** Of all planes, where there are several. */
  readonly #gathered: Uint8Array | null;
  readonly #each: number;
  readonly #row: Uint8Array;
  readonly #channels: 1 | 3;
  readonly #paint: Painter;

  constructor(picture: TiffPicture, channels: 1 | 3) {
    const { width, samples, planar, tile, packing } = picture;
    const each = packing === 'jpeg' ? 3 : planar ? 1 : samples;
    this.#picture = picture;
    this.#channels = channels;
    this.#packed = new Uint8Array(bytesInRow(picture, each));
    this.#samples = new Uint8Array(tile.width * each);
    this.#gathered = planar ? new Uint8Array(width * samples) : null;
    this.#each = planar ? samples : each;
    this.#row = new Uint8Array(width * channels);
    this.#paint = packing === 'jpeg' ? copied : painterFor(picture);
  }

  /** Takes the tile's next row; false where it cannot be unpacked. */
  add({ rows, left, plane }: Tile): boolean {
    if (!rows(this.#packed)) return false;
    const pixels = Math.min(this.#picture.tile.width, this.#picture.width - left);
    if (this.#picture.packing === 'jpeg') copied(this.#packed, 3, pixels, this.#row, left * 3);
    else {
      samplesOf(this.#packed, this.#picture, this.#samples);
      if (!this.#gathered) this.#paint(this.#samples, this.#each, pixels, this.#row, left * this.#channels);
      else for (let x = 0; x < pixels; x++) this.#gathered[(left + x) * this.#each + plane] = this.#samples[x] ?? 0;
    }
    return true;
  }

  row(): Uint8Array {
    if (this.#gathered) this.#paint(this.#gathered, this.#each, this.#picture.width, this.#row, 0);
    return this.#row;
  }
}

const copied: Painter = (samples, _each, pixels, to, at) => to.set(samples.subarray(0, pixels * 3), at);

async function jpegRows(packed: Uint8Array, picture: TiffPicture, decode: JpegDecoder): Promise<Rows> {
  const { width, height, data } = await decode(jpegOf(packed, picture));
  let y = 0;
  return (row) => {
    if (y >= height || width * 3 > row.length + 3 * 15) return false;
    for (let x = 0, from = y * width * 4; x < width; x++, from += 4)
      for (let c = 0; c < 3; c++) row[3 * x + c] = data[from + c] ?? 0;
    y++;
    return true;
  };
}
