/** Counting: a character is a Unicode code point that is not white space. The ledger counts nothing else. */

const WHITE = /\s/u;

export const isWhite = (ch: string): boolean => WHITE.test(ch);

/** What is counted. */
export const bare = (text: string): string[] => Array.from(text).filter((ch) => !isWhite(ch));

/** Sure to be no white space, without a look at what Unicode says. */
const isPlain = (code: number): boolean => (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xd800);

export function countCharacters(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isPlain(code)) n++;
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
  const { text } = source;
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    prefix[i] = n;
    const code = text.charCodeAt(i);
    if (isPlain(code)) n++;
    else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) prefix[++i] = ++n;
    else if (!WHITE.test(text.charAt(i))) n++;
  }
  prefix[text.length] = n;
  prefixes.set(source, prefix);
  return prefix;
}

/** Characters of the source's text from `start` to `end` (UTF-16 offsets). */
export function countBetween(source: { readonly text: string }, start: number, end: number): number {
  const prefix = prefixOf(source);
  return (prefix[end] ?? 0) - (prefix[start] ?? 0);
}
