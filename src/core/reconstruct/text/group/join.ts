/** A paragraph that a column end cut within one source becomes one piece with several spans; a piece cut wrongly is parted. */
import type { Source } from '../../../model/edition.ts';
import { fullWidth, repairParagraph } from '../../../repair/index.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { rawLinesOf } from './raw-lines.ts';

/** The two as one paragraph; the text is repaired anew over the join, so that a word broken there is made whole. */
export function joinPieces(
  source: Source,
  before: CutPiece,
  after: CutPiece,
  vocabulary: ReadonlySet<string>,
): CutPiece {
  const spans = touches(source, before, after)
    ? [...before.spans.slice(0, -1), [before.spans.at(-1)![0], after.spans[0]![1]] as const, ...after.spans.slice(1)]
    : [...before.spans, ...after.spans];
  const { text, repairs } = repairParagraph(
    rawLinesOf(source, spans).map((line) => line.raw),
    { vocabulary },
  );
  return {
    ...before,
    spans,
    text,
    repairs,
    confidence: Math.min(before.confidence, after.confidence),
    lastLine: after.lastLine,
    endsOpen: after.endsOpen,
    measure: before.measure ?? after.measure,
  };
}

/** Nothing but white space between them. */
const touches = (source: Source, before: CutPiece, after: CutPiece): boolean => {
  const [end, start] = [before.spans.at(-1)![1], after.spans[0]![0]];
  return start >= end && !source.text.slice(end, start).trim();
};

/** Parts a piece before its n-th printed line: the sentence is open on both sides. */
export function splitPiece(
  source: Source,
  piece: CutPiece,
  line: number,
  vocabulary: ReadonlySet<string>,
): [CutPiece, CutPiece] {
  const lines = rawLinesOf(source, piece.spans);
  const make = (own: typeof lines, first: boolean): CutPiece => {
    const { text, repairs } = repairParagraph(
      own.map((l) => l.raw),
      { vocabulary },
    );
    const widths = own.map((l) => fullWidth(l.raw.replace(/(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])/gu, '')));
    // Beside an open end every line is full, so the widest tells the measure; a closed last line may be short.
    const full = widths.length >= 3 ? Math.max(...widths) : null;
    const lineOf = (offset: number): number => source.lines.findIndex((l) => l.end >= offset);
    return {
      ...piece,
      spans: [[own[0]!.start, own.at(-1)!.end]],
      text,
      repairs,
      measure:
        full === null ? null : piece.measure !== null && Math.abs(full - piece.measure) <= 1.5 ? piece.measure : full,
      firstLine: lineOf(own[0]!.end),
      lastLine: lineOf(own.at(-1)!.end),
      startsOpen: first ? piece.startsOpen : true,
      endsOpen: first ? true : piece.endsOpen,
      glued: first && piece.glued,
    };
  };
  return [make(lines.slice(0, line), true), make(lines.slice(line), false)];
}
