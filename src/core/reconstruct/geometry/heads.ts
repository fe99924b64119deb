/** Which lines are heads, by points: size, capitals, width of letters, centring, white around, a block of its own; and what speaks against it. */
import { isDate } from './furniture.ts';
import type { LineTraits } from './line-traits.ts';
import { beginsOpen, breaksWord } from './sentence.ts';
import { WEIGHTS } from './weights.ts';

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

const W = WEIGHTS.head;
/** No words, or letters that stand on their side. */
const NEVER = 6;

export const headThreshold = (trait: LineTraits): number =>
  trait.blockLines === null ? W.enoughWithoutBlocks : W.enough;

export const isHead = (trait: LineTraits, before: LineTraits | undefined): boolean =>
  headScore(trait, before).points >= headThreshold(trait);

export interface HeadScore {
  readonly points: number;
  /** What weighed most, for the reason. */
  readonly because: 'size' | 'capitals' | 'centred' | 'across' | 'apart';
}

/** An author's or place's name at the end of a text stands at the right. */
const isSignature = (trait: LineTraits): boolean =>
  trait.left > 5 && trait.right < 3 && trait.fill < 0.6 && trait.height < 1.3;

/** Centred with much white on both sides: text that is merely ragged, or verse, seldom stands so. */
export const standsFree = (trait: LineTraits): boolean =>
  trait.centred &&
  Math.min(trait.left, trait.right) > 2.5 &&
  Math.abs(trait.left - trait.right) < 0.12 * (trait.left + trait.right) + 0.4;

/** Where a line stands in a head of several: its first words may then go on from the line before, its last into the next. */
export interface InHead {
  readonly first: boolean;
  readonly last: boolean;
}
const ALONE: InHead = { first: true, last: true };

export function headScore(trait: LineTraits, before: LineTraits | undefined, { first, last } = ALONE): HeadScore {
  const { line } = trait.placed;
  const across = trait.placed.strip === null && trait.fill > 1.2;
  const ownBlock = trait.blockLines !== null && trait.blockLines <= 4;
  const parts: [HeadScore['because'], number][] = [
    [
      'size',
      clamp((trait.height - 1) * W.height, -0.5, 3) +
        W.larger * trait.larger +
        (trait.size < 8 ? W.size * clamp(trait.size - 1, -0.4, 1) : 0),
    ],
    [
      'capitals',
      (trait.caps > 0.8 ? W.capitals : 0) + (trait.wide >= 1.6 ? W.spaced : trait.wide >= 1.25 ? W.wide : 0),
    ],
    ['centred', trait.centred ? (standsFree(trait) ? W.free : W.centred) : 0],
    ['across', across ? W.across : 0],
    [
      'apart',
      W.white * (clamp(trait.above, 0, 1.5) + clamp(trait.below, 0, 1.5)) +
        (ownBlock ? W.ownBlock : 0) +
        (trait.bold ? W.bold : 0),
    ],
  ];
  let points = parts.reduce((sum, [, n]) => sum + n, 0);
  if (trait.fill > 0.96 && trait.height < 1.3 && trait.caps < 0.8 && !across) points += W.full;
  // White and a block of its own make no head of what is set like the text around it.
  if (trait.height < 1.12 && trait.caps < 0.8 && !trait.centred && trait.wide < 1.25 && !trait.bold && !across)
    points += W.plain;
  if (/^\s*\(.*\)\s*$/u.test(line.text)) points += W.inBrackets;
  if (last && (/[,;]\s*$/u.test(line.text) || breaksWord(line.text))) points += W.readsOn;
  if (first && beginsOpen(line.text)) points += W.beginsOpen;
  if (line.letters > 70) points += W.long;
  if (first && line.letters < 3) points += W.short;
  if (!/\p{L}{2}|\p{Script=Han}/u.test(line.text)) points -= NEVER;
  if (isSignature(trait)) points += W.signature;
  if (
    trait.centred &&
    line.letters < 40 &&
    isDate(line.text) &&
    /^\P{L}*\p{Lu}[\p{L}\s.'’-]{2,24}[,;:]/u.test(line.text)
  )
    points += W.dated;
  // Much higher than wide: letters turned on their side, a brace, a cell of a table.
  if (trait.wide < 0.5 && trait.height > 1.4) points -= NEVER;
  if (before && !before.closed && before.right < 1.5 && trait.above < 0.3 && !ownBlock) points += W.afterOpenLine;
  // What follows tells as much as what stands before: under a head text begins anew.
  if (trait.leads === 'indent' && trait.height >= 0.7) points += W.textBeginsUnder;
  const digits = line.text.match(/\d/gu)?.length ?? 0;
  if (digits > 0.35 * line.letters) points += W.figures;
  const because = parts.reduce((best, part) => (part[1] > best[1] ? part : best))[0];
  return { points, because };
}

/** Rank among the page's heads: how big it is in print. */
export const rankOf = (traits: readonly LineTraits[]): number =>
  Math.max(...traits.map((trait) => clamp(trait.height, 0.5, 6) * (trait.caps > 0.8 ? 1.25 : 1)));
