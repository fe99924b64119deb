/**
 * Lays a page out in a plausible grid: every article gets as many neighbouring columns as its text needs to fill the sheet evenly,
 * its heads span them, and its text runs down one column and on to the next.
 */
import { equalColumns } from '../../../model/sheet.ts';
import type { CutPiece } from '../../cut-piece.ts';

/** Full-width units that a broadsheet's line of columns holds. */
const LINE = 96;
const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 8;
const TOP = new Set(['masthead', 'folio']);
const HEADS = new Set(['headline', 'kicker', 'subhead', 'jump-head']);

export interface Layout {
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly places: readonly { readonly column: number; readonly span: number }[];
  readonly order: readonly number[];
}

function countColumns(pieces: readonly CutPiece[]): number {
  const measures = pieces
    .filter((piece) => piece.role === 'body' && piece.measure !== null)
    .map((piece) => piece.measure!);
  measures.sort((a, b) => a - b);
  const middle = measures[measures.length >> 1] ?? 17;
  return Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, Math.round(LINE / (middle + 1))));
}

const linesOf = (piece: CutPiece): number =>
  (HEADS.has(piece.role) ? 3 : 1) *
  Math.max(
    1,
    piece.spans.length > 1 ? piece.text.length / (piece.measure ?? 17) : piece.lastLine - piece.firstLine + 1,
  );

export function layOut(pieces: readonly CutPiece[], parts: readonly (readonly number[])[]): Layout {
  const count = countColumns(pieces);
  const heights = new Array<number>(count).fill(0);
  const places: { column: number; span: number }[] = pieces.map(() => ({ column: 0, span: 1 }));
  const order: number[] = [];
  const put = (index: number, column: number, span: number): void => {
    const under = heights.slice(column, column + span);
    const bottom = Math.max(...under) + linesOf(pieces[index]!) + 1;
    for (let c = column; c < column + span; c++) heights[c] = bottom;
    places[index] = { column, span };
    order.push(index);
  };
  const inPart = new Set(parts.flat());
  pieces.forEach((piece, i) => {
    if (!inPart.has(i) && TOP.has(piece.role)) put(i, 0, count);
  });
  const depthOf = (part: readonly number[]): number => part.reduce((sum, i) => sum + linesOf(pieces[i]!), 0);
  const whole = parts.reduce((sum, part) => sum + depthOf(part), 0) / count;
  const sorted = parts
    .map((part, i) => ({ part, i, depth: depthOf(part) }))
    .sort((a, b) => b.depth - a.depth || a.i - b.i);
  for (const { part, depth } of sorted) {
    const span = Math.max(1, Math.min(count, Math.round(depth / Math.max(12, whole / 2))));
    const column = lowest(heights, span);
    for (const i of part) if (HEADS.has(pieces[i]!.role)) put(i, column, span);
    const rest = part.filter((i) => !HEADS.has(pieces[i]!.role));
    const each = rest.reduce((sum, i) => sum + linesOf(pieces[i]!), 0) / span;
    let filled = 0;
    for (const i of rest) {
      put(i, column + Math.min(span - 1, Math.floor(filled / Math.max(1, each))), 1);
      filled += linesOf(pieces[i]!);
    }
  }
  pieces.forEach((piece, i) => {
    if (!inPart.has(i) && !TOP.has(piece.role)) put(i, lowest(heights, 1), 1);
  });
  return { columns: equalColumns(count).map(({ x, width }) => ({ x, width })), places, order };
}

/** The leftmost of the places, so many columns wide, where the highest column below is lowest. */
function lowest(heights: readonly number[], span: number): number {
  let best = 0;
  let least = Infinity;
  for (let c = 0; c + span <= heights.length; c++) {
    const top = Math.max(...heights.slice(c, c + span));
    if (top < least - 1e-9) [best, least] = [c, top];
  }
  return best;
}
