/** Cuts the text of one source without coordinates into pieces. */
import type { Source } from '../../../model/edition.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { vocabularyOf } from '../../../repair/index.ts';
import { readPage } from './lines.ts';
import { markLines } from './marks.ts';
import { findMeasures } from './measures.ts';
import { decode } from './decode.ts';
import { blocksOf } from './blocks.ts';
import { pieceOf } from './piece.ts';

/** Every character of `source` that is not white space is in exactly one piece; pieces stand in source order. */
export function cutText(source: Source): CutPiece[] {
  const page = readPage(source);
  if (!page.lines.length) return [];
  const marks = markLines(page);
  const measures = findMeasures(page, marks.map((mark) => mark.alone !== null));
  const decoded = decode(page, marks, measures, { indent: page.han ? 2 : 0, noIndent: 2.5, cutOpen: 6 });
  const vocabulary = page.han ? new Set<string>() : vocabularyOf(page.lines.map((line) => line.raw));
  return blocksOf(page, marks, decoded).map((block) => pieceOf(source, page, block, vocabulary));
}
