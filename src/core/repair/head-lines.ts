/** Lines of one head. A couplet in two lines (收集利用“天上水” / 打造绿色“游乐场”) is parted by a space; a sentence that merely wraps is not. */
import { fullWidth } from './full-width.ts';
import { isHanText, isWidePunctuation } from './han.ts';
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

/** Joins the lines of a head. */
export function joinCouplet(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, second] = lines;
  if (lines.length === 2 && first !== undefined && second !== undefined && isHanText(text) && isCouplet(first, second))
    return `${first} ${second}`;
  return joinLines(text);
}
