/** Which lines of a page speak of the same: the rare words that two stretches of lines share, asked for in no time. */
import type { LineTerms } from '../line-models.ts';

export interface Kinship {
  /** What the lines [a, b) and the lines [c, d), which stand apart from them, share. */
  readonly between: (a: number, b: number, c: number, d: number) => number;
  /** The square of the lines [a, b) taken together. */
  readonly square: (a: number, b: number) => number;
}

/** A word that stands in more lines than these tells nothing. */
const MOST_LINES = 60;

export function kinshipOf(lines: readonly LineTerms[], weight: (term: string) => number): Kinship {
  const n = lines.length;
  const side = n + 1;
  const sums = new Float64Array(side * side);
  const own = new Float64Array(side);
  const found = new Map<string, [line: number, value: number][]>();
  lines.forEach(({ counts }, i) => {
    let square = 0;
    for (const [term, count] of counts) {
      const value = count * weight(term);
      square += value * value;
      if (!value) continue;
      const places = found.get(term);
      if (places) places.push([i, value]);
      else found.set(term, [[i, value]]);
    }
    own[i + 1] = own[i]! + square;
  });
  for (const places of found.values()) {
    if (places.length > MOST_LINES) continue;
    for (let x = 0; x < places.length; x++)
      for (let y = x + 1; y < places.length; y++) {
        const [i, a] = places[x]!;
        const [j, b] = places[y]!;
        sums[(i + 1) * side + j + 1]! += a * b;
      }
  }
  for (let i = 1; i <= n; i++)
    for (let j = 1, row = 0; j <= n; j++) {
      row += sums[i * side + j]!;
      sums[i * side + j] = row + sums[(i - 1) * side + j]!;
    }
  const block = (a: number, b: number, c: number, d: number): number =>
    sums[b * side + d]! - sums[a * side + d]! - sums[b * side + c]! + sums[a * side + c]!;
  return {
    between: (a, b, c, d) => (b <= c ? block(a, b, c, d) : block(c, d, a, b)),
    square: (a, b) => own[b]! - own[a]! + 2 * block(a, b, a, b),
  };
}
