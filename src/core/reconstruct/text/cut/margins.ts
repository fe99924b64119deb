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
  const { lines, measures, head: HEAD, alone: ALONE, hole: HOLE, states, own, options } = trellis;
  const n = own.length;
  const k = measures.length;
  const rest = Array.from({ length: n }, () => new Float64Array(states));
  rest[n - 1]?.fill(lines.end[n - 1] ?? 0, 0, HEAD).fill(Infinity, HOLE);
  const first = new Float64Array(k);
  const more = new Float64Array(k);
  for (let i = n - 1; i > 0; i--) {
    const next = rest[i];
    const to = rest[i - 1];
    const mine = own[i];
    if (!next || !to || !mine) continue;
    const head = lines.head[i] ?? 0;
    let anyFirst = Infinity;
    let anyMore = Infinity;
    for (let j = 0; j < k; j++) {
      const over = mine.over[j] ?? 0;
      const begun = (lines.first[i] ?? 0) + over + (next[j] ?? 0);
      const gone = (lines.more[i] ?? 0) + over + (next[k + j] ?? 0);
      first[j] = begun;
      more[j] = gone;
      if (begun < anyFirst) anyFirst = begun;
      if (gone < anyMore) anyMore = gone;
    }
    const set = Math.min(head + (next[HEAD] ?? 0), (lines.alone[i] ?? 0) + (next[ALONE] ?? 0));
    const left = Math.min(anyFirst + COST.newMeasure, anyMore + options.resume, set);
    for (let s = 0; s < HEAD; s++) {
      const j = s < k ? s : s - k;
      to[s] = Math.min(
        trellis.goesOn(i - 1, s) + (more[j] ?? 0),
        trellis.leaving(i - 1, s) + Math.min(first[j] ?? 0, left),
        options.holes ? trellis.pierce(i - 1, s) + head + (mine.hole[j] ?? 0) + (next[HOLE + j] ?? Infinity) : Infinity,
      );
    }
    if (options.holes)
      for (let j = 0; j < k; j++)
        to[HOLE + j] = Math.min(
          (lines.holeEnd[i] ?? 0) + (more[j] ?? 0),
          (lines.holeMore[i] ?? 0) + (mine.hole[j] ?? 0) + (next[HOLE + j] ?? Infinity),
        );
    const afterHead =
      (lines.endHead[i - 1] ?? 0) + COST.afterBreak + Math.min(anyFirst, anyMore + COST.resumeAfterHead, set);
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
  const kindOf = Int8Array.from({ length: states }, (_, s) => (s < head ? 0 : s === alone ? 2 : 1));
  const begins = Array.from({ length: states }, (_, s) => s < k || s === head || s === alone || s >= hole);
  const kind: number[] = [];
  const begin: number[] = [];
  path.forEach((state, i) => {
    const before = forward[i];
    const after = rest[i];
    if (!before || !after) return;
    const best = (before[state] ?? Infinity) + (after[state] ?? Infinity);
    let otherKind = Infinity;
    let otherwise = Infinity;
    for (let s = 0; s < states; s++) {
      const here = (before[s] ?? Infinity) + (after[s] ?? Infinity);
      if (here < otherKind && kindOf[s] !== kindOf[state]) otherKind = here;
      if (here < otherwise && begins[s] !== begins[state]) otherwise = here;
    }
    kind.push(Math.min(MOST, Math.max(0, otherKind - best)));
    begin.push(Math.min(MOST, Math.max(0, otherwise - best)));
  });
  return { kind, begin };
}
