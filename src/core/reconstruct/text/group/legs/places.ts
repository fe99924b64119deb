/** What is the same for every way through a page: where legs may end, how far they reach, what a new article's first leg costs from each line. */
import { WEIGHTS } from '../chains.ts';
import type { LegPage } from './steps.ts';
import { LEG_WEIGHTS, NEVER } from './weights.ts';

/** Lines that a column holds at the least. */
const SCANT = 9;
/** First legs whose ends are worse than the best by this much are not followed. */
const END_REACH = 7;

/** A first leg from a line: its score beyond that of the way that it follows. */
export interface First {
  readonly end: number;
  readonly score: number;
  readonly measure: number;
  readonly square: number;
}

export interface Places {
  /** Legs end where a unit does or inside its text, not between a byline and its text. */
  readonly mayEnd: Uint8Array;
  /** A "continued on" ends there; a paragraph's closed sentence does; the line before is open. */
  readonly done: Uint8Array;
  readonly closes: Uint8Array;
  readonly open: Uint8Array;
  /** The furthest that a leg from each line may reach: to the next opening or "continued from", or behind a "continued on". */
  readonly last: Int32Array;
  readonly firsts: (s: number) => readonly First[];
}

export function placesOf(page: LegPage): Places {
  const { read, laid } = page;
  const { lines } = read;
  const count = lines.length;
  const [mayEnd, done, closes, open] = [0, 1, 2, 3].map(() => new Uint8Array(count + 1)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const last = new Int32Array(count).fill(count);
  for (let end = 1; end <= count; end++) {
    const before = lines[end - 1]!;
    const { to } = laid.units[before.unit]!;
    mayEnd[end] = Number(end === count || read.parts[end]! > NEVER / 2);
    done[end] = Number(to && (end === count || lines[end]!.unit !== before.unit));
    closes[end] = Number(before.last && before.ends === 'closed');
    open[end] = Number(before.core && before.ends !== 'closed' && !to);
  }
  for (let s = count - 2; s >= 0; s--) {
    const next = lines[s + 1]!;
    const unit = laid.units[next.unit]!;
    const stops = next.opensUnit && (unit.from || unit.opens || laid.units[next.unit - 1]!.to);
    last[s] = stops ? s + 1 : last[s + 1]!;
  }
  let at = -1;
  let known: readonly First[] = [];
  const firsts = (s: number): readonly First[] => {
    if (at !== s) [at, known] = [s, firstsFrom(page, s, last[s]!, mayEnd)];
    return known;
  };
  return { mayEnd, done, closes, open, last, firsts };
}

function firstsFrom(page: LegPage, s: number, last: number, mayEnd: Uint8Array): First[] {
  const { read, kin } = page;
  const start = beginOdds(page, s);
  const ends: First[] = [];
  let best = -Infinity;
  for (let end = s + 1; end <= last; end++) {
    if (!mayEnd[end]) continue;
    let measure = -1;
    let fill = read.fills.length ? -Infinity : 0;
    for (let m = 0; m < read.fills.length; m++) {
      const own = read.fills[m]![end]! - read.fills[m]![s]!;
      if (own > fill) [fill, measure] = [own, m];
    }
    const scant = end < last ? LEG_WEIGHTS.scant * Math.max(0, SCANT - end + s) : 0;
    const score = start + fill + inside(page, s, end) + read.parts[end]! + scant;
    if (score > best) best = score;
    ends.push({ end, score, measure, square: 0 });
  }
  return ends
    .filter(({ score }) => score >= best - END_REACH)
    .map((first) => ({ ...first, square: kin.square(s, first.end) }));
}

/** Log-odds of going on over all borders inside a leg. */
export const inside = ({ read }: LegPage, s: number, end: number): number => read.over[end - 1]! - read.over[s]!;

/** Log-odds that an article begins at a line. */
function beginOdds(page: LegPage, s: number): number {
  const { marked, headed } = page;
  const line = page.read.lines[s]!;
  const small = line.begins === 'small' || line.begins === 'more' ? LEG_WEIGHTS.small : 0;
  if (!line.opensUnit)
    return (
      LEG_WEIGHTS.newInside + (headed ? WEIGHTS.newHeadless : marked ? WEIGHTS.newUnmarked : WEIGHTS.newBase) + small
    );
  const unit = page.laid.units[line.unit]!;
  const hint = page.hints[line.unit]!;
  const unmarked = (marked || headed) && !unit.opens && !unit.from && s > 0 && hint.begins < 1 && hint.ended < 1;
  const base = !unmarked ? WEIGHTS.newBase : headed ? WEIGHTS.newHeadless : WEIGHTS.newUnmarked;
  return base + hint.begins + (unit.opens || unit.from ? WEIGHTS.opening : small);
}
