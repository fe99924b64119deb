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
  /** The last unit and the size of every chain as one number each, ascending: what a state's future hangs on. */
  readonly ends: readonly number[];
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

interface Steps {
  readonly all: Step[];
  best: number;
}

/** Most ways are too far behind to be worth sorting. */
function offer(steps: Steps, step: Step): void {
  if (step.cost < steps.best - REACH) return;
  if (step.cost > steps.best) steps.best = step.cost;
  steps.all.push(step);
}

export function threadUnits(thread: Thread): Threading {
  const { units } = thread;
  let beam: State[] = [{ cost: 0, chains: [], ends: [], choice: -1, parent: null }];
  const margins: number[] = [];
  units.forEach((_, u) => {
    const steps: Steps = { all: [], best: -Infinity };
    const next = unitToCome(thread, u);
    for (const state of beam) expand(thread, state, next, steps);
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
function carryOut(thread: Thread, { all, best }: Steps, u: number): State[] {
  const kept: State[] = [];
  const products = productsOf(thread, u);
  /** Most states share most of their chains: what one becomes with this unit is made once. */
  const grown = new Map<Chain, Chain>();
  const seen = new Set<string>();
  const near = all.filter((step) => step.cost >= best - REACH).sort((a, b) => b.cost - a.cost);
  for (const step of near) {
    const ends = endsAfter(step, u);
    const key = ends.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(grow(thread, step, u, ends, products, grown));
    if (kept.length === BEAM) break;
  }
  return kept;
}

const endOf = (last: number, size: number): number => last * 1000 + size;

/** The newest unit is the highest: ends stay in order when it comes last. */
function endsAfter({ state, at }: Step, u: number): number[] {
  const chain = state.chains[at];
  if (!chain) return [...state.ends, endOf(u, 1)];
  const old = endOf(chain.last, chain.size);
  const ends = state.ends.filter((end) => end !== old);
  ends.push(endOf(u, chain.size + 1));
  return ends;
}

function grow(
  thread: Thread,
  { state, at, cost, product }: Step,
  u: number,
  ends: readonly number[],
  products: Float64Array,
  known: Map<Chain, Chain>,
): State {
  const chain = state.chains[at];
  if (!chain) {
    const piece = coreOf(thread, u);
    const begun: Chain = {
      id: state.chains.length,
      last: u,
      size: 1,
      before: null,
      square: thread.pairs.square(u),
      measure: piece.measure,
      measureLines: linesOf(piece),
      leg: thread.depths[u]!,
      depth: null,
      dots: products,
    };
    return { cost, chains: [...state.chains, begun], ends, choice: begun.id, parent: state };
  }
  let grown = known.get(chain);
  if (!grown) known.set(chain, (grown = longer(thread, chain, u, products, product)));
  const chains = state.chains.slice();
  chains[at] = grown;
  return { cost, chains, ends, choice: chain.id, parent: state };
}

function longer(thread: Thread, chain: Chain, u: number, products: Float64Array, product: number): Chain {
  const piece = coreOf(thread, u);
  const lines = linesOf(piece);
  const dots = new Float64Array(products.length);
  for (let v = u + 1; v < dots.length; v++) dots[v] = products[v]! + chain.dots[v]!;
  return {
    id: chain.id,
    last: u,
    size: chain.size + 1,
    before: chain,
    square: chain.square + thread.pairs.square(u) + 2 * product,
    measure: lines > chain.measureLines || chain.measure === null ? (piece.measure ?? chain.measure) : chain.measure,
    measureLines: Math.max(lines, chain.measureLines),
    leg: chain.last === u - 1 ? chain.leg + thread.depths[u]! : thread.depths[u]!,
    depth: chain.last === u - 1 ? chain.depth : (chain.depth ?? chain.leg),
    dots,
  };
}

/** The dot products of a unit with all that are still to come. */
function productsOf(thread: Thread, u: number): Float64Array {
  const products = new Float64Array(thread.units.length);
  for (let v = u + 1; v < products.length; v++) products[v] = thread.pairs.dot(v, u);
  return products;
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

/** What can be said of the next unit whatever state it is to go on from. */
interface ToCome {
  readonly u: number;
  readonly piece: CutPiece;
  readonly openness: number;
  /** How well it fits a chain, before what the rest of a state says. Most states share most of their chains. */
  readonly odds: (chain: Chain) => number;
  readonly fits: (end: CutPiece) => number;
}

/** Answers each question once. Not `remember`: what is known is forgotten with the unit. */
function known<K>(answer: (key: K) => number): (key: K) => number {
  const answers = new Map<K, number>();
  return (key) => {
    let value = answers.get(key);
    if (value === undefined) answers.set(key, (value = answer(key)));
    return value;
  };
}

function unitToCome(thread: Thread, u: number): ToCome {
  const { units, pairs, script } = thread;
  const piece = coreOf(thread, u);
  const square = pairs.square(u);
  const lines = linesOf(piece);
  return {
    u,
    piece,
    openness: openness(piece),
    odds: known((chain: Chain) => {
      let odds = WEIGHTS.affinity * oddsOf(cosineOf(chain.dots[u]!, chain.square, square), script);
      odds += measureOdds(piece.measure, lines, chain.measure, chain.measureLines);
      if (units[u]!.opens) odds += WEIGHTS.openingInside;
      if (units[chain.last]!.to) odds += WEIGHTS.afterTo;
      return odds;
    }),
    fits: known((end: CutPiece) => thread.fit(end, piece)),
  };
}

function expand(thread: Thread, state: State, next: ToCome, steps: Steps): void {
  const { units, hints } = thread;
  const { u, piece } = next;
  const unit = units[u]!;
  const hint = hints[u]!;
  const previous = state.chains.find((chain) => chain.last === u - 1) ?? null;
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
  const open = next.openness * (off ? OFF_BY_LINES : 1);
  if (!unit.from) fresh += WEIGHTS.startsOpenNew * open;
  offer(steps, { cost: state.cost + fresh, state, at: -1, product: 0 });
  if (unit.from) return;

  const waiting: number[] = [];
  for (const chain of state.chains) if (chain !== previous && isOpen(thread, chain)) waiting.push(chain.last);
  state.chains.forEach((chain, at) => {
    const end = coreOf(thread, chain.last);
    const endsOpen = end.endsOpen;
    let odds = next.odds(chain);
    const torn = thread.woven && chain !== previous;
    if (endsOpen)
      odds +=
        open * WEIGHTS.openFits +
        (1 - open) * (torn ? WEIGHTS.hiddenStart : WEIGHTS.openMismatch) +
        (open > 0 ? next.fits(end) : 0);
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
    offer(steps, { cost: state.cost + odds, state, at, product: chain.dots[u]! });
  });
}

/** Sentences that nobody took up. */
function ending(thread: Thread, state: State): number {
  return WEIGHTS.leftOpen * state.chains.filter((chain) => isOpen(thread, chain)).length;
}
