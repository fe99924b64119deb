/** What an engine, of text or of coordinates, makes of one page; `continuations.ts` joins the parts of many. */
import type { Message } from '../model/message.ts';
import type { Piece, ProposedPage } from './proposal.ts';

export interface PieceReason {
  /** Index into the page's pieces. */
  readonly piece: number;
  readonly confidence: number;
  readonly reason: Message;
}

/** An article as far as it stands on one page. */
export interface PagePart {
  /** Indexes into the page's pieces, in reading order. */
  readonly pieces: readonly number[];
  readonly confidence: number;
  readonly reasons: readonly PieceReason[];
}

export interface PageNote {
  readonly piece?: number;
  readonly message: Message;
}

export interface PageParts {
  readonly sourceId: string;
  readonly pieces: readonly Piece[];
  readonly parts: readonly PagePart[];
  readonly columns: ProposedPage['columns'];
  /** Indexes of pieces from top to bottom. */
  readonly order: readonly number[];
  readonly notes: readonly PageNote[];
}
