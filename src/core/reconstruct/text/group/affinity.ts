/** Turns the likeness of two texts into log-odds that they are of one article, by script. */
import { dot, type Vocabulary } from '../../similarity.ts';

export type Script = 'han' | 'latin';

/** The likeness at which the odds are even, and how fast they grow from there (per doubling). */
const EVEN = { han: 0.03, latin: 0.05 } as const;
const SLOPE = { han: 2.2, latin: 2.6 } as const;
const LEAST = { han: 0.004, latin: 0.006 } as const;
/** The odds are never better than this. */
export const MOST_ODDS = 4;

export function oddsOf(cosine: number, script: Script): number {
  const odds = SLOPE[script] * Math.log((cosine + LEAST[script]) / EVEN[script]);
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds));
}

/** Dot products of all pairs of one page's texts, filled when asked for. */
export interface PairTable {
  readonly dot: (a: number, b: number) => number;
  readonly square: (a: number) => number;
}

export function pairTable(vocabulary: Vocabulary, ids: readonly number[]): PairTable {
  const n = ids.length;
  const table = new Float64Array(n * n).fill(-1);
  return {
    dot: (a, b) => {
      const at = a * n + b;
      if (table[at]! < 0)
        table[at] = table[b * n + a] = dot(vocabulary.vectors[ids[a]!]!, vocabulary.vectors[ids[b]!]!);
      return table[at]!;
    },
    square: (a) => vocabulary.squares[ids[a]!]!,
  };
}

export const cosineOf = (product: number, squareA: number, squareB: number): number => {
  const both = squareA * squareB;
  return both > 0 ? product / Math.sqrt(both) : 0;
};

/** Log-odds that a text belongs to what these units make up together. */
export function oddsWith(pairs: PairTable, row: number, units: readonly number[], script: Script): number {
  const product = units.reduce((sum, u) => sum + pairs.dot(row, u), 0);
  return oddsOf(cosineOf(product, pairs.square(row), squareOf(pairs, units)), script);
}

/** Log-odds that what these units and those make up together is one article. */
export function oddsBetween(pairs: PairTable, a: readonly number[], b: readonly number[], script: Script): number {
  let product = 0;
  for (const u of a) for (const w of b) product += pairs.dot(u, w);
  return oddsOf(cosineOf(product, squareOf(pairs, a), squareOf(pairs, b)), script);
}

function squareOf(pairs: PairTable, units: readonly number[]): number {
  let square = 0;
  for (const u of units) for (const w of units) square += u === w ? pairs.square(u) : pairs.dot(u, w);
  return square;
}

export function scriptOf(text: string): Script {
  let han = 0;
  for (const { 0: run } of text.matchAll(/\p{Script=Han}+/gu)) han += [...run].length;
  return han * 3 > text.length ? 'han' : 'latin';
}
