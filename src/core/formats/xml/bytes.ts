/** Bytes of UTF-8 as XML sees them: what each may be, and the text and the numbers that they spell. */

/** What a byte is to a scanner; 0 is nothing in particular. */
export const QUOTE = 1;
export const APOSTROPHE = 2;
export const LESS = 3;
export const AMPERSAND = 4;
/** Line feed and tab. */
export const BREAK = 5;
export const RETURN = 6;
/** Part of a character of several bytes. */
export const HIGH = 7;
export const GREATER = 8;
/** In no text. */
export const FORBIDDEN = 9;

export const BYTE = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = ['"', "'", '<', '&'].indexOf(String.fromCharCode(byte));
  if (sign >= 0) return sign + 1;
  if (byte === 10 || byte === 9) return BREAK;
  if (byte === 13) return RETURN;
  if (byte === 62) return GREATER;
  return byte < 32 ? FORBIDDEN : byte < 128 ? 0 : HIGH;
});

/** Part of a name in any file that is plain; what begins one is looked at once for each name. */
export const IN_NAME = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte < 128 && /[\w.:-]/.test(String.fromCharCode(byte))),
);

export const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;

const isTail = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte < 0xc0;

/** Where the character of several bytes ends that begins here; -1 where it is none, or none that XML allows. */
export function afterHigh(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const second = bytes[at + 1] ?? 0;
  if (!isTail(second)) return -1;
  if (first < 0xe0) return first < 0xc2 ? -1 : at + 2;
  const third = bytes[at + 2] ?? 0;
  if (!isTail(third)) return -1;
  if (first < 0xf0) {
    if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second >= 0xa0)) return -1;
    return first === 0xef && second === 0xbf && third >= 0xbe ? -1 : at + 3;
  }
  if (!isTail(bytes[at + 3]) || first > 0xf4) return -1;
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second >= 0x90) ? -1 : at + 4;
}

/** Do these bytes stand there? */
export function stands(mark: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark[i]) return false;
  return true;
}

/** Longer texts are decoded quicker by the runtime. */
const SHORT = 24;
const BITS = 12;

/** Reads texts that are known to be UTF-8. Short ones in ASCII, which come again and again, are remembered. */
export function textReader(): (bytes: Uint8Array, from: number, to: number) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const known: string[] = Array.from({ length: 1 << BITS }, () => '');
  return (bytes, from, to) => {
    if (to - from > SHORT) return decoder.decode(bytes.subarray(from, to));
    let hash = to - from;
    let high = 0;
    for (let i = from; i < to; i++) {
      const byte = bytes[i] as number;
      hash = Math.imul(hash ^ byte, 0x01000193);
      high |= byte;
    }
    if (high >= 0x80) return spelled(bytes, from, to);
    const slot = (hash ^ (hash >>> 15)) & ((1 << BITS) - 1);
    const before = known[slot] as string;
    if (before.length === to - from) {
      let i = 0;
      while (from + i < to && before.charCodeAt(i) === bytes[from + i]) i++;
      if (from + i === to) return before;
    }
    return (known[slot] = spelled(bytes, from, to));
  };
}

function spelled(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to;) {
    const byte = bytes[i++] as number;
    if (byte < 0x80) text += String.fromCharCode(byte);
    else if (byte < 0xe0) text += String.fromCharCode(((byte & 31) << 6) | tail(bytes[i++]));
    else if (byte < 0xf0) text += String.fromCharCode(((byte & 15) << 12) | (tail(bytes[i++]) << 6) | tail(bytes[i++]));
    else
      text += String.fromCodePoint(
        ((byte & 7) << 18) | (tail(bytes[i++]) << 12) | (tail(bytes[i++]) << 6) | tail(bytes[i++]),
      );
  }
  return text;
}
const tail = (byte: number | undefined): number => (byte ?? 0) & 63;

/** Powers of ten up to the longest fraction that is read here: a double holds each of them, and all their whole multiples below 2^53, exactly. */
const TENS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** The number between two offsets, as `Number` reads it; null where it is not digits, a point and a sign alone. */
export function plainNumber(bytes: Uint8Array, from: number, to: number): number | null {
  if (to - from > 15) return null;
  const negative = bytes[from] === 45;
  let digits = 0;
  let point = -1;
  let whole = 0;
  for (let i = negative ? from + 1 : from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte >= 48 && byte <= 57) {
      whole = whole * 10 + byte - 48;
      digits++;
    } else if (byte === 46 && point < 0) point = i;
    else return null;
  }
  if (digits === 0) return null;
  const value = point < 0 ? whole : whole / (TENS[to - point - 1] as number);
  return negative ? -value : value;
}
