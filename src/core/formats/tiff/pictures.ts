/** The pictures of pages in a TIFF: how each is packed, checked before any of it is unpacked. */
import { FormatError } from '../format-error.ts';
import { readDirectories, type Directory } from './directory.ts';

/** One picture: strips or tiles, which are read as tiles that are as wide as the picture. */
export interface TiffPicture {
  readonly width: number;
  readonly height: number;
  /** Of one sample: 1, 2, 4, 8 or 16. */
  readonly bits: number;
  /** Of one pixel, those that mean nothing to us included. */
  readonly samples: number;
  readonly colours: 'white-is-zero' | 'black-is-zero' | 'rgb' | 'palette' | 'cmyk' | 'ycbcr';
  /** Red, green, blue for each index, 0..255. */
  readonly palette: Uint8Array | null;
  readonly packing: Packing;
  /** Samples are told as the difference from the pixel before. */
  readonly differences: boolean;
  /** The first pixel is the lowest bit of a byte. */
  readonly reversed: boolean;
  /** Each sample in a plane of its own. */
  readonly planar: boolean;
  readonly tile: { readonly width: number; readonly height: number };
  /** Where each tile's bytes are: row by row, plane by plane. */
  readonly chunks: readonly { readonly at: number; readonly length: number }[];
  readonly little: boolean;
  /** G3 only: rows may be told by the row before. */
  readonly twoDimensional: boolean;
  /** What all JPEG tiles have in common. */
  readonly jpegTables: Uint8Array | null;
  /** How it is turned (1 to 8, as in Exif); `width` and `height` are as it is stored. */
  readonly orientation: number;
}

export type Packing = 'none' | 'rle' | 'g3' | 'g4' | 'lzw' | 'jpeg' | 'deflate' | 'packbits';

const PACKINGS: Readonly<Record<number, Packing>> = {
  ...{ 1: 'none', 2: 'rle', 3: 'g3', 4: 'g4', 5: 'lzw', 7: 'jpeg', 8: 'deflate', 32773: 'packbits', 32946: 'deflate' },
};
const COLOURS: Readonly<Record<number, TiffPicture['colours']>> = {
  ...{ 0: 'white-is-zero', 1: 'black-is-zero', 2: 'rgb', 3: 'palette', 5: 'cmyk', 6: 'ycbcr' },
};
/** Samples that a pixel has at least. */
const SAMPLES = { 'white-is-zero': 1, 'black-is-zero': 1, palette: 1, rgb: 3, ycbcr: 3, cmyk: 4 } as const;
/** More pixels than any scan of a newspaper page has; a bomb for whoever decodes it. */
const MOST_PIXELS = 1_000_000_000;

/** All pictures of pages, in the file's order: not thumbnails, not masks. @throws FormatError where one cannot be drawn */
export function tiffPictures(bytes: Uint8Array, file: string): TiffPicture[] {
  const all = readDirectories(bytes, file);
  const pages = all.filter((one) => ((one.numbers(254)?.[0] ?? 0) & 5) === 0 && one.numbers(255)?.[0] !== 2);
  const pictures = (pages.length ? pages : all).map((directory) => pictureOf(directory, bytes, file));
  if (!pictures.length) throw new FormatError('tiff.no-picture', { file, byte: 4 });
  return pictures;
}

function pictureOf(directory: Directory, bytes: Uint8Array, file: string): TiffPicture {
  const all = (tag: number): readonly number[] => directory.numbers(tag) ?? [];
  const one = (tag: number, otherwise: number): number => directory.numbers(tag)?.[0] ?? otherwise;
  const byte = directory.at;
  const known = <T>(value: T | undefined | false, what: string, found: number, expected: string): T => {
    if (value === undefined || value === false)
      throw new FormatError('tiff.unknown', { file, byte, what, found, expected });
    return value;
  };
  const [width, height] = [one(256, 0), one(257, 0)];
  if (width < 1 || height < 1) throw new FormatError('image.no-size', { file, byte });
  if (width * height > MOST_PIXELS) throw new FormatError('image.too-big', { file, byte, width, height });
  const packed = one(259, 1);
  const packing = known(PACKINGS[packed], 'Compression', packed, Object.keys(PACKINGS).join(', '));
  const samples = one(277, 1);
  const bits = one(258, 1);
  known([1, 2, 4, 8, 16].includes(bits), 'BitsPerSample', bits, '1, 2, 4, 8, 16');
  const fax = packing === 'rle' || packing === 'g3' || packing === 'g4';
  if (fax) known(bits === 1 && samples === 1, 'SamplesPerPixel', samples, '1');
  const meant = one(262, samples >= 3 ? 2 : bits === 1 ? 0 : 1);
  const colours = known(COLOURS[meant], 'PhotometricInterpretation', meant, Object.keys(COLOURS).join(', '));
  known(samples >= SAMPLES[colours] && samples <= 32, 'SamplesPerPixel', samples, `${SAMPLES[colours]}…`);
  const format = one(339, 1);
  known(format === 1 || format === 4, 'SampleFormat', format, '1');
  const predictor = one(317, 1);
  const differences = predictor === 2 && (packing === 'lzw' || packing === 'deflate');
  if (packing === 'lzw' || packing === 'deflate') known(predictor <= 2, 'Predictor', predictor, '1, 2');
  if (differences) known(bits >= 8, 'BitsPerSample', bits, '8, 16');
  const planar = one(284, 1) === 2 && samples > 1;
  if (packing === 'jpeg') {
    known(bits === 8, 'BitsPerSample', bits, '8');
    known(!planar && 1, 'PlanarConfiguration', 2, '1');
    known(colours !== 'cmyk' && colours !== 'palette', 'PhotometricInterpretation', meant, '0, 1, 2, 6');
  } else known(colours !== 'ycbcr', 'PhotometricInterpretation', meant, '0, 1, 2, 3, 5');
  const tiled = directory.numbers(322) !== null;
  const tile = tiled
    ? { width: one(322, 0), height: one(323, 0) }
    : { width, height: Math.min(height, one(278, height) || height) };
  known(tile.width > 0 && tile.height > 0, 'TileWidth', tile.width, '1…');
  known(tile.width <= width + 65_536, 'TileWidth', tile.width, `1…${width}`);
  const tables = all(347);
  const picture = {
    ...{ width, height, bits, samples, colours, packing, differences, planar, tile },
    palette:
      colours === 'palette' ? paletteOf(all(320), bits, (n) => known(false, 'ColorMap', n, `${3 << bits}`)) : null,
    reversed: one(266, 1) === 2 && packing !== 'jpeg',
    little: bytes[0] === 0x49,
    twoDimensional: (one(292, 0) & 1) === 1,
    jpegTables: tables.length ? Uint8Array.from(tables) : null,
    orientation: one(274, 1),
  };
  return { ...picture, chunks: chunksOf(picture, all(tiled ? 324 : 273), all(tiled ? 325 : 279), bytes, file) };
}

/** Every tile's place, which must lie in the file. A lone strip of old writers may not say how long it is. */
function chunksOf(
  { width, height, samples, planar, tile }: Pick<TiffPicture, 'width' | 'height' | 'samples' | 'planar' | 'tile'>,
  offsets: readonly number[],
  lengths: readonly number[],
  bytes: Uint8Array,
  file: string,
): TiffPicture['chunks'] {
  const expected = Math.ceil(width / tile.width) * Math.ceil(height / tile.height) * (planar ? samples : 1);
  if (offsets.length < expected) throw new FormatError('tiff.few-strips', { file, expected, found: offsets.length });
  return offsets.slice(0, expected).map((at, i) => {
    const length = lengths[i] || (expected === 1 ? Math.max(1, bytes.length - at) : 0);
    if (at + length > bytes.length)
      throw new FormatError('tiff.cut-off', { file, byte: bytes.length, end: at + length });
    return { at, length };
  });
}

/** Some writers give 8 bits where 16 are due. */
function paletteOf(map: readonly number[], bits: number, wrong: (length: number) => unknown): Uint8Array {
  const n = 1 << bits;
  if (bits > 8 || map.length < 3 * n) wrong(map.length);
  const shift = map.every((value) => value < 256) ? 0 : 8;
  return Uint8Array.from({ length: 3 * n }, (_, i) => (map[(i % 3) * n + Math.floor(i / 3)] ?? 0) >> shift);
}
