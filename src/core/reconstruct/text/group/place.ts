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
const TEXT = new Set(['body', 'lead', 'quote', 'table']);
const LEADS_IN = new Set(['byline', 'dateline', 'jump-from', 'crosshead', 'section', 'editor-note']);

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
    const bottom = topOf(heights, column, span) + linesOf(pieces[index]!) + 1;
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
    const blocks = blocksOf(
      part.filter((i) => !HEADS.has(pieces[i]!.role)),
      pieces,
    );
    const wanted = Math.round(depth / Math.max(12, whole / 2));
    const most = Math.max(1, Math.min(count, wanted, blocks.length));
    const { column, span } = highest(heights, depth, most);
    for (const i of part) if (HEADS.has(pieces[i]!.role)) put(i, column, span);
    evenly(blocks.map(depthOf), span).forEach((at, b) => {
      for (const i of blocks[b]!) put(i, column + at, 1);
    });
  }
  pieces.forEach((piece, i) => {
    if (!inPart.has(i) && !TOP.has(piece.role)) put(i, lowest(heights, 1), 1);
  });
  return { columns: equalColumns(count).map(({ x, width }) => ({ x, width })), places, order };
}

/** What a column does not end before or begin with: a byline stays over its paragraph, a jump line or a caption under it. */
function blocksOf(rest: readonly number[], pieces: readonly CutPiece[]): number[][] {
  const blocks: number[][] = [];
  let full = false;
  for (const i of rest) {
    const { role } = pieces[i]!;
    const text = TEXT.has(role);
    if (!blocks.length || (full && (text || LEADS_IN.has(role)))) {
      blocks.push([]);
      full = false;
    }
    blocks.at(-1)!.push(i);
    full ||= text;
  }
  return blocks;
}

/** The column of each block, in order and none left empty, so that the deepest column is as shallow as can be. There are at least as many blocks as columns. */
function evenly(depths: readonly number[], columns: number): number[] {
  let [tooLittle, enough] = [Math.max(0, ...depths) - 1, depths.reduce((sum, depth) => sum + depth, 0)];
  while (enough - tooLittle > 0.5) {
    const middle = (tooLittle + enough) / 2;
    if ((filled(depths, columns, middle).at(-1) ?? 0) < columns) enough = middle;
    else tooLittle = middle;
  }
  return filled(depths, columns, enough);
}

/** Blocks run down a column until it is full, and on to the next one at the latest when every column left needs a block. */
function filled(depths: readonly number[], columns: number, most: number): number[] {
  let column = 0;
  let deep = 0;
  return depths.map((depth, b) => {
    const mustGoOn = depths.length - b === columns - 1 - column;
    if (b > 0 && (mustGoOn || deep + depth > most)) {
      column++;
      deep = 0;
    }
    deep += depth;
    return column;
  });
}

/** Where an article of this depth, at most so many columns wide, ends highest: narrower than wanted where that fills a hole beside others. */
function highest(heights: readonly number[], depth: number, most: number): { column: number; span: number } {
  let best = { column: 0, span: 1 };
  let least = Infinity;
  for (let span = most; span > 0; span--) {
    const column = lowest(heights, span);
    const bottom = topOf(heights, column, span) + depth / span;
    if (bottom < least) [best, least] = [{ column, span }, bottom];
  }
  return best;
}

const topOf = (heights: readonly number[], column: number, span: number): number =>
  Math.max(...heights.slice(column, column + span));

/** The leftmost of the places, so many columns wide, where the highest column below is lowest. */
function lowest(heights: readonly number[], span: number): number {
  let best = 0;
  let least = Infinity;
  for (let c = 0; c + span <= heights.length; c++) {
    const top = topOf(heights, c, span);
    if (top < least - 1e-9) [best, least] = [c, top];
  }
  return best;
}
