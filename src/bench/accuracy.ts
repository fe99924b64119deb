/**
 * How well the engine rebuilds the test pages: the scorer's figures by set, as mean (least–most), beside file order as one article.
 * `npm run bench:accuracy [-- WORD] [--each] [--worst]`: WORD keeps the editions whose name holds it, --each prints every edition,
 * --worst the articles of every edition that are read worst, with what the engine said of them.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Source } from '../core/model/edition.ts';
import { say } from '../core/messages/index.ts';
import { reconstruct } from '../core/reconstruct/index.ts';
import { contractOf, fileOrder } from './contract.ts';
import { sourceOf } from './source.ts';

interface Truth {
  readonly files: readonly string[];
  readonly articles: readonly { readonly id: string }[];
}
type Figures = { readonly [figure: string]: number | null } & { readonly articles: { readonly [id: string]: number } };
type Score = (out: unknown, truth: unknown) => Figures;

const FIGURES = ['articleF1', 'roles', 'reading', 'text', 'spacing', 'breaks', 'links'] as const;
const COUNTS = ['lost', 'twice', 'missing'] as const;
/** Articles read worse than this are shown by --worst. */
const WORST = 0.97;

function findShared(): string | null {
  for (let at = process.cwd(), up = 0; up < 4; at = resolve(at, '..'), up++)
    if (existsSync(join(at, 'shared/tools/score.mjs'))) return join(at, 'shared');
  return null;
}

/** Folders with a truth file, by set. */
function editionsOf(corpus: string): { set: string; name: string; folder: string }[] {
  const made = join(corpus, 'made-pages');
  return [
    ...(existsSync(join(corpus, 'front-page'))
      ? [{ set: 'front-page', name: 'front-page', folder: join(corpus, 'front-page') }]
      : []),
    ...(existsSync(made)
      ? readdirSync(made)
          .sort()
          .map((name) => ({ set: name.replace(/-\d+$/u, ''), name, folder: join(made, name) }))
      : []),
  ];
}

function sourcesOf(folder: string, truth: Truth): Source[] {
  return truth.files.map((file, i) => sourceOf(`s${i + 1}`, file, readFileSync(join(folder, file), 'utf8')));
}

const width = 20;
function row(name: string, all: readonly Figures[], time = ''): void {
  const cell = (figure: string): string => {
    const values = all
      .map((figures) => figures[figure])
      .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
    if (!values.length) return '-'.padEnd(width);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const spread = all.length > 1 ? ` (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})` : '';
    return `${mean.toFixed(3)}${spread}`.padEnd(width);
  };
  const counts = COUNTS.map((figure) =>
    String(all.reduce((sum, figures) => sum + (figures[figure] ?? 0), 0)).padEnd(8),
  );
  console.log(`${name.padEnd(22)}${FIGURES.map(cell).join('')}${counts.join('')}${time}`);
}

function worst(sources: readonly Source[], figures: Figures): void {
  const bad = Object.entries(figures.articles)
    .filter(([, value]) => value < WORST)
    .sort((a, b) => a[1] - b[1]);
  for (const [id, value] of bad) console.log(`    ${id.padEnd(10)} reading ${value.toFixed(3)}`);
  const proposal = reconstruct(sources);
  const doubtful = proposal.articles.flatMap((article) => article.reasons).filter((reason) => reason.confidence < 0.7);
  doubtful.sort((a, b) => a.confidence - b.confidence);
  for (const { piece, confidence, reason } of bad.length ? doubtful.slice(0, 10) : []) {
    const { role, text } = proposal.pieces[piece]!;
    console.log(
      `      ${confidence.toFixed(2)} ${role.padEnd(9)} ${text.slice(0, 40).replace(/\n/gu, ' ')} · ${say(reason, 'en')}`,
    );
  }
  for (const note of proposal.notes) console.log(`      note: ${say(note.message, 'en')}`);
}

async function main(): Promise<void> {
  const shared = findShared();
  if (!shared || !existsSync(join(shared, 'corpus'))) {
    console.log('bench:accuracy skipped: no ../shared/corpus here');
    return;
  }
  const { score } = (await import(pathToFileURL(join(shared, 'tools/score.mjs')).href)) as { score: Score };
  const words = process.argv.slice(2);
  const only = words.find((word) => !word.startsWith('--')) ?? '';
  const each = words.includes('--each') || words.includes('--worst');
  const sets = new Map<string, { ours: Figures[]; order: Figures[]; spent: number; pages: number }>();
  console.log(
    `${''.padEnd(22)}${FIGURES.map((figure) => figure.padEnd(width)).join('')}${COUNTS.map((figure) => figure.padEnd(8)).join('')}ms a page`,
  );
  for (const { set, name, folder } of editionsOf(join(shared, 'corpus'))) {
    if (!name.includes(only)) continue;
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
    const sources = sourcesOf(folder, truth);
    const started = performance.now();
    const proposal = reconstruct(sources);
    const spent = performance.now() - started;
    const ours = score(contractOf(proposal, sources), truth);
    const order = score(fileOrder(sources), truth);
    const sum = sets.get(set) ?? { ours: [], order: [], spent: 0, pages: 0 };
    sets.set(set, {
      ours: [...sum.ours, ours],
      order: [...sum.order, order],
      spent: sum.spent + spent,
      pages: sum.pages + sources.length,
    });
    if (each) row(`  ${name}`, [ours], (spent / sources.length).toFixed(1));
    if (words.includes('--worst')) worst(sources, ours);
  }
  for (const [set, { ours, order, spent, pages }] of sets) {
    row(`${set} (${ours.length})`, ours, (spent / pages).toFixed(1));
    row('  file order as one', order);
  }
}

await main();
