/** Which characters are set solid, without spaces between words: Han, kana, bopomofo and their punctuation. */
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}々〇〆ー]/u;
const WIDE_PUNCTUATION =
  /[\u3001-\u3003\u3008-\u301f\u30fb\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’…—·]/u;

/** True for text in which a Han character or kana stands. */
export const hasHan = (text: string): boolean => HAN.test(text);

/** True for punctuation that Chinese and Japanese set as wide as a character. The curly quotes, dash, ellipsis and middle dot are shared with Latin. */
export const isWidePunctuation = (ch: string): boolean => WIDE_PUNCTUATION.test(ch);

const LETTER = /\p{L}/u;
const EAST = /[\u2e80-\u9fff\uf900-\ufaff\ud840-\ud888]/;

const SOLID = 1;
const OTHER_LETTER = 2;
const NEITHER = 3;
/** What each character of the basic plane is, once it has been met. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const ch = String.fromCodePoint(code);
  const kind = HAN.test(ch) ? SOLID : LETTER.test(ch) ? OTHER_LETTER : NEITHER;
  if (code < 0x10000) kinds[code] = kind;
  return kind;
}

/** True where `ch` (one code point) is a Han character or kana. */
export function isHan(ch: string): boolean {
  const code = ch.codePointAt(0);
  return code !== undefined && (kinds[code] || kindOf(code)) === SOLID;
}

/** True for text that is mainly set solid: more Han characters than words of other scripts. */
export function isHanText(text: string): boolean {
  if (!EAST.test(text)) return false;
  let solid = 0;
  let words = 0;
  let before = NEITHER;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00) {
      code = text.codePointAt(i) ?? code;
      if (code > 0xffff) i++;
    }
    const kind = kinds[code] || kindOf(code);
    if (kind === SOLID) solid++;
    else if (kind === OTHER_LETTER && before !== OTHER_LETTER) words++;
    before = kind;
  }
  return solid > words;
}
