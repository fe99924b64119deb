/** The text of an XML file, by its byte order mark, else by its declaration, else as UTF-8. */
import { FormatError } from '../format-error.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return /^gb/u.test(declared) ? 'gb18030' : declared;
}

/** @throws FormatError where the bytes are not what the declaration says. */
export function decodeXml(bytes: Uint8Array, name: string): Decoded {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (cause) {
    if (!(cause instanceof TypeError || cause instanceof RangeError)) throw cause;
    throw new FormatError('alto.encoding', { file: name, encoding });
  }
}
