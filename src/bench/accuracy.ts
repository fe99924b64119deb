/**
 * How well the engine rebuilds the test pages: one table over all sets, mean (least–most), beside file order as one article and, where lines have
 * boxes, recursive XY-cut; then how far its confidence can be believed.
 * `npm run bench:accuracy [-- WORD] [--each] [--worst] [--seeds=N] [--made]`: WORD keeps the editions whose set or name holds it, --each prints
 * every edition, --worst the articles that are read worst, with what the engine was least sure of, --seeds how many re-laid editions of a kind,
 * --made leaves the re-laid ones out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../core/messages/index.ts';
import { reconstruct } from '../core/reconstruct/index.ts';
import type { Proposal } from '../core/reconstruct/proposal.ts';
import { calibrationTable, judge, type Judged } from './calibration.ts';
import { contractOf, fileOrder } from './contract.ts';
import { issuesOf, scoreIssues } from './geometry.ts';
import { findShared, scorerOf, type Figures, type Score } from './scorer.ts';
import { frontEditions, madeEditions, relaidEditions, sampleEditions, type TestEdition } from './sets.ts';
import { tableHead, tableRow } from './table.ts';
import { xyCut } from './xy-cut.ts';

/** Articles read worse than this are shown by --worst. */
const WORST = 0.97;
const ROUNDS = 2;
/** Front pages made anew, of each language. */
const FRONTS = 10;

function worst({ articles, notes, pieces }: Proposal, figures: Figures): void {
  const bad = Object.entries(figures.articles)
    .filter(([, value]) => value < WORST)
    .sort((a, b) => a[1] - b[1]);
  for (const [id, value] of bad) console.log(`    ${id.padEnd(10)} reading ${value.toFixed(3)}`);
  const doubtful = articles.flatMap((article) => article.reasons).filter((reason) => reason.confidence < 0.7);
  doubtful.sort((a, b) => a.confidence - b.confidence);
  for (const { piece, confidence, reason } of bad.length ? doubtful.slice(0, 10) : []) {
    const { role, text } = pieces[piece]!;
    console.log(
      `      ${confidence.toFixed(2)} ${role.padEnd(9)} ${text.slice(0, 40).replace(/\n/gu, ' ')} · ${say(reason, 'en')}`,
    );
  }
  for (const note of notes) console.log(`      note: ${say(note.message, 'en')}`);
}

interface Sum {
  readonly ours: Figures[];
  readonly order: Figures[];
  spent: number;
  pages: number;
}

/** Runs an edition; the second run is timed, for the first pays for compiling the code. */
function measure({ sources, truth }: TestEdition, score: Score, sum: Sum): { proposal: Proposal; figures: Figures } {
  let proposal = reconstruct(sources);
  for (let round = 1; round < ROUNDS; round++) {
    const begin = process.cpuUsage();
    proposal = reconstruct(sources);
    const { user, system } = process.cpuUsage(begin);
    sum.spent += (user + system) / 1000;
  }
  const figures = score(contractOf(proposal, sources), truth);
  sum.ours.push(figures);
  sum.order.push(score(fileOrder(sources), truth));
  sum.pages += sources.length * (ROUNDS - 1);
  return { proposal, figures };
}

async function main(): Promise<void> {
  const shared = findShared();
  if (!shared || !existsSync(join(shared, 'corpus'))) {
    console.log('bench:accuracy skipped: no ../shared/corpus here');
    return;
  }
  const corpus = join(shared, 'corpus');
  const score = await scorerOf(shared);
  const words = process.argv.slice(2);
  const only = words.find((word) => !word.startsWith('--')) ?? '';
  const seeds = Number(words.find((word) => word.startsWith('--seeds='))?.slice(8) ?? 12);
  const each = words.includes('--each') || words.includes('--worst');
  const kept = (one: { set: string; name: string }): boolean => one.set.includes(only) || one.name.includes(only);
  const editions = [
    ...madeEditions(corpus),
    ...(words.includes('--made')
      ? []
      : [
          ...relaidEditions(corpus, 'alike', seeds),
          ...relaidEditions(corpus, 'varied', seeds),
          ...frontEditions(corpus, FRONTS),
        ]),
    ...sampleEditions(),
  ].filter(kept);
  const sums = new Map<string, Sum>();
  const judged: Judged[] = [];
  console.log(tableHead());
  editions.forEach((edition, i) => {
    const { set } = edition;
    const sum = sums.get(set) ?? { ours: [], order: [], spent: 0, pages: 0 };
    sums.set(set, sum);
    const { proposal, figures } = measure(edition, score, sum);
    judged.push(...judge(proposal, edition.sources, edition.truth));
    if (each) console.log(tableRow(edition.name, [figures]));
    if (words.includes('--worst')) worst(proposal, figures);
    if (editions[i + 1]?.set === set) return;
    console.log(tableRow(`${set} (${sum.ours.length})`, sum.ours, sum.spent / sum.pages));
    console.log(tableRow('*file order, one article*', sum.order));
  });
  if (existsSync(join(corpus, 'alto-issues')) && 'alto-issues'.includes(only)) {
    const issues = await issuesOf(corpus);
    const scored = score as Parameters<typeof scoreIssues>[1];
    const rows = scoreIssues(issues, scored, reconstruct);
    const pages = issues.reduce((count, { sources }) => count + sources.length, 0);
    const figures = (all: typeof rows): (typeof rows)[number]['figures'][] => all.map((row) => row.figures);
    console.log(
      tableRow(`alto-issues (${rows.length})`, figures(rows), rows.reduce((ms, row) => ms + row.ms, 0) / pages),
    );
    console.log(tableRow('*recursive XY-cut*', figures(scoreIssues(issues, scored, xyCut))));
    const order = issues.map(({ sources, truth }) => score(fileOrder(sources), truth));
    console.log(tableRow('*file order, one article*', order));
  }
  console.log(`\n${calibrationTable(judged)}`);
}

await main();
