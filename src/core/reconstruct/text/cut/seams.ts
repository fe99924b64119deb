/**
 * Which pairs of Han stand beside each other within the page's lines, and how often. Where the end of one line and the beginning of the next
 * make such a pair, a word may well run over: hardly ever do two heads, or the two clauses of one, meet so by chance.
 */
import { remember } from '../../../model/selectors.ts';
import { isHan } from '../../../repair/han.ts';
import type { CutPage } from './lines.ts';

export type Pairs = ReadonlyMap<string, number>;

/** Asked for by the cutter and by what its costs are. */
export const pairsOf = remember((page: CutPage): Pairs => {
  const pairs = new Map<string, number>();
  for (const { text } of page.lines) {
    let before = '';
    for (const glyph of text) {
      const han = isHan(glyph);
      if (han && before) pairs.set(before + glyph, (pairs.get(before + glyph) ?? 0) + 1);
      before = han ? glyph : '';
    }
  }
  return pairs;
});

/** How often the pair over the seam of two lines stands within a line. */
export const acrossSeam = (pairs: Pairs, before: string, after: string): number =>
  pairs.get(([...before.slice(-2)].at(-1) ?? '') + ([...after.slice(0, 2)][0] ?? '')) ?? 0;
