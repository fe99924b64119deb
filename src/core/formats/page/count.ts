/** The opening balance of a PAGE file, by cutting its text apart: a line counts once, at its highest level that has text. */
import { countReferences } from '../count-markup.ts';

const EQUIV = /<(?:\w+:)?TextEquiv\b([^>]*)>([^]*?)<\/(?:\w+:)?TextEquiv>/gu;
const UNICODE = /<(?:\w+:)?Unicode\b[^>]*>([^]*?)<\/(?:\w+:)?Unicode>/u;
const PLAIN = /<(?:\w+:)?PlainText\b[^>]*>([^]*?)<\/(?:\w+:)?PlainText>/u;
const LINES = /<(?:\w+:)?TextLine\b[^]*?<\/(?:\w+:)?TextLine>/gu;
const WORDS = /<(?:\w+:)?Word\b[^]*?<\/(?:\w+:)?Word>/gu;
const GLYPHS = /<(?:\w+:)?Glyph\b[^]*?<\/(?:\w+:)?Glyph>/gu;

const bare = (markup: string): string =>
  markup.replace(/<!\[CDATA\[([^]*?)\]\]>/gu, (_, text: string) => 'x'.repeat(text.replace(/\s/gu, '').length));

/** The characters of the main TextEquiv. */
function countEquiv(markup: string): number {
  let rank = Infinity;
  let n = 0;
  for (const [, attributes = '', body = ''] of markup.matchAll(EQUIV)) {
    const index = Number(/\bindex\s*=\s*["']\s*([\d.-]+)/u.exec(attributes)?.[1] ?? 0);
    if (index >= rank) continue;
    rank = index;
    n = countReferences(bare(UNICODE.exec(body)?.[1] ?? '')) || countReferences(bare(PLAIN.exec(body)?.[1] ?? ''));
  }
  return n;
}

const countParts = (markup: string, parts: RegExp, count: (part: string) => number): number => {
  let n = 0;
  for (const [part] of markup.matchAll(parts)) n += count(part);
  return n;
};
const countWord = (word: string): number =>
  countEquiv(word.replace(GLYPHS, '')) || countParts(word, GLYPHS, countEquiv);
const countLine = (line: string): number => countEquiv(line.replace(WORDS, '')) || countParts(line, WORDS, countWord);

export function countPage(markup: string): number {
  let n = 0;
  // Between two borders of text regions stand the lines of one region, and after them its own text.
  for (const piece of markup.replace(/<!--[^]*?-->/gu, '').split(/<\/?(?:\w+:)?TextRegion\b/u))
    n += countParts(piece, LINES, countLine) || countEquiv(piece.replace(LINES, ''));
  return n;
}
