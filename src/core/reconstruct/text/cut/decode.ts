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
  const { lines, measures, head: HEAD, alone: ALONE, hole: HOLE, states, own, options } = trellis;
  const n = own.length;
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
    const [first, begun, head, alone] = [
      lines.first[i] ?? 0,
      lines.more[i] ?? 0,
      lines.head[i] ?? 0,
      lines.alone[i] ?? 0,
    ];
    if (!before) {
      for (let j = 0; j < k; j++) {
        cost[j] = first + (mine.over[j] ?? 0);
        cost[k + j] = begun + (mine.over[j] ?? 0) + 1;
      }
      cost[HEAD] = head;
      cost[ALONE] = alone;
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
    const afterHead = (before[heading] ?? Infinity) + (lines.endHead[i - 1] ?? 0) + afterBreak;
    const afterAlone = (before[ALONE] ?? Infinity) + afterBreak;
    const holeEnd = lines.holeEnd[i] ?? 0;
    const holeMore = lines.holeMore[i] ?? 0;
    for (let j = 0; j < k; j++) {
      const over = mine.over[j] ?? 0;
      let least = leave[j] ?? Infinity;
      let p = j;
      const afterMore = leave[k + j] ?? Infinity;
      if (afterMore < least) {
        least = afterMore;
        p = k + j;
      }
      if (left + newMeasure < least) {
        least = left + newMeasure;
        p = from;
      }
      if (afterHead < least) {
        least = afterHead;
        p = heading;
      }
      if (afterAlone < least) {
        least = afterAlone;
        p = ALONE;
      }
      cost[j] = least + first + over;
      back[j] = p;
      least = (before[j] ?? Infinity) + trellis.goesOn(i - 1, j);
      p = j;
      const more = (before[k + j] ?? Infinity) + trellis.goesOn(i - 1, k + j);
      if (more < least) {
        least = more;
        p = k + j;
      }
      if (left + options.resume < least) {
        least = left + options.resume;
        p = from;
      }
      if (afterHead + resumeAfterHead < least) {
        least = afterHead + resumeAfterHead;
        p = heading;
      }
      if (afterAlone + resumeAfterAlone < least) {
        least = afterAlone + resumeAfterAlone;
        p = ALONE;
      }
      const through = (before[HOLE + j] ?? Infinity) + holeEnd;
      if (through < least) {
        least = through;
        p = HOLE + j;
      }
      cost[k + j] = least + begun + over;
      back[k + j] = p;
      if (!options.holes) continue;
      const fromFirst = (before[j] ?? Infinity) + trellis.pierce(i - 1, j);
      const fromMore = (before[k + j] ?? Infinity) + trellis.pierce(i - 1, k + j);
      least = Math.min(fromFirst, fromMore) + head + (mine.hole[j] ?? 0);
      p = fromFirst < fromMore ? j : k + j;
      const further = (before[HOLE + j] ?? Infinity) + holeMore + (mine.hole[j] ?? 0);
      if (further < least) {
        least = further;
        p = HOLE + j;
      }
      cost[HOLE + j] = least;
      back[HOLE + j] = p;
    }
    const [least, p] =
      left <= afterHead && left <= afterAlone
        ? [left, from]
        : afterHead <= afterAlone
          ? [afterHead, heading]
          : [afterAlone, ALONE];
    cost[HEAD] = head + least;
    cost[ALONE] = alone + least;
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
  const { lines, measures, head, alone, hole } = trellis;
  const n = trellis.own.length;
  const k = measures.length;
  const end = lines.end[n - 1] ?? 0;
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
    if (s >= hole) return { kind: path[i - 1] === s && lines.sameHead[i] ? 'head-more' : 'head' };
    if (s < head) return { kind: s < k ? 'first' : 'more', measure: measures[s % k] ?? 0 };
    return { kind: s === head ? 'head' : s < alone ? 'head-more' : 'alone' };
  });
  return { states, path, forward };
}
