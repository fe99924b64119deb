/** What the checks cost on an edition of 500 pages: processor time beside that of copying the edition as JSON, in the same run. */
import { call, createChecker, fragmentsOf, isPlaced, transact, type CheckReport, type Edition } from '../core/index.ts';
import { give } from '../workers/run-checks.ts';
import { joinEditions } from './many-pages.ts';
import type { TrueEdition } from './true-editions.ts';

const PAGES = 500;
const EDITS = 12;
const ROUNDS = 3;

function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const least = (list: readonly number[]): number => Math.min(...list);
const middle = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;
const counts = ({ fragments, articles, pages }: CheckReport['looked']): string =>
  [fragments, articles, pages].map((n) => n.toLocaleString('en')).join(' / ');

/** The longest block of the main thread while the edition is given to the worker. */
function givingOf(edition: Edition): { blocks: number; longest: number } {
  const blocks: (() => void)[] = [];
  const costs: number[] = [];
  costs.push(costOf(() => void give(edition, structuredClone, (then) => void blocks.push(then))));
  for (let block = blocks.shift(); block; block = blocks.shift()) costs.push(costOf(block));
  return { blocks: costs.length, longest: Math.max(...costs) };
}

export function printCost(editions: readonly TrueEdition[]): void {
  const edition = joinEditions(
    editions.map((one) => one.edition),
    PAGES,
  );
  const json = least(Array.from({ length: ROUNDS }, () => costOf(() => void JSON.parse(JSON.stringify(edition)))));
  let checker = createChecker();
  let report: CheckReport | null = null;
  const full = Array.from({ length: ROUNDS }, () =>
    costOf(() => {
      checker = createChecker();
      report = checker.run(edition);
    }),
  );
  const first: CheckReport = report ?? checker.run(edition);
  const bodies = fragmentsOf(edition).filter((f) => f.role === 'body' && f.article && isPlaced(f));
  let now = edition;
  let looked = '';
  const edits = Array.from({ length: EDITS }, (_, i) => {
    const f = bodies[Math.floor(((i + 0.5) / EDITS) * bodies.length)];
    const text = `Edit ${i}: the bridge was opened again on Sunday by the mayor.`;
    const outcome = transact(now, call('fragment.correct', { texts: [{ id: f?.id ?? '', text }] }));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    now = outcome.edition;
    return costOf(() => (looked = counts(checker.run(now).looked)));
  });
  const giving = givingOf(edition);
  const row = (name: string, ms: number, of: string): string =>
    `| ${name} | ${ms.toFixed(0)} | ${(ms / json).toFixed(2)} | ${of} |`;
  console.log(`\nAn edition of ${PAGES} pages: ${first.findings.length} findings.\n`);
  console.log('| | processor, ms | times JSON | looked at (fragments / articles / pages) |\n|---|---|---|---|');
  console.log(row('JSON.stringify and parse of the edition, the least of three', json, '-'));
  console.log(row('full check, the first, in a cold process', full[0] ?? 0, counts(first.total)));
  console.log(row('full check, the least of three', least(full), counts(first.total)));
  console.log(row(`re-check after an edit, the middle of ${EDITS}`, middle(edits), looked));
  console.log(row(`giving it to the worker, the longest of ${giving.blocks} blocks`, giving.longest, '-'));
}
