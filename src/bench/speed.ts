/**
 * What the engine costs, as processor time, each figure beside that of work that never changes (`baseline`): a made page in one process and in a
 * process of its own, broadsheets by the command line, an edition of 1,000 pages against one of 100, page analysis against Tesseract's.
 * `npm run bench:speed [-- KIND]`; with a KIND only that kind's growth, in this process.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Source } from '../core/model/edition.ts';
import { reconstruct } from '../core/reconstruct/index.ts';
import { baseline, spent, timed } from './processor-time.ts';
import { relay } from './relay/relay.ts';
import { storiesOf } from './relay/stories.ts';
import type { Kind } from './relay/style.ts';
import { findShared } from './scorer.ts';
import { madeEditions, type TestEdition } from './sets.ts';
import { sourceOf } from './source.ts';

const ROUNDS = 3;
/** Processes of a set, and how often each is run. */
const COLD = 3;
const AGAIN = 2;
const GROWN: readonly Kind[] = ['zh-Hans', 'en-woven'];
const BROADSHEETS = ['tsv/chronicle-1887.tsv', 'alto/ndnp-1887-inch1200.xml', 'alto/ndnp-1918-inch1200.xml'];
const HERE = fileURLToPath(import.meta.url);
const PASTEUP = fileURLToPath(new URL('../../dist-cli/pasteup.js', import.meta.url));
const LAUNCH = fileURLToPath(new URL('../cli/launch.mjs', import.meta.url));

const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const pagesIn = (editions: readonly TestEdition[]): number =>
  editions.reduce((sum, { sources }) => sum + sources.length, 0);

/** The best of some rounds over a set, a page: the first round of all pays for making the code fast. */
const warm = (editions: readonly TestEdition[]): number =>
  Math.min(
    ...Array.from({ length: ROUNDS }, () => spent(() => editions.forEach(({ sources }) => void reconstruct(sources)))),
  ) / pagesIn(editions);

/** The least of some runs of the command line over these texts. */
function wholeProcess(folder: string, files: readonly string[]): number {
  const runs = Array.from({ length: AGAIN }, () =>
    timed(process.execPath, [PASTEUP, 'reconstruct', ...files, '--out', join(folder, 'out.json')]),
  );
  if (runs.some(({ ok }) => !ok)) throw new Error(`pasteup reconstruct failed for ${files.join(' ')}`);
  return Math.min(...runs.map((run) => run.ms));
}

function written(folder: string, sources: readonly Source[]): string[] {
  return sources.map((source, i) => {
    const path = join(folder, `page-${i + 1}.txt`);
    writeFileSync(path, source.text);
    return path;
  });
}

function growth(corpus: string, kind: Kind): void {
  const stories = storiesOf(join(corpus, 'made-pages'), kind.replace('-woven', ''));
  const cost = (pages: number): number => {
    const sources = relay(kind, 'alike', pages, stories, pages).pages.map((page, i) =>
      sourceOf(`s${i + 1}`, page.name, page.text),
    );
    return spent(() => reconstruct(sources));
  };
  cost(20);
  const [hundred, before, thousand] = [cost(100), baseline(), cost(1000)];
  row(
    `${kind}, 1,000 pages against 100`,
    `${(thousand / hundred).toFixed(1)} times`,
    `${ms(hundred / 100)} and ${ms(thousand / 1000)} a page, at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    `${ms(before)}, ${ms(baseline())}`,
  );
}

function allOf(corpus: string): void {
  const sets = new Map<string, TestEdition[]>();
  for (const edition of madeEditions(corpus)) sets.set(edition.set, [...(sets.get(edition.set) ?? []), edition]);
  const folder = mkdtempSync(join(tmpdir(), 'bench-speed-'));
  try {
    if (!timed(process.execPath, [LAUNCH, '--help']).ok) throw new Error('the command line cannot be built');
    console.log(
      `${new Date().toISOString().slice(0, 16)} · Node ${process.versions.node} · load ${loadavg()[0]?.toFixed(1)}`,
    );
    row('what', 'figure', 'more', 'baseline');
    row('---', '---', '---', '---');
    baseline();
    for (const editions of sets.values()) for (const { sources } of editions) reconstruct(sources);
    for (const [set, editions] of sets)
      row(`${set}, warm`, `${ms(warm(editions))} a page`, `${pagesIn(editions)} pages`, ms(baseline()));
    writeFileSync(join(folder, 'letter.txt'), 'x');
    const start = wholeProcess(folder, [join(folder, 'letter.txt')]);
    row('whole process, a page of one letter', ms(start), '', ms(baseline()));
    for (const [set, editions] of sets) {
      const some = editions.slice(0, COLD);
      const all = some.reduce((sum, { sources }) => sum + wholeProcess(folder, written(folder, sources)), 0);
      const more = (all - start * some.length) / pagesIn(some);
      row(`${set}, whole process`, ms(all / some.length), `${ms(more)} a page without the start`, ms(baseline()));
    }
    for (const file of BROADSHEETS) {
      const path = join(corpus, 'formats', file);
      if (existsSync(path)) row(`${file}, whole process`, ms(wholeProcess(folder, [path])), '', ms(baseline()));
      else console.log(`SKIPPED: ${file} is not here`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  // Each in a process of its own: the most memory that was held is a process's.
  for (const kind of GROWN) again([HERE, kind]);
  console.log();
  again([fileURLToPath(new URL('against-tesseract.ts', import.meta.url))]);
}

function again(args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

const shared = findShared();
const corpus = join(shared ?? '', 'corpus');
if (!shared || !existsSync(join(corpus, 'made-pages'))) console.log('bench:speed skipped: no ../shared/corpus here');
else if (process.argv[2]) growth(corpus, process.argv[2] as Kind);
else allOf(corpus);
