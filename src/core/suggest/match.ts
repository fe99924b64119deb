/** Which fragments of the edition stand for which pieces of a proposal. */
import { isWhite } from '../model/characters.ts';
import type { Edition, Fragment, Source, Span } from '../model/edition.ts';
import { fragmentsOf } from '../model/selectors.ts';
import type { Proposal } from '../reconstruct/proposal.ts';

/** The offset of the first character: what a piece and a fragment are known by, however their white space was cut. */
export function firstCharacter(source: Source, spans: readonly Span[]): number {
  for (const [start, end] of spans) for (let i = start; i < end; i++) if (!isWhite(source.text[i] ?? ' ')) return i;
  return -1;
}

/** Fragments and pieces that hold the same characters, as small as can be. */
export interface Match {
  readonly sourceId: string;
  readonly fragments: readonly Fragment[];
  readonly pieces: readonly number[];
}

/** Every piece and every fragment of the proposal's sources is in exactly one match. */
export function matchPieces(edition: Edition, proposal: Proposal): Match[] {
  const bySource = new Map<string, number[]>();
  proposal.pieces.forEach((piece, i) => bySource.set(piece.sourceId, [...(bySource.get(piece.sourceId) ?? []), i]));
  return [...bySource].flatMap(([sourceId, pieces]) => matchSource(edition, proposal, sourceId, pieces));
}

function matchSource(edition: Edition, proposal: Proposal, sourceId: string, pieces: readonly number[]): Match[] {
  const source = edition.sources[sourceId];
  const shard = edition.fragments[sourceId];
  if (!source || !shard) return [];
  const owner = new Int32Array(source.text.length).fill(-1);
  for (const piece of pieces)
    for (const [start, end] of proposal.pieces[piece]?.spans ?? []) owner.fill(piece, start, end);
  const group = new Map<number, { fragments: Fragment[]; pieces: Set<number> }>();
  for (const fragment of Object.values(shard)) {
    const touched = new Set<number>();
    for (const [start, end] of fragment.spans)
      for (let i = start; i < end; i++) {
        const piece = owner[i] ?? -1;
        if (piece >= 0 && !isWhite(source.text[i] ?? ' ')) touched.add(piece);
      }
    const joined = { fragments: [fragment], pieces: touched };
    for (const other of new Set([...touched].flatMap((piece) => group.get(piece) ?? []))) {
      joined.fragments.push(...other.fragments);
      for (const piece of other.pieces) joined.pieces.add(piece);
    }
    for (const piece of joined.pieces) group.set(piece, joined);
  }
  return [...new Set(group.values())].map(({ fragments, pieces: found }) => ({
    sourceId,
    fragments: fragments.toSorted((a, b) => firstCharacter(source, a.spans) - firstCharacter(source, b.spans)),
    pieces: [...found].sort((a, b) => a - b),
  }));
}

/** The fragment that begins where a piece begins: who it is once all cuts are made. */
export function fragmentOfPiece(edition: Edition, proposal: Proposal): (piece: number) => Fragment | undefined {
  const byStart = new Map<string, Fragment>();
  for (const fragment of fragmentsOf(edition)) {
    const source = edition.sources[fragment.sourceId];
    if (source) byStart.set(`${fragment.sourceId}:${firstCharacter(source, fragment.spans)}`, fragment);
  }
  return (index) => {
    const piece = proposal.pieces[index];
    const source = piece && edition.sources[piece.sourceId];
    return source && byStart.get(`${piece.sourceId}:${firstCharacter(source, piece.spans)}`);
  };
}
