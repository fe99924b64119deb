/** The opening balance of ALTO, straight off the bytes: what stands in the CONTENT of words and hyphens. It knows nothing of how the file is read. */
import { isWhite } from '../../model/characters.ts';
import { countReferences } from '../count-markup.ts';
import { stands } from '../xml/bytes.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const CONTENT = bytesOf('CONTENT');
const STRING = bytesOf('<String ');
const COMMENT = bytesOf('<!--');
const COMMENT_END = bytesOf('-->');
/** How far to go on where the last of seven bytes is this one. */
const STRIDE = Uint8Array.from({ length: 256 }, (_, byte) => 6 - CONTENT.lastIndexOf(byte, 5));
/** Any tag that is written otherwise. */
const COUNTED = /^<(?:[\w.-]+:)?(?:String|HYP)\s(?:[^<>]*?\s)??CONTENT\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to));

export function countAlto(bytes: Uint8Array): number {
  let n = 0;
  let from = 0;
  for (let bang = bytes.indexOf(33); bang >= 0; bang = bytes.indexOf(33, Math.max(from, bang + 1))) {
    if (!stands(COMMENT, bytes, bang - 1)) continue;
    n += countBetween(bytes, from, bang - 1);
    for (from = bang + 3; from < bytes.length && !stands(COMMENT_END, bytes, from);) from++;
  }
  return n + countBetween(bytes, from, bytes.length);
}

function countBetween(bytes: Uint8Array, from: number, to: number): number {
  let n = 0;
  for (let i = from + 6; i < to;) {
    const last = bytes[i] as number;
    if (last !== 84 /* T */ || !isContent(bytes, i - 6)) {
      i += STRIDE[last] as number;
      continue;
    }
    const at = i - 6;
    i += 7;
    let tag = at;
    while (tag > from && bytes[tag] !== 60) tag--;
    if (!isPlain(bytes, tag, at)) n += countOther(bytes, tag, at, to);
    else {
      let end = at + 9;
      while (end < to && bytes[end] !== 34) end++;
      n += countValue(bytes, at + 9, end);
      i = end + 7;
    }
  }
  return n;
}

const isContent = (b: Uint8Array, at: number): boolean =>
  b[at] === 67 && b[at + 1] === 79 && b[at + 2] === 78 && b[at + 3] === 84 && b[at + 4] === 69 && b[at + 5] === 78;

/** `<String … CONTENT="` */
const isPlain = (bytes: Uint8Array, tag: number, at: number): boolean =>
  bytes[at - 1] === 32 && bytes[at + 7] === 61 && bytes[at + 8] === 34 && stands(STRING, bytes, tag);

function countOther(bytes: Uint8Array, tag: number, at: number, to: number): number {
  let end = at;
  while (end < to && bytes[end] !== 60) end++;
  const before = textOf(bytes, tag, at);
  const found = COUNTED.exec(before + textOf(bytes, at, end));
  const value = found?.[1] ?? found?.[2] ?? '';
  const isThis = found && found[0].lastIndexOf('CONTENT', found[0].length - value.length - 2) === before.length;
  return isThis && /\s$/u.test(before) ? countReferences(value) : 0;
}

function countValue(bytes: Uint8Array, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte === 38) return countReferences(textOf(bytes, from, to)); // &
    if (byte < 0x80) n += Number(byte > 32);
    else if (byte >= 0xc0 && !isPale(bytes, i)) n++;
  }
  return n;
}

/** Is it white space, of two or three bytes? */
function isPale(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (first >= 0xf0) return false;
  const code =
    first < 0xe0 ? ((first & 31) << 6) | (second & 63) : ((first & 15) << 12) | ((second & 63) << 6) | (third & 63);
  return isWhite(String.fromCharCode(code));
}
