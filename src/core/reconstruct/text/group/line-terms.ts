/** The words of lines, pieces and articles, and how well a line speaks for an article. */
import type { PageDraft } from './group.ts';

/** Weight of an article's own words against the page's. */
const OWN = 0.5;

export interface Split {
  readonly piece: number;
  readonly line: number;
  readonly gain: number;
}

export interface PageLines {
  /** Terms of every printed line, by piece. */
  readonly lines: readonly (readonly ReadonlyMap<string, number>[])[];
  /** Terms of every piece as a whole: they hold what stands over line ends too. */
  readonly wholes: readonly ReadonlyMap<string, number>[];
  readonly page: Counts;
  /** Log-odds, by spelling, that a column ends before this line of this piece. */
  readonly cutOdds: (piece: number, line: number) => number;
}

export const modelsOf = (draft: PageDraft, page: PageLines): Counts[] =>
  draft.chains.map((chain) => countTerms(chain.units.flatMap((u) => draft.laid.units[u]!.pieces.map((i) => page.wholes[i]!))));

export interface Counts {
  readonly terms: ReadonlyMap<string, number>;
  readonly total: number;
}

export function countTerms(texts: readonly ReadonlyMap<string, number>[]): Counts {
  const terms = new Map<string, number>();
  let total = 0;
  for (const text of texts)
    for (const [term, n] of text) {
      terms.set(term, (terms.get(term) ?? 0) + n);
      total += n;
    }
  return { terms, total };
}

/** Log-odds of a line under an article's words against the page's; `without` is left out of the article: text must not speak for itself. */
export function lineOdds(line: ReadonlyMap<string, number>, model: Counts, page: Counts, without: Counts | null): number {
  const total = Math.max(1, model.total - (without?.total ?? 0));
  let sum = 0;
  for (const [term, n] of line) {
    const inPage = page.terms.get(term) ?? 0;
    if (inPage < 2) continue;
    const inModel = Math.max(0, (model.terms.get(term) ?? 0) - (without?.terms.get(term) ?? 0));
    sum += n * Math.log(1 - OWN + (OWN * (inModel / total)) / (inPage / page.total));
  }
  return sum;
}
