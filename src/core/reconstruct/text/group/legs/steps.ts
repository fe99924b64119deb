/** The ways to go on at one place of a woven page: a new article's first leg, a further leg of one that was left, and what each costs. */
import { cosineOf, MOST_ODDS, oddsOf, type Script } from '../affinity.ts';
import { WEIGHTS, type Hint } from '../chains.ts';
import type { Laid } from '../units.ts';
import type { Kinship } from './kinship.ts';
import { joinOdds, type LegLines } from './leg-lines.ts';
import { inside, type Places } from './places.ts';
import { LEG_WEIGHTS } from './weights.ts';

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

/** Where steps are taken down. */
export interface Board {
  /** What a step to a place must have, or it has no future. */
  readonly least: (end: number) => number;
  readonly take: (step: Step) => void;
}

export function extend(page: LegPage, places: Places, way: Way, s: number, board: Board): void {
  const line = page.read.lines[s]!;
  if (way.articles.length < MOST_ARTICLES) begin(page, places, way, s, board);
  if (line.opensUnit && page.laid.units[line.unit]!.from) return;
  way.articles.forEach((article, a) => {
    if (!article.closed) goOn(page, places, way, a, s, board);
  });
}

/** A new article's first leg. */
function begin(page: LegPage, places: Places, way: Way, s: number, board: Board): void {
  const start = way.score + (way.articles.length >= page.expected ? LEG_WEIGHTS.extra : 0);
  for (const { end, score, measure, square } of places.firsts(s)) {
    if (start + score < board.least(end)) continue;
    const closed = places.done[end] === 1;
    board.take({ score: start + score, way, first: s, end, at: -1, measure, square, closed });
  }
}

/** A further leg of an article. */
function goOn(page: LegPage, places: Places, way: Way, a: number, s: number, board: Board): void {
  const { read, kin, script } = page;
  const article = way.articles[a]!;
  const { leg, depth } = article;
  const fills = read.fills[article.measure];
  const start = way.score + takeUpOdds(page, places, way, a, s);
  const last = places.last[s]!;
  const furthest = Math.min(last, s + depth + 1);
  for (let end = s + 1; end <= furthest; end++) {
    if (!places.mayEnd[end]) continue;
    const lines = end - s;
    const short = lines < depth - 1;
    const done = places.done[end] === 1;
    const whole = done || places.closes[end] === 1;
    if (short && !whole && end < last) continue;
    let score = start + inside(page, s, end) + read.parts[end]!;
    if (fills) score += fills[end]! - fills[s]!;
    if (lines === depth || lines === leg.end - leg.first) score += LEG_WEIGHTS.sameDepth;
    else score += short ? LEG_WEIGHTS.lastLeg : LEG_WEIGHTS.nearDepth;
    if (short && !whole) score += LEG_WEIGHTS.lastOpen;
    const least = board.least(end);
    // Not even the same words would save it.
    if (score + LEG_WEIGHTS.affinity * MOST_ODDS < least) continue;
    let product = 0;
    for (let own: Leg | null = leg; own; own = own.before) product += kin.between(own.first, own.end, s, end);
    const square = kin.square(s, end);
    score += LEG_WEIGHTS.affinity * oddsOf(cosineOf(product, article.square, square), script);
    if (score < least) continue;
    const taken = article.square + square + 2 * product;
    board.take({
      score,
      way,
      first: s,
      end,
      at: a,
      measure: article.measure,
      square: taken,
      closed: done || short,
    });
  }
}

/** Log-odds that an article is taken up again at a line, whatever the leg's depth and words. */
function takeUpOdds(page: LegPage, places: Places, way: Way, a: number, s: number): number {
  const { read, laid, hints, words, script } = page;
  const article = way.articles[a]!;
  const { leg } = article;
  const line = read.lines[s]!;
  // Where no other article stands between, no leg need end.
  let odds =
    a === way.last ? LEG_WEIGHTS.again - read.parts[s]! : joinOdds(read.lines[leg.end - 1]!, line, words, script);
  if (line.opensUnit) {
    if (laid.units[line.unit]!.opens) odds += WEIGHTS.openingInside;
    odds -= Math.max(0, hints[line.unit]!.begins);
  }
  for (const other of way.articles)
    if (!other.closed && other.leg.end < leg.end && places.open[other.leg.end]) odds += LEG_WEIGHTS.fifo;
  return odds;
}

/** What sentences that nobody took up, and heads that nobody has, take from a way in the end. */
export function ending(page: LegPage, places: Places, way: Way): number {
  const open = way.articles.filter(({ leg }) => places.open[leg.end]).length;
  return open * LEG_WEIGHTS.leftOpen + Math.max(0, page.expected - way.articles.length) * LEG_WEIGHTS.lacking;
}
