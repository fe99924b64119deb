/** One row of figures: mean (least–most) over the editions of a set. */
import type { Figures } from './scorer.ts';

export const FIGURES = ['articleF1', 'roles', 'reading', 'text', 'spacing', 'breaks', 'links'] as const;
export const COUNTS = ['lost', 'twice', 'missing'] as const;

export type Row = { readonly [figure: string]: number | null | object };

const numbers = (rows: readonly Row[], figure: string): number[] =>
  rows
    .map((row) => row[figure])
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));

export const meanOf = (rows: readonly (Row | Figures)[], figure: string): number | null => {
  const values = numbers(rows as readonly Row[], figure);
  return values.length ? values.reduce((a, b) => a + b, 0) / values.length : null;
};

/** As a line of Markdown. `ms`: processor time a page. */
export function tableRow(name: string, rows: readonly (Row | Figures)[], ms: number | null = null): string {
  const all = rows as readonly Row[];
  const cell = (figure: string): string => {
    const values = numbers(all, figure);
    const mean = meanOf(all, figure);
    if (mean === null) return '-';
    return all.length > 1
      ? `${mean.toFixed(3)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`
      : mean.toFixed(3);
  };
  const counts = COUNTS.map((figure) => numbers(all, figure).reduce((a, b) => a + b, 0));
  return `| ${[name, ...FIGURES.map(cell), counts.join(' / '), ms === null ? '' : ms.toFixed(0)].join(' | ')} |`;
}

export const tableHead = (): string =>
  `| set | ${FIGURES.join(' | ')} | ${COUNTS.join(' / ')} | ms a page |\n|---|${'---|'.repeat(FIGURES.length + 2)}`;
