/**
 * How much hangs on each hand-set point of the engine of coordinates (`geometry/weights.ts`): articles on the real issues, as read and with boxes
 * alone, and on set papers of other seeds, with one at a time a quarter less and a quarter more. And would it have helped to choose them by the
 * figures? Each issue is left out once: what is best for the others is tried on it. `npx tsx src/bench/geometry-sensitivity.ts [--all]
 * [--issues] [WORD …]`: --issues looks at the issues as read alone, WORDs keep the points whose names begin so.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../core/model/edition.ts';
import { WEIGHTS } from '../core/reconstruct/geometry/weights.ts';
import { reconstruct } from '../core/reconstruct/index.ts';
import { issuesOf } from './geometry.ts';
import { VARIANTS } from './geometry-variants.ts';
import { paperEditions } from './papers/papers.ts';
import { quickFigures, spanTruthOf, type SpanTruth } from './quick-figures.ts';
import { findShared } from './scorer.ts';

const BY = 0.25;
const FROM_SEED = 201;
/** Smaller moves are not shown without --all. */
const SHOWN = 0.002;

interface Given {
  readonly group: 'as read' | 'boxes alone' | 'papers';
  readonly name: string;
  readonly sources: readonly Source[];
  readonly truth: SpanTruth;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const signed = (by: number): string => (Math.abs(by) < 0.0005 ? '0' : (by > 0 ? '+' : '−') + Math.abs(by).toFixed(3));

async function givenOf(corpus: string): Promise<Given[]> {
  const issues = await issuesOf(corpus);
  const read = (['as read', 'boxes alone'] as const).flatMap((group) =>
    issues.map(({ name, sources, truth }): Given => {
      const own = VARIANTS[group]?.(sources) ?? sources;
      return { group, name, sources: own, truth: spanTruthOf(truth, own) };
    }),
  );
  if (process.argv.includes('--issues')) return read.filter(({ group }) => group === 'as read');
  const papers = paperEditions(corpus, 1, FROM_SEED).map(({ name, sources, truth }): Given => {
    return { group: 'papers', name, sources, truth: spanTruthOf(truth, sources) };
  });
  return [...read, ...papers];
}

const measure = (given: readonly Given[]): number[] =>
  given.map(({ sources, truth }) => quickFigures(reconstruct(sources), sources, truth).articleF1);

const shared = findShared();
if (!shared || !existsSync(join(shared, 'corpus/alto-issues'))) console.log('SKIPPED: no ../shared/corpus/alto-issues');
else {
  const given = await givenOf(join(shared, 'corpus'));
  const base = measure(given);
  const of = (values: readonly number[], group: Given['group']): number =>
    mean(values.filter((_, i) => given[i]?.group === group));
  const groups = (['as read', 'boxes alone', 'papers'] as const).filter((group) =>
    given.some((one) => one.group === group),
  );
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  console.log(`articleF1: ${groups.map((group) => `${group} ${of(base, group).toFixed(4)}`).join(', ')}\n`);
  console.log(`| point | value | a quarter less: ${groups.join(' / ')} | a quarter more |\n|---|---|---|---|`);
  const moves: (readonly number[])[] = [base];
  let still = 0;
  for (const [part, points] of Object.entries(WEIGHTS)) {
    const weights = points as { [name: string]: number };
    for (const [name, value] of Object.entries(weights)) {
      if (words.length > 0 && !words.some((word) => `${part}.${name}`.startsWith(word))) continue;
      const moved = [1 - BY, 1 + BY].map((factor) => {
        weights[name] = value * factor;
        return measure(given);
      });
      weights[name] = value;
      moves.push(...moved);
      const by = moved.map((values) => groups.map((group) => of(values, group) - of(base, group)));
      if (by.flat().every((one) => Math.abs(one) < SHOWN)) still++;
      if (by.flat().some((one) => Math.abs(one) >= SHOWN) || process.argv.includes('--all'))
        console.log(`| ${part}.${name} | ${value} | ${by.map((row) => row.map(signed).join(' / ')).join(' | ')} |`);
    }
  }
  console.log(`\n${still} more move nothing by ${SHOWN} or more.\n`);
  console.log('| left out | as it is | with what is best for the others |\n|---|---|---|');
  const own = given.flatMap((one, i) => (one.group === 'as read' ? [i] : []));
  const chosen = own.map((out) => {
    const others = (values: readonly number[]): number => mean(own.filter((i) => i !== out).map((i) => values[i] ?? 0));
    return moves.reduce((best, values) => (others(values) > others(best) ? values : best));
  });
  own.forEach((out, n) =>
    console.log(`| ${given[out]?.name} | ${base[out]?.toFixed(3)} | ${chosen[n]?.[out]?.toFixed(3)} |`),
  );
  const kept = mean(own.map((out) => base[out] ?? 0));
  const tuned = mean(own.map((out, n) => chosen[n]?.[out] ?? 0));
  console.log(`| **mean** | ${kept.toFixed(3)} | ${tuned.toFixed(3)} |`);
}
