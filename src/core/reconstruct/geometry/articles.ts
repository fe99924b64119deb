/**
 * Which pieces make an article, walking the page in reading order: a head begins one unless it is only a crosshead of the text that it stands in;
 * a head across claims the columns under it, and smaller heads there are its own.
 */
import type { Message } from '../../model/message.ts';
import type { ColumnStrip } from './columns.ts';
import type { Fragment } from './fragments.ts';
import { isDate } from './furniture.ts';
import { standsFree } from './heads.ts';
import { beginsOpen, endsSentence } from './sentence.ts';

export interface Unit {
  readonly fragment: Fragment;
  /** The layout was cut right across before it: another band begins. */
  readonly opensBand: boolean;
  /** Which advertisement it is of. */
  readonly ad: string | null;
}

export interface Group {
  readonly units: Unit[];
  readonly kind: 'article' | 'advertisement';
  readonly headed: boolean;
  /** Which band of the page it begins in, from the top. */
  readonly band: number;
  confidence: number;
  reason: Message;
}

const isAcross = (fragment: Fragment): boolean =>
  fragment.lines.some((line) => line.placed.strip === null && line.fill > 1.2);
const x0 = (fragment: Fragment): number => Math.min(...fragment.lines.map((line) => line.placed.line.x0));
const x1 = (fragment: Fragment): number => Math.max(...fragment.lines.map((line) => line.placed.line.x1));

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
  return share > LOWER ? 0.8 : rank >= 1.35 ? -1 : share > MUCH_LOWER ? -2 : -3;
}
const LOWER = 0.7;
const MUCH_LOWER = 0.5;
/** Fewer heads tell nothing of what is usual. */
const FEW_HEADS = 4;

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
  const ownBlock = blocks !== null && blocks <= 4;
  let points = -3;
  if (blocks !== null) points += ownBlock ? 3 : fineBlocks ? -1.5 : 0;
  else points += 1 + (lines.some(standsFree) ? 0.8 : 0) + (lines.some((line) => line.wide >= 1.25) ? 0.4 : 0);
  // Beside the columns that a head across spans, another article stands.
  const beside = own.some(isAcross) && (x1(first) < Math.min(...own.map(x0)) || x0(first) > Math.max(...own.map(x1)));
  if (blocks === null) points += beside ? 0.8 : levelPoints(rank, own, usual);
  if (stack.some(isRubric)) points += 1;
  else if (blocks === null && own.some(isRubric) && rank < 1.35) points -= 1.5;
  points += rank >= 1.8 ? 2 : rank >= 1.35 ? 1.2 : rank >= 1.1 ? 0.5 : 0;
  if (lines.some((line) => line.caps > 0.8)) points += 0.4;
  if ((lines[0]?.above ?? 0) >= 1) points += 0.7;
  if ((lines.at(-1)?.below ?? 0) >= 1) points += 0.4;
  if (stack.some(isAcross)) points += 3;
  if (lines.some((line) => line.ruled > 0)) points += 1.2;
  const last = before?.lines.at(-1);
  if (last) points += endsSentence(last.placed.line.text) || last.right > 3 ? 0.5 : -0.8;
  // It is the second of lines that stand in the middle: of one thing with the first.
  if (last && standsFree(last) && blocks === null) points -= 1;
  if (!before) points += 2;
  if (claim && x0(first) >= claim.x0 && x1(first) <= claim.x1 && rank < 0.6 * claim.rank) points -= 3;
  return points;
}

/** A head over nearly all columns of a wide page is a banner over many articles: it claims none of them. */
const BANNER = 0.7;

/** A head across and what it spans. */
export interface Claim {
  readonly x0: number;
  readonly x1: number;
  readonly rank: number;
}

/** A rule as wide as the column parts it from the text before it, and it begins a sentence. */
const isRuledOff = ({ began, lines: [first] }: Fragment): boolean =>
  first !== undefined && began !== 'flow' && first.ruled >= 0.6 && !beginsOpen(first.placed.line.text);

/** The heads at a group's top. */
function headsOf(group: Group | undefined): Fragment[] {
  const own = group?.units.map(({ fragment }) => fragment) ?? [];
  const text = own.findIndex(({ kind }) => kind === 'body');
  return own.slice(0, text < 0 ? own.length : text);
}

/** Under a head of a section each column begins with a head of its own; under an article's, text begins somewhere at once. */
function isSectionBanner(across: readonly Fragment[], units: readonly Unit[], strips: readonly ColumnStrip[]): boolean {
  const [left, right] = [Math.min(...across.map(x0)), Math.max(...across.map(x1))];
  const bottom = Math.max(...across.flatMap((head) => head.lines.map((line) => line.placed.y1)));
  const under = new Map<number, Fragment>();
  for (const { fragment } of units) {
    const first = fragment.lines[0]?.placed;
    if (!first || first.strip === null || first.y0 < bottom) continue;
    const strip = strips[first.strip];
    if (!strip || Math.min(strip.x1, right) - Math.max(strip.x0, left) < 0.5 * (strip.x1 - strip.x0)) continue;
    const known = under.get(first.strip)?.lines[0]?.placed.y0 ?? Infinity;
    if (first.y0 < known) under.set(first.strip, fragment);
  }
  return under.size > 1 && [...under.values()].every((fragment) => fragment.kind === 'head');
}

export function groupArticles(units: readonly Unit[], fineBlocks: boolean, strips: readonly ColumnStrip[]): Group[] {
  /** A head across claims the whole of the columns that it touches. */
  const widened = (x: number, side: 1 | -1): number => {
    const strip = strips.find((column) => x > column.x0 && x < column.x1);
    return (strip ? (side < 0 ? strip.x0 : strip.x1) : x) + side;
  };
  const ranks = units
    .flatMap(({ fragment, ad }) => (fragment.kind === 'head' && ad === null ? [fragment.rank] : []))
    .sort((a, b) => a - b);
  const usual = ranks.length < FEW_HEADS ? 0 : (ranks[Math.floor((ranks.length - 1) * 0.75)] ?? 0);
  const groups: Group[] = [];
  const pageWidth = Math.max(...strips.map((strip) => strip.x1)) - Math.min(...strips.map((strip) => strip.x0));
  const ads = new Map<string, Group>();
  let claim: Claim | null = null;
  let band = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (!unit) continue;
    if (unit.opensBand) {
      claim = null;
      band++;
    }
    if (unit.ad !== null) {
      const known = ads.get(unit.ad);
      if (known) known.units.push(unit);
      else
        ads.set(unit.ad, {
          units: [unit],
          kind: 'advertisement',
          headed: true,
          band,
          confidence: 0.7,
          reason: { code: 'geometry.advertisement' },
        });
      continue;
    }
    const group = groups.at(-1);
    if (unit.fragment.kind === 'body') {
      if (group && !unit.opensBand && isRuledOff(unit.fragment))
        groups.push({
          units: [unit],
          kind: 'article',
          headed: true,
          band,
          confidence: 0.6,
          reason: { code: 'geometry.ruled-off' },
        });
      else if (group && !unit.opensBand) group.units.push(unit);
      else
        groups.push({
          units: [unit],
          kind: 'article',
          headed: false,
          band,
          confidence: 0.5,
          reason: { code: 'geometry.no-head' },
        });
      continue;
    }
    const stack: Unit[] = [unit];
    while (units[i + 1]?.fragment.kind === 'head' && units[i + 1]?.ad === null) stack.push(units[++i] as Unit);
    const points = startPoints(
      stack.map((head) => head.fragment),
      { before: group?.units.at(-1)?.fragment, claim, fineBlocks, own: headsOf(group), usual },
    );
    if (points < 0 && group) {
      group.units.push(...stack);
      continue;
    }
    const across = stack
      .map((head) => head.fragment)
      .filter(
        (head) =>
          isAcross(head) &&
          head.rank >= 1.5 &&
          head.lines.length <= 4 &&
          !isDate(head.lines.map((line) => line.placed.line.text).join(' ')),
      );
    const reach = Math.max(...across.map(x1)) - Math.min(...across.map(x0));
    if (across.length && (strips.length < 4 || reach < BANNER * pageWidth) && !isSectionBanner(across, units, strips))
      claim = {
        x0: Math.min(...across.map(x0).map((x) => widened(x, -1))),
        x1: Math.max(...across.map(x1).map((x) => widened(x, 1))),
        rank: Math.max(...across.map((head) => head.rank)),
      };
    groups.push({
      units: stack,
      kind: 'article',
      headed: true,
      band,
      confidence: 0.6 + Math.min(0.35, Math.max(0, points) * 0.1),
      reason: { code: 'geometry.under-head' },
    });
  }
  return [...groups, ...ads.values()];
}
