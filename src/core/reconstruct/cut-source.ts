/** Fragments of a source that says nothing of its own: by its coordinates where it has them, else by the cues that its text carries. */
import type { Source, Span } from '../model/edition.ts';
import { analyzeGeometry } from './geometry/analyze.ts';
import { cutText } from './text/cut/cut-text.ts';

export const hasCoordinates = (source: Source): boolean => source.lines.some((line) => line.box !== undefined);

type Pieces = readonly { readonly spans: readonly Span[] }[];

/** Every character of the source in exactly one of them, in source order. */
export function cutSource(
  source: Source,
  piecesOf: (source: Source) => Pieces = (one) => (hasCoordinates(one) ? analyzeGeometry(one).pieces : cutText(one)),
): readonly (readonly Span[])[] {
  return piecesOf(source)
    .map((piece) => piece.spans)
    .toSorted((a, b) => (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0));
}
