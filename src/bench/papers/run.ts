/**
 * How well the engine of coordinates rebuilds papers that are unlike those it was made on: 15 named ones and some by chance, set anew for every seed.
 * `npx tsx src/bench/papers/run.ts [WORD] [--seeds=N] [--from=N] [--each]`. Skips aloud where the corpus is absent.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reconstruct } from '../../core/reconstruct/index.ts';
import { contractOf } from '../contract.ts';
import { findShared, scorerOf, type Figures } from '../scorer.ts';
import { meanOf } from '../table.ts';
import { paperEditions } from './papers.ts';

const SHOWN = ['articleF1', 'articlePrecision', 'articleRecall', 'roles', 'reading'] as const;

function row(name: string, figures: readonly Figures[]): string {
  const cells = SHOWN.map((key) => {
    const values = figures.map((one) => Number(one[key]));
    const mean = (meanOf(figures, key) ?? 0).toFixed(3);
    return values.length > 1 ? `${mean} (${Math.min(...values).toFixed(2)})` : mean;
  });
  const wrong = ['lost', 'twice', 'missing'].map((key) => figures.reduce((sum, one) => sum + Number(one[key]), 0));
  return `| ${[name, ...cells, wrong.join(' / ')].join(' | ')} |`;
}

const shared = findShared();
const words = process.argv.slice(2);
const number = (name: string, usual: number): number =>
  Number(words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual);
if (!shared || !existsSync(join(shared, 'corpus/made-pages'))) console.log('SKIPPED: no ../shared/corpus/made-pages');
else {
  const score = await scorerOf(shared);
  const only = words.find((word) => !word.startsWith('--')) ?? '';
  const sets = new Map<string, Figures[]>();
  for (const { set, name, sources, truth } of paperEditions(
    join(shared, 'corpus'),
    number('seeds', 3),
    number('from', 1),
  )) {
    if (!set.includes(only)) continue;
    const figures = score(contractOf(reconstruct(sources), sources), truth);
    if (words.includes('--each')) console.log(row(name, [figures]), JSON.stringify(figures['perRole']));
    sets.set(set, [...(sets.get(set) ?? []), figures]);
  }
  console.log(`| paper | ${SHOWN.join(' | ')} | lost / twice / missing |\n|---|${'---|'.repeat(SHOWN.length + 1)}`);
  for (const [set, figures] of sets) console.log(row(set, figures));
  console.log(row('**all**', [...sets.values()].flat()));
}
