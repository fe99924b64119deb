/**
 * The markup that a source was read from, kept with it so that what the model does not know (polygons, words, glyphs, metadata, foreign
 * elements) survives open, edit and save. Packed: XML of this kind shrinks to a tenth.
 */
import { deflateSync, inflateSync } from 'fflate';
import type { Extra, Source } from '../model/edition.ts';

/** `mets`: the METS file that the source's file belongs to, kept with the first source. */
export type MarkupKey = 'markup' | 'mets';

/** For `Source.extra`. */
export function keepMarkup(text: string, key: MarkupKey = 'markup'): Extra {
  const packed = deflateSync(new TextEncoder().encode(text), { level: 4 });
  const parts: string[] = [];
  for (let at = 0; at < packed.length; at += 8192) parts.push(String.fromCharCode(...packed.subarray(at, at + 8192)));
  return { [key]: btoa(parts.join('')) };
}

/** The file's text as it was read (of a file with several pages: with its first), or null where none was kept. */
export function keptMarkup(source: Pick<Source, 'extra'>, key: MarkupKey = 'markup'): string | null {
  const packed = source.extra?.[key];
  if (typeof packed !== 'string') return null;
  return new TextDecoder().decode(inflateSync(Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))));
}
