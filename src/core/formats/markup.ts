/**
 * The markup that a source was read from, kept with it so that what the model does not know (polygons, words, glyphs, metadata, foreign
 * elements) survives open, edit and save.
 */
import type { Extra, Source } from '../model/edition.ts';
import { pack, unpack } from './pack.ts';

/** `mets`: the METS file that the source's file belongs to, kept with the first source. */
export type MarkupKey = 'markup' | 'mets';

/** For `Source.extra`. */
export const keepMarkup = (text: string, key: MarkupKey = 'markup'): Extra => ({ [key]: pack(text) });

/** The file's text as it was read (of a file with several pages: with its first), or null where none was kept. */
export function keptMarkup(source: Pick<Source, 'extra'>, key: MarkupKey = 'markup'): string | null {
  const packed = source.extra?.[key];
  return typeof packed === 'string' ? unpack(packed) : null;
}
