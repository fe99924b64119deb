/**
 * Tells all lines of a woven page to articles at once. An article stands in legs, stretches of lines in one column each: they are of one
 * measure and one depth, the last may be shorter; sentences go on from leg to leg; their words are those of the article; and articles are
 * taken up in the order in which they were left. A beam search over places where a leg may end.
 */
import { cosineOf, oddsOf, type Script } from '../affinity.ts';
import { WEIGHTS, type Hint } from '../chains.ts';
import type { Laid } from '../units.ts';
import type { Kinship } from './kinship.ts';
import { LEG_WEIGHTS, NEVER } from './weights.ts';
import { joinOdds, type LegLine, type LegLines } from './leg-lines.ts';

/** How many ways are followed from a place, and how far behind the best: fewer where little shows that the page is woven. */
const WIDE = { beam: 24, reach: 12 } as const;
const NARROW = { beam: 8, reach: 8 } as const;
/** New legs whose ends are worse than the best by this much are not followed. */
const END_REACH = 7;
const SCANT = 9;
const MOST_ARTICLES = 14;
/** The weights lean on each other: set so that what is claimed is kept. */
const TRUST = 0.4;
const MOST_SURE = 0.98;

interface Leg {
  readonly first: number;
  readonly end: number;
  readonly before: Leg | null;
}

interface Article {
  readonly leg: Leg;
  readonly depth: number;
  readonly measure: number;
  readonly square: number;
  readonly closed: boolean;
}

interface Way {
  readonly score: number;
  readonly articles: readonly Article[];
  /** The article whose leg was laid last. */
  readonly last: number;
}

/** A way to go on, not yet carried out: most are dropped. */
interface Step {
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

export interface Found {
  /** The article of every line, and how sure that is. */
  readonly owner: readonly number[];
  readonly sureness: readonly number[];
}

/** The best way through the page; null where there is none. */
export function searchLegs(page: LegPage): Found | null {
  const count = page.read.lines.length;
  const width = page.barely ? NARROW : WIDE;
  const at: Step[][] = Array.from({ length: count + 1 }, () => []);
  /** The best way over each line, as known when it ends: what lies far below has no future. */
  const cover = new Float64Array(count + 1).fill(-Infinity);
  let ways: Way[] = [{ score: 0, articles: [], last: -1 }];
  for (let s = 0; s < count; s++) {
    if (s > 0) ways = carryOut(at[s]!, cover[s]!, width);
    at[s] = [];
    for (const way of ways)
      extend(page, way, s, (step) => {
        at[step.end]!.push(step);
        for (let i = s + 1; i < step.end; i++) if (step.score > cover[i]!) cover[i] = step.score;
      });
  }
  const whole = carryOut(at[count]!, -Infinity, width).map((way) => ({ way, score: way.score + ending(page, way) }));
  whole.sort((a, b) => b.score - a.score);
  const best = whole[0];
  return best ? agreed(whole, best.score, count) : null;
}

/** The best way's articles; a line is sure where the other ways that are nearly as good give it to the same one. */
function agreed(whole: readonly { way: Way; score: number }[], most: number, count: number): Found {
  const owner = new Array<number>(count).fill(-1);
  const own = startsOf(whole[0]!.way, count, owner);
  const same = new Float64Array(count);
  let all = 0;
  for (const { way, score } of whole) {
    const weight = Math.exp(TRUST * (score - most));
    all += weight;
    startsOf(way, count).forEach((start, i) => {
      if (start === own[i]) same[i]! += weight;
    });
  }
  return { owner, sureness: Array.from(same, (sum) => Math.min(MOST_SURE, sum / all)) };
}

/** Where each line's article begins; fills in the articles' numbers. */
function startsOf(way: Way, count: number, owner?: number[]): Int32Array {
  const starts = new Int32Array(count);
  way.articles.forEach((article, a) => {
    let begun = article.leg;
    while (begun.before) begun = begun.before;
    for (let leg: Leg | null = article.leg; leg; leg = leg.before) {
      starts.fill(begun.first, leg.first, leg.end);
      owner?.fill(a, leg.first, leg.end);
    }
  });
  return starts;
}

/** Carries out the best steps that end at one place. Ways whose articles end alike have the same future: the best of them is enough. */
function carryOut(steps: Step[], cover: number, { beam, reach }: typeof WIDE | typeof NARROW): Way[] {
  steps.sort((a, b) => b.score - a.score);
  const kept: Way[] = [];
  const seen = new Set<string>();
  const least = Math.max(steps[0]?.score ?? 0, cover) - reach;
  for (const step of steps) {
    if (step.score < least || kept.length === beam) break;
    const way = grow(step);
    const key = way.articles
      .map(({ leg, depth, closed }) => (closed ? '' : `${leg.end}.${depth}`))
      .sort()
      .join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(way);
  }
  return kept;
}

function grow({ score, way, first, end, at, measure, square, closed }: Step): Way {
  const before = way.articles[at];
  const own: Article = {
    leg: { first, end, before: before?.leg ?? null },
    depth: before?.depth ?? end - first,
    measure,
    square,
    closed,
  };
  const last = before ? at : way.articles.length;
  return { score, articles: before ? way.articles.with(at, own) : [...way.articles, own], last };
}

function extend(page: LegPage, way: Way, s: number, push: (step: Step) => void): void {
  const { lines } = page.read;
  const line = lines[s]!;
  const unit = page.laid.units[line.unit]!;
  begin(page, way, s, push);
  if (line.opensUnit && unit.from) return;
  way.articles.forEach((article, a) => {
    if (article.closed) return;
    goOn(page, way, a, s, push);
  });
}

/** A new article's first leg. */
function begin(page: LegPage, way: Way, s: number, push: (step: Step) => void): void {
  if (way.articles.length >= MOST_ARTICLES) return;
  const { read, laid, hints, kin } = page;
  const line = read.lines[s]!;
  const unit = laid.units[line.unit]!;
  const hint = hints[line.unit]!;
  const start = way.score + (line.opensUnit ? newOdds(page, s, unit, hint) : newInside(page, line));
  const extra = way.articles.length >= page.expected ? LEG_WEIGHTS.extra : 0;
  const last = lastEnd(page, s);
  const ends: { end: number; score: number; measure: number }[] = [];
  let best = -Infinity;
  for (let end = s + 1; end <= last; end++) {
    if (!mayEnd(read, end)) continue;
    let measure = -1;
    let fill = read.fills.length ? -Infinity : 0;
    read.fills.forEach((sums, m) => {
      const own = sums[end]! - sums[s]!;
      if (own > fill) [fill, measure] = [own, m];
    });
    const score =
      start +
      extra +
      fill +
      inside(read, s, end) +
      read.parts[end]! +
      (end < last ? LEG_WEIGHTS.scant * Math.max(0, SCANT - end + s) : 0);
    if (score > best) best = score;
    ends.push({ end, score, measure });
  }
  for (const { end, score, measure } of ends) {
    if (score < best - END_REACH) continue;
    push({ score, way, first: s, end, at: -1, measure, square: kin.square(s, end), closed: isDone(page, end) });
  }
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
function goOn(page: LegPage, way: Way, a: number, s: number, push: (step: Step) => void): void {
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
  const last = lastEnd(page, s);
  for (let end = s + 1; end <= Math.min(last, s + depth + 1); end++) {
    const lines = end - s;
    const done = isDone(page, end);
    const short = lines < depth - 1;
    if (!mayEnd(read, end)) continue;
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

function ending(page: LegPage, way: Way): number {
  const open = way.articles.filter((article) => isOpen(page, article)).length;
  return open * LEG_WEIGHTS.leftOpen + Math.max(0, page.expected - way.articles.length) * LEG_WEIGHTS.lacking;
}
