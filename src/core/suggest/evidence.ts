/** What speaks for a suggestion: the pieces that it is judged by, and the terms that they share. */
import { findTerms, sharedTerms, termsOf, vocabularyOf, wordsAsRead } from '../reconstruct/similarity.ts';
import type { Proposal } from '../reconstruct/proposal.ts';
import { remember } from '../model/selectors.ts';
import type { Suggestion } from './suggestions.ts';

export interface Evidence {
  /** Indexes into the proposal's pieces: those that it is about, and those of the same article that they are held against. */
  readonly own: readonly number[];
  readonly others: readonly number[];
  /** What both share, for `findTerms`. */
  readonly terms: ReadonlySet<string>;
  /** The same as it is read in the text, the longest first. */
  readonly words: readonly string[];
}

const HEADS = new Set(['headline', 'kicker', 'subhead', 'jump-head']);
const MOST_TERMS = 14;
const MOST_WORDS = 6;
/** Pieces of the page that tell how common a term is. */
const BACKGROUND = 200;
const NONE: ReadonlySet<string> = new Set();

const articleOf = remember((proposal: Proposal): ReadonlyMap<number, number> => {
  const of = new Map<number, number>();
  proposal.articles.forEach((article, a) => article.pieces.forEach((piece) => of.set(piece, a)));
  return of;
});

/** An article is held together by its head and its body; one piece by what it shares with the other kind. */
export function evidenceOf(proposal: Proposal, suggestion: Suggestion): Evidence {
  if (suggestion.kind === 'page') return { own: [], others: [], terms: NONE, words: [] };
  const [first] = suggestion.pieces;
  const article = suggestion.article ?? (first === undefined ? undefined : articleOf(proposal).get(first));
  const members = article === undefined ? [] : (proposal.articles[article]?.pieces ?? []);
  const isHead = (i: number): boolean => HEADS.has(proposal.pieces[i]?.role ?? '');
  const whole = suggestion.kind === 'article';
  const [own, against] = sidesOf(proposal, suggestion, members, isHead);
  const terms = termsBetween(proposal, own, against);
  const speak = against.filter((i) => findTerms(proposal.pieces[i]?.text ?? '', terms).length);
  return {
    own: whole ? suggestion.pieces : own,
    others: whole ? [] : speak,
    terms,
    words: wordsAsRead(textOf(proposal, own), terms, MOST_WORDS),
  };
}

type Sides = readonly [own: readonly number[], against: readonly number[]];

/** What is held against what. */
function sidesOf(
  proposal: Proposal,
  { kind, pieces }: Suggestion,
  members: readonly number[],
  isHead: (piece: number) => boolean,
): Sides {
  if (kind === 'article') return [pieces.filter(isHead), pieces.filter((i) => !isHead(i))];
  if (kind === 'link') {
    const beside = (piece: number | undefined): readonly number[] =>
      members.filter((i) => proposal.pieces[i]?.sourceId === proposal.pieces[piece ?? -1]?.sourceId);
    return [beside(pieces[1]), beside(pieces[0])];
  }
  return [pieces, members.filter((i) => !pieces.includes(i) && (pieces.some(isHead) ? !isHead(i) : true))];
}

const textOf = (proposal: Proposal, pieces: readonly number[]): string =>
  pieces.map((i) => proposal.pieces[i]?.text ?? '').join('\n');

function termsBetween(proposal: Proposal, own: readonly number[], against: readonly number[]): ReadonlySet<string> {
  const [first] = own;
  if (first === undefined || !against.length) return NONE;
  const source = proposal.pieces[first]?.sourceId;
  const background = proposal.pieces.filter((p) => p.sourceId === source).slice(0, BACKGROUND);
  const { vectors } = vocabularyOf(
    [textOf(proposal, own), textOf(proposal, against)],
    termsOf,
    background.map((p) => p.text),
  );
  const [a, b] = vectors;
  return a && b ? new Set(sharedTerms(a, b, MOST_TERMS)) : NONE;
}
