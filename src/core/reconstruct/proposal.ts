/** What the engine proposes for an edition: plain data over the sources, so that it can be scored, cached and sent between threads. */
import type { Jump, Source, Span } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import type { RoleId } from '../model/role.ts';

/** A fragment to be. Every character of a source that is not white space is in exactly one piece. */
export interface Piece {
  readonly sourceId: string;
  readonly spans: readonly Span[];
  /** As a reader should read it. */
  readonly text: string;
  /** Codes of the repairs that made `text` of the raw text: see core/repair. */
  readonly repairs: readonly string[];
  readonly role: RoleId;
  /** 0..1: how sure the role is, and how sure the cut. */
  readonly confidence: number;
  readonly reason: Message;
  /** Reads on in mid-paragraph from the piece before it in its article. */
  readonly continues?: true;
  readonly jump?: Jump;
  /** Where it stands on its source's page: the leftmost column's index, how many columns it spans; null: leave it in the tray. */
  readonly place: { readonly column: number; readonly span: number } | null;
}

export interface ProposedArticle {
  /** Indexes into `pieces`, in reading order, over all pages. */
  readonly pieces: readonly number[];
  readonly confidence: number;
  /** Why these belong together: evidence in words. */
  readonly reasons: readonly { readonly piece: number; readonly confidence: number; readonly reason: Message }[];
}

export interface ProposedPage {
  readonly sourceId: string;
  /** As printed. From the folio, else the file name's number, else the position. */
  readonly label: string;
  /** What its folio says besides: "综合新闻". */
  readonly section?: string;
  /** Printed columns, in the source's unit; without coordinates in units of the default sheet. */
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  /** Indexes of pieces from top to bottom: the order in which fragments go down on the sheet. */
  readonly order: readonly number[];
}

export interface Proposal {
  readonly pieces: readonly Piece[];
  readonly articles: readonly ProposedArticle[];
  readonly pages: readonly ProposedPage[];
  /** What masthead and folios say of the edition, and the pieces that say it. */
  readonly about?: { readonly title?: string; readonly date?: string; readonly pieces: readonly number[] };
  /** What the engine does not know and says so: lost page numbers, one-way or ambiguous jumps. */
  readonly notes: readonly { readonly piece?: number; readonly message: Message }[];
}

export interface ReconstructOptions {
  readonly signal?: { readonly aborted: boolean };
  readonly progress?: (done: number, total: number) => void;
}

export type Reconstruct = (sources: readonly Source[], options?: ReconstructOptions) => Proposal;
