/** What each line of a page costs whatever the measures are: reckoned once, for a page is decoded twice and its margins are asked for after that. */
import { COST, type Costs } from './costs.ts';
import type { CutPage } from './lines.ts';
import { endsSentence } from './sentence.ts';

export interface LineCosts {
  readonly first: Float64Array;
  readonly more: Float64Array;
  readonly head: Float64Array;
  readonly alone: Float64Array;
  /** As a further line of a head, before what its number in the head costs. */
  readonly headMore: Float64Array;
  readonly endHead: Float64Array;
  readonly end: Float64Array;
  readonly endFirst: Float64Array;
  readonly cut: Float64Array;
  /** As a foreign head in the middle of a paragraph: its first line, its further lines, and the paragraph's next line after it. */
  readonly hole: Float64Array;
  readonly holeMore: Float64Array;
  readonly holeEnd: Float64Array;
  /** A further line is of the same head as the line before it. */
  readonly sameHead: readonly boolean[];
  /** A sentence ends in the line; the next line is a byline or opens an article. */
  readonly sentenceEnds: readonly boolean[];
  readonly leadsNext: readonly boolean[];
}

/** Lines of a head from which on each costs more. */
const USUAL_LINES = 3;
/** Cost of the `nth` line of a head beyond `headMore`. */
export const longHead = (nth: number): number => Math.max(0, nth - USUAL_LINES) * 0.8;

/** A line without a Han character in Han text, or one that ends in a question, is more likely a line of the paragraph. */
function holeCost(page: CutPage, i: number): number {
  const line = page.lines[i];
  if (!line) return COST.impossible;
  let cost = line.glued && line.parted ? COST.holeGlued : 0;
  if (page.han && !/\p{Script=Han}/u.test(line.text)) cost += COST.holeFull;
  if (/[？！?!]["”’」』）)]*$/u.test(line.text)) cost += COST.holeEnded;
  return cost;
}

export function lineCostsOf(page: CutPage, costs: Costs): LineCosts {
  const each = (cost: (i: number) => number): Float64Array => Float64Array.from(page.lines, (_, i) => cost(i));
  const head = each(costs.head);
  const headMore = each(costs.headMore);
  const endHead = each(costs.endHead);
  const holeMore = each((i) => {
    const line = page.lines[i];
    const again = COST.headMore + COST.secondHead + Math.max(0, (head[i] ?? 0) - COST.head);
    // lines of one width are lines of a column
    const even = page.han && line?.width === page.lines[i - 1]?.width ? COST.evenHeads : 0;
    return even + (line?.parted && line.glued ? Math.min(headMore[i] ?? 0, again) : again);
  });
  const capital = (i: number): boolean => !page.han && !/^["'“‘(]*\p{Ll}/u.test(page.lines[i]?.text ?? '');
  return {
    first: each(costs.first),
    more: each(costs.more),
    head,
    alone: each(costs.alone),
    headMore,
    endHead,
    end: each(costs.end),
    endFirst: each(costs.endFirst),
    cut: each(costs.cut),
    hole: each((i) => holeCost(page, i)),
    holeMore,
    holeEnd: each((i) => (endHead[i - 1] ?? 0) + (capital(i) ? COST.capitalInside : 0)),
    sameHead: page.lines.map((_, i) => (headMore[i] ?? 0) < COST.secondHead + 2),
    sentenceEnds: page.lines.map((line) => endsSentence(line.text)),
    leadsNext: page.lines.map((_, i) => costs.leads(i + 1)),
  };
}
