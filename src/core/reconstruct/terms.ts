/**
 * The terms of a text, by which texts are held against each other: pairs of Han characters, stemmed words and numbers of other scripts. Every
 * line of a page is asked, so characters are told by a table, and a pair or a word that was met before is the same string again.
 */
import { isCommonPair } from './common-han.ts';
import { foldCode } from './fold-han.ts';

/** Words that every article shares; they would only make noise. */
const COMMON = new Set(
  (
    'the and for that with was were are has have had been from this which who whom its his her their they them she him but not also said says say ' +
    'than then there these those when while where what will would could should may might can one two three more most other others some such only over ' +
    'after before about into out off all any each both being between during under against among around through because since until according told ' +
    'reported report including included became become made make new first last year years day days today yesterday week month time people many much ' +
    'now how why you your our did does just very per via yet still even like well own same another later former however though although ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'der die das und von den dem mit ist des ein eine les des une est dans pour que qui par sur aux los las del una con por para'
  ).split(' '),
);

/** A light stem: plural and verb endings only, enough to let "fires" meet "fire". */
function stem(word: string): string {
  if (word.length > 4 && /(ies)$/.test(word)) return word.slice(0, -3) + 'y';
  if (word.length > 5 && /(ing|ers)$/.test(word)) return word.slice(0, -3);
  if (word.length > 4 && /(ed|es|er)$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^s]s$/.test(word)) return word.slice(0, -1);
  if (word.length > 4 && word.endsWith('e')) return word.slice(0, -1);
  return word;
}

interface Word {
  /** Null where it tells nothing. */
  readonly term: string | null;
  /** Of what was asked, without the ending that is no part of the word. */
  readonly length: number;
}

function wordOf(run: string): Word {
  const word = run
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .replace(/[.,]+$/u, '');
  const tells = (word.length >= 3 || /\d{2}/.test(word)) && !COMMON.has(word);
  return { term: tells ? stem(word) : null, length: word.length };
}

const words = new Map<string, Word>();
const MOST_WORDS = 20_000;
/** A longer slice would keep the text alive that it was cut from. */
const SHORT = 12;

function knownWord(run: string): Word {
  if (run.length > SHORT) return wordOf(run);
  let word = words.get(run);
  if (!word) {
    if (words.size >= MOST_WORDS) words.clear();
    words.set(run, (word = wordOf(run)));
  }
  return word;
}

/** The term of one run that is no Han, as it stands in a text; null where it tells nothing. */
export const termOfRun = (run: string): string | null => knownWord(run).term;

const HAN = 1;
const KANA = 2;
const HANGUL = 4;
const LETTER = 8;
const DIGIT = 16;
const MET = 32;
const KINDS: readonly [RegExp, number][] = [
  [/\p{Script=Han}/u, HAN],
  [/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u, KANA],
  [/\p{Script=Hangul}/u, HANGUL],
  [/[\p{L}\p{M}]/u, LETTER],
  [/\d/u, DIGIT],
];
/** What each character of the basic plane is, once it has been met. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const ch = String.fromCodePoint(code);
  const kind = KINDS.reduce((sum, [pattern, bit]) => (pattern.test(ch) ? sum | bit : sum), MET);
  if (code < 0x10000) kinds[code] = kind;
  return kind;
}

/** Of the character at `i`; a surrogate that stands first is asked for the whole. */
function kindAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code < 0xd800 || code > 0xdbff) return kinds[code] || kindOf(code);
  return kindOf(text.codePointAt(i)!);
}

const sizeAt = (text: string, i: number): number =>
  (text.charCodeAt(i) & 0xfc00) === 0xd800 && text.codePointAt(i)! > 0xffff ? 2 : 1;

function endOf(text: string, from: number, kind: number): number {
  let end = from;
  while (end < text.length && kindAt(text, end) & kind) end += sizeAt(text, end);
  return end;
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const isPoint = (code: number): boolean => code === 0x2e || code === 0x2c;

/** The end of a number: points and commas stand inside it only. */
function numberEnd(text: string, from: number): number {
  let end = from + 1;
  for (let i = end; i < text.length; i++) {
    if (kindAt(text, i) & DIGIT) end = i + 1;
    else if (!isPoint(text.charCodeAt(i))) break;
  }
  return end;
}

type Visit = (term: string, start: number, end: number) => void;

/**
 * Every term of a text with where it stands. Han runs give bigrams, other scripts stemmed words and numbers. `seams`: pairs between two words
 * that any article may have as well, though they are of neither.
 */
export function eachTerm(text: string, visit: Visit, seams = true): void {
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at);
    let end = at;
    let han = false;
    if (kind & HAN) {
      end = endOf(text, at, HAN);
      han = true;
    } else if (kind & (KANA | HANGUL)) {
      end = endOf(text, at, kind & (KANA | HANGUL));
      // one by itself is read as a letter
      if (end === at + sizeAt(text, at)) end = at;
    }
    if (end === at && kind & LETTER)
      while (end < text.length) {
        const own = kindAt(text, end);
        if (own & HAN && own & LETTER) han = true;
        else if (!(own & LETTER) && !isApostrophe(text.charCodeAt(end))) break;
        end += sizeAt(text, end);
      }
    else if (kind & DIGIT) end = numberEnd(text, at);
    if (end === at) {
      at += sizeAt(text, at);
      continue;
    }
    if (han) eachPair(text, at, end, visit, seams);
    else {
      const { term, length } = knownWord(text.slice(at, end));
      if (term !== null) visit(term, at, at + length);
    }
    at = end;
  }
}

function eachPair(text: string, start: number, end: number, visit: Visit, seams: boolean): void {
  let before = 0;
  /** The pair before waits: what follows may show that it is no more than the seam between two words. */
  let pair = '';
  let common = false;
  let behindCommon = false;
  for (let at = start; at < end;) {
    const code = text.codePointAt(at)!;
    const next = foldCode(code);
    const slot = before ? slotOf(before, next) : -1;
    const isCommon = !seams && slot >= 0 && commons[slot] === 1;
    if (pair && !(behindCommon && !common && isCommon)) visit(pair, at - pair.length, at);
    if (slot >= 0) {
      pair = pairs[slot]!;
      behindCommon = common;
      common = isCommon;
    }
    before = next;
    at += code > 0xffff ? 2 : 1;
  }
  if (pair) visit(pair, end - pair.length, end);
}

/** Pairs that were met, each in the one place that its characters give: what comes later takes the place. */
const BITS = 13;
const PLACES = 1 << BITS;
const firsts = new Int32Array(PLACES);
const seconds = new Int32Array(PLACES);
const commons = new Uint8Array(PLACES);
const pairs = new Array<string>(PLACES).fill('');

function slotOf(first: number, second: number): number {
  const slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS);
  if (firsts[slot] !== first || seconds[slot] !== second) {
    firsts[slot] = first;
    seconds[slot] = second;
    const pair = String.fromCodePoint(first, second);
    pairs[slot] = pair;
    commons[slot] = isCommonPair(pair) ? 1 : 0;
  }
  return slot;
}
