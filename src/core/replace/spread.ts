/** Whose each character of the new text is: what was matched, and what was misread or left out between it. */
import { matchRuns } from './match.ts';
import { runsOf } from './runs.ts';

/** Where a character of the old text stood: which fragment, which of its spans, the how-many-eth of the fragment. */
export interface OldPlace {
  readonly owner: number;
  readonly span: number;
  readonly rank: number;
}

export interface Spread {
  /** Of the new text's characters that are not white space: UTF-16 offsets. */
  readonly offsets: readonly number[];
  /** The fragment that each goes to, or -1. */
  readonly owner: Int32Array;
  /** The character of the old text that each is, or -1. */
  readonly old: Int32Array;
}

/** A fragment of which less than this is left is not there any more. */
const LEAST_LEFT = 0.2;

/** `places`: one for each character of the old text that is not white space, in its order. */
export function spread(before: string, after: string, places: readonly OldPlace[]): Spread {
  const [a, b] = [runsOf(before), runsOf(after)];
  const owners = Int32Array.from(a.chars, (_, i) => places[a.starts[i] ?? 0]?.owner ?? -1);
  const { old: oldRun } = matchRuns(a, b, owners);
  const old = new Int32Array(b.offsets.length).fill(-1);
  const owner = new Int32Array(b.offsets.length).fill(-1);
  oldRun.forEach((i, j) => {
    if (i === -1) return;
    const [from, to] = [b.starts[j] ?? 0, b.starts[j + 1] ?? 0];
    const [first, end] = [a.starts[i] ?? 0, a.starts[i + 1] ?? 0];
    for (let at = from; at < to; at++) {
      const was = Math.min(first + at - from, end - 1);
      if (first + at - from < end) old[at] = was;
      owner[at] = places[was]?.owner ?? -1;
    }
  });
  forgetRemnants(old, owner, places);
  fill(after, b.offsets, old, owner, places);
  return { offsets: b.offsets, owner, old };
}

function forgetRemnants(old: Int32Array, owner: Int32Array, places: readonly OldPlace[]): void {
  const sizes = new Map<number, number>();
  const left = new Map<number, number>();
  for (const place of places) sizes.set(place.owner, (sizes.get(place.owner) ?? 0) + 1);
  owner.forEach((one) => left.set(one, (left.get(one) ?? 0) + 1));
  owner.forEach((one, i) => {
    if (one === -1 || (left.get(one) ?? 0) >= LEAST_LEFT * (sizes.get(one) ?? 0)) return;
    owner[i] = -1;
    old[i] = -1;
  });
}

/** Gives what is in no fragment yet to the one that it stands in, or that has a gap there; whole paragraphs stay open. */
function fill(
  text: string,
  offsets: readonly number[],
  old: Int32Array,
  owner: Int32Array,
  places: readonly OldPlace[],
): void {
  const n = owner.length;
  const lost = new Uint8Array(places.length).fill(1);
  for (const was of old) if (was !== -1) lost[was] = 0;
  const between = (i: number): string => text.slice((offsets[i - 1] ?? -1) + 1, offsets[i] ?? text.length);
  const isBreak = (i: number): boolean => i <= 0 || i >= n || /[\n\r\f]/u.test(between(i));
  const isBlank = (i: number): boolean => i <= 0 || i >= n || /[\n\r][^\S\n\r]*[\n\r]|\f/u.test(between(i));
  /** A character of the fragment went missing right after, or before, this old one. */
  const misses = (was: number, step: 1 | -1, of: number): boolean =>
    was !== -1 && lost[was + step] === 1 && places[was + step]?.owner === of;
  for (let from = 0; from < n; from++) {
    if (owner[from] !== -1) continue;
    let to = from;
    while (to < n && owner[to] === -1) to++;
    const [left, right] = [owner[from - 1] ?? -1, owner[to] ?? -1];
    if (left !== -1 && left === right && !(isBlank(from) && isBlank(to))) owner.fill(left, from, to);
    else if (left !== right || left === -1) {
      let head = from;
      while (head < to && !isBreak(head)) head++;
      let tail = to;
      while (tail > head && !isBreak(tail)) tail--;
      if (left !== -1 && (head < to || misses(old[from - 1] ?? -1, 1, left) || right === -1))
        owner.fill(left, from, head);
      else head = from;
      if (right !== -1 && tail < to) owner.fill(right, Math.max(head, tail), to);
      else if (right !== -1 && head === from && !isBreak(to)) owner.fill(right, from, to);
    }
    from = to - 1;
  }
}
