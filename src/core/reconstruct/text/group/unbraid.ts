/**
 * Several heads that fit one article best: then two articles of one measure were threaded as one, and pieces run from the one into the other
 * over a column's end that nothing shows. The lines are told apart by words alone: each head begins a vocabulary, lines go to the one that they
 * speak, lines that follow each other mostly stay together, and the vocabularies are learned anew until nothing changes. Words only: pairs of Han
 * characters overlap, so that each word of Chinese would speak several times, and kickers share an article with their headline.
 */
import { oddsWith, type PairTable, type Script } from './affinity.ts';
import type { CutPiece } from '../../cut-piece.ts';
import {
  countTerms,
  lineOdds,
  termsOfLine,
  type Counts,
  type LineTerms,
  type PageLines,
  type Split,
  type TermCount,
} from './line-models.ts';
import { headRow, type ChainPlace, type HeadTie } from './heads.ts';
import type { PageDraft } from './page-draft.ts';
import type { Laid } from './units.ts';

const ROUNDS = 6;
/** A head's words count as often as those of so many lines. */
const HEAD_WEIGHT = 3;
/** Log-odds of going over to the other article: inside a paragraph, at a paragraph's edge, where the sentence is open there, and where another article stands between. */
const INSIDE = -5;
const EDGE = -2.5;
const OPEN_EDGE = -1;
const APART = -0.5;
/** Lines that an article has at the least, and how much better the articles explain the lines than one would. */
const LEAST_LINES = 6;
const LEAST_GAIN = 20;
/** How much better a part's head fits it than any other part. */
const CLEARLY = 2;

interface Line {
  readonly piece: number;
  readonly line: number;
  readonly unit: number;
}

const HEADLINE = new Set(['headline', 'kicker']);
/** A subhead says a whole sentence, and so does a line of body that was taken for a head. */
const SENTENCE = /[.;,]["”’]?\s*$/u;

/** What an article is told by: a head's words, or those of the text that stands right under a "continued from". */
interface Seed {
  readonly terms: ReadonlyMap<string, number>;
  /** Its row in the pair table. */
  readonly row: number;
}

/** The seeds of a chain: the heads that may each be an article's, and the part of a continued article, which has its head on another page. */
function seedsOf(
  laid: Laid,
  pieces: readonly CutPiece[],
  chain: ChainPlace,
  ties: readonly HeadTie[],
  c: number,
  count: TermCount,
): Seed[] {
  const heads = laid.heads.flatMap((head, g) =>
    ties[g]!.chain === c &&
    !head.jump &&
    !head.pointer &&
    head.pieces.some((i) => HEADLINE.has(pieces[i]!.role) && !SENTENCE.test(pieces[i]!.text))
      ? [{ terms: count(head.pieces.map((i) => pieces[i]!.text).join('\n')), row: headRow(laid, g) }]
      : [],
  );
  const first = chain.units[0]!;
  return chain.from && heads.length
    ? [{ terms: count(pieces[laid.units[first]!.core]!.text), row: first }, ...heads]
    : heads;
}

/** The chains, those of several heads parted by unit; null where there is nothing to part. */
export function partBraided(
  laid: Laid,
  pieces: readonly CutPiece[],
  chains: readonly ChainPlace[],
  ties: readonly HeadTie[],
  depths: readonly number[],
  count: TermCount,
  pairs: PairTable,
  script: Script,
): ChainPlace[] | null {
  if (script === 'han') return null;
  const several = chains.map((chain, c) => seedsOf(laid, pieces, chain, ties, c, count));
  if (several.every((seeds) => seeds.length < 2)) return null;
  const page = countTerms(pieces.map((piece) => count(piece.text)));
  const parted = chains.flatMap((chain, c): ChainPlace[] => {
    const seeds = several[c]!;
    if (seeds.length < 2 || chain.units.length < 2) return [chain];
    const units = chain.units.map((u) => laid.units[u]!);
    const terms = units.map((unit) =>
      termsOfLine(countTerms(unit.pieces.map((i) => count(pieces[i]!.text))).terms, page),
    );
    const moves = units.map((unit, n) => {
      if (n === 0) return 0;
      if (chain.units[n - 1] !== chain.units[n]! - 1) return APART;
      return pieces[units[n - 1]!.core]!.endsOpen || pieces[unit.core]!.startsOpen ? OPEN_EDGE : EDGE;
    });
    const found = tell(
      terms,
      chain.units.map((u) => depths[u]!),
      moves,
      seeds.map((seed) => seed.terms),
    );
    if (!found) return [chain];
    const parts = [...new Set(found)].map((k) => chain.units.filter((_, at) => found[at] === k));
    // Every part has a head that speaks of it and of no other: a headline and its subhead speak of one.
    const clear = parts.every((own) =>
      seeds.some(({ row }) =>
        parts.every(
          (other) =>
            other === own || oddsWith(pairs, row, own, script) >= oddsWith(pairs, row, other, script) + CLEARLY,
        ),
      ),
    );
    return clear ? parts.map((part, n) => ({ units: part, from: n === 0 && chain.from })) : [chain];
  });
  return parted.length > chains.length ? parted : null;
}

/** Where pieces of a chain with several heads go over from one article to another. */
export function unbraid(pieces: readonly CutPiece[], draft: PageDraft, page: PageLines, count: TermCount): Split[] {
  const splits: Split[] = [];
  if (draft.script === 'han') return splits;
  draft.chains.forEach((chain, c) => {
    const seeds = seedsOf(draft.laid, pieces, chain, draft.ties, c, count);
    if (seeds.length < 2) return;
    const lines = chain.units.flatMap((unit) => {
      const piece = draft.laid.units[unit]!.core;
      return page.lines[piece]!.map((_, line): Line => ({ piece, line, unit }));
    });
    if (lines.length < 2 * LEAST_LINES) return;
    const terms = lines.map(({ piece, line }) => page.lines[piece]![line]!);
    const moves = lines.map((line, n) => moveOdds(pieces, page, lines[n - 1], line));
    const found = tell(
      terms,
      terms.map(() => 1),
      moves,
      seeds.map((seed) => seed.terms),
    );
    if (!found) return;
    lines.forEach(({ piece, line }, n) => {
      if (line > 0 && found[n] !== found[n - 1] && pieces[piece]!.spans.length === 1)
        splits.push({ piece, line, gain: LEAST_GAIN });
    });
  });
  return splits;
}

function moveOdds(pieces: readonly CutPiece[], page: PageLines, before: Line | undefined, line: Line): number {
  if (!before) return 0;
  if (before.piece === line.piece) return INSIDE + page.cutOdds(line.piece, line.line);
  if (before.unit !== line.unit - 1) return APART;
  return pieces[before.piece]!.endsOpen || pieces[line.piece]!.startsOpen ? OPEN_EDGE : EDGE;
}

/** The article of every stretch of text, or null where one explains them as well. */
function tell(
  lines: readonly LineTerms[],
  sizes: readonly number[],
  moves: readonly number[],
  seeds: readonly ReadonlyMap<string, number>[],
): number[] | null {
  let owner: number[] = [];
  let total = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const models = seeds.map((seed, k) =>
      modelOf(
        seed,
        lines.filter((_, n) => owner[n] === k),
      ),
    );
    const scores = lines.map((line, n) =>
      models.map((model, k) => lineOdds(line, model, owner[n] === k ? countTerms([line.counts]) : null)),
    );
    const next = cheapest(scores, moves);
    total = next.total;
    const same = next.path.every((k, n) => k === owner[n]);
    owner = next.path;
    if (same) break;
  }
  const spoken = seeds.filter(
    (_, k) => sizes.reduce((sum, size, n) => sum + (owner[n] === k ? size : 0), 0) >= LEAST_LINES,
  );
  if (spoken.length < seeds.length) return spoken.length < 2 ? null : tell(lines, sizes, moves, spoken);
  const all = countTerms([...lines.map((line) => line.counts), ...seeds]);
  const alone = lines.reduce((sum, line) => sum + lineOdds(line, all, countTerms([line.counts])), 0);
  return total - alone >= LEAST_GAIN ? owner : null;
}

const modelOf = (head: ReadonlyMap<string, number>, lines: readonly LineTerms[]): Counts =>
  countTerms([...Array.from({ length: HEAD_WEIGHT }, () => head), ...lines.map((line) => line.counts)]);

/** Viterbi over the lines. */
function cheapest(scores: readonly (readonly number[])[], moves: readonly number[]): { path: number[]; total: number } {
  let sums = [...(scores[0] ?? [])];
  const backs: number[][] = [];
  scores.slice(1).forEach((own, n) => {
    const best = sums.indexOf(Math.max(...sums));
    const over = sums[best]! + moves[n + 1]!;
    backs.push(sums.map((sum, k) => (sum >= over ? k : best)));
    sums = sums.map((sum, k) => Math.max(sum, over) + own[k]!);
  });
  const total = Math.max(...sums);
  let at = sums.indexOf(total);
  const path = [at];
  for (const back of backs.reverse()) path.push((at = back[at]!));
  return { path: path.reverse(), total };
}
