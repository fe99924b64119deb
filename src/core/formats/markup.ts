/**
 * The markup that a source was read from, kept with it so that what the model does not know (polygons, words, glyphs, metadata, foreign
 * elements) survives open, edit and save.
 */
import type { Extra, Source } from '../model/edition.ts';
import { pack, packBytes, unpack } from './pack.ts';

/** `mets`: the METS file that the source's file belongs to, kept with the first source. */
export type MarkupKey = 'markup' | 'mets';

/** For `Source.extra`: a text, or its bytes in UTF-8, which need not be made again. */
export const keepMarkup = (text: string | Uint8Array, key: MarkupKey = 'markup'): Extra => ({
  [key]: typeof text === 'string' ? pack(text) : packBytes(withoutMark(text)),
});

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/** The file's text as it was read (of a file with several pages: with its first), or null where none was kept. */
export function keptMarkup(source: Pick<Source, 'extra'>, key: MarkupKey = 'markup'): string | null {
  const packed = source.extra?.[key];
  return typeof packed === 'string' ? unpack(packed) : null;
}
