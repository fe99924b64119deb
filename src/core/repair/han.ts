/** Which characters are set solid, without spaces between words: Han, kana, bopomofo and their punctuation. */
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}々〇〆ー]/u;
const WIDE_PUNCTUATION =
  /[\u3001-\u3003\u3008-\u301f\u30fb\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’…—·]/u;

/** True where `ch` (one code point) is a Han character or kana. */
export const isHan = (ch: string): boolean => HAN.test(ch);

/** True for punctuation that Chinese and Japanese set as wide as a character. The curly quotes, dash, ellipsis and middle dot are shared with Latin. */
export const isWidePunctuation = (ch: string): boolean => WIDE_PUNCTUATION.test(ch);

const HAN_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}々〇〆ー]/gu;
const OTHER_WORD = /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}々〇〆ー])\p{L})+/gu;
const EAST = /[\u2e80-\u9fff\uf900-\ufaff\ud840-\ud888]/;

/** True for text that is mainly set solid: more Han characters than words of other scripts. */
export function isHanText(text: string): boolean {
  if (!EAST.test(text)) return false;
  return (text.match(HAN_RUN)?.length ?? 0) > (text.match(OTHER_WORD)?.length ?? 0);
}
