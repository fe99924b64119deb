/** The states that a line may have and what each step between two lines costs: read forward by decode, backward by margins. */
import { COST } from './costs.ts';
import { fitOf, type FitOptions, type Shape } from './fit.ts';
import { longHead, type LineCosts } from './line-costs.ts';
import type { CutPage } from './lines.ts';

export interface DecodeOptions extends FitOptions {
  /** Width by which a paragraph's first line is shorter, and the cost of one that is not. */
  readonly indent: number;
  readonly noIndent: number;
  /** Cost of a paragraph that stops in mid-sentence at a column's end. */
  readonly cutOpen: number;
  /** Cost of text that goes on in mid-paragraph after another article's text. */
  readonly resume: number;
  /** Cost of a byline or an opening that stands right under running text, in a page that sets heads above them. */
  readonly leadUnderText: number;
  /** Look for foreign heads in the middle of a sentence. */
  readonly holes: boolean;
}

/** Lines that one head may have; the last state may repeat. */
const MOST_HEAD_LINES = 7;

/**
 * States: 0..k-1 first line in measure j; k..2k-1 going on; from `head` on the lines of a head; `alone`; and from `hole` on, by measure, lines of
 * a foreign head in the middle of a paragraph.
 */
export interface Trellis {
  readonly measures: readonly number[];
  readonly head: number;
  readonly alone: number;
  readonly hole: number;
  readonly states: number;
  readonly options: DecodeOptions;
  readonly lines: LineCosts;
  /** How many lines; the tables have a row for each of them: of all measures, or of the states of text. */
  readonly count: number;
  /** Standing in a measure as text, and as a foreign head in a paragraph that has it (none where none is looked for). */
  readonly over: Float64Array;
  readonly holeIn: Float64Array;
  /** The line goes on in the next one; it is the last of its block; a foreign head cuts its paragraph (none where none is looked for). */
  readonly goesOn: Float64Array;
  readonly leaving: Float64Array;
  readonly pierce: Float64Array;
  headMore(i: number, nth: number): number;
}

export function trellisOf(
  page: CutPage,
  lines: LineCosts,
  shapes: readonly Shape[],
  measures: readonly number[],
  options: DecodeOptions,
): Trellis {
  const k = measures.length;
  const fit = fitOf(page, options, shapes);
  const spare = page.han ? 1 : 3;
  const nearly = page.han ? 1 : 2;
  const { holes, indent, noIndent } = options;
  const n = page.lines.length;
  const over = new Float64Array(n * k);
  const holeIn = new Float64Array(holes ? n * k : 0);
  const goesOn = new Float64Array(n * 2 * k);
  const leaving = new Float64Array(n * 2 * k);
  const pierce = new Float64Array(holes ? n * 2 * k : 0);
  page.lines.forEach((line, i) => {
    const goes = COST.goOn + (lines.sentenceEnds[i] ? COST.sentenceInside : 0);
    const whole = lines.sentenceEnds[i] === true || lines.leadsNext[i] === true;
    const stops = options.cutOpen + lines.cut[i]!;
    const lead = lines.leadsNext[i] ? options.leadUnderText : 0;
    for (let j = 0; j < k; j++) {
      const measure = measures[j]!;
      over[i * k + j] = fit.fits(i, measure);
      // a line as wide as the column, or one that the next word did not fit in, is more likely a line of the paragraph
      if (holes) {
        const full = line.width >= measure - nearly || fit.free(i, measure) < 0;
        holeIn[i * k + j] = lines.hole[i]! + (full ? COST.holeFull : 0);
      }
      const first = i * 2 * k + j;
      const more = first + k;
      const inMeasure = fit.goesOn(i, measure);
      goesOn[more] = goes + inMeasure;
      goesOn[first] = goes + (indent ? Math.min(fit.goesOn(i, measure - indent), noIndent + inMeasure) : inMeasure);
      for (let at = first; at <= more; at += k) {
        const room = at === first ? measure - indent : measure;
        const oneLine = at === first ? COST.oneLineCut : 0;
        // a column's end may cut the paragraph: then its last line is full, and no sentence need end there
        const left = Math.max(0, room - line.width - spare) * 1.2;
        const end = lines.end[i]! + (at === first ? lines.endFirst[i]! : 0);
        leaving[at] = Math.min(end, stops + oneLine + left) + lead;
        if (holes) pierce[at] = whole ? COST.impossible : COST.pierce + oneLine + left;
      }
    }
  });
  const alone = 2 * k + MOST_HEAD_LINES;
  return {
    measures,
    head: 2 * k,
    alone,
    hole: alone + 1,
    states: alone + 1 + (holes ? k : 0),
    options,
    lines,
    count: n,
    over,
    holeIn,
    goesOn,
    leaving,
    pierce,
    headMore: (i, nth) => lines.headMore[i]! + longHead(nth),
  };
}
