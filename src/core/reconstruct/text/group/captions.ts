/** Captions and credits go to the article of the page whose words they share, or beside which they stand. */
import type { CutPiece } from '../../cut-piece.ts';
import { oddsWith, type PairTable, type Script } from './affinity.ts';
import type { ChainPlace, HeadTie } from './heads.ts';
import { peopleIn } from './caption-clues.ts';
import { placesIn } from './places.ts';
import { tellingTermsOf, type Vocabulary } from '../../similarity.ts';
import type { Laid } from './units.ts';

const BESIDE = 2;
const LEAST = -1.5;
/** How much of a caption's rare words its article holds at the least, and how much more than any other; beside it, less will do. Han only. */
const HELD = 0.17;
const AHEAD = 0.08;
const HELD_BESIDE = 0.1;
const AHEAD_BESIDE = 0.03;
/** The same where the article names the place that the caption names, and where it names it not. */
const HELD_SAME_PLACE = 0.08;
const AHEAD_SAME_PLACE = 0.03;
const HELD_ELSEWHERE = 0.5;
/** The same where the caption points out somebody whom no article names. */
const HELD_UNNAMED = 0.3;

/** The chain of every caption, or -1. `row` gives a caption's row in the pair table. */
export function tieCaptions(
  laid: Laid,
  pieces: readonly CutPiece[],
  chains: readonly ChainPlace[],
  pairs: PairTable,
  script: Script,
  row: (caption: number) => number,
  vocabulary: Vocabulary,
  ties: readonly HeadTie[],
): number[] {
  let last = -1;
  const touches = (chain: ChainPlace, index: number): boolean =>
    chain.units.some((u) => laid.units[u]!.pieces.includes(index - 1) || laid.units[u]!.pieces.includes(index + 1));
  const textOf = (chain: number): string =>
    [
      ...chains[chain]!.units.flatMap((u) => laid.units[u]!.pieces),
      ...laid.heads.flatMap((head, g) => (ties[g]!.chain === chain ? head.pieces : [])),
    ]
      .map((i) => pieces[i]!.text)
      .join('\n');
  const says = (chain: number, names: readonly string[]): boolean => {
    const text = textOf(chain);
    return names.some((name) => text.includes(name));
  };
  const goesOn = (chain: ChainPlace): boolean => chain.units.some((u) => laid.units[u]!.to);
  /** A picture may be an article of its own: then its words are not those of any other, or its place is another. */
  const byWords = (index: number, own: number): number => {
    const { text } = pieces[index]!;
    const people = peopleIn(text);
    const naming = chains.flatMap((_, c) => (people.some((names) => says(c, names)) ? [c] : []));
    if (naming.length === 1) return naming[0]!;
    const terms = vocabulary.vectors[own]!;
    const shares = chains.map((chain) => {
      let held = 0;
      for (const [term, weight] of terms)
        if (chain.units.some((u) => vocabulary.vectors[u]!.has(term))) held += weight * weight;
      return held / Math.max(1e-9, vocabulary.squares[own]!);
    });
    const best = shares.indexOf(Math.max(...shares));
    if (best < 0) return -1;
    const ahead = shares[best]! - Math.max(0, ...shares.filter((_, c) => c !== best));
    const places = placesIn(text);
    // a place alone ties no picture to an article that goes on elsewhere: there many more words are its own
    if (places.length && goesOn(chains[best]!)) {
      const ofPlaces = new Set(places.flatMap((place) => [...tellingTermsOf(place).keys()]));
      const isHeld = (term: string): boolean => chains[best]!.units.some((u) => vocabulary.vectors[u]!.has(term));
      if (![...terms.keys()].some((term) => !ofPlaces.has(term) && isHeld(term))) return -1;
    }
    const near = touches(chains[best]!, index);
    let [least, before] = near ? [HELD_BESIDE, AHEAD_BESIDE] : [HELD, AHEAD];
    if (places.length && says(best, places))
      [least, before] = [Math.min(least, HELD_SAME_PLACE), Math.min(before, AHEAD_SAME_PLACE)];
    else if (places.length) least = HELD_ELSEWHERE;
    if (people.length && !naming.length) least = Math.max(least, HELD_UNNAMED);
    return shares[best]! >= least && ahead >= before ? best : -1;
  };
  return laid.captions.map((index, c) => {
    // A credit right after a caption is that caption's.
    const before = laid.captions[c - 1];
    if (pieces[index]!.role === 'photo-credit' && before === index - 1 && last >= 0) return last;
    if (script === 'han' && pieces[index]!.role === 'caption' && chains.length > 1)
      return (last = byWords(index, row(c)));
    let best = -1;
    let bestOdds = LEAST;
    chains.forEach((chain, k) => {
      let odds = oddsWith(pairs, row(c), chain.units, script);
      if (touches(chain, index)) odds += BESIDE;
      if (odds > bestOdds) [bestOdds, best] = [odds, k];
    });
    return (last = best);
  });
}
