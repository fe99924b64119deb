/** How much two stretches of text talk of the same thing: shared rare bigrams (Han) and words (Latin), weighted by rarity. */
import { isCommonPair } from './common-han.ts';
import { eachTerm } from './terms.ts';

function countTerms(text: string, seams: boolean): Map<string, number> {
  const terms = new Map<string, number>();
  eachTerm(text, (term) => void terms.set(term, (terms.get(term) ?? 0) + 1), seams);
  return terms;
}

/** The terms of a text with how often each stands in it. */
export const termsOf = (text: string): Map<string, number> => countTerms(text, true);
/** Those that may tell what it is about. */
export const tellingTermsOf = (text: string): Map<string, number> => countTerms(text, false);

/** Where these terms stand in a text; pairs of Han that overlap are one stretch. Offsets into `text`. */
export function findTerms(text: string, terms: ReadonlySet<string>): [start: number, end: number][] {
  const found: [number, number][] = [];
  eachTerm(text, (term, start, end) => {
    if (!terms.has(term)) return;
    const last = found.at(-1);
    if (last && start < last[1]) last[1] = end;
    else found.push([start, end]);
  });
  return found;
}

/** Terms as they are read in a text: whole words and stretches of Han, the longest first, none inside another. */
export function wordsAsRead(text: string, terms: ReadonlySet<string>, most = 3): string[] {
  const words = findTerms(text, terms).map(([start, end]) => text.slice(start, end));
  const known = new Set<string>();
  return words
    .toSorted((a, b) => b.length - a.length)
    .filter((word) => {
      const key = word.toLowerCase();
      if ([...known].some((other) => other.includes(key))) return false;
      known.add(key);
      return true;
    })
    .slice(0, most);
}

/** `tellingTermsOf` that remembers, for texts that are asked for again. No term goes over a line break: each line is counted by itself, and once. */
export function termCounter(): (text: string) => ReadonlyMap<string, number> {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const count = (text: string): ReadonlyMap<string, number> => {
    let terms = known.get(text);
    if (!terms)
      known.set(text, (terms = text.includes('\n') ? together(text.split('\n').map(count)) : tellingTermsOf(text)));
    return terms;
  };
  return count;
}

function together(lines: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const all = new Map(lines[0]);
  for (const line of lines.slice(1)) for (const [term, n] of line) all.set(term, (all.get(term) ?? 0) + n);
  return all;
}

/** What a pair that any article may have weighs against others as rare on the page. */
const COMMON_PAIR = 0.4;

export interface Vocabulary {
  /** Weighted terms of every text, in the order given. */
  readonly vectors: readonly ReadonlyMap<string, number>[];
  /** Squared length of every vector. */
  readonly squares: readonly number[];
  /** Rarity of a term among the texts. */
  readonly weight: (term: string) => number;
}

/**
 * Weighs the terms of many texts against each other: what stands in few of them weighs most.
 * `background`: further texts that tell how common a term is; needed where the texts themselves are few.
 */
export function vocabularyOf(
  texts: readonly string[],
  count: (text: string) => ReadonlyMap<string, number> = termsOf,
  background: readonly string[] = [],
): Vocabulary {
  const counts = texts.map(count);
  const own = new Map<string, number>();
  for (const terms of counts) for (const term of terms.keys()) own.set(term, (own.get(term) ?? 0) + 1);
  const frequency = background.length ? new Map(own) : own;
  for (const text of background)
    for (const term of count(text).keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const number = texts.length + background.length;
  /** By the number of texts that hold the term: there are few of these, and many terms. */
  const weights = Array.from({ length: number + 1 }, (_, texts) => Math.max(0, Math.log((number + 1) / (texts + 0.5))));
  const weight = (term: string): number => weights[frequency.get(term) ?? 0]! * (isCommonPair(term) ? COMMON_PAIR : 1);
  const squares: number[] = [];
  const vectors = counts.map((terms) => {
    const vector = new Map<string, number>();
    let square = 0;
    for (const [term, n] of terms) {
      const inTexts = frequency.get(term)!;
      const rarity = weights[inTexts]! * (isCommonPair(term) ? COMMON_PAIR : 1);
      const weighed = n === 1 ? rarity : (1 + Math.log(n)) * rarity;
      square += weighed ** 2;
      // A term in one text only can match nothing.
      if (frequency === own ? inTexts > 1 : own.get(term)! > 1) vector.set(term, weighed);
    }
    squares.push(square);
    return vector;
  });
  return { vectors, squares, weight };
}

export function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  if (a.size > b.size) [a, b] = [b, a];
  let sum = 0;
  // most terms are in one of them alone
  for (const term of a.keys()) {
    const y = b.get(term);
    if (y !== undefined) sum += a.get(term)! * y;
  }
  return sum;
}

/** The terms two texts share, the weightiest first. */
export function sharedTerms(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, most = 3): string[] {
  const shared: [string, number][] = [];
  for (const [term, x] of a) {
    const y = b.get(term);
    if (y) shared.push([term, x * y]);
  }
  shared.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  return shared.slice(0, most).map(([term]) => term);
}

/** Likeness of two of the vocabulary's texts, 0..1. */
export function cosine(vocabulary: Vocabulary, a: number, b: number): number {
  const both = vocabulary.squares[a]! * vocabulary.squares[b]!;
  return both > 0 ? dot(vocabulary.vectors[a]!, vocabulary.vectors[b]!) / Math.sqrt(both) : 0;
}
