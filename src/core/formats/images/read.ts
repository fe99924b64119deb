/** Pictures of pages: JPEG, PNG, WebP, TIFF. Only their size is read here, from the header; a TIFF may hold several. */
import { FormatError } from '../format-error.ts';
import { pageName } from '../page-name.ts';
import type { FormatReader, Reading } from '../reading.ts';
import { tiffKind } from '../tiff/directory.ts';
import { isSideways } from '../tiff/orientation.ts';
import { tiffPictures } from '../tiff/pictures.ts';
import { jpegSize } from './jpeg.ts';
import { webpSize } from './webp.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** More pixels than any scan of a newspaper page has; a bomb for whoever decodes it. */
const MOST_PIXELS = 1_000_000_000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const starts = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((b, i) => bytes[i] === b);
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

function mediaTypeOf(bytes: Uint8Array): string | null {
  if (starts(bytes, PNG)) return 'image/png';
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (tiffKind(bytes)) return 'image/tiff';
  return null;
}

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24 || ascii(bytes, 12, 16) !== 'IHDR') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const SIZES: Readonly<Record<string, (bytes: Uint8Array) => Size | null>> = {
  'image/png': pngSize,
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
};

function readImage(bytes: Uint8Array, file: string): Reading {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === 'image/tiff') return readTiff(bytes, file);
  const size = mediaType === null ? null : (SIZES[mediaType]?.(bytes) ?? null);
  if (mediaType === null || !size || size.width <= 0 || size.height <= 0)
    throw new FormatError('image.no-size', { file, byte: 0 });
  if (size.width * size.height > MOST_PIXELS)
    throw new FormatError('image.too-big', { file, byte: 0, width: size.width, height: size.height });
  return { sources: [], notes: [], characters: 0, facsimiles: [{ name: file, mediaType, ...size }] };
}

/** All of it is in the file, or it is refused: who looks at a page later need not find out. */
function readTiff(bytes: Uint8Array, file: string): Reading {
  const pictures = tiffPictures(bytes, file);
  const facsimiles = pictures.map(({ width, height, orientation }, i) => ({
    name: pictures.length === 1 ? file : pageName(file, i + 1),
    mediaType: 'image/tiff',
    ...(isSideways(orientation) ? { width: height, height: width } : { width, height }),
  }));
  return { sources: [], notes: [], characters: 0, facsimiles };
}

export const imageReader: FormatReader = {
  id: 'image',
  name: { code: 'reader.image' },
  extensions: ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff'],
  mediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/tiff'],
  carries: [{ code: 'carry.facsimile' }],
  loses: [{ code: 'lose.text-of-image' }],
  sniff: (head) => (mediaTypeOf(head) ? 1 : 0),
  read: readImage,
};
