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
  /** The state of each line, and the cost of the cheapest reading up to it, a row for each line: for margins. */
  readonly path: readonly number[];
  readonly forward: Float64Array;
}

const { afterBreak, newMeasure, resumeAfterHead, resumeAfterAlone } = COST;

export function decode(trellis: Trellis): Decoded {
  const { lines, measures, head: HEAD, alone: ALONE, hole: HOLE, states, over: overs, holeIn, options } = trellis;
  const { goesOn, leaving, pierce, count: n } = trellis;
  const { holes, resume } = options;
  const k = measures.length;
  const cost = new Float64Array(n * states).fill(Infinity);
  const back = new Int16Array(n * states).fill(-1);
  const leave = new Float64Array(2 * k);
  for (let i = 0; i < n; i++) {
    const own = i * states;
    const before = own - states;
    /** Of the line before. */
    const text = (i - 1) * 2 * k;
    const first = lines.first[i]!;
    const begun = lines.more[i]!;
    const head = lines.head[i]!;
    const alone = lines.alone[i]!;
    if (i === 0) {
      for (let j = 0; j < k; j++) {
        cost[j] = first + overs[j]!;
        cost[k + j] = begun + overs[j]! + 1;
      }
      cost[HEAD] = head;
      cost[ALONE] = alone;
      continue;
    }
    let from = 0;
    for (let s = 0; s < 2 * k; s++) {
      leave[s] = cost[before + s]! + leaving[text + s]!;
      if (leave[s]! < leave[from]!) from = s;
    }
    let heading = HEAD;
    for (let s = HEAD; s < ALONE; s++) if (cost[before + s]! < cost[before + heading]!) heading = s;
    const left = leave[from]!;
    const afterHead = cost[before + heading]! + lines.endHead[i - 1]! + afterBreak;
    const afterAlone = cost[before + ALONE]! + afterBreak;
    const holeEnd = lines.holeEnd[i]!;
    const holeMore = lines.holeMore[i]!;
    for (let j = 0; j < k; j++) {
      const over = overs[i * k + j]!;
      const inFirst = cost[before + j]!;
      const inMore = cost[before + k + j]!;
      const inHole = holes ? cost[before + HOLE + j]! : Infinity;
      let least = leave[j]!;
      let p = j;
      if (leave[k + j]! < least) {
        least = leave[k + j]!;
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
      cost[own + j] = least + first + over;
      back[own + j] = p;
      least = inFirst + goesOn[text + j]!;
      p = j;
      const more = inMore + goesOn[text + k + j]!;
      if (more < least) {
        least = more;
        p = k + j;
      }
      if (left + resume < least) {
        least = left + resume;
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
      if (inHole + holeEnd < least) {
        least = inHole + holeEnd;
        p = HOLE + j;
      }
      cost[own + k + j] = least + begun + over;
      back[own + k + j] = p;
      if (!holes) continue;
      const hole = holeIn[i * k + j]!;
      const fromFirst = inFirst + pierce[text + j]!;
      const fromMore = inMore + pierce[text + k + j]!;
      least = Math.min(fromFirst, fromMore) + head + hole;
      p = fromFirst < fromMore ? j : k + j;
      const further = inHole + holeMore + hole;
      if (further < least) {
        least = further;
        p = HOLE + j;
      }
      cost[own + HOLE + j] = least;
      back[own + HOLE + j] = p;
    }
    let least = afterAlone;
    let p = ALONE;
    if (left <= afterHead && left <= afterAlone) {
      least = left;
      p = from;
    } else if (afterHead <= afterAlone) {
      least = afterHead;
      p = heading;
    }
    cost[own + HEAD] = head + least;
    cost[own + ALONE] = alone + least;
    back[own + HEAD] = p;
    back[own + ALONE] = p;
    for (let s = HEAD; s < ALONE; s++) {
      const next = Math.min(s + 1, ALONE - 1);
      const total = cost[before + s]! + trellis.headMore(i, s - HEAD + 2);
      if (total < cost[own + next]!) {
        cost[own + next] = total;
        back[own + next] = s;
      }
    }
  }
  return trace(trellis, cost, back);
}

function trace(trellis: Trellis, forward: Float64Array, back: Int16Array): Decoded {
  const { lines, measures, head, alone, hole, states: width, count: n } = trellis;
  const k = measures.length;
  const end = lines.end[n - 1] ?? 0;
  let state = 0;
  let least = Infinity;
  forward.subarray((n - 1) * width).forEach((cost, s) => {
    // a foreign head at the page's end cuts nothing
    const total = cost + (s < head ? end : s >= hole ? Infinity : 0);
    if (total < least) [least, state] = [total, s];
  });
  const path = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    path[i] = state;
    state = Math.max(0, back[i * width + state]!);
  }
  const states = path.map((s, i): LineState => {
    if (s >= hole) return { kind: path[i - 1] === s && lines.sameHead[i] ? 'head-more' : 'head' };
    if (s < head) return { kind: s < k ? 'first' : 'more', measure: measures[s % k] ?? 0 };
    return { kind: s === head ? 'head' : s < alone ? 'head-more' : 'alone' };
  });
  return { states, path, forward };
}
