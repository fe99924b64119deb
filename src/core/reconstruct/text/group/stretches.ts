/**
 * A file that holds more than any page does, as a whole issue saved as one text, is grouped a stretch at a time: telling articles apart costs more
 * than twice as much for twice as many pieces, and what stands pages away belongs to other articles anyway.
 */
import type { CutPiece } from '../../cut-piece.ts';

/** Pieces that are grouped together: several times those of a full page of small items. */
export const WHOLE = 400;
/** A stretch is about so long; it ends at the best place from half of it to half as much again. */
const STRETCH = 200;

const TOPS = new Set(['masthead', 'folio']);
const HEADS = new Set(['headline', 'kicker']);

/** How well one stretch ends and another begins before `pieces[at]`. */
function border(pieces: readonly CutPiece[], at: number): number {
  const before = pieces[at - 1]!;
  const here = pieces[at]!;
  if (before.endsOpen || here.startsOpen) return 0;
  if (TOPS.has(here.role)) return TOPS.has(before.role) ? 1 : 3;
  return HEADS.has(here.role) && !HEADS.has(before.role) ? 2 : 1;
}

export function stretchesOf(pieces: readonly CutPiece[]): (readonly CutPiece[])[] {
  if (pieces.length <= WHOLE) return [pieces];
  const stretches: (readonly CutPiece[])[] = [];
  let from = 0;
  while (pieces.length - from > WHOLE) {
    const target = from + STRETCH;
    let best = target;
    let most = -1;
    for (let at = from + STRETCH / 2; at <= from + STRETCH * 1.5; at++) {
      // Of equal borders the one nearest to the target.
      const fit = border(pieces, at) - Math.abs(at - target) / (4 * STRETCH);
      if (fit > most) [best, most] = [at, fit];
    }
    stretches.push(pieces.slice(from, best));
    from = best;
  }
  stretches.push(pieces.slice(from));
  return stretches;
}
