/** Roles that few pages have: tables, pull quotes, datelines on a line of their own. Each only where its form leaves no doubt. */
import type { Block } from './blocks.ts';
import type { CutPage } from './lines.ts';
import type { Mark } from './marks.ts';

const NUMBER = /^[-+−±¥$€£]?\d[\d.,:%‰/℃°+-]*$/u;
const LEAST_ROWS = 3;
const LEAST_CELLS = 3;

const cellsOf = (raw: string): string[] => raw.trim().split(/\s+/u);

/** Half of its cells are numbers, two at the least, and no stop stands in it. */
function isRow(raw: string): boolean {
  const cells = cellsOf(raw);
  const numbers = cells.filter((cell) => NUMBER.test(cell)).length;
  return numbers >= 2 && numbers * 2 >= cells.length && !/[，。；！？]|[.!?]$/u.test(raw);
}

/** Rows of numbers under each other, with the line of their columns' names. */
export function markTables(page: CutPage, marks: Mark[]): void {
  for (let i = 0; i < page.lines.length; i++) {
    let last = i - 1;
    while (marks[last + 1] && !marks[last + 1]?.alone && isRow(page.lines[last + 1]?.raw ?? '')) last++;
    if (last - i + 1 < LEAST_ROWS) continue;
    const width = cellsOf(page.lines[i]?.raw ?? '').length;
    const names = cellsOf(page.lines[i - 1]?.raw ?? '').length;
    const named = marks[i - 1]?.alone === null && names >= LEAST_CELLS && Math.abs(names - width) <= 1;
    const first = named ? i - 1 : i;
    for (let k = first; k <= last; k++) {
      const mark = marks[k];
      if (mark) marks[k] = { ...mark, alone: 'table', joins: k > first };
    }
    i = last;
  }
}

const DATELINE =
  /^\p{Lu}[\p{Lu} .'’-]{2,30}, (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.? \d{1,2}\.?(?: \(\p{Lu}[^()]{1,20}\))?$/u;

/** LONDON, March 3: on a line of its own. */
export const isDateline = (text: string): boolean => DATELINE.test(text);

const QUOTED = /^[“"「『‘]\s*(.+?)\s*[”"」』’]$/u;
const bare = (text: string): string => text.replace(/[\s\p{P}]+/gu, '').toLowerCase();
const LEAST_QUOTE = { han: 10, latin: 25 } as const;
const MOST_LINES = 8;

/** The page's text as one string for `isPullQuote`. */
export const plainText = (page: CutPage): string => bare(page.lines.map((line) => line.text).join(''));

/** Set in quotes by itself, and said once more in the text that it was taken from. */
export function isPullQuote(page: CutPage, block: Block, plain: () => string): boolean {
  if (block.kind === 'alone' || block.startsOpen || block.last - block.first >= MOST_LINES) return false;
  const lines = page.lines.slice(block.first, block.last + 1).map((line) => line.text);
  const quote = QUOTED.exec(lines.join(page.han ? '' : ' '))?.[1];
  if (!quote || /[”」』]/u.test(quote)) return false;
  const words = bare(quote);
  if (words.length < LEAST_QUOTE[page.han ? 'han' : 'latin']) return false;
  const text = plain();
  return text.indexOf(words) !== text.lastIndexOf(words);
}
