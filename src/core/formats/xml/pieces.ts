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

export const CHUNK = 1 << 18;
/** A comment that is longer is cut: then saxes reads the file. */
const LONGEST = 1 << 22;

/** Few files have any: that is seen quickest from the front. */
const inComment = (text: string): boolean =>
  text.includes('<!--') && text.lastIndexOf('<!--') > text.lastIndexOf('-->');

export function* piecesOf(chunks: Iterable<Piece>): Generator<Piece> {
  let rest: string[] = [];
  let last = 0;
  for (const { text: chunk, until } of chunks) {
    last = until;
    const cut = chunk.lastIndexOf('<');
    const text = cut < 0 ? '' : [...rest, chunk.slice(0, cut)].join('');
    if (text === '' || (text.length < LONGEST && inComment(text)))
      rest = text === '' ? [...rest, chunk] : [text, chunk.slice(cut)];
    else {
      yield { text, until };
      rest = [chunk.slice(cut)];
    }
  }
  const text = rest.join('');
  if (text !== '') yield { text, until: last };
}

export function xmlText(text: string, encoding = 'utf-8'): XmlText {
  function* chunks(): Generator<Piece> {
    for (let at = 0; at < text.length; at += CHUNK)
      yield { text: text.slice(at, at + CHUNK), until: Math.min(text.length, at + CHUNK) };
  }
  return { encoding, size: text.length, pieces: () => piecesOf(chunks()), whole: () => text };
}
