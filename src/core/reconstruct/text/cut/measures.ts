/** The measures that columns of the page may have: widths that many lines share. */
import type { CutPage } from './lines.ts';

const MOST = 24;
const LEAST_WIDTH = 5;

/** Candidates in full-width units, the commonest first. `skip` marks lines that are no running text. */
export function findMeasures(page: CutPage, skip: readonly boolean[]): number[] {
  const count = new Map<number, number>();
  const add = (width: number, by: number): void => void count.set(width, (count.get(width) ?? 0) + by);
  page.lines.forEach((line, i) => {
    if (skip[i] || line.width < LEAST_WIDTH) return;
    // a broken word fills its line to the end
    add(line.width, /[\p{L}]-$/u.test(line.text) ? 2 : 1);
  });
  const least = page.lines.length < 40 ? 2 : 3;
  const found = [...count].filter(([width, n]) => n >= least && (!page.han || width % 1 === 0 || n >= least * 2));
  found.sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const measures = found.slice(0, MOST).map(([width]) => width);
  if (page.han && measures.length)
    measures.push(...shortColumns(page, skip, measures).slice(0, MOST - measures.length));
  if (measures.length) return measures;
  const widest = Math.max(LEAST_WIDTH, ...page.lines.filter((_, i) => !skip[i]).map((line) => line.width));
  return [Math.ceil(widest)];
}

/** Digits, Latin and punctuation that hangs or may not begin a line leave a column's full lines uneven by so much. */
const UNEVEN = 1;
const LEAST_LINES = 2;
/** Heads are hardly ever as long as this and go on in a second line. */
const LEAST_COLUMN = 10;

/**
 * Measures of articles so short that no width comes up often: lines right under each other, nearly as wide as each other and as no measure
 * of the page, that go on in mid-sentence.
 */
function shortColumns(page: CutPage, skip: readonly boolean[], known: readonly number[]): number[] {
  const found = new Set<number>();
  const isKnown = (width: number): boolean => known.some((measure) => Math.abs(measure - width) <= UNEVEN / 2);
  const free = (i: number): boolean => {
    const line = page.lines[i];
    return !!line && !skip[i] && line.width >= LEAST_COLUMN && !isKnown(line.width);
  };
  for (let i = 0; i < page.lines.length; i++) {
    if (!free(i)) continue;
    let [least, most] = [page.lines[i]?.width ?? 0, page.lines[i]?.width ?? 0];
    let last = i;
    for (let next = i + 1; free(next); next++) {
      const width = page.lines[next]?.width ?? 0;
      if (Math.max(most, width) - Math.min(least, width) > UNEVEN) break;
      [least, most, last] = [Math.min(least, width), Math.max(most, width), next];
    }
    const texts = page.lines.slice(i, last + 1).map((line) => line.text);
    // what ends in a comma may hang it
    if (texts.length >= LEAST_LINES && texts.some((text) => /[，。、；]./u.test(text))) found.add(Math.floor(most));
    i = last;
  }
  return [...found];
}
