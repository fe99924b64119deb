/** From lines in reading order to pieces: heads of one or several lines, and paragraphs by indent, white, short last line, size and block. */
import { headLines } from './head-runs.ts';
import { headScore, rankOf, type HeadScore } from './heads.ts';
import type { LineTraits, PageMeasures } from './line-traits.ts';
import { beginsOpen } from './sentence.ts';

export interface Fragment {
  readonly kind: 'head' | 'body';
  /** A saying taken out of the text and set large, with who said it. */
  readonly isQuote?: boolean;
  readonly lines: LineTraits[];
  readonly score: HeadScore;
  /** Size in print, for heads. */
  readonly rank: number;
  /** What began it, for the reason. */
  readonly began: 'head' | 'flow' | 'indent' | 'white' | 'rule' | 'short-line' | 'size' | 'block';
}

/** Two lines of one head: near, of like size, in one block. */
function sameHead(a: LineTraits, b: LineTraits): boolean {
  const ratio = a.height / b.height;
  return b.above < 1.2 && ratio > 0.6 && ratio < 1.7 && (a.blockLines === null || !b.blockStarts);
}

/** Where a paragraph begins, seen from the line before. */
function begins(before: LineTraits, line: LineTraits, page: PageMeasures): Fragment['began'] | null {
  if (line.blockStarts && page.fineBlocks) return 'block';
  if (line.ruled > 0 && !beginsOpen(line.placed.line.text)) return 'rule';
  if (line.above > 0.6) return 'white';
  const ratio = (line.placed.line.size ?? 0) / (before.placed.line.size ?? 1);
  if (
    before.placed.line.size !== null &&
    line.placed.line.size !== null &&
    (ratio > 1.4 || ratio < 0.7) &&
    line.placed.line.letters > 8
  )
    return 'size';
  if (line.left > 0.45 && line.left < 5 && before.left < 0.4 && !beginsOpen(line.placed.line.text)) return 'indent';
  if (before.closed && before.right > 1.2 && before.fill < 0.9 && line.left < 5 && !beginsOpen(line.placed.line.text))
    return 'short-line';
  return null;
}

const OPENS_QUOTE = /^\s*["“„«»‹「『]/u;
const CLOSES_QUOTE = /["”“»«›」』][.,]?\s*$/u;
const NAMES_SPEAKER = /^\s*[—–―-]+\s*[\p{Lu}\p{Script=Han}]/u;

/** Headlines stand in quotation marks too: only the speaker's name under it, behind a dash, makes a pull quote. */
function isQuote({ lines }: Fragment, next: Fragment | undefined): boolean {
  const text = lines.map(({ placed }) => placed.line.text).join(' ');
  const under = next?.lines[0]?.placed.line;
  return (
    OPENS_QUOTE.test(text) &&
    CLOSES_QUOTE.test(text) &&
    under !== undefined &&
    under.letters < 70 &&
    NAMES_SPEAKER.test(under.text)
  );
}

export function cutFragments(flow: readonly LineTraits[], page: PageMeasures): Fragment[] {
  const found: Fragment[] = [];
  const heads = headLines(flow);
  flow.forEach((line, i) => {
    const before = flow[i - 1];
    const score = headScore(line, before);
    const last = found.at(-1);
    if (heads[i]) {
      if (last?.kind === 'head' && before && sameHead(before, line)) last.lines.push(line);
      else found.push({ kind: 'head', lines: [line], score, rank: 0, began: 'head' });
      return;
    }
    // The second line of a head may be plain by itself: it belongs to its block.
    if (last?.kind === 'head' && before && line.blockLines !== null && line.blockLines <= 4 && !line.blockStarts) {
      last.lines.push(line);
      return;
    }
    const began = !before || !last ? 'flow' : last.kind === 'head' ? 'head' : begins(before, line, page);
    if (began === null) last?.lines.push(line);
    else found.push({ kind: 'body', lines: [line], score, rank: 0, began });
  });
  return found.map((fragment, i): Fragment => {
    if (fragment.kind === 'body') return fragment;
    if (isQuote(fragment, found[i + 1])) return { ...fragment, kind: 'body', isQuote: true };
    return { ...fragment, rank: rankOf(fragment.lines) };
  });
}
