/**
 * Two articles that were threaded as one: a head stands beside them and speaks the words of one part only. It is claimed by no article; or it is
 * the only head of an article whose other part has its own opening, or its head on the page that it comes from; or the article has another head,
 * which speaks the words of the other part.
 */
import { oddsBetween, oddsWith, type PairTable, type Script } from './affinity.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { headRow, type ChainPlace, type HeadPlace, type HeadTie } from './heads.ts';
import type { HeadGroup, Laid } from './units.ts';

/** The head's odds with its part, and how far they lie over those with the other part. */
const LEAST = 0.5;
const CLEARLY = 2.5;
const SURE = 2;
/** The two parts' own likeness at the most. */
const UNLIKE = -0.5;
/** The same where each part has a head that speaks of it and not of the other. */
const LIKE_BY_THEME = 3;
/** The part of a continued article may be as like what follows it as its head is clearer than this. */
const CONTINUED = 6;
/** Fewer glyphs are no headline: a label, the upper line of a teaser. */
const SHORTEST = 6;

/** The chains, one of them parted; null where there is nothing to part. */
export function partByHeads(
  laid: Laid,
  pieces: readonly CutPiece[],
  chains: readonly ChainPlace[],
  ties: readonly HeadTie[],
  pairs: PairTable,
  script: Script,
  place: HeadPlace,
): ChainPlace[] | null {
  const isHead = (g: number): boolean => !laid.heads[g]!.pointer && !laid.heads[g]!.overTeaser && !laid.heads[g]!.jump;
  const says = (g: number, units: readonly number[]): number => oddsWith(pairs, headRow(laid, g), units, script);
  let best: { chain: number; at: number; gain: number } | null = null;
  laid.heads.forEach((head, g) => {
    if (!isHead(g)) return;
    const tied = ties[g]!.chain;
    chains.forEach((chain, c) => {
      const { units } = chain;
      if (tied >= 0 && tied !== c) return;
      const others = laid.heads.flatMap((_, h) => (h !== g && ties[h]!.chain === c ? [h] : []));
      // The article's only head: then what it does not speak of must open as an article of its own, or come from another page.
      const only = tied === c && !others.length;
      const one = tied === c && others.length > 0;
      if (only && !laid.units[units[0]!]!.opens && !chain.from) return;
      // lines that stand together are one head
      const elsewhere = (h: number): boolean =>
        isHead(h) && isHeadline(laid.heads[h]!, pieces) && laid.heads[h]!.nextUnit !== head.nextUnit;
      if (one && (!isHeadline(head, pieces) || place === 'last')) return;
      // It stands right after the part, or right before it.
      const after = units.indexOf(head.nextUnit - 1);
      const before = units.indexOf(head.nextUnit);
      for (let at = 1; at < units.length; at++) {
        if (pieces[laid.units[units[at]!]!.core]!.startsOpen || pieces[laid.units[units[at - 1]!]!.core]!.endsOpen)
          continue;
        const [first, second] = [units.slice(0, at), units.slice(at)];
        const ends = after === units.length - 1;
        // the head over a continued part is one line: it may be this one, though its words come back only later
        const leads = laid.units[units[at]!]!.wording === 'leads';
        if (only && chain.from && head.pieces.length < 2 && !leads) continue;
        const apart = only && chain.from && units[at]! > units[at - 1]! + 1;
        if (one ? (place === 'after' ? !ends : before !== at) : !ends && before !== at && !apart) continue;
        const own = says(g, second);
        const other = says(g, first);
        if (own < LEAST || own < other + CLEARLY) continue;
        if ((only || one) && (own < SURE || other > 0)) continue;
        if (one && !others.some((h) => elsewhere(h) && says(h, first) >= SURE && says(h, second) <= 0)) continue;
        const alike = oddsBetween(pairs, first, second, script);
        const most = one ? LIKE_BY_THEME : !only ? UNLIKE : chain.from ? own - other - CONTINUED : 2 * UNLIKE;
        if (alike > most) continue;
        const gain = own - other - alike;
        if (gain > (best?.gain ?? -Infinity)) best = { chain: c, at, gain };
      }
    });
  });
  const found = best as { chain: number; at: number; gain: number } | null;
  return found && partedAt(chains, found.chain, found.at);
}

/** A subhead speaks of a part of its article, and so may a label. */
export const isHeadline = (head: HeadGroup, pieces: readonly CutPiece[]): boolean =>
  head.pieces.some((i) => pieces[i]!.role !== 'subhead' && pieces[i]!.text.length >= SHORTEST);

/** The chains, this one parted before its unit at that place. */
export const partedAt = (chains: readonly ChainPlace[], chain: number, at: number): ChainPlace[] =>
  chains.flatMap((one, c) =>
    c === chain
      ? [
          { ...one, units: one.units.slice(0, at) },
          { units: one.units.slice(at), from: false },
        ]
      : [one],
  );
