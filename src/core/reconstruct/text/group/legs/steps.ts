/** The ways to go on at one place of a woven page: a new article's first leg, a further leg of one that was left, and what each costs. */
import { cosineOf, MOST_ODDS, oddsOf, type Script } from '../affinity.ts';
import { WEIGHTS } from '../chain-odds.ts';
import type { Hint } from '../chain.ts';
import type { Laid } from '../units.ts';
import type { Kinship } from './kinship.ts';
import { joinOdds, type LegLine, type LegLines } from './leg-lines.ts';
import { LEG_WEIGHTS, NEVER } from './weights.ts';

/** New legs whose ends are worse than the best by this much are not followed. */
const END_REACH = 7;
/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-6;
const SCANT = 9;
const MOST_ARTICLES = 14;
export interface Leg {
  readonly first: number;
  readonly end: number;
  readonly before: Leg | null;
}

export interface Article {
  readonly leg: Leg;
  readonly depth: number;
  readonly measure: number;
  readonly square: number;
  readonly closed: boolean;
}

export interface Way {
  readonly score: number;
  readonly articles: readonly Article[];
  /** The article whose leg was laid last. */
  readonly last: number;
}

/** A way to go on, not yet carried out: most are dropped. */
export interface Step {
  readonly score: number;
  readonly way: Way;
  readonly first: number;
  readonly end: number;
  /** The article that takes the leg; -1 begins one. */
  readonly at: number;
  readonly measure: number;
  readonly square: number;
  readonly closed: boolean;
}

export interface LegPage {
  readonly read: LegLines;
  readonly laid: Laid;
  readonly kin: Kinship;
  readonly hints: readonly Hint[];
  readonly script: Script;
  readonly words: ReadonlySet<string>;
  /** How many articles the heads speak of. */
  readonly expected: number;
  /** Little shows that the page is woven. */
  readonly barely: boolean;
  readonly marked: boolean;
  readonly headed: boolean;
}

/** Takes the steps that are found. */
export interface Steps {
  readonly push: (step: Step) => void;
  /** A step to this place with a score below it is of no use: it need not be reckoned to its end. */
  readonly least: (end: number) => number;
}

/** All ways to go on from `s`. */
export function extend(page: LegPage, ways: readonly Way[], s: number, steps: Steps): void {
  const { lines } = page.read;
  const line = lines[s]!;
  const unit = page.laid.units[line.unit]!;
  const last = lastEnd(page, s);
  const ends = firstEnds(page, s, last);
  for (const way of ways) {
    begin(page, way, s, ends, steps);
    if (line.opensUnit && unit.from) continue;
    way.articles.forEach((article, a) => {
      if (article.closed) return;
      goOn(page, way, a, s, last, steps);
    });
  }
}

/** Where a new article's first leg may end, whatever way it is to go on from: the measure that it fills best, and what speaks for that end. */
interface FirstEnd {
  readonly end: number;
  readonly measure: number;
  readonly fill: number;
  readonly inside: number;
  readonly parts: number;
  readonly scant: number;
}

/** Those that are within reach of the best. */
function firstEnds({ read }: LegPage, s: number, last: number): FirstEnd[] {
  const ends: FirstEnd[] = [];
  const sumOf = (end: FirstEnd): number => end.fill + end.inside + end.parts + end.scant;
  let most = -Infinity;
  for (let end = s + 1; end <= last; end++) {
    if (!mayEnd(read, end)) continue;
    let measure = -1;
    let fill = read.fills.length ? -Infinity : 0;
    for (let m = 0; m < read.fills.length; m++) {
      const own = read.fills[m]![end]! - read.fills[m]![s]!;
      if (own > fill) [fill, measure] = [own, m];
    }
    const scant = end < last ? LEG_WEIGHTS.scant * Math.max(0, SCANT - end + s) : 0;
    const over = inside(read, s, end);
    const parts = read.parts[end]!;
    const sum = fill + over + parts + scant;
    if (sum > most) most = sum;
    if (sum >= most - END_REACH - ROUNDING) ends.push({ end, measure, fill, inside: over, parts, scant });
  }
  return ends.filter((end) => sumOf(end) >= most - END_REACH - ROUNDING);
}

/** A new article's first leg. */
function begin(page: LegPage, way: Way, s: number, ends: readonly FirstEnd[], { push }: Steps): void {
  if (way.articles.length >= MOST_ARTICLES) return;
  const { read, laid, hints, kin } = page;
  const line = read.lines[s]!;
  const unit = laid.units[line.unit]!;
  const hint = hints[line.unit]!;
  const start = way.score + (line.opensUnit ? newOdds(page, s, unit, hint) : newInside(page, line));
  const extra = way.articles.length >= page.expected ? LEG_WEIGHTS.extra : 0;
  const scores = ends.map((own) => start + extra + own.fill + own.inside + own.parts + own.scant);
  const best = Math.max(...scores);
  ends.forEach(({ end, measure }, n) => {
    const score = scores[n]!;
    if (score < best - END_REACH) return;
    push({ score, way, first: s, end, at: -1, measure, square: kin.square(s, end), closed: isDone(page, end) });
  });
}

function newOdds(page: LegPage, s: number, unit: Laid['units'][number], hint: Hint): number {
  const { marked, headed } = page;
  const unmarked = (marked || headed) && !unit.opens && !unit.from && s > 0 && hint.begins < 1 && hint.ended < 1;
  let odds = !unmarked ? WEIGHTS.newBase : headed ? WEIGHTS.newHeadless : WEIGHTS.newUnmarked;
  odds += hint.begins;
  if (unit.opens || unit.from) odds += WEIGHTS.opening;
  const { begins } = page.read.lines[s]!;
  if (!unit.from && !unit.opens && (begins === 'small' || begins === 'more')) odds += LEG_WEIGHTS.small;
  return odds;
}

const newInside = ({ marked, headed }: LegPage, { begins }: LegLine): number =>
  LEG_WEIGHTS.newInside +
  (headed ? WEIGHTS.newHeadless : marked ? WEIGHTS.newUnmarked : WEIGHTS.newBase) +
  (begins === 'small' || begins === 'more' ? LEG_WEIGHTS.small : 0);

/** A further leg of an article. */
function goOn(page: LegPage, way: Way, a: number, s: number, last: number, { push, least }: Steps): void {
  const { read, kin, script } = page;
  const article = way.articles[a]!;
  const { leg, depth } = article;
  const unit = page.laid.units[read.lines[s]!.unit]!;
  let start = way.score + joinOdds(read.lines[leg.end - 1]!, read.lines[s]!, page.words, script);
  if (read.lines[s]!.opensUnit) {
    if (unit.opens) start += WEIGHTS.openingInside;
    start -= Math.max(0, page.hints[read.lines[s]!.unit]!.begins);
  }
  // Where no other article stands between, no leg need end.
  if (a === way.last)
    start +=
      LEG_WEIGHTS.again - read.parts[s]! - joinOdds(read.lines[leg.end - 1]!, read.lines[s]!, page.words, script);
  for (const other of way.articles)
    if (other !== article && !other.closed && other.leg.end < leg.end && isOpen(page, other)) start += LEG_WEIGHTS.fifo;
  const furthest = Math.min(last, s + depth + 1);
  for (let end = s + 1; end <= furthest; end++) {
    if (!mayEnd(read, end)) continue;
    const lines = end - s;
    const done = isDone(page, end);
    const short = lines < depth - 1;
    const closes = read.lines[end - 1]!.last && read.lines[end - 1]!.ends === 'closed';
    if (short && !closes && !done && end < last) continue;
    let score = start + inside(read, s, end) + (end < read.lines.length ? read.parts[end]! : 0);
    if (article.measure >= 0) score += read.fills[article.measure]![end]! - read.fills[article.measure]![s]!;
    score +=
      lines === depth || lines === leg.end - leg.first
        ? LEG_WEIGHTS.sameDepth
        : short
          ? LEG_WEIGHTS.lastLeg
          : LEG_WEIGHTS.nearDepth;
    if (short && !closes && !done) score += LEG_WEIGHTS.lastOpen;
    if (score + LEG_WEIGHTS.affinity * MOST_ODDS < least(end)) continue;
    let product = 0;
    for (let own: Leg | null = leg; own; own = own.before) product += kin.between(own.first, own.end, s, end);
    const square = kin.square(s, end);
    score += LEG_WEIGHTS.affinity * oddsOf(cosineOf(product, article.square, square), script);
    push({
      score,
      way,
      first: s,
      end,
      at: a,
      measure: article.measure,
      square: article.square + square + 2 * product,
      closed: done || short,
    });
  }
}

const inside = (read: LegLines, s: number, end: number): number => read.over[end - 1]! - read.over[s]!;

/** Legs end where a unit does or inside its text, not between a byline and its text. */
const mayEnd = (read: LegLines, end: number): boolean => end === read.lines.length || read.parts[end]! > NEVER / 2;

/** The furthest that a leg from `s` may reach: to the next "continued from", or behind a "continued on". */
function lastEnd({ read, laid }: LegPage, s: number): number {
  let end = s + 1;
  for (; end < read.lines.length; end++) {
    const line = read.lines[end]!;
    if (!line.opensUnit) continue;
    if (laid.units[line.unit]!.from || laid.units[line.unit]!.opens || laid.units[line.unit - 1]!.to) break;
  }
  return end;
}

const isDone = ({ read, laid }: LegPage, end: number): boolean => {
  const line = read.lines[end - 1]!;
  return laid.units[line.unit]!.to && (end === read.lines.length || read.lines[end]!.unit !== line.unit);
};

const isOpen = ({ read, laid }: LegPage, { leg }: Article): boolean => {
  const line = read.lines[leg.end - 1]!;
  return line.core && line.ends !== 'closed' && !laid.units[line.unit]!.to;
};

export function ending(page: LegPage, way: Way): number {
  const open = way.articles.filter((article) => isOpen(page, article)).length;
  return open * LEG_WEIGHTS.leftOpen + Math.max(0, page.expected - way.articles.length) * LEG_WEIGHTS.lacking;
}
