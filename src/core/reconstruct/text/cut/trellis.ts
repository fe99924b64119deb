/** The states that a line may have and what each step between two lines costs: read forward by decode, backward by margins. */
import { COST, type Costs } from './costs.ts';
import { fitOf, type FitOptions } from './fit.ts';
import type { CutPage } from './lines.ts';
import { endsSentence } from './sentence.ts';

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
}

/** Lines that one head may have; the last state may repeat. */
const MOST_HEAD_LINES = 7;

/** What line i costs in each kind of state, whatever stands before it. `over`: by measure, for text. */
export interface Own {
  readonly first: number;
  readonly more: number;
  readonly head: number;
  readonly alone: number;
  /** By measure, as a head that cuts into a paragraph, which goes on after it. */
  readonly hole: Float64Array;
  readonly over: Float64Array;
}

/**
 * States: 0..k-1 first line in measure j; k..2k-1 going on; from `head` on the lines of a head; `alone`; and from `hole` on, by measure, lines of
 * a foreign head in the middle of a paragraph.
 */
export interface Trellis {
  readonly lines: number;
  readonly measures: readonly number[];
  readonly head: number;
  readonly alone: number;
  readonly hole: number;
  readonly states: number;
  readonly options: DecodeOptions;
  readonly own: readonly Own[];
  headMore(i: number, nth: number): number;
  endHead(i: number): number;
  /** Text line i in state s goes on in line i + 1. */
  goesOn(i: number, s: number): number;
  /** Text line i in state s is the last of its block. */
  leaving(i: number, s: number): number;
  end(i: number): number;
  /** The paragraph of text line i in state s is cut by a foreign head. */
  pierce(i: number, s: number): number;
  /** Line i is a further line of a foreign head. */
  holeMore(i: number): number;
  /** Further line i of a foreign head is of the same head as the line before it. */
  sameHead(i: number): boolean;
  /** The paragraph goes on with line i, after a foreign head. */
  holeEnd(i: number): number;
}

/** A line as wide as the column, or without a Han character in Han text, is more likely a line of the paragraph. */
function holeCost(page: CutPage, i: number, measure: number): number {
  const line = page.lines[i];
  if (!line) return COST.impossible;
  let cost = line.glued && line.parted ? COST.holeGlued : 0;
  if (line.width >= measure - (page.han ? 1 : 2)) cost += COST.holeFull;
  if (page.han && !/\p{Script=Han}/u.test(line.text)) cost += COST.holeFull;
  if (/[？！?!]["”’」』）)]*$/u.test(line.text)) cost += COST.holeEnded;
  return cost;
}

export function trellisOf(page: CutPage, costs: Costs, measures: readonly number[], options: DecodeOptions): Trellis {
  const k = measures.length;
  const fit = fitOf(page, options);
  const sentenceEnds = page.lines.map((line) => endsSentence(line.text));
  const ends = page.lines.map((_, i) => costs.end(i));
  const cuts = page.lines.map((_, i) => costs.cut(i));
  const leads = page.lines.map((_, i) => (costs.leads(i + 1) ? options.leadUnderText : 0));
  const spare = page.han ? 1 : 3;
  const own = page.lines.map((_, i): Own => {
    const over = Float64Array.from(measures, (measure) => fit.fits(i, measure));
    const head = costs.head(i);
    return {
      first: costs.first(i),
      more: costs.more(i),
      head,
      alone: costs.alone(i),
      hole: Float64Array.from(measures, (measure) => head + holeCost(page, i, measure)),
      over,
    };
  });
  const alone = 2 * k + MOST_HEAD_LINES;
  return {
    lines: page.lines.length,
    measures,
    head: 2 * k,
    alone,
    hole: alone + 1,
    states: alone + 1 + k,
    options,
    own,
    headMore: costs.headMore,
    endHead: costs.endHead,
    end: (i) => ends[i] ?? 0,
    goesOn: (i, s) => {
      const base = COST.goOn + (sentenceEnds[i] ? COST.sentenceInside : 0);
      const room = measures[s % k] ?? 0;
      if (s >= k || !options.indent) return base + fit.goesOn(i, room);
      return base + Math.min(fit.goesOn(i, room - options.indent), options.noIndent + fit.goesOn(i, room));
    },
    leaving: (i, s) => {
      // a column's end may cut the paragraph: then its last line is full, and no sentence need end there
      const room = (measures[s % k] ?? 0) - (s < k ? options.indent : 0);
      const cut =
        options.cutOpen +
        (cuts[i] ?? 0) +
        (s < k ? COST.oneLineCut : 0) +
        Math.max(0, room - (page.lines[i]?.width ?? 0) - spare) * 1.2;
      return Math.min(ends[i] ?? 0, cut) + (leads[i] ?? 0);
    },
    pierce: (i, s) => {
      const line = page.lines[i];
      if (!line || sentenceEnds[i] || costs.leads(i + 1)) return COST.impossible;
      const room = (measures[s % k] ?? 0) - (s < k ? options.indent : 0);
      return COST.pierce + (s < k ? COST.oneLineCut : 0) + Math.max(0, room - line.width - spare) * 1.2;
    },
    holeMore: (i) => {
      const line = page.lines[i];
      const again = COST.headMore + COST.secondHead + Math.max(0, (own[i]?.head ?? 0) - COST.head);
      // lines of one width are lines of a column
      const even = page.han && line?.width === page.lines[i - 1]?.width ? COST.evenHeads : 0;
      return even + (line?.parted && line.glued ? Math.min(costs.headMore(i, 2), again) : again);
    },
    sameHead: (i) => costs.headMore(i, 2) < COST.secondHead + 2,
    holeEnd: (i) =>
      costs.endHead(i - 1) + (page.han || /^["'“‘(]*\p{Ll}/u.test(page.lines[i]?.text ?? '') ? 0 : COST.capitalInside),
  };
}
