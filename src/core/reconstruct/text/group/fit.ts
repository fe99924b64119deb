/** Whether one piece reads on in another by its spelling alone: hyphens, capitals, brackets and quotes left open. */
import type { CutPiece } from '../../cut-piece.ts';

const HYPHEN = /([\p{L}]+)[-‐¬⸗]$/u;
const LONGEST_WORD = 60;
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

/** What the spelling of one piece's ends says. */
interface Ends {
  /** A word broken at its end, in lower case; its first word, and whether that begins with a capital. */
  readonly half: string | undefined;
  readonly first: string | undefined;
  readonly capital: boolean;
  readonly balance: number;
}

function endsOf(text: string): Ends {
  const trimmed = text.trim();
  const half = /[-‐¬⸗]$/u.test(trimmed) ? HYPHEN.exec(trimmed.slice(-LONGEST_WORD))?.[1]?.toLowerCase() : undefined;
  return {
    half,
    first: FIRST_WORD.exec(trimmed)?.[1],
    capital: /^\p{Lu}/u.test(trimmed),
    balance: balance(trimmed),
  };
}

/** `words`: the page's whole words in lower case, for judging a hyphen's two halves. Remembers what it was asked. */
export function fitOf(words: ReadonlySet<string>): Fit {
  const known = new Map<CutPiece, Ends>();
  const ends = (piece: CutPiece): Ends => {
    let own = known.get(piece);
    if (!own) known.set(piece, (own = endsOf(piece.text)));
    return own;
  };
  return (before, after) => {
    const left = ends(before);
    const right = ends(after);
    const { half } = left;
    const { first } = right;
    let odds = 0;
    if (half && first) {
      const joined = half + first.toLowerCase();
      if (words.has(joined)) odds += 4;
      else odds += right.capital || words.has(first.toLowerCase()) ? -1.5 : 1.5;
    } else if (first && /^\p{Ll}/u.test(first) && !words.has(first.toLowerCase())) odds -= 0.5;
    if (left.balance > 0 && right.balance < 0) odds += 2;
    else if (right.balance < 0 && left.balance <= 0) odds -= 1;
    return odds;
  };
}
