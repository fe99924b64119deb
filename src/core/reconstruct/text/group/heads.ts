/** Ties heads to bodies: a page-wide vote says whether heads stand before or after their bodies; then the best assignment by vocabulary and nearness. */
import { assign } from './assignment.ts';
import { cosineOf, oddsOf, oddsWith, type PairTable, type Script } from './affinity.ts';
import type { Hint } from './chain.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { namesakes } from './head-names.ts';
import type { HeadGroup, Laid } from './units.ts';

export type HeadPlace = 'before' | 'after' | 'last';

/** Row of a head group in the pair table: the groups come after the units. */
export const headRow = (laid: Laid, group: number): number => laid.units.length + group;

/** A head with a byline of its own, over a body with one. */
const OWN_BYLINE = 2;
/** Odds from which two neighbouring bodies are one article's. */
const ONE_ARTICLE = 1;
/** Bodies on either side that are asked whether they speak a head's words. */
const REACH = 4;
const HEAD_BONUS = { near: 3, jump: 3, jumpElsewhere: -2 } as const;
/** Share of heads that may stand elsewhere on a page whose heads all come last. */
const LAST_STRAYS = 0.15;
const LEAST = -3;
/** Odds that a second head over one body must have beyond those of any other place. */
const SECOND = 2;
/** Odds by which a head right over a pointer belongs to a body all the same. */
const OVER_POINTER = 1.5;
/** The article names the person whom the head names. */
const NAMED = 3;
/** For standing directly beside a head of the same article. */
const TOGETHER = 2.5;
/** Bodies between a head and an article without one, where more heads than articles are left. */
const FAR = 4;
const TOGETHER_LAST = 0.5;

/** The best odds of a group with one of the units in a range. */
function bestOdds(laid: Laid, pairs: PairTable, script: Script, group: number, from: number, to: number): number {
  let best = oddsOf(0, script);
  const row = headRow(laid, group);
  for (let u = Math.max(0, from); u <= Math.min(to, laid.units.length - 1); u++) {
    best = Math.max(best, oddsOf(cosineOf(pairs.dot(row, u), pairs.square(row), pairs.square(u)), script));
  }
  return best;
}

/** A head that stands inside an article says nothing of where heads stand: the sentence goes on behind it, or both sides speak of one thing. */
function isInside(laid: Laid, pieces: readonly CutPiece[], pairs: PairTable, script: Script, head: HeadGroup): boolean {
  const [before, after] = [laid.units[head.nextUnit - 1], laid.units[head.nextUnit]];
  if (!before || !after || before.to || after.from || after.opens) return false;
  if (pieces[before.core]!.endsOpen && pieces[after.core]!.startsOpen) return true;
  const [a, b] = [head.nextUnit - 1, head.nextUnit];
  return oddsOf(cosineOf(pairs.dot(a, b), pairs.square(a), pairs.square(b)), script) > ONE_ARTICLE;
}

export function voteHeads(laid: Laid, pieces: readonly CutPiece[], pairs: PairTable, script: Script): HeadPlace {
  const { heads, units } = laid;
  const within = heads.filter((head) => head.nextUnit < units.length);
  // A stray among many at the end may be a line of body that was taken for a head.
  if (heads.length > 1 && within.length <= heads.length * LAST_STRAYS) return 'last';
  let vote = 0;
  heads.forEach((head, g) => {
    if (isInside(laid, pieces, pairs, script, head)) return;
    const before = bestOdds(laid, pairs, script, g, head.nextUnit, head.nextUnit + REACH - 1);
    const after = bestOdds(laid, pairs, script, g, head.nextUnit - REACH, head.nextUnit - 1);
    vote += Math.max(-3, Math.min(3, before - after));
    // An opening or a "continued from" after the head, or an end before it.
    const next = units[head.nextUnit];
    // It has its byline already, so it is not the head of an article that opens with one.
    if (head.bylines.length && next?.opens) vote -= OWN_BYLINE;
    else if (next?.opens || next?.from) vote += head.nextUnit === 0 || !units[head.nextUnit - 1]!.to ? 0.2 : 0;
  });
  if (heads[0] && heads[0].nextUnit === 0) vote += 2;
  if (heads.length && heads.at(-1)!.nextUnit === units.length) vote -= 2;
  return vote >= 0 ? 'before' : 'after';
}

const WEIGHT = 2;
/** A section's label stands between articles more often than inside one. */
const SECTION = 1.2;

/** Paragraphs above a head under its article that may speak its words: it has them from the lead, far up. In Han text alone: papers in other scripts hardly set heads so. */
const LONGEST = 6;

/** What the heads between the units say about where articles begin and end. */
export function hintsOf(laid: Laid, pairs: PairTable, script: Script, place: HeadPlace): Hint[] {
  const { units } = laid;
  /** The first of the units that stand above unit u with no head between. */
  const runUp = (u: number): number => {
    if (script !== 'han' || place !== 'after') return u - 2;
    let first = u - 1;
    while (first > 0 && u - first < LONGEST && !units[first]?.headsBefore.length) first--;
    return Math.min(first, u - 2);
  };
  return units.map((unit, u) => {
    let begins = unit.sectionBefore && place !== 'last' ? SECTION : 0;
    let ended = begins;
    for (const g of unit.headsBefore) {
      const next = bestOdds(laid, pairs, script, g, u, u + 1);
      const previous = bestOdds(laid, pairs, script, g, runUp(u), u - 1);
      if (place === 'before') {
        const odds = WEIGHT + (next - Math.max(previous, -2)) / 2;
        begins = Math.max(begins, Math.max(0, odds));
        ended = Math.max(ended, odds / 2);
      } else {
        const odds = WEIGHT + (previous - Math.max(next, -2)) / 2;
        ended = Math.max(ended, Math.max(0, odds) / 1.5);
      }
    }
    return { begins, ended };
  });
}

export interface ChainPlace {
  readonly units: readonly number[];
  readonly from: boolean;
}

export interface HeadTie {
  /** The chain, or -1. */
  readonly chain: number;
  readonly odds: number;
  readonly near: boolean;
  /** It stands between the chain's paragraphs and is read there: a crosshead. */
  readonly inside?: true;
}

export function tieHeads(
  laid: Laid,
  chains: readonly ChainPlace[],
  pairs: PairTable,
  script: Script,
  place: HeadPlace,
  pieces: readonly CutPiece[],
): HeadTie[] {
  const { heads } = laid;
  const named = script === 'han' ? namesakes(laid, pieces, chains) : [];
  const near = (head: HeadGroup, chain: ChainPlace): boolean =>
    place === 'before'
      ? head.nextUnit === chain.units[0]
      : place === 'after'
        ? head.nextUnit - 1 === chain.units.at(-1)
        : false;
  const gain = heads.map((head, g) =>
    chains.map((chain, c) => {
      let odds = oddsWith(pairs, headRow(laid, g), chain.units, script);
      if (named[g]?.has(c)) odds += NAMED;
      if (near(head, chain)) odds += HEAD_BONUS.near;
      else if (place !== 'last') {
        const gap =
          place === 'before'
            ? Math.abs(head.nextUnit - chain.units[0]!)
            : Math.abs(head.nextUnit - 1 - chain.units.at(-1)!);
        odds -= Math.min(1.5, gap * 0.1);
      }
      if (head.bylines.length && (chain.from || laid.units[chain.units[0]!]!.opens)) odds -= OWN_BYLINE;
      if (head.jump) odds += chain.from ? HEAD_BONUS.jump : HEAD_BONUS.jumpElsewhere;
      return odds;
    }),
  );
  const chosen = assign(gain.map((row, g) => row.map((odds) => (heads[g]!.pointer ? 0 : odds + 10))));
  const tied = heads.map((head, g) =>
    head.pointer || chosen[g]! < 0 || gain[g]![chosen[g]!]! < LEAST ? -1 : chosen[g]!,
  );
  settle(heads, gain, tied, place);
  tieBeside(laid, chains, gain, tied, place, near);
  tieLeft(heads, chains, tied);
  return heads.map((head, g) => {
    const chain = tied[g]!;
    return { chain, odds: chain < 0 ? 0 : gain[g]![chain]!, near: chain >= 0 && near(head, chains[chain]!) };
  });
}

/**
 * A head that stands between two articles, and whose words do not speak for the one that is read to: where that has heads of its own elsewhere, and
 * the other opens beside it with none, it is the other's.
 */
function tieBeside(
  { heads, units }: Laid,
  chains: readonly ChainPlace[],
  gain: readonly (readonly number[])[],
  tied: number[],
  place: HeadPlace,
  near: (head: HeadGroup, chain: ChainPlace) => boolean,
): void {
  if (place === 'last') return;
  heads.forEach((head, g) => {
    const own = tied[g]!;
    if (own < 0 || head.pointer || head.overTeaser || head.jump || head.bylines.length) return;
    if (!near(head, chains[own]!) || gain[g]![own]! >= HEAD_BONUS.near) return;
    const others = heads.filter((_, h) => h !== g && tied[h] === own);
    if (!others.length || others.some((other) => isTouching(other, head) || isTouching(head, other))) return;
    const bare = chains.findIndex(
      (chain, c) =>
        !tied.includes(c) &&
        !chain.from &&
        units[chain.units[0]!]!.opens &&
        (place === 'after' ? head.nextUnit === chain.units[0] : head.nextUnit - 1 === chain.units.at(-1)),
    );
    if (bare >= 0) tied[g] = bare;
  });
}

const isTouching = (a: HeadGroup | undefined, b: HeadGroup | undefined): boolean =>
  !!a && !!b && a.pieces.at(-1)! + 1 === b.pieces[0];

/** Articles have heads: one that has none takes the nearest of those that nobody claims. */
function tieLeft(heads: readonly HeadGroup[], chains: readonly ChainPlace[], tied: number[]): void {
  const open = heads.flatMap((head, g) => (tied[g]! < 0 && !head.pointer && !head.overTeaser && !head.jump ? [g] : []));
  const bare = chains.flatMap((chain, c) => (!chain.from && !tied.includes(c) ? [c] : []));
  if (!bare.length || open.length < bare.length) return;
  const pairs = bare.flatMap((c) =>
    open.map((g) => ({
      c,
      g,
      distance: Math.min(...chains[c]!.units.map((u) => Math.abs(heads[g]!.nextUnit - 0.5 - u))),
    })),
  );
  pairs.sort((a, b) => a.distance - b.distance || a.g - b.g || a.c - b.c);
  for (const { c, g, distance } of pairs) {
    if (open.length > bare.length && distance > FAR) return;
    if (tied[g]! < 0 && !tied.includes(c)) tied[g] = c;
  }
}

/** Lines of one head that were cut apart go together; a second head over one body only where the words or the place say so. */
function settle(
  heads: readonly HeadGroup[],
  gain: readonly (readonly number[])[],
  chains: number[],
  place: HeadPlace,
): void {
  const together = place === 'last' ? TOGETHER_LAST : TOGETHER;
  const settled = chains.slice();
  heads.forEach((head, g) => {
    if (head.pointer) return;
    const own = chains[g]!;
    // The upper line of a teaser: what stands right over a pointer, and says nothing of a body here.
    if (
      (head.overTeaser || (heads[g + 1]?.pointer && isTouching(head, heads[g + 1]))) &&
      (own < 0 || gain[g]![own]! < OVER_POINTER)
    ) {
      settled[g] = -1;
      return;
    }
    let best = own;
    let bestOdds = own < 0 ? 0 : gain[g]![own]!;
    gain[g]!.forEach((odds, c) => {
      if (c === own) return;
      const beside =
        (isTouching(heads[g - 1], head) && settled[g - 1] === c) ||
        (isTouching(head, heads[g + 1]) && chains[g + 1] === c);
      const free = !chains.includes(c);
      const value = odds + (beside ? together : free ? 0 : -SECOND);
      if (value > bestOdds) [best, bestOdds] = [c, value];
    });
    settled[g] = best;
  });
  settled.forEach((chain, g) => (chains[g] = chain));
}
