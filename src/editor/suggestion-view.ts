/** What follows from suggestions: what they stand on, the edition with them, where the engine is not sure, what speaks for one. */
import {
  acceptSuggestions,
  findTerms,
  fragmentOfPiece,
  fragmentsOf,
  textOf,
  type Edition,
  type Evidence,
  type Fragment,
  type Proposal,
  type Suggestion,
} from '../core/index.ts';
import type { ShownEvidence } from './scene.ts';

/** Less sure than this is worth a look. */
export const DOUBTFUL = 0.75;

export interface Ghost {
  readonly edition: Edition;
  /** The fragments that would change their place. */
  readonly ids: ReadonlySet<string>;
}

/** These, with the articles that a link among them joins and the cuts of all their pieces, as far as they are open. */
export function withWhatTheyStandOn(chosen: readonly Suggestion[], open: readonly Suggestion[]): readonly Suggestion[] {
  const touch = (kind: Suggestion['kind'], wanted: readonly Suggestion[]): Suggestion[] => {
    const pieces = new Set(wanted.flatMap((s) => s.pieces));
    return open.filter((s) => s.kind === kind && !chosen.includes(s) && s.pieces.some((p) => pieces.has(p)));
  };
  const articles = touch(
    'article',
    chosen.filter((s) => s.kind === 'link'),
  );
  const all = [...articles, ...chosen];
  return [...touch('cut', all), ...all];
}

/** The edition with these suggestions taken; null where there is none to take. */
export function ghostOf(edition: Edition, proposal: Proposal, taken: readonly Suggestion[]): Ghost | null {
  if (!taken.length) return null;
  const outcome = acceptSuggestions(edition, proposal, taken);
  if (!outcome.ok) return null;
  const moves = (now: Fragment): boolean => edition.fragments[now.sourceId]?.[now.id]?.placement !== now.placement;
  const moved = fragmentsOf(outcome.edition).filter(moves);
  return { edition: outcome.edition, ids: new Set(moved.map((f) => f.id)) };
}

/** The fragments of the ghost of whose role or article the engine is not sure. */
export function doubtsIn(ghost: Ghost, proposal: Proposal): ReadonlySet<string> {
  const find = fragmentOfPiece(ghost.edition, proposal);
  const unsure = new Set<number>();
  proposal.pieces.forEach((piece, i) => piece.confidence < DOUBTFUL && unsure.add(i));
  for (const { reasons } of proposal.articles)
    for (const { piece, confidence } of reasons) if (confidence < DOUBTFUL) unsure.add(piece);
  return new Set([...unsure].flatMap((i) => find(i)?.id ?? []).filter((id) => ghost.ids.has(id)));
}

/** What speaks for a suggestion, as fragments and their words on the sheet. */
export function shownEvidence(edition: Edition, proposal: Proposal, evidence: Evidence): ShownEvidence {
  const find = fragmentOfPiece(edition, proposal);
  const fragments = (pieces: readonly number[]): Fragment[] => pieces.flatMap((i) => find(i) ?? []);
  const own = fragments(evidence.own);
  const others = fragments(evidence.others);
  return {
    own: new Set(own.map((f) => f.id)),
    others: new Set(others.map((f) => f.id)),
    words: new Map([...own, ...others].map((f) => [f.id, findTerms(textOf(edition, f), evidence.terms)])),
  };
}
