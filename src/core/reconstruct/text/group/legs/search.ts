/**
 * Tells all lines of a woven page to articles at once. An article stands in legs, stretches of lines in one column each: they are of one
 * measure and one depth, the last may be shorter; sentences go on from leg to leg; their words are those of the article; and articles are
 * taken up in the order in which they were left. A beam search over places where a leg may end.
 */
import { ending, extend, type Article, type Leg, type LegPage, type Step, type Way } from './steps.ts';

/** How many ways are followed from a place, and how far behind the best: fewer where little shows that the page is woven. */
const WIDE = { beam: 24, reach: 12 } as const;
const NARROW = { beam: 8, reach: 12 } as const;
/** The weights lean on each other: set so that what is claimed is kept. */
const TRUST = 0.4;
const MOST_SURE = 0.98;

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
  /** The best step that ends at each place. */
  const best = new Float64Array(count + 1).fill(-Infinity);
  /** Of the steps from one place: the best to each place, and the least that is known to cover all lines on the way there. */
  const own = new Float64Array(count + 1);
  const covered = new Float64Array(count + 1);
  let ways: Way[] = [{ score: 0, articles: [], last: -1 }];
  for (let s = 0; s < count; s++) {
    if (s > 0) ways = carryOut(at[s]!, cover[s]!, width);
    at[s] = [];
    own.fill(-Infinity, s);
    for (let end = s + 1, low = Infinity; end <= count; end++) {
      covered[end] = low;
      low = Math.min(low, cover[end]!);
    }
    extend(page, ways, s, {
      push: (step) => {
        const { end, score } = step;
        if (score > own[end]!) own[end] = score;
        if (score > best[end]!) best[end] = score;
        // what would not be carried out need not be kept, nor sorted
        if (score >= Math.max(best[end]!, cover[end]!) - width.reach) at[end]!.push(step);
      },
      // neither kept, nor the best over any line
      least: (end) => Math.min(Math.max(best[end]!, cover[end]!) - width.reach, Math.max(own[end]!, covered[end]!)),
    });
    for (let i = count - 1, most = -Infinity; i > s; i--) {
      most = Math.max(most, own[i + 1]!);
      if (most > cover[i]!) cover[i] = most;
    }
  }
  const whole = carryOut(at[count]!, -Infinity, width).map((way) => ({ way, score: way.score + ending(page, way) }));
  whole.sort((a, b) => b.score - a.score);
  const [first] = whole;
  return first ? agreed(whole, first.score, count) : null;
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
function carryOut(steps: readonly Step[], cover: number, { beam, reach }: typeof WIDE | typeof NARROW): Way[] {
  const kept: Way[] = [];
  const seen = new Set<string>();
  const least = steps.reduce((most, { score }) => Math.max(most, score), cover) - reach;
  const near = steps.filter(({ score }) => score >= least).sort((a, b) => b.score - a.score);
  for (const step of near) {
    if (kept.length === beam) break;
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
