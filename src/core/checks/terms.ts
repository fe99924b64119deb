/** The terms of a text (`reconstruct/similarity.ts`) as numbers, each once: many texts are compared at little cost. */
import { foldHan } from '../reconstruct/fold-han.ts';
import { termOfRun, termsOf } from '../reconstruct/similarity.ts';
import { Numbering } from './numbering.ts';

/** In the order in which they are first met: two Han as they stand, other words by a hash. */
export type Terms = Uint32Array;

const OTHER = 1;
const APOSTROPHE = 2;
const DIGIT = 3;
const POINT = 4;
const LETTER = 5;
const KANA = 6;
const HANGUL = 7;
const HAN = 8;

const KINDS: readonly (readonly [kind: number, of: RegExp])[] = [
  [HAN, /\p{Script=Han}/u],
  [KANA, /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u],
  [HANGUL, /\p{Script=Hangul}/u],
  [LETTER, /[\p{L}\p{M}]/u],
  [DIGIT, /\d/u],
  [POINT, /[.,]/u],
  [APOSTROPHE, /['’]/u],
];

/** What each code unit is, and what a Han is compared as, once it has been met. */
const kinds = new Uint8Array(0x10000);
const folded = new Uint16Array(0x10000);

function kindOf(code: number): number {
  const ch = String.fromCharCode(code);
  folded[code] = foldHan(ch).charCodeAt(0);
  return (kinds[code] = KINDS.find(([, of]) => of.test(ch))?.[0] ?? OTHER);
}

/** Below every pair of Han. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % 0x2e000000) + 1;
}

const pairOf = (before: number, now: number): number => ((before << 16) | now) >>> 0;

/** Words are met again and again; 0 is one that tells nothing. */
const words = new Map<string, number>();
const MOST_WORDS = 50_000;

function wordOf(run: string): number {
  let id = words.get(run);
  if (id === undefined) {
    const term = termOfRun(run);
    id = term === null ? 0 : hashOf(term);
    if (words.size >= MOST_WORDS) words.clear();
    words.set(run, id);
  }
  return id;
}

const seen = new Numbering();
let buffer = new Uint32Array(1 << 12);

export function termNumbers(text: string): Terms {
  if (buffer.length < text.length) buffer = new Uint32Array(text.length * 2);
  seen.clear();
  if (/[\ud800-\udbff]/.test(text)) for (const term of termsOf(text).keys()) add(numberOf(term));
  else addTerms(text);
  return buffer.slice(0, seen.size);
}

function add(id: number): void {
  const n = seen.size;
  if (seen.of(id) === n) buffer[n] = id;
}

/** A word has three letters at least, or two digits. */
const numberOf = (term: string): number =>
  term.length === 2 && !/\d/.test(term) ? pairOf(term.charCodeAt(0), term.charCodeAt(1)) : hashOf(term);

function addTerms(text: string): void {
  const { length } = text;
  const kindAt = (i: number): number => {
    if (i >= length) return OTHER;
    const code = text.charCodeAt(i);
    return kinds[code] || kindOf(code);
  };
  for (let i = 0; i < length;) {
    const kind = kindAt(i);
    const start = i++;
    if (kind === HAN) {
      while (kindAt(i) === HAN) i++;
      addPairs(text, start, i);
    } else if (kind === DIGIT) {
      while (kindAt(i) === DIGIT || kindAt(i) === POINT) i++;
      while (kindAt(i - 1) === POINT) i--;
      addWord(text.slice(start, i));
    } else if ((kind === KANA || kind === HANGUL) && kindAt(i) === kind) {
      while (kindAt(i) === kind) i++;
      addWord(text.slice(start, i));
    } else if (kind >= LETTER) {
      let han = false;
      for (let next = kindAt(i); next >= LETTER || next === APOSTROPHE; next = kindAt(++i))
        if (next === HAN) han = true;
      if (han) addPairs(text, start, i);
      else addWord(text.slice(start, i));
    }
  }
}

function addPairs(text: string, start: number, end: number): void {
  let before = folded[text.charCodeAt(start)] ?? 0;
  for (let i = start + 1; i < end; i++) {
    const now = folded[text.charCodeAt(i)] ?? 0;
    add(pairOf(before, now));
    before = now;
  }
}

function addWord(run: string): void {
  const id = wordOf(run);
  if (id) add(id);
}
