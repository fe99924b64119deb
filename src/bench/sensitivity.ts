/**
 * How much hangs on each weight of the threading (WEIGHTS in text/group/chain-odds.ts) and of the legs (LEG_WEIGHTS in text/group/legs): articles on woven re-laid pages with one weight at a time
 * a quarter less and a quarter more. `npx tsx src/bench/sensitivity.ts [SEEDS]`
 * `--leave-one-out`: on the made woven editions, for each of them left out the move that is best for the others, and what it does to that one.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reconstruct } from '../core/reconstruct/index.ts';
import type { Proposal } from '../core/reconstruct/proposal.ts';
import { WEIGHTS } from '../core/reconstruct/text/group/chain-odds.ts';
import { LEG_WEIGHTS } from '../core/reconstruct/text/group/legs/weights.ts';
import { findShared } from './scorer.ts';
import { madeEditions, relaidEditions, type TestEdition } from './sets.ts';

/** A weight moved by a quarter; those of the legs lean on each other and are moved further. */
const QUARTER = [0.75, 1.25];
const FAR = [0.6, 1.6];
const FROM_SEED = 101;

interface Truth {
  readonly files: readonly string[];
  readonly segments: readonly {
    readonly file: string;
    readonly article: string | null;
    readonly span?: readonly [number, number];
    readonly spans?: readonly (readonly [number, number])[];
  }[];
}

/** B-cubed F1 of the articles, by the lengths of what spans share. */
function articleF1({ pieces, articles }: Proposal, { sources, truth }: TestEdition): number {
  const { segments } = truth as Truth;
  const nameOf = new Map(sources.map((source) => [source.id, source.name]));
  const owner = new Map<number, number>();
  articles.forEach((article, a) => article.pieces.forEach((piece) => owner.set(piece, a)));
  const cells = new Map<string, number>();
  const sums = [new Map<string, number>(), new Map<string, number>()] as const;
  let total = 0;
  const add = (map: Map<string, number>, key: string, by: number): void => void map.set(key, (map.get(key) ?? 0) + by);
  pieces.forEach((piece, p) => {
    const name = nameOf.get(piece.sourceId);
    segments.forEach((segment, s) => {
      if (segment.file !== name) return;
      let shared = 0;
      for (const [a, b] of segment.spans ?? (segment.span ? [segment.span] : []))
        for (const [c, d] of piece.spans) shared += Math.max(0, Math.min(b, d) - Math.max(a, c));
      if (!shared) return;
      const wanted = segment.article ?? `s${s}`;
      const got = String(owner.get(p) ?? `p${p}`);
      add(cells, `${wanted} ${got}`, shared);
      add(sums[0], wanted, shared);
      add(sums[1], got, shared);
      total += shared;
    });
  });
  let recall = 0;
  let precision = 0;
  for (const [key, n] of cells) {
    const [wanted, got] = key.split(' ') as [string, string];
    recall += (n * n) / sums[0].get(wanted)!;
    precision += (n * n) / sums[1].get(got)!;
  }
  return (2 * precision * recall) / (precision + recall) / total;
}

const shared = findShared();
if (!shared || !existsSync(join(shared, 'corpus/made-pages'))) {
  console.log('bench:sensitivity skipped: no ../shared/corpus here');
  process.exit(0);
}
const corpus = join(shared, 'corpus');
const words = process.argv.slice(2);
const leaveOneOut = words.includes('--leave-one-out');
const seeds = Number(words.find((word) => /^\d+$/u.test(word)) ?? 4);
const editions = leaveOneOut
  ? madeEditions(corpus).filter(({ set }) => set.endsWith('woven'))
  : relaidEditions(corpus, 'alike', seeds, FROM_SEED).filter(({ set }) => set.includes('woven'));
const measure = (): number[] => editions.map((edition) => articleF1(reconstruct(edition.sources), edition));
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

/** A weight moved, and what that makes of each edition. */
interface Move {
  readonly name: string;
  readonly factor: number;
  readonly each: readonly number[];
}

const base = measure();
const groups = [
  { weights: WEIGHTS as { [name: string]: number }, prefix: '', factors: QUARTER },
  { weights: LEG_WEIGHTS as { [name: string]: number }, prefix: 'legs: ', factors: leaveOneOut ? FAR : QUARTER },
];
const moves: Move[] = groups.flatMap(({ weights, prefix, factors }) =>
  Object.entries(weights).flatMap(([name, value]) => {
    const made = factors.map((factor): Move => {
      weights[name] = value * factor;
      return { name: prefix + name, factor, each: measure() };
    });
    weights[name] = value;
    return made;
  }),
);
const signed = (by: number, digits = 4): string => (by >= 0 ? '+' : '−') + Math.abs(by).toFixed(digits);
console.log(`articleF1 of ${editions.length} woven editions: ${mean(base).toFixed(4)}\n`);
if (leaveOneOut) printLeftOut();
else printEach();

function printEach(): void {
  console.log('| weight | a quarter less | a quarter more |\n|---|---|---|');
  for (const name of new Set(moves.map((move) => move.name))) {
    const own = moves.filter((move) => move.name === name).map(({ each }) => signed(mean(each) - mean(base)));
    console.log(`| ${name} | ${own.join(' | ')} |`);
  }
}

/** For each edition left out: the move that is best for the others of its set, and what it does to the one left out. */
function printLeftOut(): void {
  for (const set of new Set(editions.map((edition) => edition.set))) {
    const own = editions.flatMap((edition, i) => (edition.set === set ? [i] : []));
    const over = (each: readonly number[], which: readonly number[]): number => mean(which.map((i) => each[i]!));
    console.log(`\n${set}: moves that change its mean by 0.002 or more\n`);
    console.log('| weight | times | mean |\n|---|---|---|');
    for (const { name, factor, each } of moves) {
      const by = over(each, own) - over(base, own);
      if (Math.abs(by) >= 0.002) console.log(`| ${name} | ${factor} | ${signed(by, 3)} |`);
    }
    console.log('\n| left out | best for the others | for them | as it is | with that |\n|---|---|---|---|---|');
    const chosen: number[] = [];
    for (const left of own) {
      const others = own.filter((i) => i !== left);
      let best: Move | null = null;
      for (const move of moves)
        if (over(move.each, others) > over((best ?? { each: base }).each, others) + 1e-9) best = move;
      const then = (best?.each ?? base)[left]!;
      chosen.push(then);
      const gain = best ? signed(over(best.each, others) - over(base, others), 3) : '0';
      const move = best ? `${best.name} × ${best.factor}` : 'none';
      console.log(`| ${editions[left]!.name} | ${move} | ${gain} | ${base[left]!.toFixed(3)} | ${then.toFixed(3)} |`);
    }
    console.log(`| **mean** | | | ${over(base, own).toFixed(3)} | ${mean(chosen).toFixed(3)} |`);
  }
}
