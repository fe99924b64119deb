/** The words of a page's articles: which article has which, and in how many of its paragraphs. */
import type { Fragment } from '../model/edition.ts';
import type { Member } from '../model/selectors.ts';
import type { PageSubject } from './check.ts';
import { Numbering } from './numbering.ts';
import { termNumbers, type Terms } from './terms.ts';

const HEADS = new Set(['headline', 'kicker', 'subhead', 'jump-head']);
const TEXTS = new Set(['body', 'lead']);
/** More of an article tells no more. */
const MOST_TEXT = 12_000;

/** Terms by their number on this page. */
export type Words = Int32Array;
export interface Unit {
  readonly id: string;
  readonly heads: readonly Member[];
  readonly head: Words;
  /** Its paragraphs on this page. */
  readonly bodies: readonly { readonly f: Member; readonly words: Words }[];
  /** How many words all its paragraphs have. */
  readonly size: number;
  /** Has it a word in two of its paragraphs? */
  readonly repeats: boolean;
}
export interface PageWords {
  readonly units: readonly Unit[];
  /** In how many articles, heads and texts, a word stands. */
  readonly spread: Int32Array;
  /** Who has a word in its paragraphs: of word `w`, the units `who` and their counts `times` from `from[w]` to `from[w + 1]`. */
  readonly from: Int32Array;
  readonly who: Int32Array;
  readonly times: Int32Array;
}

const known = new WeakMap<Fragment, { readonly text: string; readonly terms: Terms }>();

/** Remembered by the fragment. */
function termsIn(f: Fragment, text: string): Terms {
  const before = known.get(f);
  if (before?.text === text) return before.terms;
  const terms = termNumbers(text);
  known.set(f, { text, terms });
  return terms;
}

const numbers = new Numbering();

export function wordsOfPage({ page, members, text }: PageSubject): PageWords {
  numbers.clear();
  const number = (terms: Terms): Words => {
    const words = new Int32Array(terms.length);
    for (let i = 0; i < terms.length; i++) words[i] = numbers.of(terms[i] ?? 0);
    return words;
  };
  const here = (f: Member): boolean => f.placement.at === 'page' && f.placement.page === page.id;
  /** One entry for each word of each article. */
  const words: number[] = [];
  const counts: number[] = [];
  const ends: number[] = [];
  /** In how many paragraphs of the article in hand each word stands, and which do at all. */
  let times = new Int32Array(1 << 12);
  const own: number[] = [];
  const units = [...members].map(([id, list]): Unit => {
    const heads = list.filter((f) => HEADS.has(f.role) && here(f));
    const bodies: { f: Member; words: Words }[] = [];
    let length = 0;
    own.length = 0;
    for (const f of list) {
      if (!TEXTS.has(f.role) || (length > MOST_TEXT && !here(f))) continue;
      const read = text(f);
      length += read.length;
      const numbered = number(termsIn(f, read));
      if (times.length < numbers.size) times = grown(times, numbers.size);
      for (const word of numbered) {
        const n = times[word] ?? 0;
        if (!n) own.push(word);
        times[word] = n + 1;
      }
      if (here(f)) bodies.push({ f, words: numbered });
    }
    let repeats = false;
    for (const word of own) {
      const n = times[word] ?? 0;
      words.push(word);
      counts.push(n);
      if (n > 1) repeats = true;
      times[word] = 0;
    }
    ends.push(words.length);
    const head = [...new Set(heads.flatMap((f) => [...number(termsIn(f, text(f)))]))];
    return { id, heads, head: Int32Array.from(head), bodies, size: own.length, repeats };
  });
  const held = heldBy(words, counts, ends, numbers.size);
  return { units, spread: spreadOf(units, words, ends, numbers.size), ...held };
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(least * 2);
  larger.set(array);
  return larger;
}

function heldBy(words: readonly number[], counts: readonly number[], ends: readonly number[], size: number) {
  const from = new Int32Array(size + 1);
  for (const word of words) from[word + 1] = (from[word + 1] ?? 0) + 1;
  for (let word = 0; word < size; word++) from[word + 1] = (from[word + 1] ?? 0) + (from[word] ?? 0);
  const next = from.slice();
  const who = new Int32Array(words.length);
  const times = new Int32Array(words.length);
  let i = 0;
  ends.forEach((end, unit) => {
    for (; i < end; i++) {
      const word = words[i] ?? 0;
      const at = next[word] ?? 0;
      next[word] = at + 1;
      who[at] = unit;
      times[at] = counts[i] ?? 0;
    }
  });
  return { from, who, times };
}

function spreadOf(units: readonly Unit[], words: readonly number[], ends: readonly number[], size: number): Int32Array {
  const spread = new Int32Array(size);
  /** The last unit that was counted for a word, from 1. */
  const last = new Int32Array(size);
  let i = 0;
  units.forEach(({ head }, unit) => {
    const count = (word: number): void => {
      if (last[word] === unit + 1) return;
      last[word] = unit + 1;
      spread[word] = (spread[word] ?? 0) + 1;
    };
    for (const word of head) count(word);
    for (const end = ends[unit] ?? 0; i < end; i++) count(words[i] ?? 0);
  });
  return spread;
}
