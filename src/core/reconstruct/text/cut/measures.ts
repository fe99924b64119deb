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
  if (measures.length) return measures;
  const widest = Math.max(LEAST_WIDTH, ...page.lines.filter((_, i) => !skip[i]).map((line) => line.width));
  return [Math.ceil(widest)];
}
