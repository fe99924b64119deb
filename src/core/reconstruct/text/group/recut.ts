/**
 * Finds where the cutter could not see a column's end: one article left in mid-sentence and another taken up in mid-sentence, in one measure.
 * Two things tell: the words on both sides belong to different articles; and the parts of an article set over several columns are of one depth.
 */
import type { Source } from '../../../model/edition.ts';
import type { CutPiece } from '../../cut-piece.ts';
import {
  countTerms,
  measuresOf,
  modelsOf,
  readLines,
  termOdds,
  widthOdds,
  type Counts,
  type LineTerms,
  type PageLines,
  type Split,
  type TermCount,
} from './line-models.ts';
import type { PageDraft } from './page-draft.ts';
import { findLegs } from './missing-legs.ts';
import { splitPiece } from './join.ts';
import { unbraid } from './unbraid.ts';

const DEPTH_BONUS = 3;
const NEAR_DEPTH = 0.5;
const LEAST_GAIN = 3;
/** On a page that shows no more than one column cut by its end. */
const LEAST_GAIN_PLAIN = 6;

/** No column ends with fewer lines of an article that begins there. */
const OPENING_LINES = 3;

/** One stretch of an article in one column. */
interface Leg {
  readonly chain: number;
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

export function recut(
  source: Source,
  pieces: readonly CutPiece[],
  draft: PageDraft,
  vocabulary: ReadonlySet<string>,
  count: TermCount,
): CutPiece[] | null {
  const page = readLines(source, pieces, vocabulary, count);
  const models = modelsOf(draft, page);
  const splits = [
    ...findSplits(pieces, draft, page, models),
    ...findLegs(pieces, draft, page, models),
    ...unbraid(pieces, draft, page, count),
  ];
  if (!splits.length) return null;
  const at = new Map<number, Set<number>>();
  for (const { piece, line } of splits) at.set(piece, (at.get(piece) ?? new Set()).add(line));
  return pieces.flatMap((piece, i) => {
    let rest = piece;
    let done = 0;
    const parts: CutPiece[] = [];
    for (const line of [...(at.get(i) ?? [])].sort((x, y) => x - y)) {
      const [before, after] = splitPiece(source, rest, line - done, vocabulary);
      parts.push(before);
      rest = after;
      done = line;
    }
    return [...parts, rest];
  });
}

/** The legs of every chain in the file's order; heads are left out of the depth, they may span more than the leg. */
function legsOf(draft: PageDraft, lineCounts: readonly number[]): Leg[] {
  const chainOf: number[] = [];
  draft.chains.forEach((chain, c) => chain.units.forEach((u) => (chainOf[u] = c)));
  const legs: Leg[] = [];
  draft.laid.units.forEach((unit, u) => {
    const lines = unit.pieces.reduce((sum, i) => sum + lineCounts[i]!, 0);
    const open = legs.at(-1);
    if (open && open.chain === chainOf[u]) legs[legs.length - 1] = { ...open, last: u, lines: open.lines + lines };
    else legs.push({ chain: chainOf[u]!, first: u, last: u, lines });
  });
  return legs;
}

/** For pieces that hold a leg's end or beginning by the depth of the article's other legs: the lines where that would be. */
function depthSplits(draft: PageDraft, lineCounts: readonly number[]): Map<string, number> {
  const legs = legsOf(draft, lineCounts);
  const bonus = new Map<string, number>();
  const add = (unit: number, line: number): void => {
    const piece = draft.laid.units[unit]!.core;
    for (const off of [-1, 0, 1]) {
      const key = `${piece}:${line + off}`;
      bonus.set(key, Math.max(bonus.get(key) ?? 0, off === 0 ? DEPTH_BONUS : NEAR_DEPTH));
    }
  };
  const byChain = new Map<number, Leg[]>();
  for (const leg of legs) byChain.set(leg.chain, [...(byChain.get(leg.chain) ?? []), leg]);
  /** Walks `lines` lines of body into a run of units. */
  const walk = (first: number, last: number, lines: number): void => {
    let left = lines;
    for (let u = first; u <= last && left > 0; u++) {
      const unit = draft.laid.units[u]!;
      const before = unit.pieces.filter((i) => i < unit.core).reduce((sum, i) => sum + lineCounts[i]!, 0);
      const core = lineCounts[unit.core]!;
      if (left > before && left < before + core) add(u, left - before);
      left -= unit.pieces.reduce((sum, i) => sum + lineCounts[i]!, 0);
    }
  };
  for (const own of byChain.values()) {
    const depths = new Set(own.slice(0, Math.max(1, own.length - 1)).map((leg) => leg.lines));
    if (own.length > 1) depths.add(own.at(-1)!.lines);
    for (const depth of depths)
      for (const leg of own) {
        if (leg.lines > depth) walk(leg.first, leg.last, depth);
        // The leg began before: in the last units of another article.
        if (leg.lines < depth) {
          const before = legs[legs.indexOf(leg) - 1];
          if (before) walk(before.first, before.last, before.lines - (depth - leg.lines));
        }
      }
  }
  return bonus;
}

function findSplits(
  pieces: readonly CutPiece[],
  draft: PageDraft,
  page: PageLines,
  models: readonly Counts[],
): Split[] {
  const bonus = depthSplits(
    draft,
    page.lines.map((lines) => lines.length),
  );
  const measures = measuresOf(draft, pieces, page);
  const sums = sumsUnder(models);
  const splits: Split[] = [];
  draft.chains.forEach((chain, own) => {
    for (const u of chain.units) {
      const unit = draft.laid.units[u]!;
      const index = unit.core;
      const lines = page.lines[index]!;
      if (lines.length < 2 || pieces[index]!.spans.length > 1) continue;
      const scores = sums(lines, own, page.wholes[index]!).map((sum, c) =>
        withWidths(sum, page.widths[index]!, measures[c]!),
      );
      const best = bestSplit(
        scores,
        lines.length,
        unit.opens ? OPENING_LINES : 1,
        (line) => (bonus.get(`${index}:${line}`) ?? 0) + page.cutOdds(index, line),
      );
      if (best && best.gain >= (draft.woven ? LEAST_GAIN : LEAST_GAIN_PLAIN)) splits.push({ piece: index, ...best });
    }
  });
  return splits;
}

const withWidths = (sums: number[], widths: readonly number[], measure: number | null): number[] => {
  let more = 0;
  return sums.map((sum, n) => sum + (more += n ? widthOdds(widths[n - 1]!, measure) : 0));
};

/**
 * What the lines of a piece say of each article, summed from the first on: `lineOdds` for all of them at once, so that a word is looked up
 * once. The piece does not speak for itself: what it holds is left out of its own article.
 */
function sumsUnder(
  models: readonly Counts[],
): (lines: readonly LineTerms[], own: number, piece: ReadonlyMap<string, number>) => number[][] {
  const rows = rowsOf(models);
  return (lines, own, piece) => {
    const without = countTerms([piece]);
    const totals = models.map((model, c) => Math.max(1, model.total - (c === own ? without.total : 0)));
    const sums = models.map(() => [0]);
    const odds = new Array<number>(models.length).fill(0);
    lines.forEach((line, n) => {
      odds.fill(0);
      for (const { 0: term, 1: count, 2: share } of line.shared) {
        const row = rows.get(term);
        for (let c = 0; c < odds.length; c++) {
          let inModel = row ? row[c]! : 0;
          if (c === own) inModel = Math.max(0, inModel - (without.terms.get(term) ?? 0));
          odds[c]! += termOdds(count, share, inModel, totals[c]!);
        }
      }
      sums.forEach((own, c) => own.push(own[n]! + odds[c]!));
    });
    return sums;
  };
}

/** How often each term stands in each article. */
function rowsOf(models: readonly Counts[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  models.forEach((model, c) => {
    for (const [term, n] of model.terms) {
      let row = rows.get(term);
      if (!row) rows.set(term, (row = models.map(() => 0)));
      row[c] = n;
    }
  });
  return rows;
}

/** The line at which two articles explain the piece best, against one article for the whole. */
function bestSplit(
  scores: readonly number[][],
  count: number,
  first: number,
  bonus: (line: number) => number,
): { line: number; gain: number } | null {
  const whole = Math.max(...scores.map((sums) => sums[count]!));
  let best: { line: number; gain: number } | null = null;
  for (let line = first; line < count; line++) {
    let gain = -Infinity;
    for (const before of scores)
      for (const after of scores)
        if (before !== after) gain = Math.max(gain, before[line]! + after[count]! - after[line]!);
    gain += bonus(line) - whole;
    if (!best || gain > best.gain) best = { line, gain };
  }
  return best;
}
