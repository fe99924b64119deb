/** A paragraph that a column end cut within one source becomes one piece with several spans. */
import type { CutPiece } from '../../cut-piece.ts';

const TIGHT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}　-〿＀-￯“”‘’]/u;
const HYPHEN = /(\p{L})[-‐¬⸗]$/u;

/** Joins two stretches of one sentence as the script does: Han without a space, a hyphenated word made whole. */
export function joinTexts(before: string, after: string): string {
  const left = before.trimEnd();
  const right = after.trimStart();
  if (!left || !right) return left + right;
  if (HYPHEN.test(left) && /^\p{Ll}/u.test(right)) return left.slice(0, -1) + right;
  if (/[—–]$/u.test(left)) return left + right;
  return TIGHT.test(left.at(-1)!) || TIGHT.test(right[0]!) ? left + right : `${left} ${right}`;
}

export function joinPieces(before: CutPiece, after: CutPiece): CutPiece {
  const text = joinTexts(before.text, after.text);
  return {
    ...before,
    spans: [...before.spans, ...after.spans],
    text,
    repairs: [...new Set([...before.repairs, ...after.repairs])],
    confidence: Math.min(before.confidence, after.confidence),
    lastLine: after.lastLine,
    endsOpen: after.endsOpen,
    measure: before.measure ?? after.measure,
  };
}
