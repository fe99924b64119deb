/** How sure a reading is: what the whole page would cost more with a line read otherwise. */
import { COST } from './costs.ts';
import type { Decoded } from './decode.ts';
import type { Trellis } from './trellis.ts';

export interface Margins {
  /** With line i as another kind: text, head, alone. */
  readonly kind: readonly number[];
  /** With line i going on where it begins something, or beginning something where it goes on. */
  readonly begin: readonly number[];
}

const MOST = 30;

/** The cheapest rest of the page after each line, by the line's state. */
function backward(trellis: Trellis): Float64Array[] {
  const { lines: n, measures, head: HEAD, alone: ALONE, hole: HOLE, states, own, options } = trellis;
  const k = measures.length;
  const rest = Array.from({ length: n }, () => new Float64Array(states));
  rest[n - 1]?.fill(trellis.end(n - 1), 0, HEAD).fill(Infinity, HOLE);
  for (let i = n - 1; i > 0; i--) {
    const next = rest[i];
    const to = rest[i - 1];
    const mine = own[i];
    if (!next || !to || !mine) continue;
    const first = Float64Array.from(measures, (_, j) => mine.first + (mine.over[j] ?? 0) + (next[j] ?? 0));
    const more = Float64Array.from(measures, (_, j) => mine.more + (mine.over[j] ?? 0) + (next[k + j] ?? 0));
    const anyFirst = Math.min(...first);
    const anyMore = Math.min(...more);
    const set = Math.min(mine.head + (next[HEAD] ?? 0), mine.alone + (next[ALONE] ?? 0));
    const left = Math.min(anyFirst + COST.newMeasure, anyMore + options.resume, set);
    for (let s = 0; s < HEAD; s++) {
      const j = s % k;
      to[s] = Math.min(
        trellis.goesOn(i - 1, s) + (more[j] ?? 0),
        trellis.leaving(i - 1, s) + Math.min(first[j] ?? 0, left),
        trellis.pierce(i - 1, s) + (mine.hole[j] ?? 0) + (next[HOLE + j] ?? Infinity),
      );
    }
    for (let j = 0; j < k; j++)
      to[HOLE + j] = Math.min(trellis.holeEnd(i) + (more[j] ?? 0), trellis.holeMore(i) + (next[HOLE + j] ?? Infinity));
    const afterHead =
      trellis.endHead(i - 1) + COST.afterBreak + Math.min(anyFirst, anyMore + COST.resumeAfterHead, set);
    for (let s = HEAD; s < ALONE; s++)
      to[s] = Math.min(afterHead, trellis.headMore(i, s - HEAD + 2) + (next[Math.min(s + 1, ALONE - 1)] ?? 0));
    to[ALONE] = COST.afterBreak + Math.min(anyFirst, anyMore + COST.resumeAfterAlone, set);
  }
  return rest;
}

export function marginsOf(trellis: Trellis, { path, forward }: Decoded): Margins {
  const { measures, head, alone, hole, states } = trellis;
  const k = measures.length;
  const rest = backward(trellis);
  const kindOf = (s: number): number => (s < head ? 0 : s === alone ? 2 : 1);
  const begins = (s: number): boolean => s < k || s === head || s === alone || s >= hole;
  const kind: number[] = [];
  const begin: number[] = [];
  path.forEach((state, i) => {
    const total = (s: number): number => (forward[i]?.[s] ?? Infinity) + (rest[i]?.[s] ?? Infinity);
    const best = total(state);
    let otherKind = Infinity;
    let otherwise = Infinity;
    for (let s = 0; s < states; s++) {
      const here = total(s);
      if (kindOf(s) !== kindOf(state)) otherKind = Math.min(otherKind, here);
      if (begins(s) !== begins(state)) otherwise = Math.min(otherwise, here);
    }
    kind.push(Math.min(MOST, Math.max(0, otherKind - best)));
    begin.push(Math.min(MOST, Math.max(0, otherwise - best)));
  });
  return { kind, begin };
}
