/** The terms of a text (`reconstruct/similarity.ts`) as numbers, each once: many texts are compared at little cost. */
import { foldHan } from '../reconstruct/fold-han.ts';
import { termsOf } from '../reconstruct/similarity.ts';
import { termOfRun } from '../reconstruct/terms.ts';
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

/** Words are met again and again: they are known by two hashes, without being cut out of the text. */
const words = new Numbering();
const secondHash: number[] = [];
/** 0 is one that tells nothing. */
const termOf: number[] = [];
const MOST_WORDS = 50_000;

function wordAt(text: string, start: number, end: number): number {
  if (words.size >= MOST_WORDS) words.clear();
  let first = 0x811c9dc5;
  let second = end - start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 15);
  }
  for (; ; first++) {
    const next = words.size;
    const at = words.of(first);
    if (at === next) {
      const term = termOfRun(text.slice(start, end));
      secondHash[at] = second;
      return (termOf[at] = term === null ? 0 : hashOf(term));
    }
    if (secondHash[at] === second) return termOf[at] ?? 0;
  }
}

const seen = new Numbering();
let buffer = new Uint32Array(1 << 12);

export function termNumbers(text: string): Terms {
  if (buffer.length < text.length) buffer = new Uint32Array(text.length * 2);
  seen.clear();
  if (/[\ud800-\udbff]/.test(text)) for (const term of termsOf(text).keys()) add(numberOf(term));
  else addTerms(text);
  return kept(seen.size);
}

/** Many small arrays are costly: they are parts of a few large ones. */
const ROOM = 1 << 14;
let room = new Uint32Array(ROOM);
let used = 0;

function kept(n: number): Terms {
  if (used + n > room.length) {
    room = new Uint32Array(Math.max(ROOM, n));
    used = 0;
  }
  room.set(buffer.subarray(0, n), used);
  used += n;
  return room.subarray(used - n, used);
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
      addWord(text, start, i);
    } else if ((kind === KANA || kind === HANGUL) && kindAt(i) === kind) {
      while (kindAt(i) === kind) i++;
      addWord(text, start, i);
    } else if (kind >= LETTER) {
      let han = false;
      for (let next = kindAt(i); next >= LETTER || next === APOSTROPHE; next = kindAt(++i))
        if (next === HAN) han = true;
      if (han) addPairs(text, start, i);
      else addWord(text, start, i);
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

function addWord(text: string, start: number, end: number): void {
  const id = wordAt(text, start, end);
  if (id) add(id);
}
