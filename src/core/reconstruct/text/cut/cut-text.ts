/** Cuts the text of one source without coordinates into pieces. */
import type { Source } from '../../../model/edition.ts';
import { vocabularyOf } from '../../../repair/index.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { blocksOf } from './blocks.ts';
import { costsOf } from './costs.ts';
import { decode, type Decoded } from './decode.ts';
import { fitOf, shapesOf, type Shape } from './fit.ts';
import { lineCostsOf } from './line-costs.ts';
import { type CutPage, readPage } from './lines.ts';
import { type Mark, markLines } from './marks.ts';
import { findMeasures } from './measures.ts';
import { marginsOf } from './margins.ts';
import { piecesOf } from './piece.ts';
import { type DecodeOptions, trellisOf } from './trellis.ts';
import { withStrays } from './strays.ts';
import { pairsOf } from './seams.ts';

/** Every character of `source` that is not white space is in exactly one piece; pieces stand in source order. */
export function cutText(source: Source): CutPiece[] {
  const page = readPage(source);
  if (!page.lines.length) return withStrays(source, []);
  const marks = markLines(page);
  const measures = findMeasures(
    page,
    marks.map((mark) => mark.alone !== null),
  );
  const costs = lineCostsOf(page, costsOf(page, marks));
  const shapes = shapesOf(page);
  const first: DecodeOptions = {
    indent: page.han ? 2 : 0,
    noIndent: 2.5,
    cutOpen: 6,
    resume: 4,
    leadUnderText: 0,
    spacedKeepMeasure: true,
    strict: false,
    holes: false,
  };
  const guess = decode(trellisOf(page, costs, shapes, measures, first));
  const options = { ...learn(page, marks, shapes, guess, first), holes: true };
  const trellis = trellisOf(page, costs, shapes, used(measures, guess), options);
  const decoded = decode(trellis);
  const vocabulary = page.han ? new Set<string>() : vocabularyOf(page.lines.map((line) => line.raw));
  const pairs: ReadonlySet<string> = new Set(page.han ? pairsOf(page).keys() : []);
  const pieces = blocksOf(page, marks, decoded.states, marginsOf(trellis, decoded)).flatMap((block) =>
    piecesOf(source, page, block, vocabulary, pairs),
  );
  return withStrays(source, pieces);
}

/** The measures that the first reading found a use for. */
function used(measures: readonly number[], { states }: Decoded): number[] {
  const seen = new Set(states.map((state) => ('measure' in state ? state.measure : 0)));
  return measures.filter((measure) => seen.has(measure));
}

/** How the page is set, from a first reading: whether letter-spaced lines keep the measure, and whether any line is loose. */
function learn(
  page: CutPage,
  marks: readonly Mark[],
  shapes: readonly Shape[],
  { states }: Decoded,
  options: DecodeOptions,
): DecodeOptions {
  const fit = fitOf(page, options, shapes);
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
  return {
    ...options,
    ...weave(states),
    leadUnderText: headsStandAbove(marks, states) ? 3 : 0,
    spacedKeepMeasure,
    strict,
  };
}

/** Read column by column, a page stops and resumes articles all over: then that costs less. */
function weave(states: Decoded['states']): Partial<DecodeOptions> {
  const resumed = states.filter((state, i) => {
    const before = states[i - 1];
    return state.kind === 'more' && before !== undefined && 'measure' in before && before.measure !== state.measure;
  });
  return resumed.length >= 2 ? { cutOpen: 3.5, resume: 2.5 } : {};
}

/** Most bylines and openings of the page stand under a head. */
function headsStandAbove(marks: readonly Mark[], states: Decoded['states']): boolean {
  const leads = marks.flatMap((mark, i) => (mark.leads && i > 0 ? [states[i - 1]?.kind ?? 'alone'] : []));
  return (
    leads.length >= 2 && leads.filter((kind) => kind === 'head' || kind === 'head-more').length >= leads.length * 0.6
  );
}
