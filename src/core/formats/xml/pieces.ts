/** The text of an XML file in pieces that can be read one by one: each but the first begins with `<`, and no tag or comment runs over its end. */
export interface XmlText {
  readonly encoding: string;
  /** In the measure of `Piece.until`. */
  readonly size: number;
  /** From the beginning, whenever it is asked. @throws FormatError at the piece whose bytes are not of the encoding */
  readonly pieces: () => Iterator<Piece>;
  readonly whole: () => string;
}
export interface Piece {
  readonly text: string;
  readonly until: number;
}

export const CHUNK = 1 << 17;
/** A comment that is longer is cut: then saxes reads the file. */
const LONGEST = 1 << 22;

/** Few files have any: that is seen quickest from the front. */
const inComment = (text: string): boolean =>
  text.includes('<!--') && text.lastIndexOf('<!--') > text.lastIndexOf('-->');

/** `lastTag` finds the last `<` between two offsets (-1: none), `part` gives the text between them. */
export function* piecesOf(
  size: number,
  lastTag: (from: number, to: number) => number,
  part: (from: number, to: number) => string,
  chunk = CHUNK,
): Generator<Piece> {
  let from = 0;
  for (let to = chunk; to < size; to += chunk) {
    const cut = lastTag(to - chunk, to);
    if (cut <= from) continue;
    const text = part(from, cut);
    if (cut - from < LONGEST && inComment(text)) continue;
    yield { text, until: cut };
    from = cut;
  }
  if (from < size) yield { text: part(from, size), until: size };
}

/** An offset in a part as one in the whole. */
export const lastIn = (from: number, found: number): number => (found < 0 ? -1 : from + found);

export const xmlText = (text: string, encoding = 'utf-8', chunk = CHUNK): XmlText => ({
  encoding,
  size: text.length,
  pieces: () =>
    piecesOf(
      text.length,
      (from, to) => lastIn(from, text.slice(from, to).lastIndexOf('<')),
      (from, to) => text.slice(from, to),
      chunk,
    ),
  whole: () => text,
});
