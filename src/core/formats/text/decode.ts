/** Bytes of a text file to text: UTF-8, or UTF-16 by its byte order mark. */
import { FormatError } from '../format-error.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

export function decodeText(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) throw new FormatError('file.empty', { file });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (looksBinary(bytes)) throw new FormatError('file.binary', { file });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    throw new FormatError('file.not-utf8', { file, offset: firstBadByte(bytes) });
  }
}

/** Control bytes that no text has. */
const looksBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 65_536).some((b) => b < 9 || (b > 13 && b < 32 && b !== 27) || b === 127);

/** The offset of the first byte that is not part of a UTF-8 sequence, from 0. */
function firstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    let end = middle;
    while (end < bytes.length && end - middle < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
    try {
      decoder.decode(bytes.subarray(0, end));
      low = middle;
    } catch {
      high = middle - 1; // the bad byte lies before `middle`
    }
  }
  return low;
}
