/**
 * Which pieces make an article, walking the page in reading order: a head begins one unless it is only a crosshead of the text that it stands in;
 * a head across claims the columns under it, and smaller heads there are its own.
 */
import type { Message } from '../../model/message.ts';
import type { ColumnStrip } from './columns.ts';
import type { Fragment } from './fragments.ts';
import { isDate } from './furniture.ts';
import { beginsOpen } from './sentence.ts';
import { isAcross, startPoints, x0, x1, type Claim } from './starts.ts';

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
  /** The least that spoke for one of its borders, in points: its own head, the next one, heads that were left within it. */
  margin: number;
}

/**
 * What is between two clear borders is sure; what has a doubtful one is not. Where the file's blocks do not speak along, less so. On real issues what stood
 * highest was right in nine of ten, so that nothing here claims more. */
function confidenceOf({ margin, units }: Group): number {
  const told = units.some(({ fragment }) => fragment.lines.some((line) => line.blockLines !== null));
  return Math.min(0.88, (told ? 0.55 : 0.4) + 0.1 * Math.max(0, Math.min(4, margin)));
}
/** Fewer heads tell nothing of what is usual. */
const FEW_HEADS = 4;
/** Nothing says whether an article ends at the foot of its page. */
const AT_THE_FOOT = 2.5;

/** A head over nearly all columns of a wide page is a banner over many articles: it claims none of them. */
const BANNER = 0.7;

/** A rule as wide as the column parts it from the text before it, and it begins a sentence. */
const isRuledOff = ({ began, lines: [first] }: Fragment): boolean =>
  first !== undefined && began !== 'flow' && first.ruled >= 0.6 && !beginsOpen(first.placed.line.text);

/** A rule under a byline, a caption or a head parts nothing from what it is of: text must have begun. */
const LEAST_TEXT = 4;
const hasText = ({ units }: Group): boolean =>
  units.reduce((lines, { fragment }) => lines + (fragment.kind === 'body' ? fragment.lines.length : 0), 0) >=
  LEAST_TEXT;

/** Newspapers must say of what looks like news that it is none. */
const SAYS_AD =
  /^\P{L}*(?:(?:paid )?advertise?ments?|anzeigen?|werbung|publicit[ée]|r[ée]clame|publicidad|pubblicit[àa]|广告|廣告)\P{L}*$/iu;
const saysAd = (fragment: Fragment): boolean =>
  fragment.lines.length === 1 && SAYS_AD.test(fragment.lines[0]?.placed.line.text ?? '');

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

/** The rank that three of four heads of the page do not pass. */
function usualRank(units: readonly Unit[]): number {
  const ranks = units
    .flatMap(({ fragment, ad }) => (fragment.kind === 'head' && ad === null ? [fragment.rank] : []))
    .sort((a, b) => a - b);
  return ranks.length < FEW_HEADS ? 0 : (ranks[Math.floor((ranks.length - 1) * 0.75)] ?? 0);
}

const claims = (head: Fragment): boolean =>
  isAcross(head) &&
  head.rank >= 1.5 &&
  head.lines.length <= 4 &&
  !isDate(head.lines.map((line) => line.placed.line.text).join(' '));

/** What heads across claim: the whole of the columns that they touch. Null where none of them claims anything. */
function claimOf(heads: readonly Fragment[], units: readonly Unit[], strips: readonly ColumnStrip[]): Claim | null {
  const across = heads.filter(claims);
  const reach = Math.max(...across.map(x1)) - Math.min(...across.map(x0));
  const pageWidth = Math.max(...strips.map((strip) => strip.x1)) - Math.min(...strips.map((strip) => strip.x0));
  const isBanner = strips.length >= 4 && reach >= BANNER * pageWidth;
  if (!across.length || isBanner || isSectionBanner(across, units, strips)) return null;
  const columnAt = (x: number): ColumnStrip | undefined => strips.find((column) => x > column.x0 && x < column.x1);
  return {
    x0: Math.min(...across.map(x0).map((x) => (columnAt(x)?.x0 ?? x) - 1)),
    x1: Math.max(...across.map(x1).map((x) => (columnAt(x)?.x1 ?? x) + 1)),
    rank: Math.max(...across.map((head) => head.rank)),
  };
}

export function groupArticles(units: readonly Unit[], fineBlocks: boolean, strips: readonly ColumnStrip[]): Group[] {
  const usual = usualRank(units);
  const groups: Group[] = [];
  const ads = new Map<string, Group>();
  let claim: Claim | null = null;
  let band = 0;
  const begun = (first: Unit[], code: string, rest: Partial<Group>): Group => ({
    units: first,
    kind: 'article',
    headed: true,
    band,
    confidence: 0,
    margin: 0,
    reason: { code },
    ...rest,
  });
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
      else ads.set(unit.ad, begun([unit], 'geometry.advertisement', { kind: 'advertisement', confidence: 0.7 }));
      continue;
    }
    const group = groups.at(-1);
    if (unit.fragment.kind === 'body') {
      if (!group || unit.opensBand) groups.push(begun([unit], 'geometry.no-head', { headed: false, margin: 0.5 }));
      else if (isRuledOff(unit.fragment) && hasText(group))
        groups.push(begun([unit], 'geometry.ruled-off', { margin: 1 }));
      else group.units.push(unit);
      continue;
    }
    const stack: Unit[] = [unit];
    while (units[i + 1]?.fragment.kind === 'head' && units[i + 1]?.ad === null) stack.push(units[++i] as Unit);
    const heads = stack.map((head) => head.fragment);
    const before = group?.units.at(-1)?.fragment;
    const points = startPoints(heads, { before, claim, fineBlocks, own: headsOf(group), usual });
    if (group) group.margin = Math.min(group.margin, Math.abs(points));
    if (points < 0 && group) {
      group.units.push(...stack);
      continue;
    }
    claim = claimOf(heads, units, strips) ?? claim;
    groups.push(
      heads.some(saysAd)
        ? begun(stack, 'geometry.says-ad', { kind: 'advertisement', margin: points })
        : begun(stack, 'geometry.under-head', { margin: points }),
    );
  }
  const last = groups.at(-1);
  if (last) last.margin = Math.min(last.margin, AT_THE_FOOT);
  for (const group of groups) group.confidence = confidenceOf(group);
  return [...groups, ...ads.values()];
}
