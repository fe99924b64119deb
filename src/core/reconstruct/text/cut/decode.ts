/**
 * The cheapest reading of a page's lines, found by Viterbi. A line is the first line of a paragraph or goes on in one, each in one of the
 * page's measures; or it begins or goes on in a head; or it stands alone (page number, jump line, byline).
 */
import { COST, type Costs } from './costs.ts';
import { fitOf, type FitOptions } from './fit.ts';
import { endsSentence, type CutPage } from './lines.ts';

export type LineState =
  | { readonly kind: 'first' | 'more'; readonly measure: number }
  | { readonly kind: 'head' | 'head-more' | 'alone' };

export interface Decoded {
  readonly states: readonly LineState[];
  /** How much dearer the page would be, as far as line i, with that line read as another kind. */
  readonly margin: readonly number[];
}

export interface DecodeOptions extends FitOptions {
  /** Width by which a paragraph's first line is shorter, and the cost of one that is not. */
  readonly indent: number;
  readonly noIndent: number;
  /** Cost of a paragraph that stops in mid-sentence at a column's end. */
  readonly cutOpen: number;
  /** Cost of text that goes on in mid-paragraph after another article's text. */
  readonly resume: number;
  /** Cost of a byline or an opening that stands right under running text, in a page that sets heads above them. */
  readonly leadUnderText: number;
}

interface Step {
  readonly cost: Float64Array;
  readonly back: Int16Array;
}

/** Lines that one head may have; the last state may repeat. */
const MOST_HEAD_LINES = 7;

export function decode(page: CutPage, costs: Costs, measures: readonly number[], options: DecodeOptions): Decoded {
  const n = page.lines.length;
  const k = measures.length;
  const HEAD = 2 * k;
  const ALONE = HEAD + MOST_HEAD_LINES;
  const fit = fitOf(page, options);
  const measureOf = (s: number): number => measures[s % k] ?? 0;

  const sentenceEnds = page.lines.map((line) => endsSentence(line.text));
  const goesOn = (i: number, s: number): number => {
    const base = COST.goOn + (sentenceEnds[i] ? COST.sentenceInside : 0);
    const room = measureOf(s);
    if (s >= k || !options.indent) return base + fit.goesOn(i, room);
    return base + Math.min(fit.goesOn(i, room - options.indent), options.noIndent + fit.goesOn(i, room));
  };
  /** A column's end cut the paragraph: its last line is full, and no sentence need end there. */
  const cut = (i: number, s: number): number => {
    const room = measureOf(s) - (s < k ? options.indent : 0);
    return options.cutOpen + (s < k ? COST.oneLineCut : 0) + Math.max(0, room - (page.lines[i]?.width ?? 0) - (page.han ? 1 : 3)) * 1.2;
  };

  const { resume } = options;
  const { afterBreak, newMeasure, resumeAfterHead, resumeAfterAlone } = COST;
  const steps: Step[] = [];
  for (let i = 0; i < n; i++) {
    const cost = new Float64Array(ALONE + 1).fill(Infinity);
    const back = new Int16Array(ALONE + 1).fill(-1);
    const before = steps[i - 1]?.cost;
    const own = { first: costs.first(i), more: costs.more(i), head: costs.head(i), alone: costs.alone(i) };
    if (!before) {
      for (let j = 0; j < k; j++) {
        const over = fit.fits(i, measures[j] ?? 0);
        cost[j] = own.first + over;
        cost[k + j] = own.more + over + 1;
      }
      cost[HEAD] = own.head;
      cost[ALONE] = own.alone;
      steps.push({ cost, back });
      continue;
    }
    const end = costs.end(i - 1);
    const leave = new Float64Array(2 * k);
    let from = 0;
    for (let s = 0; s < 2 * k; s++) {
      leave[s] = (before[s] ?? Infinity) + Math.min(end, cut(i - 1, s));
      if ((leave[s] ?? Infinity) < (leave[from] ?? Infinity)) from = s;
    }
    if (costs.leads(i)) for (let s = 0; s < 2 * k; s++) leave[s] = (leave[s] ?? Infinity) + options.leadUnderText;
    const left = leave[from] ?? Infinity;
    const offer = (s: number, total: number, p: number): void => {
      if (total < (cost[s] ?? Infinity)) {
        cost[s] = total;
        back[s] = p;
      }
    };
    let heading = HEAD;
    for (let s = HEAD; s < ALONE; s++) if ((before[s] ?? Infinity) < (before[heading] ?? Infinity)) heading = s;
    const head = (before[heading] ?? Infinity) + costs.endHead(i - 1);
    const alone = before[ALONE] ?? Infinity;
    const afterHead = head + afterBreak;
    const afterAlone = alone + afterBreak;
    const changed = left + newMeasure;
    const resumed = left + resume;
    for (let j = 0; j < k; j++) {
      const over = fit.fits(i, measures[j] ?? 0);
      let least = leave[j] ?? Infinity;
      let p = j;
      const afterMore = leave[k + j] ?? Infinity;
      if (afterMore < least) [least, p] = [afterMore, k + j];
      if (changed < least) [least, p] = [changed, from];
      if (afterHead < least) [least, p] = [afterHead, heading];
      if (afterAlone < least) [least, p] = [afterAlone, ALONE];
      cost[j] = least + own.first + over;
      back[j] = p;
      least = (before[j] ?? Infinity) + goesOn(i - 1, j);
      p = j;
      const more = (before[k + j] ?? Infinity) + goesOn(i - 1, k + j);
      if (more < least) [least, p] = [more, k + j];
      if (resumed < least) [least, p] = [resumed, from];
      if (afterHead + resumeAfterHead < least) [least, p] = [afterHead + resumeAfterHead, heading];
      if (afterAlone + resumeAfterAlone < least) [least, p] = [afterAlone + resumeAfterAlone, ALONE];
      cost[k + j] = least + own.more + over;
      back[k + j] = p;
    }
    for (const [s, mine] of [[HEAD, own.head], [ALONE, own.alone]] as const) {
      offer(s, mine + left, from);
      offer(s, mine + head + COST.afterBreak, heading);
      offer(s, mine + alone + COST.afterBreak, ALONE);
    }
    for (let s = HEAD; s < ALONE; s++) {
      const next = Math.min(s + 1, ALONE - 1);
      offer(next, (before[s] ?? Infinity) + costs.headMore(i, s - HEAD + 2), s);
    }
    steps.push({ cost, back });
  }
  return trace(steps, k, measureOf, costs.end(n - 1));
}

function trace(steps: readonly Step[], k: number, measureOf: (s: number) => number, end: number): Decoded {
  const n = steps.length;
  let state = 0;
  let least = Infinity;
  steps[n - 1]?.cost.forEach((cost, s) => {
    const total = cost + (s < 2 * k ? end : 0);
    if (total < least) {
      least = total;
      state = s;
    }
  });
  const states = new Array<LineState>(n);
  const margin = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    if (state < 2 * k) states[i] = { kind: state < k ? 'first' : 'more', measure: measureOf(state) };
    else states[i] = { kind: state === 2 * k ? 'head' : state < 2 * k + MOST_HEAD_LINES ? 'head-more' : 'alone' };
    margin[i] = marginAt(steps[i]?.cost, state, k);
    state = Math.max(0, steps[i]?.back[state] ?? 0);
  }
  return { states, margin };
}

/** Gap to the cheapest state of another kind: text, head, alone. */
function marginAt(costs: Float64Array | undefined, state: number, k: number): number {
  if (!costs) return 0;
  const kindOf = (s: number): number => (s < 2 * k ? 0 : s < 2 * k + MOST_HEAD_LINES ? 1 : 2);
  let other = Infinity;
  costs.forEach((cost, s) => {
    if (kindOf(s) !== kindOf(state) && cost < other) other = cost;
  });
  return other === Infinity ? 9 : Math.max(0, other - (costs[state] ?? 0));
}
