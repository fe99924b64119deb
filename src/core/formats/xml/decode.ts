/** The text of an XML file: by its byte order mark, else by its declaration, else as UTF-8. */
import { FormatError } from '../format-error.ts';
import { decoderFor, encodingName } from '../text/encodings.ts';

export interface DecodedXml {
  readonly text: string;
  readonly encoding: string;
}

const DECLARED = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/u;

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return encodingName(DECLARED.exec(latin(bytes.subarray(0, 200)))?.[1] ?? 'utf-8');
}

/** Bytes as characters of the same number. */
export const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** @throws FormatError where the bytes are not what the declaration says. */
export async function decodeXml(bytes: Uint8Array, name: string): Promise<DecodedXml> {
  const encoding = encodingOf(bytes);
  const decode = await decoderFor(encoding);
  const text = decode?.(bytes, true);
  if (typeof text === 'string') return { text, encoding };
  // Where it is wrong: what can be read before the first character that has no bytes.
  const loose = decode?.(bytes, false) ?? '';
  const before = loose.slice(0, Math.max(0, loose.indexOf('\ufffd')));
  const line = before.split('\n').length;
  throw new FormatError(decode ? 'xml.encoding' : 'xml.no-such-encoding', {
    file: name,
    line,
    column: before.length - before.lastIndexOf('\n'),
    encoding,
  });
}
