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

/** Costs of line i that depend on the measure: standing in it as text, and as a foreign head in a paragraph that has it. */
export interface InMeasure {
  readonly over: Float64Array;
  readonly hole: Float64Array;
}

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
  readonly own: readonly InMeasure[];
  headMore(i: number, nth: number): number;
  /** Text line i in state s goes on in line i + 1. */
  goesOn(i: number, s: number): number;
  /** Text line i in state s is the last of its block. */
  leaving(i: number, s: number): number;
  /** The paragraph of text line i in state s is cut by a foreign head. */
  pierce(i: number, s: number): number;
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
  const own = page.lines.map((line, i): InMeasure => {
    const over = new Float64Array(k);
    const hole = new Float64Array(options.holes ? k : 0);
    for (let j = 0; j < k; j++) {
      const measure = measures[j] ?? 0;
      over[j] = fit.fits(i, measure);
      // a line as wide as the column, or one that the next word did not fit in, is more likely a line of the paragraph
      const full = line.width >= measure - nearly || fit.free(i, measure) < 0;
      if (options.holes) hole[j] = (lines.hole[i] ?? 0) + (full ? COST.holeFull : 0);
    }
    return { over, hole };
  });
  const alone = 2 * k + MOST_HEAD_LINES;
  const room = (s: number): number => (measures[s % k] ?? 0) - (s < k ? options.indent : 0);
  return {
    measures,
    head: 2 * k,
    alone,
    hole: alone + 1,
    states: alone + 1 + (options.holes ? k : 0),
    options,
    lines,
    own,
    headMore: (i, nth) => (lines.headMore[i] ?? 0) + longHead(nth),
    goesOn: (i, s) => {
      const base = COST.goOn + (lines.sentenceEnds[i] ? COST.sentenceInside : 0);
      const measure = measures[s % k] ?? 0;
      if (s >= k || !options.indent) return base + fit.goesOn(i, measure);
      return base + Math.min(fit.goesOn(i, measure - options.indent), options.noIndent + fit.goesOn(i, measure));
    },
    leaving: (i, s) => {
      // a column's end may cut the paragraph: then its last line is full, and no sentence need end there
      const left = Math.max(0, room(s) - (page.lines[i]?.width ?? 0) - spare) * 1.2;
      const cut = options.cutOpen + (lines.cut[i] ?? 0) + (s < k ? COST.oneLineCut : 0) + left;
      const end = (lines.end[i] ?? 0) + (s < k ? (lines.lone[i] ?? 0) : 0);
      return Math.min(end, cut) + (lines.leadsNext[i] ? options.leadUnderText : 0);
    },
    pierce: (i, s) => {
      if (lines.sentenceEnds[i] || lines.leadsNext[i]) return COST.impossible;
      const left = Math.max(0, room(s) - (page.lines[i]?.width ?? 0) - spare) * 1.2;
      return COST.pierce + (s < k ? COST.oneLineCut : 0) + left;
    },
  };
}
