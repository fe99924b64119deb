/**
 * Two articles that were threaded as one: a head that no article claims stands beside them, and speaks the words of one part only, while the
 * article's own head speaks those of the other.
 */
import { cosineOf, oddsOf, oddsWith, type PairTable, type Script } from './affinity.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { headRow, type ChainPlace, type HeadTie } from './heads.ts';
import type { Laid } from './units.ts';

/** The head's odds with its part, and how far they lie over those with the other part. */
const LEAST = 0.5;
const CLEARLY = 2.5;
const SURE = 2;
/** The two parts' own likeness at the most. */
const UNLIKE = -0.5;

/** The chains, one of them parted; null where there is nothing to part. */
export function partByHeads(
  laid: Laid,
  pieces: readonly CutPiece[],
  chains: readonly ChainPlace[],
  ties: readonly HeadTie[],
  pairs: PairTable,
  script: Script,
): ChainPlace[] | null {
  const likeness = (a: readonly number[], b: readonly number[]): number => {
    let product = 0;
    const squareOf = (units: readonly number[]): number =>
      units.reduce((sum, u) => sum + units.reduce((s, w) => s + (u === w ? pairs.square(u) : pairs.dot(u, w)), 0), 0);
    for (const u of a) for (const w of b) product += pairs.dot(u, w);
    return oddsOf(cosineOf(product, squareOf(a), squareOf(b)), script);
  };
  let best: { chain: number; at: number; gain: number } | null = null;
  laid.heads.forEach((head, g) => {
    if (head.pointer || head.overTeaser || head.jump) return;
    const tied = ties[g]!.chain;
    const row = headRow(laid, g);
    chains.forEach((chain, c) => {
      const { units } = chain;
      // The article's only head: then what it does not speak of must open as an article of its own.
      const only = tied === c;
      if (tied >= 0 && (!only || ties.some((tie, h) => h !== g && tie.chain === c))) return;
      if (only && !laid.units[units[0]!]!.opens) return;
      // It stands right after the part, or right before it.
      const after = units.indexOf(head.nextUnit - 1);
      const before = units.indexOf(head.nextUnit);
      for (let at = 1; at < units.length; at++) {
        if (pieces[laid.units[units[at]!]!.core]!.startsOpen || pieces[laid.units[units[at - 1]!]!.core]!.endsOpen)
          continue;
        const [first, second] = [units.slice(0, at), units.slice(at)];
        if (after !== units.length - 1 && before !== at) continue;
        const own = oddsWith(pairs, row, second, script);
        const other = oddsWith(pairs, row, first, script);
        if (own < LEAST || own < other + CLEARLY || (only && (own < SURE || other > 0))) continue;
        const alike = likeness(first, second);
        if (alike > (only ? 2 * UNLIKE : UNLIKE)) continue;
        const gain = own - other - alike;
        if (gain > (best?.gain ?? 0)) best = { chain: c, at, gain };
      }
    });
  });
  const found = best as { chain: number; at: number; gain: number } | null;
  if (!found) return null;
  return chains.flatMap((chain, c) =>
    c === found.chain
      ? [
          { ...chain, units: chain.units.slice(0, found.at) },
          { units: chain.units.slice(found.at), from: false },
        ]
      : [chain],
  );
}
