/** Passages that stand twice: windows of letters are hashed, of each run of windows the least is kept, and what meets is compared. */

export interface Passage {
  /** UTF-16 offsets into either text. */
  readonly first: readonly [number, number];
  readonly again: readonly [number, number];
}

/** Of so many windows in a row one is kept: a passage longer than a window by as many letters is sure to be seen. */
export const RUN = 16;
const BASE = 257;

interface Letters {
  readonly codes: Uint16Array;
  /** Offset of each letter in the text. */
  readonly at: Uint32Array;
  readonly n: number;
}

/** The letters and digits alone: what stands between is set differently each time. `into`: room for as many as the text has. */
function lettersOf(
  text: string,
  into = { codes: new Uint16Array(text.length), at: new Uint32Array(text.length) },
): Letters {
  const { codes, at } = into;
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || (code > 0x39 && code < 0x41) || (code > 0x5a && code < 0x61) || (code > 0x7a && code < 0xaa))
      continue;
    if ((code >= 0x2000 && code < 0x2e80) || (code >= 0x3000 && code < 0x3041) || (code >= 0xff00 && code < 0xff10))
      continue;
    codes[n] = code >= 0x41 && code <= 0x5a ? code + 32 : code;
    at[n++] = i;
  }
  return { codes, at, n };
}

interface Marks {
  /** Where the kept windows begin, in letters. */
  readonly from: readonly number[];
  readonly hashes: readonly number[];
}

/** The hash of the window that begins at each letter: room that is used again. */
let windows = new Int32Array(1 << 12);

function marksOf({ codes, n }: Letters, window: number): Marks {
  const length = Math.max(0, n - window + 1);
  if (windows.length < length) windows = new Int32Array(length * 2);
  const all = windows;
  let power = 1;
  for (let i = 1; i < window; i++) power = Math.imul(power, BASE);
  let hash = 0;
  for (let i = 0; i < n; i++) {
    if (i >= window) hash -= Math.imul(codes[i - window] ?? 0, power);
    hash = (Math.imul(hash, BASE) + (codes[i] ?? 0)) | 0;
    if (i >= window - 1) all[i - window + 1] = hash;
  }
  const from: number[] = [];
  const hashes: number[] = [];
  let least = -1;
  for (let i = 0; i === 0 ? length > 0 : i + RUN <= length; i++) {
    const end = Math.min(i + RUN, length);
    const before = least;
    // The first of the least; where the last one is out of the run, it is looked for anew.
    if (least < i) {
      least = i;
      for (let k = i + 1; k < end; k++) if ((all[k] ?? 0) < (all[least] ?? 0)) least = k;
    } else if ((all[end - 1] ?? 0) < (all[least] ?? 0)) least = end - 1;
    if (least === before) continue;
    from.push(least);
    hashes.push(all[least] ?? 0);
  }
  return { from, hashes };
}

const scratch = { codes: new Uint16Array(1 << 12), at: new Uint32Array(1 << 12) };

/** The hashes by which a text is known to share a passage with another. */
export function echoesOf(text: string, window: number): readonly number[] {
  if (scratch.codes.length < text.length) {
    scratch.codes = new Uint16Array(text.length * 2);
    scratch.at = new Uint32Array(text.length * 2);
  }
  return marksOf(lettersOf(text, scratch), window).hashes;
}

/** The longest passage that stands in both texts, or twice in the one (`again` null), of at least `least` letters; null where there is none. */
export function repeatedPassage(first: string, again: string | null, window: number, least: number): Passage | null {
  const same = again === null;
  const x = lettersOf(first);
  const y = same ? x : lettersOf(again);
  const marks = marksOf(x, window);
  const others = same ? marks : marksOf(y, window);
  /** Where each hash stands first. */
  const seen = new Map<number, number>();
  for (let i = marks.from.length - 1; i >= 0; i--) seen.set(marks.hashes[i] ?? 0, marks.from[i] ?? 0);
  let best: { passage: Passage; n: number } | null = null;
  /** What the last one reached, and how far it lies behind the other: the next window in it would grow to the same. */
  let reached = -1;
  let behind = 0;
  for (const [i, from] of others.from.entries()) {
    const at = seen.get(others.hashes[i] ?? 0);
    if (at === undefined || (same && at >= from) || (from < reached && from - at === behind)) continue;
    const found = grown(x, y, at, from, window, same);
    if (found && !same) [reached, behind] = [found.end - window, from - at];
    if (found && found.n >= least && found.n > (best?.n ?? 0)) best = found;
  }
  return best?.passage ?? null;
}

/** The whole passage round two windows that meet; null where they only share a hash. */
function grown(
  x: Letters,
  y: Letters,
  a: number,
  b: number,
  window: number,
  same: boolean,
): { passage: Passage; n: number; end: number } | null {
  const alike = (by: number): boolean =>
    a + by >= 0 && b + by >= 0 && a + by < x.n && b + by < y.n && x.codes[a + by] === y.codes[b + by];
  for (let i = 0; i < window; i++) if (!alike(i)) return null;
  let back = 0;
  let on = window;
  // In one text the second may not run into the first.
  while (alike(-back - 1) && !(same && b - back - 1 < a + on)) back++;
  while (alike(on) && !(same && a + on >= b - back)) on++;
  const range = ({ at }: Letters, from: number): readonly [number, number] => [
    at[from - back] ?? 0,
    (at[from + on - 1] ?? 0) + 1,
  ];
  return { passage: { first: range(x, a), again: range(y, b) }, n: back + on, end: b + on };
}
