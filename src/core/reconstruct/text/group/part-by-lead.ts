/**
 * Two articles that were threaded as one, of which only the second has its head here: a head speaks of its article's first paragraph. Where it says
 * nothing of all that stands before one paragraph, and speaks of that one as plainly as can be, the article begins there. What stands before must
 * be an article by itself: it goes on from another page, or it has an opening of its own and a head that nobody claims is left on the page.
 */
import { oddsBetween, oddsWith, type PairTable, type Script } from './affinity.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { headRow, type ChainPlace, type HeadTie } from './heads.ts';
import { isHeadline, partedAt } from './part-by-heads.ts';
import type { Laid } from './units.ts';

/** The head's odds with the paragraph that the article begins with, with the whole of it, and with what stands before. */
const LEAD = 3.5;
const WHOLE = 1.5;
const BEFORE = -1;
/** The two parts' own likeness at the most. */
const UNLIKE = 2.5;
/** A single paragraph that takes a head's words up may be any of its article. */
const LEAST_UNITS = 2;

/** The chains, one of them parted; null where there is nothing to part. */
export function partByLead(
  laid: Laid,
  pieces: readonly CutPiece[],
  chains: readonly ChainPlace[],
  ties: readonly HeadTie[],
  pairs: PairTable,
  script: Script,
): ChainPlace[] | null {
  const headlines = laid.heads.flatMap((head, g) =>
    !head.pointer &&
    !head.overTeaser &&
    !(head.jump && chains[ties[g]!.chain]?.units.includes(head.nextUnit)) &&
    isHeadline(head, pieces)
      ? [g]
      : [],
  );
  const left = headlines.some((g) => ties[g]!.chain < 0);
  for (const [c, chain] of chains.entries()) {
    const [head, ...others] = headlines.filter((g) => ties[g]!.chain === c);
    if (head === undefined || others.length) continue;
    const at = chain.from
      ? // A Chinese paper sets the head again with the continued part, others a slug.
        script !== 'han' && laid.heads[head]!.nextUnit !== chain.units[0]
      : left && laid.units[chain.units[0]!]!.opens;
    if (!at) continue;
    const from = beginning(laid, pieces, chain, headRow(laid, head), pairs, script);
    if (from) return partedAt(chains, c, from);
  }
  return null;
}

/** Where the article of the head begins; 0 where that is the chain's own beginning, or not to be told. */
function beginning(
  laid: Laid,
  pieces: readonly CutPiece[],
  { units }: ChainPlace,
  head: number,
  pairs: PairTable,
  script: Script,
): number {
  for (let at = 1; at <= units.length - LEAST_UNITS; at++) {
    const [before, after] = [units.slice(0, at), units.slice(at)];
    if (oddsWith(pairs, head, before, script) > BEFORE) return 0;
    if (pieces[laid.units[units[at]!]!.core]!.startsOpen || pieces[laid.units[units[at - 1]!]!.core]!.endsOpen)
      continue;
    if (oddsWith(pairs, head, [units[at]!], script) < LEAD || oddsWith(pairs, head, after, script) < WHOLE) continue;
    return oddsBetween(pairs, before, after, script) > UNLIKE ? 0 : at;
  }
  return 0;
}
