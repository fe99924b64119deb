/**
 * How well the two ends of a jump go together, page numbers aside: the words of the bodies, heads, slugs, and the sentence over the cut.
 * A page's heads may have gone to the wrong part, so that they must not outweigh bodies that clearly belong elsewhere.
 */
import type { RoleId } from '../model/role.ts';
import { cosine, termsOf, vocabularyOf, type Vocabulary } from './similarity.ts';

/** What an end is judged by. */
export interface EndText {
  /** All but heads and jump lines, one piece a line. */
  readonly body: string;
  /** Of that, running text alone: a byline or a caption rightly ends without a full stop. */
  readonly running: string;
  /** One head a line. */
  readonly head: string;
  /** The word by which the other part is to be found. */
  readonly slug: string;
}

const HEADS = new Set<RoleId>(['headline', 'kicker', 'subhead', 'jump-head']);
const RUNNING = new Set<RoleId>(['body', 'lead']);

/** Of what stands in a part, in reading order. */
export function endTextOf(
  said: readonly { readonly role: RoleId; readonly text: string; readonly isJump: boolean }[],
  slug: string,
): EndText {
  const linesOf = (roles: (one: (typeof said)[number]) => boolean): string =>
    said
      .filter(roles)
      .map(({ text }) => text)
      .join('\n');
  return {
    head: linesOf(({ role }) => HEADS.has(role)),
    body: linesOf(({ role, isJump }) => !HEADS.has(role) && !isJump),
    running: linesOf(({ role }) => RUNNING.has(role)),
    slug,
  };
}

/** The words of all ends, weighed against each other: where the heads and where the bodies alone speak for an end. */
export interface EndWords {
  readonly vocabulary: Vocabulary;
  /** Rows of the vocabulary, by the end's number. */
  readonly to: (end: number) => number;
  readonly from: (end: number) => number;
}

const BODY = 11;
const SAME_HEAD = 4;
/** "FIRE" over the second part of "Fire kills nine". */
const FIRST_WORD = 3;
const ONE_WORD = 1;
const SLUG_IN_BODY = 0.5;
const READS_ON = 1;
const BOTH_DONE = 0.3;
/** A jump head shorter than this is a slug: it says something where it is the head's own beginning. */
const SLUG_LENGTH = 12;
/** Han say more: so many are a head's first clause. */
const CLAUSE_LENGTH = 4;

/** Words of ends by number. What arrives is known by its body: the head over it may be another's. */
export function endWords(ends: readonly EndText[], background: readonly string[]): EndWords {
  const texts = ends.flatMap(({ head, body }) => [`${head}\n${body}`, body || head]);
  return { vocabulary: vocabularyOf(texts, termsOf, background), to: (end) => 2 * end, from: (end) => 2 * end + 1 };
}

export const likeness = ({ vocabulary, to, from }: EndWords, toEnd: number, fromEnd: number): number =>
  cosine(vocabulary, to(toEnd), from(fromEnd));

/** How well a "to" and a "from" go together, labels aside; the ends' numbers are those of `words`. */
export function matchGain(to: EndText, from: EndText, words: EndWords, toEnd: number, fromEnd: number): number {
  return (
    BODY * likeness(words, toEnd, fromEnd) ** 0.5 +
    Math.max(headGain(to.head, from.head), from.slug ? slugGain(from.slug, to.head, '') : 0) +
    (to.slug ? (sameWords(to.slug, from.slug) ? SAME_HEAD : slugGain(to.slug, from.head, from.body)) : 0) +
    sentenceGain(to.running, from.running)
  );
}

/** Each head by itself, and all together: a kicker may stand above, a foreign head beside the right one. */
function headGain(to: string, from: string): number {
  let most = 0;
  for (const a of withWhole(to))
    for (const b of withWhole(from)) {
      if (isWords(a) && isWords(b)) most = Math.max(most, likeHeads(a, b));
    }
  return most;
}

/** A number that fell out of a head says nothing. */
const isWords = (head: string): boolean => /\p{L}/u.test(head);

function withWhole(heads: string): string[] {
  const lines = heads.split('\n').filter(Boolean);
  return lines.length > 1 ? [...lines, lines.join(' ')] : lines;
}

function likeHeads(a: string, b: string): number {
  const [x, y] = [bareOf(a), bareOf(b)];
  if (x === y || (x.length >= SLUG_LENGTH && y.startsWith(x))) return SAME_HEAD;
  const clause = y.length >= SLUG_LENGTH || (HAN.test(y) && y.length >= CLAUSE_LENGTH);
  if (clause && x.startsWith(y)) return SAME_HEAD;
  if (clause) return 6 * Math.max(0, sharedShare(x, y) - 0.5);
  if (HAN.test(y)) return x.includes(y) ? ONE_WORD : 0;
  const at = placeOf(b, a);
  return at === 0 ? FIRST_WORD : at > 0 ? ONE_WORD : 0;
}

/** The slug among the other part's heads: a head's own beginning, one of its words; else in the body. */
function slugGain(slug: string, heads: string, body: string): number {
  const places = heads.split('\n').map((head) => placeOf(slug, head));
  if (places.includes(0)) return SAME_HEAD;
  if (places.some((place) => place > 0)) return SAME_HEAD / 2;
  return bareOf(slug).length > 4 && placeOf(slug, body) >= 0 ? SLUG_IN_BODY : 0;
}

/** Where some words stand in a text as words: at its beginning 0, later 1, not at all -1. */
function placeOf(words: string, text: string): -1 | 0 | 1 {
  const plain = (of: string): string =>
    of
      .toLowerCase()
      .replace(/['’]s\b/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const own = plain(words);
  if (!own) return -1;
  if (HAN.test(own)) return text.includes(own) ? (text.startsWith(own) ? 0 : 1) : -1;
  const at = ` ${plain(text)} `.indexOf(` ${own} `);
  return at < 0 ? -1 : at === 0 ? 0 : 1;
}

/** Whether a head says a first part's head again: all of it, its first clause, or its first word. */
export function repeatsHead(text: string, head: string): boolean {
  const [own, whole] = [bareOf(text), bareOf(head)];
  if (!own || !isWords(text)) return false;
  if (own === whole) return true;
  if (HAN.test(text)) return own.length > 1 && own === bareOf(head.split(/\s/u)[0]!);
  return !/\s/u.test(text.trim()) && placeOf(text, head) === 0;
}

const sameWords = (a: string, b: string): boolean => bareOf(a) !== '' && bareOf(a) === bareOf(b);

const HAN = /\p{Script=Han}/u;
const bareOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const CLOSED = /[.!?。！？…]["'”’」』）)]*\s*$/u;
/** What can only go on. */
const GOES_ON = /^[\p{Ll}，。、；：！？）》”」』]/u;

function sentenceGain(before: string, after: string): number {
  if (!before.trim() || !after.trim()) return 0;
  const open = !CLOSED.test(before);
  const takesUp = GOES_ON.test(after.trim());
  return open === takesUp ? (open ? READS_ON : BOTH_DONE) : 0;
}

const gramsOf = (text: string): Set<string> => {
  const glyphs = [...text];
  return new Set(glyphs.slice(1).map((glyph, i) => glyphs[i]! + glyph));
};

/** How much of the shorter head stands in the other. */
function sharedShare(a: string, b: string): number {
  const x = gramsOf(a);
  const y = gramsOf(b);
  let shared = 0;
  for (const gram of x) if (y.has(gram)) shared++;
  return shared / Math.max(1, Math.min(x.size, y.size));
}

/** Where the best exchange loses less than this, two ways are as good. */
export const UNDECIDED = 0.7;

/** What would be lost by the best exchange that undoes a row's choice. */
export function rivalGap(gain: readonly (readonly number[])[], chosen: readonly number[], row: number): number {
  const column = chosen[row]!;
  const own = gain[row]![column]!;
  let least = Infinity;
  gain[row]!.forEach((value, c) => {
    if (c !== column && !chosen.includes(c)) least = Math.min(least, own - value);
  });
  chosen.forEach((c, r) => {
    if (r === row) return;
    if (c < 0) least = Math.min(least, own - gain[r]![column]!);
    else least = Math.min(least, own + gain[r]![c]! - gain[row]![c]! - gain[r]![column]!);
  });
  return least === Infinity ? 3 : least;
}
