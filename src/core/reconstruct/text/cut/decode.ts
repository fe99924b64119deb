/**
 * The cheapest reading of a page's lines, found by Viterbi. A line is the first line of a paragraph or goes on in one, each in one of the
 * page's measures; or it begins or goes on in a head; or it stands alone (page number, jump line, byline).
 */
import { COST } from './costs.ts';
import type { Trellis } from './trellis.ts';

export type LineState =
  { readonly kind: 'first' | 'more'; readonly measure: number } | { readonly kind: 'head' | 'head-more' | 'alone' };

export interface Decoded {
  readonly states: readonly LineState[];
  /** The state of each line, and the cost of the cheapest reading up to it by state: for margins. */
  readonly path: readonly number[];
  readonly forward: readonly Float64Array[];
}

const { afterBreak, newMeasure, resumeAfterHead, resumeAfterAlone } = COST;

export function decode(trellis: Trellis): Decoded {
  const { lines: n, measures, head: HEAD, alone: ALONE, hole: HOLE, states, own, options } = trellis;
  const k = measures.length;
  const forward: Float64Array[] = [];
  const backs: Int16Array[] = [];
  for (let i = 0; i < n; i++) {
    const cost = new Float64Array(states).fill(Infinity);
    const back = new Int16Array(states).fill(-1);
    const mine = own[i];
    const before = forward[i - 1];
    forward.push(cost);
    backs.push(back);
    if (!mine) continue;
    if (!before) {
      for (let j = 0; j < k; j++) {
        cost[j] = mine.first + (mine.over[j] ?? 0);
        cost[k + j] = mine.more + (mine.over[j] ?? 0) + 1;
      }
      cost[HEAD] = mine.head;
      cost[ALONE] = mine.alone;
      continue;
    }
    const leave = new Float64Array(2 * k);
    let from = 0;
    for (let s = 0; s < 2 * k; s++) {
      leave[s] = (before[s] ?? Infinity) + trellis.leaving(i - 1, s);
      if ((leave[s] ?? Infinity) < (leave[from] ?? Infinity)) from = s;
    }
    let heading = HEAD;
    for (let s = HEAD; s < ALONE; s++) if ((before[s] ?? Infinity) < (before[heading] ?? Infinity)) heading = s;
    const left = leave[from] ?? Infinity;
    const afterHead = (before[heading] ?? Infinity) + trellis.endHead(i - 1) + afterBreak;
    const afterAlone = (before[ALONE] ?? Infinity) + afterBreak;
    const holeEnd = trellis.holeEnd(i);
    const holeMore = trellis.holeMore(i);
    for (let j = 0; j < k; j++) {
      const over = mine.over[j] ?? 0;
      let least = leave[j] ?? Infinity;
      let p = j;
      const afterMore = leave[k + j] ?? Infinity;
      if (afterMore < least) [least, p] = [afterMore, k + j];
      if (left + newMeasure < least) [least, p] = [left + newMeasure, from];
      if (afterHead < least) [least, p] = [afterHead, heading];
      if (afterAlone < least) [least, p] = [afterAlone, ALONE];
      cost[j] = least + mine.first + over;
      back[j] = p;
      least = (before[j] ?? Infinity) + trellis.goesOn(i - 1, j);
      p = j;
      const more = (before[k + j] ?? Infinity) + trellis.goesOn(i - 1, k + j);
      if (more < least) [least, p] = [more, k + j];
      if (left + options.resume < least) [least, p] = [left + options.resume, from];
      if (afterHead + resumeAfterHead < least) [least, p] = [afterHead + resumeAfterHead, heading];
      if (afterAlone + resumeAfterAlone < least) [least, p] = [afterAlone + resumeAfterAlone, ALONE];
      if ((before[HOLE + j] ?? Infinity) + holeEnd < least)
        [least, p] = [(before[HOLE + j] ?? Infinity) + holeEnd, HOLE + j];
      cost[k + j] = least + mine.more + over;
      back[k + j] = p;
      const fromFirst = (before[j] ?? Infinity) + trellis.pierce(i - 1, j);
      const fromMore = (before[k + j] ?? Infinity) + trellis.pierce(i - 1, k + j);
      least = Math.min(fromFirst, fromMore) + (mine.hole[j] ?? 0);
      p = fromFirst < fromMore ? j : k + j;
      const further = (before[HOLE + j] ?? Infinity) + holeMore + Math.max(0, (mine.hole[j] ?? 0) - mine.head);
      if (further < least) [least, p] = [further, HOLE + j];
      cost[HOLE + j] = least;
      back[HOLE + j] = p;
    }
    const [least, p] =
      left <= afterHead && left <= afterAlone
        ? [left, from]
        : afterHead <= afterAlone
          ? [afterHead, heading]
          : [afterAlone, ALONE];
    cost[HEAD] = mine.head + least;
    cost[ALONE] = mine.alone + least;
    back[HEAD] = p;
    back[ALONE] = p;
    for (let s = HEAD; s < ALONE; s++) {
      const next = Math.min(s + 1, ALONE - 1);
      const total = (before[s] ?? Infinity) + trellis.headMore(i, s - HEAD + 2);
      if (total < (cost[next] ?? Infinity)) {
        cost[next] = total;
        back[next] = s;
      }
    }
  }
  return trace(trellis, forward, backs);
}

function trace(trellis: Trellis, forward: readonly Float64Array[], backs: readonly Int16Array[]): Decoded {
  const { lines: n, measures, head, alone, hole } = trellis;
  const k = measures.length;
  const end = trellis.end(n - 1);
  let state = 0;
  let least = Infinity;
  forward[n - 1]?.forEach((cost, s) => {
    // a foreign head at the page's end cuts nothing
    const total = cost + (s < head ? end : s >= hole ? Infinity : 0);
    if (total < least) [least, state] = [total, s];
  });
  const path = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    path[i] = state;
    state = Math.max(0, backs[i]?.[state] ?? 0);
  }
  const states = path.map((s, i): LineState => {
    if (s >= hole) return { kind: path[i - 1] === s && trellis.sameHead(i) ? 'head-more' : 'head' };
    if (s < head) return { kind: s < k ? 'first' : 'more', measure: measures[s % k] ?? 0 };
    return { kind: s === head ? 'head' : s < alone ? 'head-more' : 'alone' };
  });
  return { states, path, forward };
}
