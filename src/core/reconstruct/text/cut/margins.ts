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

/** The cheapest rest of the page after each line, by the line's state: a row for each line. */
function backward(trellis: Trellis): Float64Array {
  const { lines, measures, head: HEAD, alone: ALONE, hole: HOLE, states, over: overs, holeIn, options } = trellis;
  const { goesOn, leaving, pierce, count: n } = trellis;
  const { holes } = options;
  const k = measures.length;
  const rest = new Float64Array(n * states);
  const end = (n - 1) * states;
  rest.fill(lines.end[n - 1] ?? 0, end, end + HEAD).fill(Infinity, end + HOLE);
  const first = new Float64Array(k);
  const more = new Float64Array(k);
  for (let i = n - 1; i > 0; i--) {
    const next = i * states;
    const to = next - states;
    const text = (i - 1) * 2 * k;
    const head = lines.head[i]!;
    let anyFirst = Infinity;
    let anyMore = Infinity;
    for (let j = 0; j < k; j++) {
      const over = overs[i * k + j]!;
      const begun = lines.first[i]! + over + rest[next + j]!;
      const gone = lines.more[i]! + over + rest[next + k + j]!;
      first[j] = begun;
      more[j] = gone;
      if (begun < anyFirst) anyFirst = begun;
      if (gone < anyMore) anyMore = gone;
    }
    const set = Math.min(head + rest[next + HEAD]!, lines.alone[i]! + rest[next + ALONE]!);
    const left = Math.min(anyFirst + COST.newMeasure, anyMore + options.resume, set);
    for (let s = 0; s < HEAD; s++) {
      const j = s < k ? s : s - k;
      const on = goesOn[text + s]! + more[j]!;
      const off = leaving[text + s]! + Math.min(first[j]!, left);
      const through = holes ? pierce[text + s]! + head + holeIn[i * k + j]! + rest[next + HOLE + j]! : Infinity;
      rest[to + s] = Math.min(on, off, through);
    }
    if (holes)
      for (let j = 0; j < k; j++)
        rest[to + HOLE + j] = Math.min(
          lines.holeEnd[i]! + more[j]!,
          lines.holeMore[i]! + holeIn[i * k + j]! + rest[next + HOLE + j]!,
        );
    const afterHead = lines.endHead[i - 1]! + COST.afterBreak + Math.min(anyFirst, anyMore + COST.resumeAfterHead, set);
    for (let s = HEAD; s < ALONE; s++)
      rest[to + s] = Math.min(afterHead, trellis.headMore(i, s - HEAD + 2) + rest[next + Math.min(s + 1, ALONE - 1)]!);
    rest[to + ALONE] = COST.afterBreak + Math.min(anyFirst, anyMore + COST.resumeAfterAlone, set);
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
    const row = i * states;
    const best = forward[row + state]! + rest[row + state]!;
    let otherKind = Infinity;
    let otherwise = Infinity;
    for (let s = 0; s < states; s++) {
      const here = forward[row + s]! + rest[row + s]!;
      if (here < otherKind && kindOf[s] !== kindOf[state]) otherKind = here;
      if (here < otherwise && begins[s] !== begins[state]) otherwise = here;
    }
    kind.push(Math.min(MOST, Math.max(0, otherKind - best)));
    begin.push(Math.min(MOST, Math.max(0, otherwise - best)));
  });
  return { kind, begin };
}
