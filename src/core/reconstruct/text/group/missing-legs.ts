/**
 * An article left in mid-sentence that is never taken up: its next leg hides in another article's text. Legs of one article are of one depth,
 * so the hidden leg is a stretch of that many lines which speaks with the words of the waiting article.
 */
import type { CutPiece } from '../../cut-piece.ts';
import {
  lineOdds,
  measuresOf,
  widthOdds,
  type Counts,
  type LineTerms,
  type PageLines,
  type Split,
} from './line-models.ts';
import type { PageDraft } from './page-draft.ts';

const LEAST = 6;
const EXACT = 2;
/** For beginning or ending where the cutter saw an edge. */
const EDGE = 1.5;

interface Line {
  readonly piece: number;
  readonly line: number;
  readonly chain: number;
}

/** The lines of body in the file's order. */
function bodyLines(draft: PageDraft, page: PageLines): { lines: Line[]; startOf: number[] } {
  const chainOf: number[] = [];
  draft.chains.forEach((chain, c) => chain.units.forEach((u) => (chainOf[u] = c)));
  const lines: Line[] = [];
  const startOf: number[] = [];
  draft.laid.units.forEach((unit, u) => {
    startOf.push(lines.length);
    for (const piece of unit.pieces)
      page.lines[piece]!.forEach((_, line) => lines.push({ piece, line, chain: chainOf[u]! }));
  });
  startOf.push(lines.length);
  return { lines, startOf };
}

export function findLegs(
  pieces: readonly CutPiece[],
  draft: PageDraft,
  page: PageLines,
  models: readonly Counts[],
): Split[] {
  const { units } = draft.laid;
  const { lines, startOf } = bodyLines(draft, page);
  const measures = measuresOf(draft, pieces, page);
  const splits: Split[] = [];
  const terms = lines.map(({ piece, line }) => page.lines[piece]![line]!);
  const stretch = stretchOf(terms);
  /** Stretches overlap: what a line says under the waiting article's words is asked once. */
  const saidBy = models.map((): number[] => []);
  const underWaiting = (line: number, own: number): number =>
    (saidBy[own]![line] ??= lineOdds(terms[line]!, models[own]!, null));
  /** How much better a stretch of lines speaks for the waiting article than for the one that holds it; it must be all of one other article. */
  const judge = (from: number, to: number, own: number): number => {
    const holder = lines[from]!.chain;
    if (holder === own) return -Infinity;
    for (let n = from + 1; n < to; n++) if (lines[n]!.chain !== holder) return -Infinity;
    const without = stretch(from, to);
    let odds = 0;
    for (let n = from; n < to; n++) odds += underWaiting(n, own) - lineOdds(terms[n]!, models[holder]!, without);
    for (let n = from; n < to; n++) {
      const width = page.widths[lines[n]!.piece]![lines[n]!.line]!;
      odds += widthOdds(width, measures[own]!) - widthOdds(width, measures[holder]!);
    }
    return odds;
  };
  draft.chains.forEach((chain, own) => {
    chain.units.forEach((u, at) => {
      const next = chain.units[at + 1];
      if (next === u + 1 || units[u]!.to || !pieces[units[u]!.core]!.endsOpen) return;
      if (next !== undefined && pieces[units[next]!.core]!.startsOpen) return;
      // The leg that is left open, from its first unit on.
      let first = at;
      while (first > 0 && chain.units[first - 1] === chain.units[first]! - 1) first--;
      const depth = startOf[u + 1]! - startOf[chain.units[first]!]!;
      const from = startOf[u + 1]!;
      const until = next === undefined ? lines.length : startOf[next]!;
      const spans: [number, number][] = [];
      for (let s = from; s < until; s++)
        for (const d of [depth, depth - 1, depth + 1]) if (d > 1 && s + d <= until) spans.push([s, s + d]);
      if (next !== undefined) {
        // Its end may have been seen, and only its beginning be hidden.
        let end = at + 1;
        while (chain.units[end + 1] === chain.units[end]! + 1) end++;
        const seen = startOf[chain.units[end]! + 1]! - until;
        for (const off of [0, 1, -1])
          if (depth - seen + off > 0 && until - (depth - seen + off) >= from)
            spans.push([until - (depth - seen + off), until]);
      }
      let best: { span: [number, number]; odds: number } | null = null;
      for (const span of spans) {
        let odds = judge(...span, own);
        if (span[1] - span[0] === depth || span[1] === until) odds += EXACT;
        for (const edge of span) {
          const line = lines[edge];
          if (!line || line.line === 0) odds += EDGE;
          else odds += page.cutOdds(line.piece, line.line);
        }
        if (odds > (best?.odds ?? LEAST)) best = { span, odds };
      }
      if (!best) return;
      for (const edge of best.span) {
        const line = lines[edge];
        if (line && line.line > 0 && pieces[line.piece]!.spans.length === 1)
          splits.push({ piece: line.piece, line: line.line, gain: best.odds });
      }
    });
  });
  return splits;
}

/** The terms of a stretch of lines. It is moved from one stretch to the next, which mostly differ by a line: the answer holds until it is asked again. */
function stretchOf(lines: readonly LineTerms[]): (from: number, to: number) => Counts {
  const terms = new Map<string, number>();
  let total = 0;
  let [first, end] = [0, 0];
  const add = (line: number, sign: 1 | -1): void => {
    for (const [term, n] of lines[line]!.counts) {
      terms.set(term, (terms.get(term) ?? 0) + sign * n);
      total += sign * n;
    }
  };
  return (from, to) => {
    if (from >= end || to <= first) {
      terms.clear();
      total = 0;
      first = end = from;
    }
    while (first > from) add(--first, 1);
    while (end < to) add(end++, 1);
    while (first < from) add(first++, -1);
    while (end > to) add(--end, -1);
    return { terms, total };
  };
}
