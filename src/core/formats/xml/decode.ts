/** The text of an XML file: by its byte order mark, else by its declaration, else as UTF-8. */
import { FormatError } from '../format-error.ts';
import { decoderFor, encodingName, type Decode } from '../text/encodings.ts';
import { lastIn, piecesOf, xmlText, type XmlText } from './pieces.ts';

export interface DecodedXml {
  readonly text: string;
  readonly encoding: string;
}

const DECLARED = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/u;
/** `<`, which in UTF-8 is part of no other character. */
const LESS = 0x3c;

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
  const { whole, encoding } = await openXmlText(bytes, name);
  return { text: whole(), encoding };
}

/** The file piece by piece: a large one never stands in memory as text. @throws FormatError as `decodeXml`, or from the piece that is wrong */
export async function openXmlText(bytes: Uint8Array, name: string): Promise<XmlText> {
  const encoding = encodingOf(bytes);
  const decode = await decoderFor(encoding);
  const whole = (): string => {
    const text = decode?.(bytes, true);
    if (typeof text !== 'string') throw refusal(bytes, name, encoding, decode);
    return text;
  };
  if (encoding !== 'utf-8') return xmlText(whole(), encoding);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const part = (from: number, to: number): string => {
    try {
      return decoder.decode(bytes.subarray(from, to));
    } catch (error) {
      throw error instanceof TypeError ? refusal(bytes, name, encoding, decode) : error;
    }
  };
  return {
    encoding,
    size: bytes.length,
    pieces: () => piecesOf(bytes.length, (from, to) => lastIn(from, bytes.subarray(from, to).lastIndexOf(LESS)), part),
    whole,
  };
}
