/** The width of text in full-width units: a Han character is 1, an ASCII one 0.5. */
const HALF = /[\u0000-\u02ff\u0370-\u052f\u1e00-\u1fff\u2010-\u2012\u2020-\u2022\uff61-\uffdc\p{Script=Latin}]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
const SHARED = /[“”‘’…—–·]/u;

/** Width of `text` in full-width units. Curly quotes and dashes count 1 in text with Han characters, 0.5 elsewhere. */
export function fullWidth(text: string): number {
  const shared = /[\u2e80-\u9fff\uf900-\ufaff]/.test(text) ? 1 : 0.5;
  let width = 0;
  for (const ch of text) {
    const code = ch.codePointAt(0) ?? 0;
    if (code < 0x80) width += 0.5;
    else if (code >= 0x2e80 && code < 0xa4d0) width += 1;
    else if (SHARED.test(ch)) width += shared;
    else if (NONE.test(ch)) continue;
    else width += HALF.test(ch) ? 0.5 : 1;
  }
  return width;
}
