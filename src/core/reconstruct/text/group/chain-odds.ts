/** What speaks for and against a unit's going on with a chain, or beginning its own: log-odds, and the ways worth following. */
import type { CutPiece } from '../../cut-piece.ts';
import { cosineOf, oddsOf } from './affinity.ts';
import { coreOf, isOpen, linesOf, type Chain, type State, type Thread } from './chain.ts';

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
  /** A beginning by its wording alone, 近日，…; and one that no article has, 与此同时，…. */
  leadIn: 3,
  leadInside: -3,
  goesOn: -2,
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
  /** Paragraph after paragraph on a page that is not woven, where an article may be set in two measures. */
  remeasured: 2,
  sameDepth: 1.5,
  otherDepth: -1.5,
  tooDeep: -1,
} as const;

/** A piece that may begin in mid-sentence, but with a capital. */
const CAPITAL_OPEN = 0.5;
/** How far an open start still counts where the cut may be some lines off. */
const OFF_BY_LINES = 0.6;
/** Steps this far behind the best have no future. */
export const REACH = 14;

/** A way to go on from a state, not yet carried out: most are dropped. */
export interface Step {
  readonly cost: number;
  readonly state: State;
  /** Place of the chain that takes the unit; -1 begins one. */
  readonly at: number;
  readonly product: number;
}

export interface Steps {
  readonly all: Step[];
  best: number;
}

/** Most ways are too far behind to be worth sorting. */
function offer(steps: Steps, step: Step): void {
  if (step.cost < steps.best - REACH) return;
  if (step.cost > steps.best) steps.best = step.cost;
  steps.all.push(step);
}

function measureOdds(a: number | null, aLines: number, b: number | null, bLines: number): number {
  if (a === null || b === null) return 0;
  const gap = Math.abs(a - b);
  const trust = Math.min(1, Math.min(aLines, bLines) / 4);
  if (gap <= 1.1) return WEIGHTS.sameMeasure * trust;
  return (gap <= 2.1 ? WEIGHTS.nearMeasure : WEIGHTS.otherMeasure) * trust;
}

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

export function unitToCome(thread: Thread, u: number): ToCome {
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
      else if (units[u]!.wording === 'leads') odds += WEIGHTS.leadInside;
      if (units[chain.last]!.to) odds += WEIGHTS.afterTo;
      return odds;
    }),
    fits: known((end: CutPiece) => thread.fit(end, piece)),
  };
}

export function expand(thread: Thread, state: State, next: ToCome, steps: Steps): void {
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
    : thread.headed && !afterPart && unit.wording !== 'leads'
      ? WEIGHTS.newHeadless
      : off
        ? WEIGHTS.newColumn
        : WEIGHTS.newUnmarked;
  let fresh = leaving + begins + hint.begins;
  if (unit.opens) fresh += WEIGHTS.opening;
  else if (unit.wording === 'leads') fresh += WEIGHTS.leadIn;
  if (unit.wording === 'goes-on') fresh += WEIGHTS.goesOn;
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
    if (chain === previous) {
      odds += WEIGHTS.stay - hint.ended;
      if (!thread.woven && unit.adjacent && !endsOpen && differ(chain.measure, piece.measure))
        odds += WEIGHTS.remeasured;
    } else {
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
export function ending(thread: Thread, state: State): number {
  return WEIGHTS.leftOpen * state.chains.filter((chain) => isOpen(thread, chain)).length;
}
