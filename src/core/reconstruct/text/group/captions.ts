/** Captions and credits go to the article of the page whose words they share, or beside which they stand. */
import type { CutPiece } from '../../cut-piece.ts';
import { cosineOf, oddsOf, type PairTable, type Script } from './affinity.ts';
import type { ChainPlace } from './heads.ts';
import type { Laid } from './units.ts';

const BESIDE = 2;
const LEAST = -1.5;

/** The chain of every caption, or -1. `row` gives a caption's row in the pair table. */
export function tieCaptions(
  laid: Laid,
  pieces: readonly CutPiece[],
  chains: readonly ChainPlace[],
  pairs: PairTable,
  script: Script,
  row: (caption: number) => number,
): number[] {
  let last = -1;
  return laid.captions.map((index, c) => {
    // A credit right after a caption is that caption's.
    const before = laid.captions[c - 1];
    if (pieces[index]!.role === 'photo-credit' && before === index - 1 && last >= 0) return last;
    let best = -1;
    let bestOdds = LEAST;
    chains.forEach((chain, k) => {
      let product = 0;
      let square = 0;
      for (const u of chain.units) {
        product += pairs.dot(row(c), u);
        for (const w of chain.units) square += u === w ? pairs.square(u) : pairs.dot(u, w);
      }
      let odds = oddsOf(cosineOf(product, pairs.square(row(c)), square), script);
      const near = chain.units.some(
        (u) => laid.units[u]!.pieces.includes(index - 1) || laid.units[u]!.pieces.includes(index + 1),
      );
      if (near) odds += BESIDE;
      if (odds > bestOdds) [bestOdds, best] = [odds, k];
    });
    return (last = best);
  });
}
