/**
 * The markup that a source was read from, kept with it so that what the model does not know (polygons, words, glyphs, metadata, foreign
 * elements) survives open, edit and save. Packed: XML of this kind shrinks to a tenth.
 */
import { deflateSync, inflateSync } from 'fflate';
import type { Extra, Source } from '../model/edition.ts';

const KEY = 'markup';

/** For `Source.extra`. */
export function keepMarkup(text: string): Extra {
  const packed = deflateSync(new TextEncoder().encode(text), { level: 4 });
  const parts: string[] = [];
  for (let at = 0; at < packed.length; at += 8192) parts.push(String.fromCharCode(...packed.subarray(at, at + 8192)));
  return { [KEY]: btoa(parts.join('')) };
}

/** The file's text as it was read (of a file with several pages: with its first), or null where none was kept. */
export function keptMarkup(source: Pick<Source, 'extra'>): string | null {
  const packed = source.extra?.[KEY];
  if (typeof packed !== 'string') return null;
  return new TextDecoder().decode(inflateSync(Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))));
}
