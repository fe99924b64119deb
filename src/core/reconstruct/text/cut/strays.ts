import { isWhite } from '../../../model/characters.ts';
import type { Source, Span } from '../../../model/edition.ts';
import type { CutPiece } from '../../cut-piece.ts';

/**
 * The pieces, and one more for every run of characters that no line holds: a break that is no white space (U+0085) on a
 * line of its own. Nothing of a source is in no piece.
 */
export function withStrays(source: Source, pieces: readonly CutPiece[]): CutPiece[] {
  const { text } = source;
  const held = new Uint8Array(text.length);
  for (const { spans } of pieces) for (const [start, end] of spans) held.fill(1, start, end);
  const strays: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    if (held[i] || isWhite(text.charAt(i))) continue;
    const start = i;
    while (i < text.length && !held[i] && !isWhite(text.charAt(i))) i++;
    strays.push([start, i]);
  }
  if (!strays.length) return [...pieces];
  const startOf = ({ spans }: CutPiece): number => spans[0]?.[0] ?? 0;
  return [...pieces, ...strays.map((span) => strayOf(source, span))].sort((a, b) => startOf(a) - startOf(b));
}

function strayOf(source: Source, [start, end]: Span): CutPiece {
  const line = Math.max(
    0,
    source.lines.findLastIndex((one) => one.start <= start),
  );
  return {
    sourceId: source.id,
    spans: [[start, end]],
    text: source.text.slice(start, end),
    repairs: [],
    role: 'unknown',
    confidence: 1,
    reason: { code: 'cut.stray' },
    place: null,
    measure: null,
    firstLine: line,
    lastLine: line,
    startsOpen: false,
    endsOpen: false,
    glued: false,
  };
}
