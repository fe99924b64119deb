/** The lines of a page's body as the search for legs looks at them: what parts them, how they fill the measures, how they begin and end. */
import { fullWidth } from '../../../../repair/index.ts';
import type { CutPiece } from '../../../cut-piece.ts';
import { cosineOf, oddsOf, type Script } from '../affinity.ts';
import type { Hint } from '../chain.ts';
import type { PageLines } from '../line-models.ts';
import type { Laid } from '../units.ts';
import type { Kinship } from './kinship.ts';
import { LEG_WEIGHTS, NEVER } from './weights.ts';

export interface LegLine {
  readonly piece: number;
  /** Its number in the piece, and whether it is the last. */
  readonly line: number;
  readonly last: boolean;
  readonly unit: number;
  /** It begins its unit. */
  readonly opensUnit: boolean;
  /** Text of the article, not a byline or jump line. */
  readonly core: boolean;
  readonly raw: string;
  readonly width: number;
  readonly ends: 'closed' | 'open' | 'broken';
  /** How a sentence or a paragraph begins: for Latin by its letters, for Han by the cutter's reading. */
  readonly begins: 'small' | 'capital' | 'first' | 'more';
  /** The half of a word that it ends in, and its first word, in lower case. */
  readonly half: string;
  readonly first: string;
}

export interface LegLines {
  readonly lines: readonly LegLine[];
  /** Cost of each line in each measure, summed from the page's top. */
  readonly fills: readonly Float64Array[];
  /** Log-odds that an article's leg goes on over each border, summed from the page's top; and that a leg ends at it. */
  readonly over: Float64Array;
  readonly parts: Float64Array;
}

const END = /(?:[。！？!?…⋯.．]|[。！？]\s*（[^（）]{1,24}）)[”’"'」』）)\]》\s]*$/u;
const HALF = /(\p{L}+)[-‐¬⸗]$/u;
const BROKEN = /\p{L}[-‐¬⸗]$/u;
const SMALL = /^["'“‘([]*\p{Ll}/u;
const CAPITAL = /^["'“‘([]*\p{Lu}/u;
const HAN_TAIL = /^[，。、；：！？）》”」』·]/u;

const HANGS = /[，。、；：！？）》”’」』,.;:!?-]$/u;
const MOST_MEASURES = 8;
const INDENT = 2;

/** Lines on either side that are asked whether they speak of the same. */
const WINDOW = 10;

export function readLegLines(
  pieces: readonly CutPiece[],
  laid: Laid,
  page: PageLines,
  script: Script,
  hints: readonly Hint[],
  kin: (lines: readonly LegLine[]) => Kinship,
  words: ReadonlySet<string>,
): LegLines & { readonly kin: Kinship } {
  const lines = linesOf(pieces, laid, page, script);
  const firsts = lines.map(({ raw }) => firstWord(raw, script));
  const measures = measuresOf(pieces, laid, page);
  const fills = measures.map((measure) => {
    const sums = new Float64Array(lines.length + 1);
    lines.forEach((_, i) => (sums[i + 1] = sums[i]! + fillOdds(lines, firsts, i, measure, script)));
    return sums;
  });
  const kinship = kin(lines);
  const alike = (b: number): number => {
    const [a, c] = [Math.max(0, b - WINDOW), Math.min(lines.length, b + WINDOW)];
    const cosine = cosineOf(kinship.between(a, b, b, c), kinship.square(a, b), kinship.square(b, c));
    return LEG_WEIGHTS.alike * oddsOf(cosine, script);
  };
  const over = new Float64Array(lines.length + 1);
  const parts = new Float64Array(lines.length + 1);
  for (let b = 1; b < lines.length; b++) {
    const [goesOn, ends] = borderOdds(lines, b, laid, page, hints);
    over[b] = over[b - 1]! + goesOn;
    parts[b] =
      ends -
      alike(b) -
      (lines[b]!.piece === lines[b - 1]!.piece ? joinOdds(lines[b - 1]!, lines[b]!, words, script) : 0);
  }
  over[lines.length] = over[lines.length - 1] ?? 0;
  return { lines, fills, over, parts, kin: kinship };
}

function linesOf(pieces: readonly CutPiece[], laid: Laid, page: PageLines, script: Script): LegLine[] {
  return laid.units.flatMap((unit, u) =>
    unit.pieces.flatMap((piece, nth) => {
      const raws = page.raws[piece]!;
      return raws.map((raw, line): LegLine => {
        const last = line === raws.length - 1;
        const broken = BROKEN.test(raw.slice(-3));
        return {
          piece,
          line,
          last,
          unit: u,
          opensUnit: nth === 0 && line === 0,
          core: piece === unit.core,
          raw,
          half: broken ? (HALF.exec(raw)?.[1] ?? '').toLowerCase() : '',
          first: (/^\p{L}+/u.exec(raw)?.[0] ?? '').toLowerCase(),
          width: page.widths[piece]![line]!,
          ends: broken ? 'broken' : END.test(raw) ? 'closed' : 'open',
          begins:
            script === 'latin'
              ? SMALL.test(raw)
                ? 'small'
                : CAPITAL.test(raw)
                  ? 'capital'
                  : 'first'
              : HAN_TAIL.test(raw) || line > 0 || pieces[piece]!.startsOpen
                ? 'more'
                : 'first',
        };
      });
    }),
  );
}

function measuresOf(pieces: readonly CutPiece[], laid: Laid, page: PageLines): number[] {
  const count = new Map<number, number>();
  for (const { core } of laid.units) {
    const { measure } = pieces[core]!;
    if (measure !== null) count.set(measure, (count.get(measure) ?? 0) + page.lines[core]!.length);
  }
  return [...count]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, MOST_MEASURES)
    .map(([measure]) => measure);
}

const firstWord = (text: string, script: Script): number =>
  script === 'han'
    ? fullWidth(/^[（《〈“‘「『【([]*(?:[A-Za-z0-9.,%+-]+|.)/u.exec(text)?.[0] ?? '')
    : fullWidth(/^\S+/u.exec(text)?.[0] ?? '');

/** How well a line fills a measure. */
function fillOdds(
  lines: readonly LegLine[],
  firsts: readonly number[],
  i: number,
  measure: number,
  script: Script,
): number {
  const line = lines[i]!;
  if (!line.core) return 0;
  const wide = line.width - measure - (HANGS.test(line.raw) ? 1 : 0.5);
  if (wide > 0) return -Math.min(LEG_WEIGHTS.wideMost, LEG_WEIGHTS.wide + LEG_WEIGHTS.wideEach * wide);
  const next = lines[i + 1];
  if (line.last || !next || next.piece !== line.piece || line.ends === 'broken') return 0;
  const spread = script === 'han' && / (?=[^\x00-\x7f])/u.test(line.raw);
  if (spread) return 0;
  const indent = script === 'han' && line.line === 0 ? INDENT : 0;
  const free = measure - indent - line.width - (script === 'han' ? 0 : 0.5) - firsts[i + 1]!;
  return free < 0 ? 0 : -Math.min(LEG_WEIGHTS.looseMost, LEG_WEIGHTS.loose + LEG_WEIGHTS.looseEach * free);
}

/** Whether an article goes on over the border before line `b`, or a leg ends there. */
function borderOdds(
  lines: readonly LegLine[],
  b: number,
  laid: Laid,
  page: PageLines,
  hints: readonly Hint[],
): [over: number, parts: number] {
  const [before, after] = [lines[b - 1]!, lines[b]!];
  if (before.piece === after.piece) return [0, LEG_WEIGHTS.endsInside + page.cutOdds(after.piece, after.line)];
  if (before.unit === after.unit) return [0, NEVER];
  const unit = laid.units[after.unit]!;
  const hint = hints[after.unit]!;
  let over = 0;
  if (unit.from) over += NEVER;
  if (laid.units[before.unit]!.to) over += NEVER;
  if (unit.opens) over += LEG_WEIGHTS.overOpening;
  if (unit.headsBefore.length) over += Math.min(LEG_WEIGHTS.overHead, -hint.begins - hint.ended);
  const open = before.ends !== 'closed' && before.core;
  const taken = after.begins === 'small' || after.begins === 'more';
  if (open !== taken && (open || taken)) over += LEG_WEIGHTS.overMismatch;
  const parts =
    (open || taken ? LEG_WEIGHTS.endsOpen : LEG_WEIGHTS.endsClosed) +
    (unit.headsBefore.length ? LEG_WEIGHTS.endsAtHead : 0);
  return [over, parts];
}

/** Log-odds that the sentence or paragraph reads on from one line in another. */
export function joinOdds(end: LegLine, start: LegLine, words: ReadonlySet<string>, script: Script): number {
  return end.core && start.core ? LEG_WEIGHTS.join * readsOn(end, start, words, script) : 0;
}

function readsOn(end: LegLine, start: LegLine, words: ReadonlySet<string>, script: Script): number {
  if (script === 'han') {
    if (end.ends === 'closed') return start.begins === 'more' ? (end.last ? -3 : -1) : 0.5;
    return start.begins === 'more' ? 2.5 : -4;
  }
  if (end.ends === 'broken') {
    if (start.begins !== 'small') return -4;
    if (words.has(end.half + start.first)) return 5;
    return words.has(start.first) ? 0 : 3;
  }
  if (end.ends === 'closed') return start.begins === 'small' ? -4.5 : end.last ? 1 : 0;
  return start.begins === 'small' ? 3 : start.begins === 'capital' ? 0 : 0.5;
}
