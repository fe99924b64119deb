/** Scores the geometry engine on the issues with coordinates: `npx tsx src/bench/geometry.ts [issue]`. Skips aloud where the corpus is absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { altoReader } from '../core/formats/alto/read.ts';
import type { Source } from '../core/model/edition.ts';
import { reconstruct } from '../core/reconstruct/index.ts';
import type { Proposal } from '../core/reconstruct/proposal.ts';
import { xyCut } from './xy-cut.ts';

const shared = ['../shared', '../../shared'].find((path) => existsSync(`${path}/corpus/alto-issues`));
if (!shared) {
  console.log('SKIPPED: no ../shared/corpus/alto-issues');
  process.exit(0);
}
const { score } = (await import(pathToFileURL(resolve(`${shared}/tools/score.mjs`)).href)) as {
  score: (
    out: unknown,
    truth: unknown,
  ) => Record<string, number> & { perRole: Record<string, number>; articles: Record<string, number> };
};

/** A proposal in the saved file's words, as far as the scorer reads it. */
export function asEdition(proposal: Proposal, sources: readonly Source[]): unknown {
  const owner = new Map<number, string>();
  proposal.articles.forEach((article, a) => article.pieces.forEach((piece) => owner.set(piece, `a${a}`)));
  const pageOf = new Map(proposal.pages.map((page) => [page.sourceId, page.label]));
  return {
    sources,
    fragments: proposal.pieces.map((piece, i) => ({
      id: `f${i}`,
      sourceId: piece.sourceId,
      spans: piece.spans,
      text: piece.text,
      role: piece.role,
      articleId: owner.get(i) ?? null,
    })),
    articles: proposal.articles.map((article, a) => ({
      id: `a${a}`,
      fragmentIds: article.pieces.map((piece) => `f${piece}`),
    })),
    continuations: proposal.articles.flatMap((article, a) => {
      const pages = article.pieces.map((piece) => pageOf.get(proposal.pieces[piece]?.sourceId ?? '') ?? '');
      return pages.flatMap((page, i) => (i > 0 && page !== pages[i - 1] ? [{ articleId: `a${a}`, toPage: page }] : []));
    }),
  };
}

const run = (sources: readonly Source[]): Proposal => reconstruct(sources);
/** The same pages as a reader without layout would give them: what the engine finds without the file's blocks, and without its fonts. */
const without = (
  sources: readonly Source[],
  ...keys: readonly ('block' | 'size' | 'bold' | 'confidence')[]
): Source[] =>
  sources.map((source) => ({
    ...source,
    lines: source.lines.map(
      (line) =>
        Object.fromEntries(
          Object.entries(line).filter(([key]) => !(keys as readonly string[]).includes(key)),
        ) as unknown as typeof line,
    ),
  }));
const methods: Record<string, (sources: readonly Source[]) => Proposal> = {
  geometry: run,
  'no blocks': (sources) => run(without(sources, 'block')),
  'boxes only': (sources) => run(without(sources, 'block', 'size', 'bold', 'confidence')),
  'xy-cut': xyCut,
};
const only = process.argv[2];
for (const [name, method] of Object.entries(methods)) {
  if (process.argv[3] && process.argv[3] !== name) continue;
  const rows: Record<string, number>[] = [];
  for (const issue of readdirSync(`${shared}/corpus/alto-issues`)) {
    if (only && only !== 'all' && issue !== only) continue;
    const folder = `${shared}/corpus/alto-issues/${issue}`;
    const truth = JSON.parse(readFileSync(`${folder}/truth.json`, 'utf8')) as { files: string[] };
    const sources: Source[] = [];
    for (const file of truth.files) {
      const reading = await altoReader.read(new Uint8Array(readFileSync(`${folder}/${file}`)), file, {});
      for (const source of reading.sources) sources.push({ id: `s${sources.length + 1}`, ...source });
    }
    const begin = performance.now();
    const proposal = method(sources);
    const ms = performance.now() - begin;
    const figures = score(asEdition(proposal, sources), truth);
    rows.push(figures);
    console.log(
      `${name.padEnd(10)} ${issue.padEnd(27)} F1 ${figures['articleF1']?.toFixed(3)} (P ${figures['articlePrecision']?.toFixed(3)} R ${figures['articleRecall']?.toFixed(3)}) roles ${figures['roles']?.toFixed(3)} reading ${figures['reading']?.toFixed(3)} links ${figures['links']?.toFixed(3)} lost ${figures['lost']} twice ${figures['twice']} missing ${figures['missing']} ${JSON.stringify(figures.perRole)} ${ms.toFixed(0)} ms`,
    );
    if (only && only !== 'all') console.log(JSON.stringify(figures.articles));
  }
  const mean = (key: string): string => (rows.reduce((sum, row) => sum + (row[key] ?? 0), 0) / rows.length).toFixed(3);
  console.log(
    `${name.padEnd(10)} mean                        F1 ${mean('articleF1')} (P ${mean('articlePrecision')} R ${mean('articleRecall')}) roles ${mean('roles')} reading ${mean('reading')} links ${mean('links')}`,
  );
}
