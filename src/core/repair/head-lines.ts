/** Lines of one head. A couplet in two lines (收集利用“天上水” / 打造绿色“游乐场”) is parted by a space; a sentence that merely wraps is not. */
import { fullWidth } from './full-width.ts';
import { isHan, isHanText, isWidePunctuation } from './han.ts';
import { joinLines } from './join-lines.ts';

/** Places of the punctuation: couplets are built alike. */
const pattern = (line: string): string => [...line].map((ch) => (isWidePunctuation(ch) ? ch : '-')).join('');

/** True where two lines of a head are a couplet: as wide as each other, with the same punctuation at the same places. */
export function isCouplet(first: string, second: string): boolean {
  const body = second.replace(/[▶►▷▸→⇒☞».].*$/u, '');
  if (fullWidth(first) !== fullWidth(body) || /[，、：；]$/u.test(first)) return false;
  const shape = pattern(first);
  return /[^-]/u.test(shape) && shape === pattern(body);
}

/** Clauses of a head are as long as this at the least. */
const LEAST_CLAUSE = 5;

/**
 * Two clauses, one on each line, of one length (发放津贴补助 / 提升幸福指数). `pairs`: pairs of Han that stand beside each other on the page;
 * where the pair over the seam is one of them, a word runs over it.
 */
function areClauses(first: string, second: string, pairs: ReadonlySet<string>): boolean {
  const clause = second.split(/\s+/u)[0] ?? '';
  const [a, b] = [[...first], [...clause]];
  if (a.length !== b.length || a.length < LEAST_CLAUSE) return false;
  return [...a, ...b].every(isHan) && !pairs.has((a.at(-1) ?? '') + (b[0] ?? ''));
}

/** Joins the lines of a head. Without `pairs` only punctuation tells a couplet. */
export function joinCouplet(text: string, pairs?: ReadonlySet<string>): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, second] = lines;
  if (lines.length === 2 && first !== undefined && second !== undefined && isHanText(text)) {
    // from … to … is one clause
    const one = first.startsWith('从') && second.startsWith('到');
    if (!one && (isCouplet(first, second) || (pairs?.size && areClauses(first, second, pairs))))
      return `${first} ${second}`;
  }
  return joinLines(text);
}
