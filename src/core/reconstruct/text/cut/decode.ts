/**
 * The cheapest reading of a page's lines, found by Viterbi. A line is the first line of a paragraph or goes on in one, each in one of the
 * page's measures; or it begins or goes on in a head; or it stands alone (page number, jump line, byline). Costs are negative logarithms, roughly.
 */
import { type CutPage, endsSentence, staysOpen } from './lines.ts';
import { fitOf } from './fit.ts';
import type { Mark } from './marks.ts';

export type LineState =
  | { readonly kind: 'first' | 'more'; readonly measure: number }
  | { readonly kind: 'head' | 'head-more' | 'alone' };

export interface Decoded {
  readonly states: readonly LineState[];
  /** How much dearer the page would be with line i read as another kind: its confidence. */
  readonly margin: readonly number[];
}

export interface DecodeOptions {
  /** Width by which a paragraph's first line is shorter, and the cost of one that is not. */
  readonly indent: number;
  readonly noIndent: number;
  /** Cost of a paragraph that stops in mid-sentence at a column's end. */
  readonly cutOpen: number;
}

const GO_ON = 0.15;
const END = 2.0 + 2.6;
const SENTENCE_INSIDE = 2.3;
const OPEN_END = 3.6;
const COMMA_END = 5;
const NEW_MEASURE = 3.2;
const AFTER_BREAK = 0.6;
const HEAD = 3.4;
const HEAD_MORE = 0.5;
const LONE = 0.4;

function headCost(page: CutPage, i: number): number {
  const line = page.lines[i];
  if (!line) return 9;
  const { text, width } = line;
  let cost = 0;
  if (page.han) {
    if (/[。；]$/u.test(text)) cost += 6;
    else if (/[，、：（《]$/u.test(text)) cost += 4;
    if (/[\p{Script=Han}”』」》）)\p{N}A-Za-z]\s+[“「『《\p{Script=Han}]/u.test(text) && !/(?:记者|記者|通讯员|通訊員)\s|[电電]\s/u.test(text)) cost -= 3;
    cost += Math.max(0, (text.match(/[，。；]/gu)?.length ?? 0) - 0) * 1.5;
    if (width > 24) cost += (width - 24) * 0.3;
  } else {
    if (/[.;]["”’]?$/u.test(text)) cost += 2.5;
    if (/[,\-–]$/u.test(text)) cost += 2;
    if (/^\p{Ll}/u.test(text)) cost += 0.5;
  }
  return cost;
}

export function decode(page: CutPage, marks: readonly Mark[], measures: readonly number[], options: DecodeOptions): Decoded {
  const n = page.lines.length;
  const k = measures.length;
  const HEAD_STATE = 2 * k;
  const MORE_STATE = HEAD_STATE + 1;
  const ALONE_STATE = HEAD_STATE + 2;
  const count = ALONE_STATE + 1;
  const fit = fitOf(page);
  const isFirst = (s: number): boolean => s < k;
  const isMore = (s: number): boolean => s >= k && s < 2 * k;
  const measureOf = (s: number): number => measures[s % k] ?? 0;
  const best: Float64Array[] = [];
  const from: Int16Array[] = [];

  const own = (i: number, s: number): number => {
    const line = page.lines[i];
    const mark = marks[i];
    if (!line || !mark) return 99;
    if (s === ALONE_STATE) return mark.alone ? LONE : 99;
    let cost = mark.alone ? 7 : 0;
    if (mark.jump?.direction === 'pointer' && s < HEAD_STATE) cost += 3;
    if (s === HEAD_STATE) {
      cost += HEAD + headCost(page, i) + (mark.opens ? 8 : 0) - (mark.section === 2 ? 1 : 0) - (mark.jump?.direction === 'pointer' ? 2 : 0);
      if (page.parted && line.glued) cost += 2;
    } else if (s === MORE_STATE) {
      cost += HEAD_MORE + headCost(page, i) * (page.han ? 1 : 0.4) + (mark.opens ? 8 : 0);
      if (page.parted) cost += line.glued ? -1 : 6;
      else if (page.han) cost += 4;
    } else {
      cost += fit.fits(i, measureOf(s));
      if (isFirst(s)) {
        if (mark.opens) cost -= 1.5;
        if (page.han && /^[，。、；：！？）》”」』]/u.test(line.text)) cost += 4;
        if (!page.han && /^\p{Ll}/u.test(line.text)) cost += 3.5;
        if (line.indent >= 1.5 && line.indent <= 5) cost -= 1.5;
      } else {
        if (mark.opens) cost += 6;
        if (line.indent >= 1.5 && line.indent <= 5) cost += 1;
      }
      if (page.parted && line.glued && !marks[i - 1]?.opens) cost += 2.5;
    }
    return cost;
  };

  /** Leaving line i as the last of its paragraph. */
  const endCost = (i: number): number => {
    const text = page.lines[i]?.text ?? '';
    if (endsSentence(text)) return END;
    return END + (staysOpen(text) ? COMMA_END : OPEN_END);
  };
  const goesOn = (i: number, s: number): number => {
    const room = measureOf(s);
    const inside = endsSentence(page.lines[i]?.text ?? '') ? SENTENCE_INSIDE : 0;
    if (!isFirst(s)) return GO_ON + inside + fit.goesOn(i, room);
    if (!options.indent) return GO_ON + inside + fit.goesOn(i, room);
    return GO_ON + inside + Math.min(fit.goesOn(i, room - options.indent), options.noIndent + fit.goesOn(i, room));
  };
  /** A paragraph that a column's end cut: its last line is full, and no sentence ends there. */
  const cutCost = (i: number, s: number): number => {
    const line = page.lines[i];
    if (!line) return 99;
    const room = measureOf(s) - (isFirst(s) ? options.indent : 0);
    const free = room - line.width;
    return options.cutOpen + Math.max(0, free - (page.han ? 1 : 3)) * 1.2;
  };

  for (let i = 0; i < n; i++) {
    const cost = new Float64Array(count).fill(Infinity);
    const back = new Int16Array(count).fill(-1);
    const previous = best[i - 1];
    const ends = i > 0 ? endCost(i - 1) : 0;
    const going = previous ? Array.from({ length: 2 * k }, (_, s) => goesOn(i - 1, s)) : [];
    const cutting = previous ? Array.from({ length: 2 * k }, (_, s) => Math.min(ends, cutCost(i - 1, s))) : [];
    for (let s = 0; s < count; s++) {
      const here = own(i, s);
      if (here >= 90) continue;
      if (!previous) {
        cost[s] = here + (isMore(s) ? 1 : s === MORE_STATE ? 9 : 0);
        continue;
      }
      for (let p = 0; p < count; p++) {
        const before = previous[p] ?? Infinity;
        if (before === Infinity) continue;
        let step: number;
        if (p < 2 * k) {
          if (isMore(s)) {
            if (s % k === p % k) step = going[p] ?? 9;
            else step = (cutting[p] ?? 9) + 4;
          } else if (s === MORE_STATE) continue;
          else {
            step = cutting[p] ?? 9;
            if (isFirst(s) && s % k !== p % k) step += NEW_MEASURE;
          }
        } else if (p === ALONE_STATE) {
          if (s === MORE_STATE) continue;
          step = isMore(s) ? 2.5 + AFTER_BREAK : AFTER_BREAK;
        } else if (s === MORE_STATE) step = 0;
        else step = isMore(s) ? 3.5 + AFTER_BREAK : AFTER_BREAK;
        const total = before + step;
        if (total < (cost[s] ?? Infinity) - here) {
          cost[s] = total + here;
          back[s] = p;
        }
      }
    }
    best.push(cost);
    from.push(back);
  }

  let state = 0;
  const lastCosts = best[n - 1];
  let least = Infinity;
  lastCosts?.forEach((cost, s) => {
    const total = cost + (s < 2 * k ? Math.min(endCost(n - 1), END + 1.5) : 0);
    if (total < least) {
      least = total;
      state = s;
    }
  });
  const states: LineState[] = new Array<LineState>(n);
  const margin: number[] = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    states[i] = isFirst(state)
      ? { kind: 'first', measure: measureOf(state) }
      : isMore(state)
        ? { kind: 'more', measure: measureOf(state) }
        : { kind: state === HEAD_STATE ? 'head' : state === MORE_STATE ? 'head-more' : 'alone' };
    margin[i] = marginAt(best[i], state, k);
    state = from[i]?.[state] ?? 0;
    if (state < 0) state = 0;
  }
  return { states, margin };
}

/** Forward cost gap to the best state of another kind (text, head, alone). */
function marginAt(costs: Float64Array | undefined, state: number, k: number): number {
  if (!costs) return 0;
  const kindOf = (s: number): number => (s < 2 * k ? 0 : s < 2 * k + 2 ? 1 : 2);
  let other = Infinity;
  costs.forEach((cost, s) => {
    if (kindOf(s) !== kindOf(state) && cost < other) other = cost;
  });
  return other === Infinity ? 9 : Math.max(0, other - (costs[state] ?? 0));
}
