/** A strip or tile of JPEG made a file of its own: with the tables that all have in common, and its colours named. */
import type { TiffPicture } from './pictures.ts';

const START = [0xff, 0xd8];
/** Adobe's segment, whose last byte tells what three components are: 0 red, green and blue; 1 YCbCr. */
const COLOURS = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0];

export function jpegOf(
  packed: Uint8Array,
  { jpegTables, colours, samples }: Pick<TiffPicture, 'jpegTables' | 'colours' | 'samples'>,
): Uint8Array<ArrayBuffer> {
  const named = samples >= 3 ? [...COLOURS, colours === 'ycbcr' ? 1 : 0] : [];
  const tables = jpegTables ? withoutEnds(jpegTables) : new Uint8Array();
  const picture = withoutStart(packed);
  const bytes = new Uint8Array(2 + named.length + tables.length + picture.length);
  bytes.set(START);
  bytes.set(named, 2);
  bytes.set(tables, 2 + named.length);
  bytes.set(picture, 2 + named.length + tables.length);
  return bytes;
}

const withoutStart = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes.subarray(2) : bytes;

function withoutEnds(bytes: Uint8Array): Uint8Array {
  const inside = withoutStart(bytes);
  const ended = inside.at(-2) === 0xff && inside.at(-1) === 0xd9;
  return ended ? inside.subarray(0, -2) : inside;
}
