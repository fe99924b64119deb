/** Counting: a character is a Unicode code point that is not white space. The ledger counts nothing else. */

const WHITE = /\s/u;

export const isWhite = (ch: string): boolean => WHITE.test(ch);

export function countCharacters(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code < 0x7f) n++;
    else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      n++;
      i++;
    } else if (!WHITE.test(text.charAt(i))) n++;
  }
  return n;
}

const prefixes = new WeakMap<object, Uint32Array>();

/** How many characters begin before each offset: a span's count is a subtraction. */
function prefixOf(source: { readonly text: string }): Uint32Array {
  const known = prefixes.get(source);
  if (known) return known;
  const prefix = new Uint32Array(source.text.length + 1);
  let n = 0;
  let i = 0;
  for (const ch of source.text) {
    prefix[i] = n;
    if (!WHITE.test(ch)) n++;
    if (ch.length === 2) prefix[i + 1] = n;
    i += ch.length;
  }
  prefix[source.text.length] = n;
  prefixes.set(source, prefix);
  return prefix;
}

/** Characters of the source's text from `start` to `end` (UTF-16 offsets). */
export function countBetween(source: { readonly text: string }, start: number, end: number): number {
  const prefix = prefixOf(source);
  return (prefix[end] ?? 0) - (prefix[start] ?? 0);
}
