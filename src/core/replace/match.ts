/** Which runs of an old text are which of a new one: long equal stretches wherever they stand, then what lies between them. */
import { diffArrays } from 'diff';
import type { Runs } from './runs.ts';

/** Runs in a row that are taken for the same text wherever they stand, if they are there once. */
const GRAM = 12;
/** Edits between two texts beyond which they are not looked at as one. */
const MOST_EDITS = 2000;

export interface Matching {
  /** For each run of the new text the old one, or -1. */
  readonly old: Int32Array;
  readonly now: Int32Array;
}

/** `owners`: for each old run whose it is. */
export function matchRuns(before: Runs, after: Runs, owners: Int32Array): Matching {
  const [a, b] = [before.chars, after.chars];
  const matching = { old: new Int32Array(b.length).fill(-1), now: new Int32Array(a.length).fill(-1) };
  matchGrams(a, b, matching);
  matchGaps(a, b, owners, matching);
  matchWhole(a, b, owners, matching);
  matchGaps(a, b, owners, matching);
  return matching;
}

function pair({ old, now }: Matching, i: number, j: number): void {
  now[i] = j;
  old[j] = i;
}

const NOT_ONCE = -1;

/** Where each stretch of `GRAM` begins that is there once. */
function gramsOf(chars: readonly string[]): Map<string, number> {
  const grams = new Map<string, number>();
  for (let i = 0; i + GRAM <= chars.length; i++) {
    const gram = chars.slice(i, i + GRAM).join('');
    grams.set(gram, grams.has(gram) ? NOT_ONCE : i);
  }
  return grams;
}

function matchGrams(a: readonly string[], b: readonly string[], matching: Matching): void {
  const there = gramsOf(b);
  for (const [gram, i] of gramsOf(a)) {
    const j = there.get(gram) ?? NOT_ONCE;
    if (i === NOT_ONCE || j === NOT_ONCE || matching.now[i] !== -1) continue;
    if (matching.old.subarray(j, j + GRAM).some((o) => o !== -1)) continue;
    if (matching.now.subarray(i, i + GRAM).some((n) => n !== -1)) continue;
    extend(a, b, matching, i, j);
  }
}

/** Pairs what is equal from here on, both ways. */
function extend(a: readonly string[], b: readonly string[], matching: Matching, i: number, j: number): void {
  const { old, now } = matching;
  const same = (k: number): boolean =>
    a[i + k] !== undefined && a[i + k] === b[j + k] && now[i + k] === -1 && old[j + k] === -1;
  for (let k = 0; same(k); k++) pair(matching, i + k, j + k);
  for (let k = -1; same(k); k--) pair(matching, i + k, j + k);
}

/** Fragments that are there whole, once, among what is left: short heads that were moved. */
function matchWhole(a: readonly string[], b: readonly string[], owners: Int32Array, matching: Matching): void {
  const { now } = matching;
  for (const [from, to] of stretches(a.length, (i) => now[i] === -1, owners)) {
    if (to - from < 2 || owners[from - 1] === owners[from] || owners[to] === owners[from]) continue;
    const found: number[] = [];
    for (let j = 0; j + to - from <= b.length && found.length < 2; j++) {
      let k = 0;
      while (from + k < to && b[j + k] === a[from + k] && matching.old[j + k] === -1) k++;
      if (from + k === to) found.push(j);
    }
    const [only] = found;
    if (found.length === 1 && only !== undefined)
      for (let k = 0; from + k < to; k++) pair(matching, from + k, only + k);
  }
}

/** Stretches for which `is` holds, each of one owner. */
function stretches(n: number, is: (i: number) => boolean, owners?: Int32Array): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < n; i++) {
    if (!is(i)) continue;
    const last = found.at(-1);
    if (last?.[1] === i && (!owners || owners[i] === owners[i - 1])) last[1] = i + 1;
    else found.push([i, i + 1]);
  }
  return found;
}

/** What is open between two matched runs of the old text, against what is open beside them in the new one. */
function matchGaps(a: readonly string[], b: readonly string[], owners: Int32Array, matching: Matching): void {
  const { old, now } = matching;
  for (const [from, to] of stretches(a.length, (i) => now[i] === -1)) {
    const left = from === 0 ? 0 : (now[from - 1] ?? 0) + 1;
    const right = to === a.length ? b.length : (now[to] ?? 0);
    let end = left;
    while (end < b.length && old[end] === -1) end++;
    matchGap(a, b, owners, matching, [from, to], [left, end]);
    if (end === right) continue;
    let begin = right;
    while (begin > 0 && old[begin - 1] === -1) begin--;
    matchGap(a, b, owners, matching, [from, to], [begin, right]);
  }
}

type Range = readonly [from: number, to: number];

function matchGap(
  a: readonly string[],
  b: readonly string[],
  owners: Int32Array,
  matching: Matching,
  [from, to]: Range,
  [begin, end]: Range,
): void {
  if (begin >= end) return;
  const rows = Array.from({ length: to - from }, (_, i) => from + i).filter((i) => matching.now[i] === -1);
  const parts = diffArrays(
    rows.map((i) => a[i] ?? ''),
    b.slice(begin, end),
    { maxEditLength: MOST_EDITS },
  );
  if (!parts) return;
  const pairs: (readonly [i: number, j: number])[] = [];
  let row = 0;
  let j = begin;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) for (let k = 0; k < value.length; k++) pairs.push([rows[row + k] ?? 0, j + k]);
    if (!added) row += value.length;
    if (!removed) j += value.length;
  }
  for (const owner of new Set(rows.map((i) => owners[i]))) {
    const own = pairs.filter(([i]) => owners[i] === owner);
    if (isAlike(own, rows.filter((i) => owners[i] === owner).length)) for (const [i, k] of own) pair(matching, i, k);
  }
}

/** Two texts that have nothing to do with each other share letters too, but seldom two in a row. */
function isAlike(pairs: readonly Range[], length: number): boolean {
  const follows = (x: Range | undefined, y: Range | undefined): boolean =>
    x !== undefined && y !== undefined && x[0] + 1 === y[0] && x[1] + 1 === y[1];
  const solid = pairs.filter((p, i) => follows(pairs[i - 1], p) || follows(p, pairs[i + 1])).length;
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return false;
  const extent = last[1] - first[1] + 1;
  return (pairs.length === length && extent === length) || (solid >= length / 2 && extent <= 2 * length + 4);
}
