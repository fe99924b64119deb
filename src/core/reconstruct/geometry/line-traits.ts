/** What a line's place and letters tell of it, in units that no page size or font changes. */
import type { ColumnStrip, Placed } from './columns.ts';
import type { LayoutLine } from './layout-line.ts';
import { endsSentence } from './sentence.ts';

export interface LineTraits {
  readonly placed: Placed;
  /** Height against body text; what is low only for want of letters with parts above or below counts as 1. `size` is the font's, 1 where the file tells none. */
  readonly height: number;
  readonly size: number;
  /** Share of its measure that it fills; of lines in no column, against the usual measure. */
  readonly fill: number;
  /** Larger than body text by more than lines of body text differ among each other: 0 for no, 1 for surely. */
  readonly larger: number;
  /** White at its left and right in its column, in body heights. */
  readonly left: number;
  readonly right: number;
  readonly centred: boolean;
  /** A printed rule lies in its column right above it: how much of the column's width it takes; 0 for none. */
  ruled: number;
  /** Share of capitals among cased letters; 0 where there are too few to say. */
  readonly caps: number;
  readonly bold: boolean;
  /** Width of one character against that of body text: spaced or wide letters. */
  readonly wide: number;
  /** Extra white above and below within its flow, in pitches; large at the flow's ends. */
  above: number;
  below: number;
  /** Stands in a block of the file by itself, or with few. Null where blocks tell nothing. */
  readonly blockLines: number | null;
  blockStarts: boolean;
  readonly closed: boolean;
  /** The next line of its flow is indented, as a paragraph's first, or flush; null at the flow's end. */
  leads: 'indent' | 'flush' | null;
}

export interface PageMeasures {
  readonly body: number;
  readonly pitch: number;
  /** Boxes are drawn round the letters, so that a line without a p or g is lower than its neighbours: see `glyphShare`. */
  readonly tight: boolean;
  readonly size: number;
  /** How much lines of body text differ in height, as a share of it: nothing where a program set the page, much where letters were read off paper. */
  readonly uneven: number;
  readonly letterWidth: number;
  readonly measure: number;
  /** Lines in each block of the file; null where blocks tell nothing of heads. */
  readonly blocks: ReadonlyMap<string, number> | null;
  /** Blocks are no whole columns: a text within one is one article's. */
  readonly fineBlocks: boolean;
}

/** White that counts at most, and what a flow's ends count for: body text stands there as often as heads. */
const WIDEST = 2;
const EDGE = 0.8;
/** Where all lines of body text are of one height, what is larger by this is meant to be. */
const LARGER = 0.08;

const OTHER_CASED = /[\u0080-\uffff]/u;

function capsOf(text: string): number {
  let [upper, lower] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) upper++;
    else if (code >= 97 && code <= 122) lower++;
  }
  // Most letters need no table of all scripts.
  if (OTHER_CASED.test(text)) {
    const others = text.replace(/[\0-\x7f]+/gu, '');
    upper += others.match(/\p{Lu}/gu)?.length ?? 0;
    lower += others.match(/\p{Ll}/gu)?.length ?? 0;
  }
  return upper + lower < 4 ? 0 : upper / (upper + lower);
}

const BELOW = /[gjpqyſßç,;()[\]{}QJß]/u;
const ABOVE = /[\p{Lu}\p{N}bdfhiklt!?()[\]'’"“”äöüàâéèêëîïôùû]/u;

/** How much of a full line's height these letters take, in scripts that have parts above and below the line. */
export function glyphShare(text: string): number {
  if (!/\p{Script=Latin}/u.test(text)) return 1;
  const [below, above] = [BELOW.test(text), ABOVE.test(text)];
  return above ? (below ? 1 : 0.78) : below ? 0.76 : 0.55;
}

/** Lines of body text whose letters have no part below are lower than the others: their boxes are drawn round the letters. */
function isTight(lines: readonly LayoutLine[], body: number): boolean {
  const low = lines
    .filter((line) => line.letters >= 4 && line.letters <= 20 && glyphShare(line.text) === 0.78)
    .map((line) => (line.y1 - line.y0) / body)
    .filter((height) => height > 0.5 && height < 1.2)
    .sort((a, b) => a - b);
  return low.length >= 5 && (low[low.length >> 1] ?? 1) < 0.9;
}

function heightOf(line: LayoutLine, page: PageMeasures): number {
  const height = (line.y1 - line.y0) / page.body;
  return page.tight && height < 1 ? Math.min(1, height / glyphShare(line.text)) : height;
}

/** What the traits need to know of a printed rule. */
interface LyingRule {
  readonly lies: boolean;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** How much of the column's width a rule between two lines of one flow takes. */
function ruleBetween(before: Placed, after: Placed, rules: readonly LyingRule[], body: number): number {
  const [top, bottom] = [(before.y0 + before.y1) / 2, (after.y0 + after.y1) / 2];
  let most = 0;
  for (const { lies, from, to, at } of rules) {
    if (!lies || at < top || at > bottom || from < after.x0 - 2 * body || to > after.x1 + 2 * body) continue;
    most = Math.max(most, (to - from) / Math.max(1, after.x1 - after.x0));
  }
  return Math.min(1, most);
}

export function traitsOf(
  flow: readonly Placed[],
  strips: readonly ColumnStrip[],
  page: PageMeasures,
  rules: readonly LyingRule[] = [],
): LineTraits[] {
  const traits = flow.map((placed): LineTraits => {
    const { line } = placed;
    const strip = placed.strip === null ? null : strips[placed.strip];
    const width = line.x1 - line.x0;
    const left = strip ? Math.max(0, line.x0 - strip.x0) / page.body : 0;
    const right = strip ? Math.max(0, strip.x1 - line.x1) / page.body : 0;
    return {
      placed,
      height: heightOf(line, page),
      size: line.size === null || page.size === 0 ? 1 : line.size / page.size,
      larger: Math.max(0, Math.min(1, (heightOf(line, page) - 1 - 6 * page.uneven) / LARGER)),
      fill: width / (strip ? strip.x1 - strip.x0 : page.measure),
      left,
      right,
      centred:
        strip !== null &&
        strip !== undefined &&
        left > 0.8 &&
        right > 0.8 &&
        Math.abs(left - right) < 0.3 * (left + right) + 0.6,
      caps: capsOf(line.text),
      bold: line.bold,
      wide: width / Math.max(1, line.text.length) / page.letterWidth,
      above: EDGE,
      below: EDGE,
      blockLines: line.block === null || !page.blocks ? null : (page.blocks.get(line.block) ?? null),
      blockStarts: false,
      ruled: 0,
      closed: endsSentence(line.text),
      leads: null,
    };
  });
  traits.forEach((trait, i) => {
    const before = traits[i - 1];
    trait.blockStarts =
      before !== undefined && page.blocks !== null && before.placed.line.block !== trait.placed.line.block;
    if (!before) return;
    const white = (trait.placed.y0 - before.placed.y1 - Math.max(0, page.pitch - page.body)) / page.pitch;
    trait.above = Math.min(WIDEST, white);
    if (rules.length > 0) trait.ruled = ruleBetween(before.placed, trait.placed, rules, page.body);
    before.below = Math.min(WIDEST, white);
    before.leads = trait.left > 0.45 && trait.left < 5 ? 'indent' : 'flush';
  });
  return traits;
}

export function measuresOf(
  lines: readonly LayoutLine[],
  strips: readonly ColumnStrip[],
  body: number,
  pitch: number,
  median: (values: readonly number[], weights?: readonly number[]) => number,
): PageMeasures {
  const long = lines.filter((line) => line.letters >= 12);
  const blocks = new Map<string, number>();
  for (const line of lines) if (line.block !== null) blocks.set(line.block, (blocks.get(line.block) ?? 0) + 1);
  const weights = [...blocks.values()];
  // Readers that put every paragraph or line into a block of its own say nothing by it, nor do those that know only whole columns.
  const loose = weights.filter((n) => n <= 3).reduce((sum, n) => sum + n, 0);
  return {
    body,
    pitch,
    tight: isTight(lines, body),
    uneven: median(
      long.map((line) => Math.abs(line.y1 - line.y0 - body) / body),
      long.map((line) => line.letters),
    ),
    size: median(
      long.flatMap((line) => line.size ?? []),
      long.flatMap((line) => (line.size === null ? [] : [line.letters])),
    ),
    letterWidth:
      median(
        long.map((line) => (line.x1 - line.x0) / line.text.length),
        long.map((line) => line.letters),
      ) || body * 0.5,
    measure:
      median(
        strips.map((strip) => strip.x1 - strip.x0),
        strips.map((strip) => strip.ys.length),
      ) || body * 20,
    blocks:
      blocks.size >= 2 && loose < 0.3 * lines.length && weights.filter((n) => n <= 4).length >= lines.length / 300
        ? blocks
        : null,
    fineBlocks: blocks.size >= 6 && median(weights, weights) < 0.2 * lines.length,
  };
}
