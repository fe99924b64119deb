/** Does a head begin an article, or only a part of the one that it stands in? By points: size against the heads over it, white, rules, wording. */
import type { Fragment } from './fragments.ts';
import { isDate } from './furniture.ts';
import { standsFree } from './heads.ts';
import { endsSentence } from './sentence.ts';
import { WEIGHTS } from './weights.ts';

const W = WEIGHTS.start;

/** A head across and what it spans. */
export interface Claim {
  readonly x0: number;
  readonly x1: number;
  readonly rank: number;
}

export const isAcross = (fragment: Fragment): boolean =>
  fragment.lines.some((line) => line.placed.strip === null && line.fill > 1.2);
export const x0 = (fragment: Fragment): number => Math.min(...fragment.lines.map((line) => line.placed.line.x0));
export const x1 = (fragment: Fragment): number => Math.max(...fragment.lines.map((line) => line.placed.line.x1));

/** What is known where a stack of heads stands. */
export interface Standing {
  /** The fragment before it, in its flow. */
  readonly before: Fragment | undefined;
  readonly claim: Claim | null;
  readonly fineBlocks: boolean;
  /** Heads of the article that it would stand in, where that has any. */
  readonly own: readonly Fragment[];
  /** How big the page's article heads are. */
  readonly usual: number;
}

/**
 * Is a head of one level with those that it would stand under, or lower? Judged by the article's own heads, where it has none by the page's:
 * much smaller ones are crossheads.
 */
function levelPoints(rank: number, own: readonly Fragment[], usual: number): number {
  const over = own.length > 0 ? Math.max(...own.map((head) => head.rank)) : usual;
  if (over === 0) return 0.5;
  const share = rank / over;
  return share > LOWER ? W.sameLevel : rank >= 1.35 ? W.lower : share > MUCH_LOWER ? W.muchLower : W.lowest;
}
const LOWER = 0.7;
const MUCH_LOWER = 0.5;

/** "PARIS, 1er avril.", "Wien, den 5. Mai.": the news of a place, which may hold letters and decrees under heads of their own. */
function isRubric(head: Fragment): boolean {
  const text = head.lines.map((line) => line.placed.line.text).join(' ');
  return text.length < 50 && /^\P{L}*\p{Lu}[\p{L}\s.'’-]{2,24}[,;:]/u.test(text) && isDate(text);
}

/** Points for a head to begin an article; at 0 and above it does. */
export function startPoints(stack: readonly Fragment[], { before, claim, fineBlocks, own, usual }: Standing): number {
  const [first] = stack;
  if (!first) return -1;
  const rank = Math.max(...stack.map((head) => head.rank));
  const lines = stack.flatMap((head) => head.lines);
  const blocks = lines[0]?.blockLines ?? null;
  const ownBlock = blocks !== null && blocks <= Math.max(4, first.lines.length);
  let points: number = W.base;
  if (blocks !== null) points += ownBlock ? W.ownBlock : fineBlocks ? W.inText : 0;
  else
    points +=
      W.blocksUnknown + (lines.some(standsFree) ? W.free : 0) + (lines.some((line) => line.wide >= 1.25) ? W.wide : 0);
  // Beside the columns that a head across spans, another article stands.
  const beside = own.some(isAcross) && (x1(first) < Math.min(...own.map(x0)) || x0(first) > Math.max(...own.map(x1)));
  if (blocks === null) points += beside ? W.beside : levelPoints(rank, own, usual);
  else if (!beside && own.length > 0) points += Math.min(0, W.levelInBlock * levelPoints(rank, own, usual));
  if (stack.some(isRubric)) points += W.rubric;
  else if (blocks === null && own.some(isRubric) && rank < 1.35) points += W.underRubric;
  points += rank >= 1.8 ? W.large : rank >= 1.35 ? W.larger : rank >= 1.1 ? W.hardlyLarger : 0;
  if (lines.some((line) => line.caps > 0.8)) points += W.capitals;
  if ((lines[0]?.above ?? 0) >= 1) points += W.whiteAbove;
  if ((lines.at(-1)?.below ?? 0) >= 1) points += W.whiteBelow;
  if (stack.some(isAcross)) points += W.across;
  if (lines.some((line) => line.ruled > 0)) points += W.ruled;
  const last = before?.lines.at(-1);
  if (last) points += endsSentence(last.placed.line.text) || last.right > 3 ? W.afterClosed : W.afterOpen;
  // It is the second of lines that stand in the middle: of one thing with the first.
  if (last && standsFree(last) && blocks === null) points += W.secondInMiddle;
  if (!before) points += W.first;
  if (claim && x0(first) >= claim.x0 && x1(first) <= claim.x1 && rank < 0.6 * claim.rank) points += W.underClaim;
  return points;
}
