/** Cuts the text of one source without coordinates into pieces. */
import type { Source } from '../../../model/edition.ts';
import { vocabularyOf } from '../../../repair/index.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { blocksOf } from './blocks.ts';
import { decode, type Decoded, type DecodeOptions } from './decode.ts';
import { fitOf } from './fit.ts';
import { type CutPage, readPage } from './lines.ts';
import { markLines } from './marks.ts';
import { findMeasures } from './measures.ts';
import { pieceOf } from './piece.ts';

/** Every character of `source` that is not white space is in exactly one piece; pieces stand in source order. */
export function cutText(source: Source): CutPiece[] {
  const page = readPage(source);
  if (!page.lines.length) return [];
  const marks = markLines(page);
  const measures = findMeasures(page, marks.map((mark) => mark.alone !== null));
  const first: DecodeOptions = { indent: page.han ? 2 : 0, noIndent: 2.5, cutOpen: 6, spacedKeepMeasure: true, strict: false };
  const guess = decode(page, marks, measures, first);
  const options = learn(page, guess, first);
  const decoded = options === first ? guess : decode(page, marks, measures, options);
  const vocabulary = page.han ? new Set<string>() : vocabularyOf(page.lines.map((line) => line.raw));
  return blocksOf(page, marks, decoded).map((block) => pieceOf(source, page, block, vocabulary));
}

/** How the page is set, from a first reading: whether letter-spaced lines keep the measure, and whether any line is loose. */
function learn(page: CutPage, { states }: Decoded, options: DecodeOptions): DecodeOptions {
  const fit = fitOf(page, options);
  let spaced = 0;
  let kept = 0;
  let plain = 0;
  let loose = 0;
  page.lines.forEach((line, i) => {
    const state = states[i];
    const next = states[i + 1];
    if (state?.kind !== 'more' || next?.kind !== 'more' || next.measure !== state.measure) return;
    if (line.letterSpaced) {
      spaced++;
      if (Math.abs(line.width - state.measure) <= 0.5) kept++;
    } else {
      plain++;
      if (fit.free(i, state.measure) >= 0 && line.width < state.measure) loose++;
    }
  });
  const spacedKeepMeasure = kept >= spaced * 0.8;
  const strict = spacedKeepMeasure && plain >= 12 && loose <= plain * 0.04;
  return spacedKeepMeasure && !strict ? options : { ...options, spacedKeepMeasure, strict };
}
