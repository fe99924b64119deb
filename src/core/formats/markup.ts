/**
 * The markup that a source was read from, kept with it so that what the model does not know (polygons, words, glyphs, metadata, foreign
 * elements) survives open, edit and save.
 */
import type { Edition, Extra, Source } from '../model/edition.ts';
import { remember } from '../model/selectors.ts';
import { pack, packBytes, unpack } from './pack.ts';
import { treeOf } from './xml-tree.ts';
import type { XmlElement } from './xml-writer.ts';

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

const PAGE = /#page=(\d+)$/u;

/** The files that an edition's sources were read from, each parsed once. One for a whole export. */
export interface KeptFiles {
  /** The file of this kind that a source was read from, and which of its pages the source is, from 0. A file is kept with its first page. */
  readonly of: (source: Source, mediaType: string) => { readonly root: XmlElement; readonly page: number } | null;
}

export function keptFiles(edition: Edition): KeptFiles {
  const holders = new Map<string, Source>();
  for (const source of Object.values(edition.sources)) {
    const key = `${source.mediaType} ${source.sha256}`;
    if (source.extra?.['markup'] !== undefined && !holders.has(key)) holders.set(key, source);
  }
  const tree = remember((holder: Source) => treeOf(keptMarkup(holder) ?? ''));
  return {
    of(source, mediaType) {
      const holder = source.mediaType === mediaType ? holders.get(`${mediaType} ${source.sha256}`) : undefined;
      const root = holder && tree(holder);
      return root ? { root, page: Number(PAGE.exec(source.name)?.[1] ?? 1) - 1 } : null;
    },
  };
}
