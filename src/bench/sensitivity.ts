/**
 * How much hangs on each weight of the threading (WEIGHTS in text/group/chain-odds.ts) and of the legs (LEG_WEIGHTS in text/group/legs): articles on woven re-laid pages with one weight at a time
 * a quarter less and a quarter more. `npx tsx src/bench/sensitivity.ts [SEEDS]`
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reconstruct } from '../core/reconstruct/index.ts';
import type { Proposal } from '../core/reconstruct/proposal.ts';
import { WEIGHTS } from '../core/reconstruct/text/group/chain-odds.ts';
import { LEG_WEIGHTS } from '../core/reconstruct/text/group/legs/weights.ts';
import { findShared } from './scorer.ts';
import { relaidEditions, type TestEdition } from './sets.ts';

const BY = 0.25;
const FROM_SEED = 101;

interface Truth {
  readonly files: readonly string[];
  readonly segments: readonly {
    readonly file: string;
    readonly article: string | null;
    readonly spans: readonly (readonly [number, number])[];
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
      for (const [a, b] of segment.spans)
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
const seeds = Number(process.argv[2] ?? 4);
const editions = relaidEditions(join(shared, 'corpus'), 'alike', seeds, FROM_SEED).filter(({ set }) =>
  set.includes('woven'),
);
const measure = (): number =>
  editions.reduce((sum, edition) => sum + articleF1(reconstruct(edition.sources), edition), 0) / editions.length;
const base = measure();
console.log(`articleF1 of ${editions.length} woven re-laid editions: ${base.toFixed(4)}\n`);
console.log('| weight | value | a quarter less | a quarter more |\n|---|---|---|---|');
for (const weights of [WEIGHTS, LEG_WEIGHTS] as { [name: string]: number }[])
  for (const [name, value] of Object.entries(weights)) {
    const moved = [1 - BY, 1 + BY].map((factor) => {
      weights[name] = value * factor;
      return measure() - base;
    });
    weights[name] = value;
    console.log(
      `| ${name} | ${value} | ${moved.map((by) => (by >= 0 ? '+' : '−') + Math.abs(by).toFixed(4)).join(' | ')} |`,
    );
  }
