/** Cuts the text of one source without coordinates into pieces. */
import type { Source } from '../../../model/edition.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { vocabularyOf } from '../../../repair/index.ts';
import { type CutPage, readPage } from './lines.ts';
import { markLines } from './marks.ts';
import { findMeasures } from './measures.ts';
import { decode, type LineState } from './decode.ts';
import { blocksOf } from './blocks.ts';
import { pieceOf } from './piece.ts';

/** Every character of `source` that is not white space is in exactly one piece; pieces stand in source order. */
export function cutText(source: Source): CutPiece[] {
  const page = readPage(source);
  if (!page.lines.length) return [];
  const marks = markLines(page);
  const measures = findMeasures(page, marks.map((mark) => mark.alone !== null));
  const options = { indent: page.han ? 2 : 0, noIndent: 2.5, cutOpen: 6, spacedKeepMeasure: true };
  const strict = decode(page, marks, measures, options);
  const decoded = spacedKeepMeasure(page, strict.states) ? strict : decode(page, marks, measures, { ...options, spacedKeepMeasure: false });
  const vocabulary = page.han ? new Set<string>() : vocabularyOf(page.lines.map((line) => line.raw));
  return blocksOf(page, marks, decoded).map((block) => pieceOf(source, page, block, vocabulary));
}

/** True where the letter-spaced lines of running text fill their measure like others, so that their width tells where paragraphs end. */
function spacedKeepMeasure(page: CutPage, states: readonly LineState[]): boolean {
  let kept = 0;
  let all = 0;
  page.lines.forEach((line, i) => {
    const state = states[i];
    if (!line.letterSpaced || state?.kind !== 'more' || states[i + 1]?.kind !== 'more') return;
    all++;
    if (Math.abs(line.width - state.measure) <= 0.5) kept++;
  });
  return kept >= all * 0.8;
}
