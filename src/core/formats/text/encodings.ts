/** Decoders by name. Where runtimes agree (UTF, GB18030) it is the runtime's own, else one of ours: the same bytes give the same text everywhere. */
import { doubleByteDecoder } from './double-byte.ts';
import { WINDOWS } from './windows-pages.ts';

/** null where `strict` and a byte has no character; else U+FFFD stands for it. */
export type Decode = (bytes: Uint8Array, strict: boolean) => string | null;

const OWN_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:unicode-1-1-)?utf-?8$/u, 'utf-8'],
  [/^(?:utf-?16(?:le)?|ucs-2|unicode)$/u, 'utf-16le'],
  [/^utf-?16be$/u, 'utf-16be'],
  [/^(?:gb.*|x-gbk|cp936|ms936|iso-ir-58|chinese|csgb.*|euc-?cn)$/u, 'gb18030'],
  [/^(?:(?:x-x-|cn-)?big-?5.*|csbig5|cp950|ms950)$/u, 'big5'],
  [/^(?:(?:x-)?s(?:hift)?[_-]?jis|ms_kanji|ms932|cp932|windows-31j|csshiftjis)$/u, 'shift_jis'],
  [/^(?:euc-?kr|ks_?c_?5601.*|korean|cp949|ms949|uhc|windows-949|csksc.*)$/u, 'euc-kr'],
  [/^(?:us-?ascii|ascii|iso[-_]?8859-?1|latin-?1|l1|ansi_x3.*)$/u, 'windows-1252'],
  [/^(?:x-)?cp-?(125[0-8])$/u, 'windows-$1'],
];

/** One name for each encoding; what is unknown comes back in lower case. */
export function encodingName(label: string): string {
  const plain = label.trim().toLowerCase();
  for (const [pattern, name] of OWN_NAMES) if (pattern.test(plain)) return plain.replace(pattern, name);
  return plain;
}

function native(label: string): Decode | null {
  try {
    new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return null; // no such encoding
    throw error;
  }
  return (bytes, strict) => {
    try {
      return new TextDecoder(label, { fatal: strict }).decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  };
}

function singleByte(upper: string): Decode {
  return (bytes, strict) => {
    const parts: string[] = [];
    for (let from = 0; from < bytes.length; from += 8192) {
      const codes = Array.from(bytes.subarray(from, from + 8192), (byte) =>
        byte < 128 ? byte : upper.charCodeAt(byte - 128),
      );
      if (strict && codes.includes(0xfffd)) return null;
      parts.push(String.fromCharCode(...codes));
    }
    return parts.join('');
  };
}

/** null where there is no such encoding. */
export async function decoderFor(label: string): Promise<Decode | null> {
  const name = encodingName(label);
  if (name === 'big5' || name === 'shift_jis' || name === 'euc-kr') return doubleByteDecoder(name);
  const page = Object.hasOwn(WINDOWS, name) ? WINDOWS[name] : undefined;
  return page === undefined ? native(name) : singleByte(page);
}

/** The encodings that a text is tried in once it is not UTF-8. */
export const GUESSES: readonly string[] = [
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  ...Object.keys(WINDOWS),
  'utf-16le',
  'utf-16be',
];

/** All that a text can be read in: what it is tried in, and what is taken only where somebody says so. */
export const ENCODINGS: readonly string[] = [
  'utf-8',
  ...GUESSES,
  'euc-jp',
  'iso-2022-jp',
  'koi8-r',
  'koi8-u',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'macintosh',
];
