/**
 * Scores the geometry engine on the issues with coordinates, as they are and spoilt in several ways, beside XY-cut:
 * `npx tsx src/bench/geometry.ts [issue|all] [variant] [--articles] [--roles]`. Skips aloud where the corpus is absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import { altoReader } from '../core/formats/alto/read.ts';
import type { Source } from '../core/model/edition.ts';
import { reconstruct } from '../core/reconstruct/index.ts';
import type { Proposal } from '../core/reconstruct/proposal.ts';
import { calibrationTable, judge, type Judged } from './calibration.ts';
import { contractOf } from './contract.ts';
import { VARIANTS } from './geometry-variants.ts';
import { quickFigures, spanTruthOf } from './quick-figures.ts';
import { xyCut } from './xy-cut.ts';

type Figures = Record<string, number> & { perRole: Record<string, number>; articles: Record<string, number> };
type Score = (out: unknown, truth: unknown) => Figures;
interface Issue {
  readonly name: string;
  readonly truth: { readonly files: readonly string[] };
  readonly sources: readonly Source[];
}
export interface GeometryRow {
  readonly issue: string;
  readonly figures: Figures;
  /** Processor time. */
  readonly ms: number;
  readonly proposal: Proposal;
}

/** `links` over pages that run on without a jump line are counted too: the scorer asks for every page that an article goes on to. */
function edition(proposal: Proposal, sources: readonly Source[]): unknown {
  const out = contractOf(proposal, sources);
  const pageOf = new Map(proposal.pages.map((page) => [page.sourceId, page.label]));
  const continuations = proposal.articles.flatMap((article, a) => {
    const pages = article.pieces.map((piece) => pageOf.get(proposal.pieces[piece]?.sourceId ?? '') ?? '');
    return pages.flatMap((page, i) =>
      i > 0 && page !== pages[i - 1] ? [{ articleId: `a${a + 1}`, toPage: page }] : [],
    );
  });
  return { ...out, continuations };
}

export async function issuesOf(corpus: string): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const name of readdirSync(join(corpus, 'alto-issues'))) {
    const folder = join(corpus, 'alto-issues', name);
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Issue['truth'];
    const sources: Source[] = [];
    for (const file of truth.files) {
      const reading = await altoReader.read(new Uint8Array(readFileSync(join(folder, file))), file, {});
      for (const source of reading.sources) sources.push({ id: `s${sources.length + 1}`, ...source });
    }
    issues.push({ name, truth, sources });
  }
  return issues;
}

export function scoreIssues(
  issues: readonly Issue[],
  score: Score,
  method: (sources: readonly Source[]) => Proposal,
  variant: (sources: readonly Source[]) => readonly Source[] = (sources) => sources,
): GeometryRow[] {
  return issues.map(({ name, truth, sources }) => {
    const given = variant(sources);
    const begin = process.cpuUsage();
    const proposal = method(given);
    const { user, system } = process.cpuUsage(begin);
    return { issue: name, figures: score(edition(proposal, given), truth), ms: (user + system) / 1000, proposal };
  });
}

const SHOWN = ['articleF1', 'articlePrecision', 'articleRecall', 'roles', 'reading', 'links'] as const;
const three = (value: number): string => value.toFixed(3);

function show(name: string, rows: readonly GeometryRow[], each: boolean): void {
  if (each)
    for (const { issue, figures, ms } of rows)
      console.log(
        `${name.padEnd(28)} ${issue.padEnd(25)} ${SHOWN.map((key) => `${key.replace('article', '')} ${three(figures[key] ?? 0)}`).join(' ')} lost ${figures['lost']} twice ${figures['twice']} missing ${figures['missing']} ${ms.toFixed(0)} ms ${JSON.stringify(figures.perRole)}`,
      );
  const cell = (key: string): string => {
    const values = rows.map(({ figures }) => figures[key] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return `${key.replace('article', '')} ${three(mean)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
  };
  console.log(`${name.padEnd(28)} ${'MEAN'.padEnd(each ? 25 : 4)} ${SHOWN.map(cell).join('  ')}`);
}

/** Which roles are taken for which, in segments of the truth; and whether confidence can be believed. `--roles` */
function showRoles(issues: readonly Issue[], rows: readonly GeometryRow[]): void {
  const sum = new Map<string, Map<string, number>>();
  const judged: Judged[] = [];
  issues.forEach(({ sources, truth: given }, i) => {
    const proposal = rows[i]?.proposal;
    if (!proposal) return;
    const truth = spanTruthOf(given, sources);
    judged.push(...judge(proposal, sources, truth));
    for (const [role, row] of quickFigures(proposal, sources, truth).confusion) {
      const own = sum.get(role) ?? new Map<string, number>();
      sum.set(role, own);
      for (const [got, n] of row) own.set(got, (own.get(got) ?? 0) + n);
    }
  });
  console.log('\n| role | segments | right | taken for |\n|---|---|---|---|');
  for (const [role, row] of [...sum].sort((a, b) => total(b[1]) - total(a[1]))) {
    const wrong = [...row].filter(([got]) => got !== role).sort((a, b) => b[1] - a[1]);
    const said = wrong.filter(([, n]) => n >= 0.05).map(([got, n]) => `${got} ${n.toFixed(1)}`);
    console.log(`| ${role} | ${total(row).toFixed(0)} | ${(row.get(role) ?? 0).toFixed(1)} | ${said.join(', ')} |`);
  }
  console.log(`\n${calibrationTable(judged)}`);
}

const total = (row: ReadonlyMap<string, number>): number => [...row.values()].reduce((sum, n) => sum + n, 0);

async function main(): Promise<void> {
  const shared = ['../shared', '../../shared'].find((path) => existsSync(`${path}/corpus/alto-issues`));
  if (!shared) return void console.log('SKIPPED: no ../shared/corpus/alto-issues');
  const { score } = (await import(pathToFileURL(resolve(`${shared}/tools/score.mjs`)).href)) as { score: Score };
  const [issue, variant] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const issues = (await issuesOf(`${shared}/corpus`)).filter(({ name }) => !issue || issue === 'all' || name === issue);
  for (const [name, act] of Object.entries(VARIANTS)) {
    if (variant && variant !== name) continue;
    const rows = scoreIssues(issues, score, reconstruct, act);
    show(name, rows, variant !== undefined || name === 'as read' || name === 'boxes alone');
    if (name === 'as read' && process.argv.includes('--roles')) showRoles(issues, rows);
    if (process.argv.includes('--articles')) for (const row of rows) console.log(JSON.stringify(row.figures.articles));
  }
  if (!variant || variant === 'xy-cut') show('xy-cut', scoreIssues(issues, score, xyCut), true);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
