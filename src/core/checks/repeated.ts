/** Passages that stand twice: windows of letters are hashed, of each run of windows the least is kept, and what meets is compared. */

export interface Passage {
  /** Index of the text, and offsets into it. */
  readonly first: { readonly text: number; readonly at: readonly [number, number] };
  readonly again: { readonly text: number; readonly at: readonly [number, number] };
}

const RUN = 8;
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

/** Passages of at least `least` letters that stand twice among the texts, each pair of texts once. `window` is smaller than `least` by 8 or more. */
export function repeatedPassages(texts: readonly string[], window: number, least: number): Passage[] {
  const all = texts.map(lettersOf);
  const seen = new Map<number, { text: number; from: number }>();
  const found = new Map<string, Passage>();
  let power = 1;
  for (let i = 1; i < window; i++) power = Math.imul(power, BASE);
  all.forEach(({ codes, n }, text) => {
    const hashes = new Int32Array(Math.max(0, n - window + 1));
    let hash = 0;
    for (let i = 0; i < n; i++) {
      if (i >= window) hash -= Math.imul(codes[i - window] ?? 0, power);
      hash = (Math.imul(hash, BASE) + (codes[i] ?? 0)) | 0;
      if (i >= window - 1) hashes[i - window + 1] = hash;
    }
    let last = -1;
    for (let i = 0; i + RUN <= hashes.length || (i === 0 && hashes.length > 0); i++) {
      let lowest = i;
      for (let k = i + 1; k < Math.min(i + RUN, hashes.length); k++)
        if ((hashes[k] ?? 0) < (hashes[lowest] ?? 0)) lowest = k;
      if (lowest === last) continue;
      last = lowest;
      const key = hashes[lowest] ?? 0;
      const before = seen.get(key);
      if (!before) seen.set(key, { text, from: lowest });
      else if (!found.has(`${before.text}:${text}`)) {
        const passage = grown(all, before, { text, from: lowest }, window);
        if (passage && passage.n >= least) found.set(`${before.text}:${text}`, passage);
      }
    }
  });
  return [...found.values()];
}

/** The whole passage round two windows that meet; null where they only share a hash. */
function grown(
  all: readonly Letters[],
  a: { readonly text: number; readonly from: number },
  b: { readonly text: number; readonly from: number },
  window: number,
): (Passage & { readonly n: number }) | null {
  const [x, y] = [all[a.text], all[b.text]];
  if (!x || !y) return null;
  for (let i = 0; i < window; i++) if (x.codes[a.from + i] !== y.codes[b.from + i]) return null;
  let back = 0;
  const same = a.text === b.text;
  while (back < a.from && back < b.from && x.codes[a.from - back - 1] === y.codes[b.from - back - 1]) {
    if (same && b.from - back - 1 < a.from + window) break;
    back++;
  }
  let on = window;
  while (a.from + on < x.n && b.from + on < y.n && x.codes[a.from + on] === y.codes[b.from + on]) {
    if (same && a.from + on >= b.from - back) break;
    on++;
  }
  const range = (letters: Letters, from: number): readonly [number, number] => [
    letters.at[from - back] ?? 0,
    (letters.at[from + on - 1] ?? 0) + 1,
  ];
  return { first: { text: a.text, at: range(x, a.from) }, again: { text: b.text, at: range(y, b.from) }, n: back + on };
}
