/**
 * Spaces that layout put round digits and Latin inside Han text (`明确 12 个项目`), and round full-width punctuation.
 * Spaces between two Han characters and between two Latin words stay.
 */
import { isHan, isHanText } from './han.ts';

/** Half-width brackets keep the space outside them. Punctuation that carries its own room, so that no space beside it is real. A closing quote is not one: clauses of a head part after it. */
const CLOSE_BEFORE = /[，。、；：！？（）》〉」』】〕％…]/u;
const CLOSE_AFTER = /[，、；：（《〈「『【〔]/u;
const HALF = /[\p{Script=Latin}\p{N}%°+\-.,:;/()[\]$€£]/u;

function closeGap(before: string, after: string): boolean {
  if (CLOSE_BEFORE.test(after) || CLOSE_AFTER.test(before)) return true;
  return (isHan(before) && HALF.test(after) && after !== '(') || (HALF.test(before) && before !== ')' && isHan(after));
}

/** The same for text that is known to be Han text, a line with more Latin than Han in it too. */
export function closeGaps(line: string): string {
  return line.replace(/(?<=(\S))[^\S\n]+(?=(\S))/gu, (gap: string, ...rest: unknown[]) => {
    const offset = rest.find((value) => typeof value === 'number');
    if (typeof offset !== 'number') return gap;
    const before = [...line.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
    const after = [...line.slice(offset + gap.length, offset + gap.length + 2)][0] ?? '';
    return closeGap(before, after) ? '' : gap;
  });
}

/** Takes the layout's spaces round digits and Latin out of Han text. Text in other scripts is left alone. */
export const closeLatinSpacing = (text: string): string =>
  text
    .split('\n')
    .map((line) => (/\S\s+\S/u.test(line) && isHanText(line) ? closeGaps(line) : line))
    .join('\n');

/** Layout sets its spaces on both sides of a number: one before the number that ends a line parts two fields (今日 多云 2℃~20℃). */
const LAST_FIELD = /(?<=\p{Script=Han})\s+[\p{Script=Latin}\p{N}%°℃~+\-.,:;/()－—\s]+$/u;

/** The same for a line of fields: a masthead, an imprint, a folio. */
export const closeFieldSpacing = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const at = LAST_FIELD.exec(line)?.index ?? line.length;
      return closeLatinSpacing(line.slice(0, at)) + line.slice(at);
    })
    .join('\n');
