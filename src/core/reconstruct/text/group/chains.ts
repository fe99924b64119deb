/**
 * Threads the body units of one page into articles by a beam search over the file's order: every unit goes on with one of the
 * chains begun before it or begins its own. What decides: vocabulary, the measure, whether the sentence fits, openings, heads,
 * and that parts cut by a column end come back in the order in which they were left (columns are read one after the other).
 */
import type { CutPiece } from '../../cut-piece.ts';
import { cosineOf, oddsOf, type PairTable, type Script } from './affinity.ts';
import type { Unit } from './units.ts';

export const WEIGHTS = {
  affinity: 1,
  /** A chain begun with no sign of a beginning: on a page where articles have openings, and where they have not. */
  newUnmarked: -4,
  /** The same on a page whose heads stand beside their bodies, with no head at hand. */
  newHeadless: -7,
  /** The same where the measure shows that another column begins. */
  newColumn: -2.5,
  newBase: -1.5,
  opening: 6,
  openingInside: -7,
  stay: 2,
  /** Leaving a chain where the next unit follows directly: on a page that is woven, and on one that is not. */
  leave: -2,
  leavePlain: -5,
  leaveBarely: -2.8,
  /** Going back, behind a head, to a chain whose last sentence is done: on a page that is not woven, and on one that barely is. */
  resumeBehindHead: -5,
  resumeBarely: -3,
  openFits: 4,
  openMismatch: -4,
  /** The missing half of the sentence may be hidden in a piece that runs over a column's end: see recut.ts. */
  hiddenStart: -2.5,
  hiddenEnd: -2.5,
  startsOpenNew: -4,
  leftOpen: -4,
  afterTo: -8,
  fifo: -1.2,
  sameMeasure: 0.6,
  nearMeasure: -1.2,
  otherMeasure: -4,
  sameDepth: 1.5,
  otherDepth: -1.5,
  tooDeep: -1,
} as const;

/** A piece that may begin in mid-sentence, but with a capital. */
const CAPITAL_OPEN = 0.5;
/** How far an open start still counts where the cut may be some lines off. */
const OFF_BY_LINES = 0.6;
const BEAM = 32;
/** The weights were set by hand and lean on each other: set so that of units with 0.9 to 0.98 as many are right. */
const TRUST = 0.8;
/** Steps this far behind the best have no future. */
const REACH = 14;

/** What the heads between two units say: log-odds that the unit begins an article, and that the unit before ended one. */
export interface Hint {
  readonly begins: number;
  readonly ended: number;
}

interface Chain {
  readonly id: number;
  readonly last: number;
  readonly size: number;
  readonly before: Chain | null;
  readonly square: number;
  readonly measure: number | null;
  readonly measureLines: number;
  /** Printed lines of the leg that it stands in, and of the first leg that was left: the depth that all its legs should have. */
  readonly leg: number;
  readonly depth: number | null;
  /** Its dot product with every unit that is still to come. */
  readonly dots: Float64Array;
}

interface State {
  readonly cost: number;
  readonly chains: readonly Chain[];
  readonly choice: number;
  readonly parent: State | null;
}

export interface Threading {
  /** The chain of every unit. */
  readonly chainOf: readonly number[];
  /** 0..1 for every unit: how far its choice was ahead of the next best. */
  readonly sureness: readonly number[];
}

export interface Thread {
  readonly units: readonly Unit[];
  readonly pieces: readonly CutPiece[];
  readonly pairs: PairTable;
  readonly script: Script;
  readonly hints: readonly Hint[];
  /** Articles of this page are cut into each other: columns were read one after the other over all of them. */
  readonly woven: boolean;
  /** But one or two texts that were broken off are all that shows it. */
  readonly barely: boolean;
  /** Heads stand right before or right after their bodies. */
  readonly headed: boolean;
  /** Articles of this page begin with openings (bylines, datelines). */
  readonly marked: boolean;
  /** Printed lines of every unit, heads left out. */
  readonly depths: readonly number[];
  /** Join odds by their spelling: a hyphen that makes a word, a sentence that goes on. */
  readonly fit: (before: CutPiece, after: CutPiece) => number;
}

/** A way to go on from a state, not yet carried out: most are dropped. */
interface Step {
  readonly cost: number;
  readonly state: State;
  /** Place of the chain that takes the unit; -1 begins one. */
  readonly at: number;
  readonly product: number;
}

export function threadUnits(thread: Thread): Threading {
  const { units } = thread;
  let beam: State[] = [{ cost: 0, chains: [], choice: -1, parent: null }];
  const margins: number[] = [];
  units.forEach((_, u) => {
    const steps: Step[] = [];
    for (const state of beam) expand(thread, state, u, steps);
    steps.sort((a, b) => b.cost - a.cost);
    beam = carryOut(thread, steps, u);
    margins.push(marginOf(beam));
  });
  let best = beam[0]!;
  let bestCost = -Infinity;
  for (const state of beam) {
    const cost = state.cost + ending(thread, state);
    if (cost > bestCost) [best, bestCost] = [state, cost];
  }
  const chainOf: number[] = [];
  for (let state: State | null = best; state && state.parent; state = state.parent) chainOf.unshift(state.choice);
  return { chainOf, sureness: margins };
}

/** How far the best choice for the newest unit is ahead of the best of another choice, as a probability. */
function marginOf(beam: readonly State[]): number {
  const first = beam[0]!;
  const other = beam.find((state) => state.choice !== first.choice);
  return other ? 1 / (1 + Math.exp(TRUST * (other.cost - first.cost))) : 0.99;
}

/** Carries out the best steps. States whose chains end alike have the same future: the best of them is enough. */
function carryOut(thread: Thread, steps: readonly Step[], u: number): State[] {
  const kept: State[] = [];
  const seen = new Set<string>();
  const least = (steps[0]?.cost ?? 0) - REACH;
  for (const step of steps) {
    if (step.cost < least && kept.length) break;
    const key = keyOf(step, u);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(grow(thread, step, u));
    if (kept.length === BEAM) break;
  }
  return kept;
}

function keyOf(step: Step, u: number): string {
  const ends = step.state.chains.map((chain, c) =>
    c === step.at ? u * 1000 + chain.size + 1 : chain.last * 1000 + chain.size,
  );
  if (step.at < 0) ends.push(u * 1000 + 1);
  return ends.sort((a, b) => a - b).join(' ');
}

function grow(thread: Thread, { state, at, cost, product }: Step, u: number): State {
  const piece = coreOf(thread, u);
  const lines = linesOf(piece);
  const square = thread.pairs.square(u);
  const chain = state.chains[at];
  if (!chain) {
    const begun: Chain = {
      id: state.chains.length,
      last: u,
      size: 1,
      before: null,
      square,
      measure: piece.measure,
      measureLines: lines,
      leg: thread.depths[u]!,
      depth: null,
      dots: dotsOf(thread, null, u),
    };
    return { cost, chains: [...state.chains, begun], choice: begun.id, parent: state };
  }
  const grown: Chain = {
    id: chain.id,
    last: u,
    size: chain.size + 1,
    before: chain,
    square: chain.square + square + 2 * product,
    measure: lines > chain.measureLines || chain.measure === null ? (piece.measure ?? chain.measure) : chain.measure,
    measureLines: Math.max(lines, chain.measureLines),
    leg: chain.last === u - 1 ? chain.leg + thread.depths[u]! : thread.depths[u]!,
    depth: chain.last === u - 1 ? chain.depth : (chain.depth ?? chain.leg),
    dots: dotsOf(thread, chain, u),
  };
  const chains = state.chains.slice();
  chains[at] = grown;
  return { cost, chains, choice: chain.id, parent: state };
}

function dotsOf(thread: Thread, before: Chain | null, u: number): Float64Array {
  const count = thread.units.length;
  const dots = new Float64Array(count);
  for (let v = u + 1; v < count; v++) dots[v] = thread.pairs.dot(v, u) + (before ? before.dots[v]! : 0);
  return dots;
}

function measureOdds(a: number | null, aLines: number, b: number | null, bLines: number): number {
  if (a === null || b === null) return 0;
  const gap = Math.abs(a - b);
  const trust = Math.min(1, Math.min(aLines, bLines) / 4);
  if (gap <= 1.1) return WEIGHTS.sameMeasure * trust;
  return (gap <= 2.1 ? WEIGHTS.nearMeasure : WEIGHTS.otherMeasure) * trust;
}

const coreOf = (thread: Thread, u: number): CutPiece => thread.pieces[thread.units[u]!.core]!;
const linesOf = (piece: CutPiece): number => piece.lastLine - piece.firstLine + 1;
const isOpen = (thread: Thread, chain: Chain): boolean =>
  coreOf(thread, chain.last).endsOpen && !thread.units[chain.last]!.to;

/** An article's legs are of one depth, give or take a line: said of the leg that was left, and of one that grows too deep. */
function depthOdds(chain: Chain, stays: boolean, lines: number): number {
  if (chain.depth === null) return 0;
  if (stays) return chain.leg <= chain.depth + 1 && chain.leg + lines > chain.depth + 1 ? WEIGHTS.tooDeep : 0;
  return Math.abs(chain.leg - chain.depth) <= 1 ? WEIGHTS.sameDepth : WEIGHTS.otherDepth;
}

const leaveOdds = ({ woven, barely }: Thread): number =>
  !woven ? WEIGHTS.leavePlain : barely ? WEIGHTS.leaveBarely : WEIGHTS.leave;

/** Behind a head an article begins rather than that one goes on which was done. */
const resumed = ({ woven, barely }: Thread): number =>
  !woven ? WEIGHTS.resumeBehindHead : barely ? WEIGHTS.resumeBarely : 0;

const firstOf = (chain: Chain): number => (chain.before ? firstOf(chain.before) : chain.last);

const differ = (a: number | null, b: number | null): boolean => a !== null && b !== null && Math.abs(a - b) > 2.1;

/** How sure it is that a piece begins in mid-sentence: a capital may be a name's as well as a sentence's. */
function openness(piece: CutPiece): number {
  if (/^["'“‘([]*\p{Ll}/u.test(piece.text)) return 1;
  if (!piece.startsOpen) return 0;
  return /^["'“‘([]*\p{Lu}/u.test(piece.text) ? CAPITAL_OPEN : 1;
}

function expand(thread: Thread, state: State, u: number, out: Step[]): void {
  const { units, pairs, script, hints } = thread;
  const unit = units[u]!;
  const piece = coreOf(thread, u);
  const hint = hints[u]!;
  const previous = state.chains.find((chain) => chain.last === u - 1) ?? null;
  const square = pairs.square(u);
  const lines = linesOf(piece);
  // Another measure right after an open end: a column's end, though the cut may be a line or two off.
  const off =
    !!previous &&
    unit.adjacent &&
    coreOf(thread, u - 1).endsOpen &&
    differ(coreOf(thread, u - 1).measure, piece.measure);
  // Leaving the unit before, by whatever way.
  let leaving = 0;
  if (previous) {
    if (unit.adjacent && !(off && thread.woven)) leaving += leaveOdds(thread);
    leaving += hint.ended;
  }

  const unmarked =
    (thread.marked || thread.headed) && !unit.opens && !unit.from && u > 0 && hint.begins < 1 && hint.ended < 1;
  // The part of a continued article may have no head of its own here.
  const afterPart = !!previous && units[firstOf(previous)]!.from;
  const begins = !unmarked
    ? WEIGHTS.newBase
    : thread.headed && !afterPart
      ? WEIGHTS.newHeadless
      : off
        ? WEIGHTS.newColumn
        : WEIGHTS.newUnmarked;
  let fresh = leaving + begins + hint.begins;
  if (unit.opens) fresh += WEIGHTS.opening;
  if (unit.from) fresh += WEIGHTS.opening;
  const open = openness(piece) * (off ? OFF_BY_LINES : 1);
  if (!unit.from) fresh += WEIGHTS.startsOpenNew * open;
  out.push({ cost: state.cost + fresh, state, at: -1, product: 0 });
  if (unit.from) return;

  const waiting: number[] = [];
  for (const chain of state.chains) if (chain !== previous && isOpen(thread, chain)) waiting.push(chain.last);
  state.chains.forEach((chain, at) => {
    const end = coreOf(thread, chain.last);
    const endsOpen = end.endsOpen;
    const product = chain.dots[u]!;
    let odds = WEIGHTS.affinity * oddsOf(cosineOf(product, chain.square, square), script);
    odds += measureOdds(piece.measure, lines, chain.measure, chain.measureLines);
    if (unit.opens) odds += WEIGHTS.openingInside;
    if (units[chain.last]!.to) odds += WEIGHTS.afterTo;
    const torn = thread.woven && chain !== previous;
    if (endsOpen)
      odds +=
        open * WEIGHTS.openFits +
        (1 - open) * (torn ? WEIGHTS.hiddenStart : WEIGHTS.openMismatch) +
        (open > 0 ? thread.fit(end, piece) : 0);
    else odds += open * (torn ? WEIGHTS.hiddenEnd : WEIGHTS.openMismatch);
    if (thread.woven) odds += depthOdds(chain, chain === previous, thread.depths[u]!);
    if (chain === previous) odds += WEIGHTS.stay - hint.ended;
    else {
      odds += leaving;
      if (!thread.woven) odds += WEIGHTS.leave;
      if (!endsOpen && unit.headsBefore.length) odds += resumed(thread);
      if (endsOpen) for (const last of waiting) if (last < chain.last) odds += WEIGHTS.fifo;
    }
    odds -= Math.max(0, hint.begins);
    out.push({ cost: state.cost + odds, state, at, product });
  });
}

/** Sentences that nobody took up. */
function ending(thread: Thread, state: State): number {
  return WEIGHTS.leftOpen * state.chains.filter((chain) => isOpen(thread, chain)).length;
}
