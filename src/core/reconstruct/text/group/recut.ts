/**
 * Finds where the cutter could not see a column's end: one article left in mid-sentence and another taken up in mid-sentence, in one measure.
 * Two things tell: the words on both sides belong to different articles; and the parts of an article set over several columns are of one depth.
 */
import type { Source } from '../../../model/edition.ts';
import type { CutPiece } from '../../cut-piece.ts';
import type { PageDraft } from './group.ts';
import { splitPiece } from './join.ts';
import { rawLinesOf } from './raw-lines.ts';

const DEPTH_BONUS = 3;
const NEAR_DEPTH = 0.5;
const LEAST_GAIN = 3;
/** On a page that shows no more than one column cut by its end. */
const LEAST_GAIN_PLAIN = 6;
/** Weight of an article's own words against the page's. */
const OWN = 0.5;

export type TermCount = (text: string) => ReadonlyMap<string, number>;

interface Split {
  readonly piece: number;
  readonly line: number;
  readonly gain: number;
}

/** One stretch of an article in one column. */
interface Leg {
  readonly chain: number;
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

export function recut(source: Source, pieces: readonly CutPiece[], draft: PageDraft, vocabulary: ReadonlySet<string>, count: TermCount): CutPiece[] | null {
  const splits = findSplits(source, pieces, draft, count);
  if (!splits.length) return null;
  const at = new Map(splits.map((split) => [split.piece, split.line]));
  return pieces.flatMap((piece, i) => {
    const line = at.get(i);
    return line === undefined ? [piece] : splitPiece(source, piece, line, vocabulary);
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

function findSplits(source: Source, pieces: readonly CutPiece[], draft: PageDraft, count: TermCount): Split[] {
  const lineCounts = pieces.map((piece) => rawLinesOf(source, piece.spans).length);
  const bonus = depthSplits(draft, lineCounts);
  const models = draft.chains.map((chain) => countTerms(chain.units.flatMap((u) => draft.laid.units[u]!.pieces.map((i) => pieces[i]!.text)), count));
  const page = countTerms(pieces.map((piece) => piece.text), count);
  const splits: Split[] = [];
  draft.chains.forEach((chain, own) => {
    for (const u of chain.units) {
      const index = draft.laid.units[u]!.core;
      const piece = pieces[index]!;
      const size = lineCounts[index]!;
      if (size < 2 || piece.spans.length > 1) continue;
      const lines = rawLinesOf(source, piece.spans);
      const whole = count(piece.text);
      const terms = lines.map((line) => count(line.raw.replace(/(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])/gu, '')));
      const scores = models.map((model, c) => prefixSums(terms, model, page, c === own ? whole : null));
      const best = bestSplit(scores, size, (line) => bonus.get(`${index}:${line}`) ?? 0);
      if (best && best.gain >= (draft.woven ? LEAST_GAIN : LEAST_GAIN_PLAIN)) splits.push({ piece: index, ...best });
    }
  });
  return splits;
}

interface Counts {
  readonly terms: Map<string, number>;
  readonly total: number;
}

function countTerms(texts: readonly string[], count: TermCount): Counts {
  const terms = new Map<string, number>();
  let total = 0;
  for (const text of texts)
    for (const [term, n] of count(text)) {
      terms.set(term, (terms.get(term) ?? 0) + n);
      total += n;
    }
  return { terms, total };
}

/** Log-odds of the first n lines under an article's words against the page's; `without` is the piece itself, which must not speak for its own article. */
function prefixSums(lines: readonly ReadonlyMap<string, number>[], model: Counts, page: Counts, without: ReadonlyMap<string, number> | null): number[] {
  const sums = [0];
  let removed = 0;
  if (without) for (const n of without.values()) removed += n;
  const total = Math.max(1, model.total - removed);
  for (const line of lines) {
    let sum = sums.at(-1)!;
    for (const [term, n] of line) {
      const inModel = Math.max(0, (model.terms.get(term) ?? 0) - (without?.get(term) ?? 0));
      const inPage = page.terms.get(term) ?? 0;
      if (inPage < 2) continue;
      sum += n * Math.log(1 - OWN + (OWN * (inModel / total)) / (inPage / page.total));
    }
    sums.push(sum);
  }
  return sums;
}

/** The line at which two articles explain the piece best, against one article for the whole. */
function bestSplit(scores: readonly number[][], count: number, bonus: (line: number) => number): { line: number; gain: number } | null {
  const whole = Math.max(...scores.map((sums) => sums[count]!));
  let best: { line: number; gain: number } | null = null;
  for (let line = 1; line < count; line++) {
    let gain = -Infinity;
    scores.forEach((before, a) =>
      scores.forEach((after, b) => {
        if (a !== b) gain = Math.max(gain, before[line]! + after[count]! - after[line]!);
      }),
    );
    gain += bonus(line) - whole;
    if (!best || gain > best.gain) best = { line, gain };
  }
  return best;
}
