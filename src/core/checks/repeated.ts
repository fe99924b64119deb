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

/** The letters and digits alone: what stands between is set differently each time. */
function lettersOf(text: string): Letters {
  const codes = new Uint16Array(text.length);
  const at = new Uint32Array(text.length);
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

/** Where the kept windows begin, in letters, with their hashes. */
function marksOf({ codes, n }: Letters, window: number): { readonly from: number; readonly hash: number }[] {
  const hashes = new Int32Array(Math.max(0, n - window + 1));
  let power = 1;
  for (let i = 1; i < window; i++) power = Math.imul(power, BASE);
  let hash = 0;
  for (let i = 0; i < n; i++) {
    if (i >= window) hash -= Math.imul(codes[i - window] ?? 0, power);
    hash = (Math.imul(hash, BASE) + (codes[i] ?? 0)) | 0;
    if (i >= window - 1) hashes[i - window + 1] = hash;
  }
  const marks: { from: number; hash: number }[] = [];
  for (let i = 0; i === 0 ? hashes.length > 0 : i + RUN <= hashes.length; i++) {
    const end = Math.min(i + RUN, hashes.length);
    let least = i;
    for (let k = i + 1; k < end; k++) if ((hashes[k] ?? 0) < (hashes[least] ?? 0)) least = k;
    if (marks.at(-1)?.from !== least) marks.push({ from: least, hash: hashes[least] ?? 0 });
  }
  return marks;
}

/** The hashes by which a text is known to share a passage with another. */
export const echoesOf = (text: string, window: number): number[] =>
  marksOf(lettersOf(text), window).map(({ hash }) => hash);

/** The longest passage that stands in both texts, or twice in the one, of at least `least` letters; null where there is none. */
export function repeatedPassage(first: string, again: string, window: number, least: number): Passage | null {
  const same = first === again;
  const [x, y] = [lettersOf(first), lettersOf(again)];
  const seen = new Map(
    marksOf(x, window)
      .toReversed()
      .map(({ from, hash }) => [hash, from]),
  );
  let best: { passage: Passage; n: number } | null = null;
  for (const { from, hash } of marksOf(y, window)) {
    const at = seen.get(hash);
    if (at === undefined || (same && at >= from)) continue;
    const found = grown(x, y, at, from, window, same);
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
): { passage: Passage; n: number } | null {
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
  return { passage: { first: range(x, a), again: range(y, b) }, n: back + on };
}
