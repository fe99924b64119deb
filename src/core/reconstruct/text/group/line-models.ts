/** What the lines of a page say of the articles: their words against the articles' words, their widths against the columns'. */
import type { Source } from '../../../model/edition.ts';
import { remember } from '../../../model/selectors.ts';
import { fullWidth } from '../../../repair/index.ts';
import type { CutPiece } from '../../cut-piece.ts';
import type { PageDraft } from './page-draft.ts';
import { rawLinesOf, type RawLine } from './raw-lines.ts';

/** Hanging punctuation and the narrowness of some letters. */
const WIDTH_SLACK = 1;
const TOO_WIDE = -3;
/** Weight of an article's own words against the page's. */
const OWN = 0.5;
const NONE = Math.log(1 - OWN);

export type TermCount = (text: string) => ReadonlyMap<string, number>;

export interface Split {
  readonly piece: number;
  readonly line: number;
  readonly gain: number;
}

/** The terms of a line that stand elsewhere on the page too: how often in the line, and their share of the page. */
export interface LineTerms {
  readonly counts: ReadonlyMap<string, number>;
  readonly shared: readonly (readonly [term: string, count: number, share: number])[];
}

export interface PageLines {
  /** Terms of every printed line, by piece. */
  readonly lines: readonly (readonly LineTerms[])[];
  /** Terms of every piece as a whole: they hold what stands over line ends too. */
  readonly wholes: readonly ReadonlyMap<string, number>[];
  readonly page: Counts;
  /** Every printed line as it stands in the source, closed up, by piece. */
  readonly raws: readonly (readonly string[])[];
  /** Widths of every printed line in full-width units, by piece. */
  readonly widths: readonly (readonly number[])[];
  /** Log-odds, by spelling, that a column ends before this line of this piece. */
  readonly cutOdds: (piece: number, line: number) => number;
}

/** A word broken over the line end that is whole again in the next line speaks against a cut there. */
const WHOLE_WORD = -5;
const BROKEN_WORD = 0.5;

export function readLines(
  source: Source,
  pieces: readonly CutPiece[],
  vocabulary: ReadonlySet<string>,
  count: TermCount,
): PageLines {
  const raws = pieces.map((piece) => rawLinesOf(source, piece.spans));
  const known = raws.map(() => new Map<number, number>());
  const cutOdds = (piece: number, line: number): number => {
    const own = known[piece]!;
    let odds = own.get(line);
    if (odds === undefined) own.set(line, (odds = judgeCut(piece, line)));
    return odds;
  };
  const judgeCut = (piece: number, line: number): number => {
    const before = raws[piece]![line - 1]?.raw ?? '';
    const half = /[-‐¬⸗]$/u.test(before) ? /(\p{L}+)[-‐¬⸗]$/u.exec(before)?.[1] : undefined;
    const rest = half && /^\p{Ll}+/u.exec(raws[piece]![line]?.raw ?? '')?.[0];
    if (!half) return 0;
    return rest && vocabulary.has((half + rest).toLowerCase()) ? WHOLE_WORD : BROKEN_WORD;
  };
  const closed = raws.map((own) => closedUp(own).lines);
  const widths = raws.map((own) => closedUp(own).widths);
  const wholes = pieces.map((piece) => count(piece.text));
  const page = countTerms(wholes);
  const lines = closed.map((own) => own.map((line): LineTerms => termsOfLine(count(line), page)));
  return { lines, wholes, page, raws: closed, widths, cutOdds };
}

/** Remembered with the lines, which are. */
const closedUp = remember((raws: readonly RawLine[]): { lines: readonly string[]; widths: readonly number[] } => {
  const lines = raws.map(({ raw }) => raw.replace(/(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])/gu, ''));
  return { lines, widths: lines.map(fullWidth) };
});

export function termsOfLine(counts: ReadonlyMap<string, number>, page: Counts): LineTerms {
  const shared: [string, number, number][] = [];
  for (const [term, n] of counts) {
    const inPage = page.terms.get(term) ?? 0;
    if (inPage >= 2) shared.push([term, n, inPage / page.total]);
  }
  return { counts, shared };
}

export const modelsOf = (draft: PageDraft, page: PageLines): Counts[] =>
  draft.chains.map((chain) =>
    countTerms(chain.units.flatMap((u) => draft.laid.units[u]!.pieces.map((i) => page.wholes[i]!))),
  );

export interface Counts {
  readonly terms: ReadonlyMap<string, number>;
  readonly total: number;
}

export function countTerms(texts: readonly ReadonlyMap<string, number>[]): Counts {
  const [only] = texts;
  if (only && texts.length === 1) {
    let total = 0;
    for (const n of only.values()) total += n;
    return { terms: only, total };
  }
  const terms = new Map<string, number>();
  let total = 0;
  for (const text of texts)
    for (const [term, n] of text) {
      terms.set(term, (terms.get(term) ?? 0) + n);
      total += n;
    }
  return { terms, total };
}

/** Log-odds of a line under an article's words against the page's; `without` is left out of the article: text must not speak for itself. */
export function lineOdds(line: LineTerms, model: Counts, without: Counts | null): number {
  const total = Math.max(1, model.total - (without?.total ?? 0));
  let sum = 0;
  for (const [term, n, share] of line.shared) {
    const all = model.terms.get(term) ?? 0;
    const inModel = without ? Math.max(0, all - (without.terms.get(term) ?? 0)) : all;
    sum += termOdds(n, share, inModel, total);
  }
  return sum;
}

/** Of a term that stands `n` times in the line, with its share of the page and how often the article has it. */
export const termOdds = (n: number, share: number, inModel: number, total: number): number =>
  inModel ? n * Math.log(1 - OWN + (OWN * (inModel / total)) / share) : n * NONE;

/** A line wider than the article's column cannot stand in it. */
export const widthOdds = (width: number, measure: number | null): number =>
  measure !== null && width > measure + WIDTH_SLACK ? TOO_WIDE : 0;

/** The measure that most of an article's lines were set in. */
export function measuresOf(draft: PageDraft, pieces: readonly CutPiece[], page: PageLines): (number | null)[] {
  return draft.chains.map((chain) => {
    const count = new Map<number, number>();
    for (const u of chain.units) {
      const core = draft.laid.units[u]!.core;
      const { measure } = pieces[core]!;
      if (measure !== null) count.set(measure, (count.get(measure) ?? 0) + page.lines[core]!.length);
    }
    return [...count].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
  });
}
