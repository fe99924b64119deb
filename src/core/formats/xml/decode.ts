/** The text of an XML file: by its byte order mark, else by its declaration, else as UTF-8. */
import { FormatError } from '../format-error.ts';
import { decoderFor, encodingName, type Decode } from '../text/encodings.ts';

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

/** Says where it is wrong: what can be read before the first character that has no bytes. */
function refusal(bytes: Uint8Array, name: string, encoding: string, decode: Decode | null): FormatError {
  const loose = decode?.(bytes, false) ?? '';
  const before = loose.slice(0, Math.max(0, loose.indexOf('\ufffd')));
  return new FormatError(decode ? 'xml.encoding' : 'xml.no-such-encoding', {
    file: name,
    line: before.split('\n').length,
    column: before.length - before.lastIndexOf('\n'),
    encoding,
  });
}

/** @throws FormatError where the bytes are not what the declaration says. */
export async function decodeXml(bytes: Uint8Array, name: string): Promise<DecodedXml> {
  const encoding = encodingOf(bytes);
  return { text: await textOf(bytes, name, encoding), encoding };
}

async function textOf(bytes: Uint8Array, name: string, encoding: string): Promise<string> {
  const decode = await decoderFor(encoding);
  const text = decode?.(bytes, true);
  if (typeof text !== 'string') throw refusal(bytes, name, encoding, decode);
  return text;
}

/** The bytes of an XML file in UTF-8, to be read by stream: a large one never stands in memory as text. */
export interface XmlBytes {
  readonly encoding: string;
  /** The file's own where that is its encoding: then it is not said yet that they are in it. */
  readonly utf8: Uint8Array;
}

/** @throws FormatError as `decodeXml` where the file is not in UTF-8 */
export async function openXml(bytes: Uint8Array, name: string): Promise<XmlBytes> {
  const encoding = encodingOf(bytes);
  const utf8 = encoding === 'utf-8' ? bytes : new TextEncoder().encode(await textOf(bytes, name, encoding));
  return { encoding, utf8 };
}

/** A decoder of parts that follow each other. @throws FormatError with line and column from the part that is no UTF-8 */
export function utf8Parts(bytes: Uint8Array, name: string): (from: number, to: number) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (from, to) => {
    try {
      return decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw refusal(bytes, name, 'utf-8', (all) => new TextDecoder().decode(all));
    }
  };
}
