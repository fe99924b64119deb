/** What the cutter hands to the grouper: a piece, and what the text tells of its place in print. Text without coordinates only. */
import type { Piece } from './proposal.ts';

export interface CutPiece extends Piece {
  /** Width of its full lines in full-width units (Han = 1, ASCII = 0.5): the measure of the column it was set in; null where it has no full line. */
  readonly measure: number | null;
  /** Indexes into its source's `lines`. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The text begins, or ends, in the middle of a sentence (judged for body text only). */
  readonly startsOpen: boolean;
  readonly endsOpen: boolean;
  /** Its first line stood, with no blank line between, right under the line before it, in a source where others are parted. */
  readonly glued: boolean;
}
