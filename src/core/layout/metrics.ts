/** Widths of characters in ems, the same on every machine: Han and kana are square, Latin as a text serif's. */

const FULL =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u2e80-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u;
/** Marks that a Chinese font sets square and a Latin one narrow: decided by the text around them. */
const SHARED_MARKS = /[‘’“”…—·]/u;
const MARK = /\p{M}|\p{Cf}/u;

/** Advance widths of Times-like serifs, thousandths of an em, from U+0020 to U+007E. */
const ASCII = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
];

export const isFullWidth = (ch: string): boolean => FULL.test(ch);

/** Width of one character in ems; `square`: the text around it is Chinese, so quotes and dashes are set square. */
export function characterWidth(ch: string, square: boolean): number {
  const code = ch.codePointAt(0) ?? 0;
  const ascii = ASCII[code - 32];
  if (ascii !== undefined) return ascii / 1000;
  if (FULL.test(ch)) return 1;
  if (MARK.test(ch)) return 0;
  if (SHARED_MARKS.test(ch)) return square ? 1 : code === 0x2014 || code === 0x2026 ? 1 : 0.4;
  return code > 0x2000 && code < 0x2010 ? 0.3 : code > 0xffff ? 1 : 0.5;
}
