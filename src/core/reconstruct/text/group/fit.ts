/** Whether one piece reads on in another by its spelling alone: hyphens, capitals, brackets and quotes left open. */
import type { CutPiece } from '../../cut-piece.ts';

const HYPHEN = /([\p{L}]+)[-‐¬⸗]$/u;
const FIRST_WORD = /^["'“‘([]*([\p{L}]+)/u;

/** Log-odds that the second piece reads on from the first, beyond those of any open end and open start. */
export type Fit = (before: CutPiece, after: CutPiece) => number;

/** Brackets and quotes of the text that are still open at its end. Positive: open; negative: closed without an opening. */
function balance(text: string): number {
  let sum = 0;
  let least = 0;
  for (const glyph of text) {
    if ('“「『（(《〈【['.includes(glyph)) sum++;
    else if ('”」』）)》〉】]'.includes(glyph)) least = Math.min(least, --sum);
  }
  return least < 0 ? least : sum;
}

/** `words`: the page's whole words in lower case, for judging a hyphen's two halves. Remembers what it was asked. */
export function fitOf(words: ReadonlySet<string>): Fit {
  const known = new Map<CutPiece, Map<CutPiece, number>>();
  const judge = (before: CutPiece, after: CutPiece): number => {
    let odds = 0;
    const left = before.text.trimEnd();
    const right = after.text.trimStart();
    const half = HYPHEN.exec(left)?.[1]?.toLowerCase();
    const first = FIRST_WORD.exec(right)?.[1];
    if (half && first) {
      const joined = half + first.toLowerCase();
      if (words.has(joined)) odds += 4;
      else odds += /^\p{Lu}/u.test(right) || words.has(first.toLowerCase()) ? -1.5 : 1.5;
    } else if (first && /^\p{Ll}/u.test(first) && !words.has(first.toLowerCase())) odds -= 0.5;
    const a = balance(left);
    const b = balance(right);
    if (a > 0 && b < 0) odds += 2;
    else if (b < 0 && a <= 0) odds -= 1;
    return odds;
  };
  return (before, after) => {
    let row = known.get(before);
    if (!row) known.set(before, (row = new Map()));
    let odds = row.get(after);
    if (odds === undefined) row.set(after, (odds = judge(before, after)));
    return odds;
  };
}
