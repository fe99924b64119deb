/** Which part a jump line most likely leads to, and why. */
import type { Edition } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import { fragmentsOf, pagesOf, textOf } from '../model/selectors.ts';
import { endWords, likeness, matchGain } from '../reconstruct/continuations-match.ts';
import { sharedTerms, wordsAsRead } from '../reconstruct/similarity.ts';
import { labelOfSheet, type JumpEnd, type Part } from './ends.ts';

export interface Candidate {
  readonly article: string;
  /** The sheet's id. */
  readonly page: string;
  /** The jump line that answers, else the part's first fragment. */
  readonly fragment: string;
  /** It is an end that points back here. */
  readonly answers: boolean;
  /** 0..1: how well texts, heads and slug go together, and whether the pages agree. */
  readonly score: number;
  /** The strongest first. */
  readonly reasons: readonly Message[];
}

/** A part that may be the other side, with its own jump line where it has one. */
export interface Other {
  readonly part: Part;
  readonly end: JumpEnd | null;
}

const BACKGROUND = 400;
/** Two parts of one paper share some words by chance. */
const ALIKE = 0.08;
const HALF = 6;

export type Gain = (to: Part, from: Part) => number;

export interface Judge {
  /** What the two have in common, labels aside. */
  readonly gain: Gain;
  readonly reasons: (to: Part, from: Part) => Message[];
}

/** Weighs the words of these parts against each other and against the paper's. */
export function judgeOf(edition: Edition, parts: readonly Part[]): Judge {
  const unique = new Map(parts.map((part) => [keyOf(part), part]));
  const words = endWords([...unique.values()], backgroundOf(edition));
  const rows = new Map([...unique.keys()].map((key, i) => [key, i]));
  const row = (part: Part): number => rows.get(keyOf(part)) ?? -1;
  return {
    gain: (to, from) => matchGain(to, from, words, row(to), row(from)),
    reasons(to, from) {
      const [a, b] = [row(to), row(from)];
      const found: Message[] = [];
      const slug = to.slug.toLowerCase();
      if (slug && from.head.toLowerCase().includes(slug)) found.push({ code: 'jump.slug', params: { slug: to.slug } });
      const heads = [to.head, from.head].map(bare) as [string, string];
      if (heads[0] && heads[1] && (heads[0].startsWith(heads[1]) || heads[1].startsWith(heads[0])))
        found.push({ code: 'jump.same-head' });
      const { vectors } = words.vocabulary;
      const [x, y] = [vectors[words.to(a)], vectors[words.from(b)]];
      const shared = x && y ? wordsAsRead(from.body || from.head, new Set(sharedTerms(x, y, 8)), 3) : [];
      if (likeness(words, a, b) >= ALIKE && shared.length)
        found.push({ code: 'jump.words', params: { words: shared.join(', ') } });
      if (sentenceFits(to.running, from.running)) found.push({ code: 'jump.sentence' });
      return found;
    },
  };
}

const keyOf = (part: Part): string => `${part.article}|${part.page}|${part.index}`;
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** One breaks off in mid-sentence and the other begins in it. */
export const sentenceFits = (before: string, after: string): boolean =>
  before.trim() !== '' &&
  !/[.!?。！？…]["'”’」』）)]*\s*$/u.test(before) &&
  /^[\p{Ll}\p{Lo},，、；;]/u.test(after.trim());

/** Fragments from all over the paper, so many that a word's commonness shows and no more. */
function backgroundOf(edition: Edition): string[] {
  const all = fragmentsOf(edition).filter((f) => f.placement.at !== 'discarded');
  const step = Math.max(1, Math.ceil(all.length / BACKGROUND));
  return all.filter((_, i) => i % step === 0).map((f) => textOf(edition, f));
}

/** The other sides of an open end, the likeliest first. */
export function rankOthers(edition: Edition, end: JumpEnd, others: readonly Other[], judge: Judge): Candidate[] {
  const { part } = end;
  const here = labelOfSheet(edition, end.page);
  const pages = new Map(pagesOf(edition).map((page, i) => [page.id, i]));
  const ranked = others.map((other): Candidate => {
    const [to, from] = end.direction === 'to' ? [part, other.part] : [other.part, part];
    const named = end.target === other.part.page;
    const answers = other.end !== null && other.end.target !== null && other.end.target === end.page;
    const gain = to && from ? judge.gain(to, from) : 0;
    const there = labelOfSheet(edition, other.part.page);
    const reasons: Message[] = [
      ...(answers && named ? [{ code: 'jump.both-ways', params: { from: here, to: there } }] : []),
      ...(to && from ? judge.reasons(to, from) : []),
      ...(named && !answers ? [{ code: 'jump.named', params: { page: there } }] : []),
      ...(answers && !named ? [{ code: 'jump.answers', params: { page: there } }] : []),
    ];
    const weight = gain + (named ? 4 : 0) + (answers ? 5 : 0);
    return {
      article: other.part.article,
      page: other.part.page,
      fragment: other.end?.fragment.id ?? other.part.fragments[0]?.id ?? '',
      answers: answers && named,
      score: weight / (weight + HALF),
      reasons,
    };
  });
  return ranked.sort((a, b) => b.score - a.score || (pages.get(a.page) ?? 0) - (pages.get(b.page) ?? 0));
}
