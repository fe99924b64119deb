/** Scores the cut alone: every piece as a fragment, no articles. `npx tsx src/bench/cut.ts [part of a name] [--each] [--joined]`; joined: spans of one truth segment joined, as a perfect grouper would */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cutText } from '../core/reconstruct/text/cut/cut-text.ts';
import { repairParagraph, vocabularyOf } from '../core/repair/index.ts';
import { findShared } from './scorer.ts';
import { sourceOf } from './source.ts';

interface Truth {
  readonly files: readonly string[];
  readonly segments: readonly { readonly file?: string; readonly spans?: readonly (readonly [number, number])[] }[];
}
interface Fragment {
  readonly sourceId: string;
  spans: (readonly [number, number])[];
  text: string;
}
interface Figures {
  readonly lost: number;
  readonly twice: number;
  readonly missing: number;
  readonly roles: number;
  readonly text: number | null;
  readonly spacing: number | null;
  readonly breaks: number;
}

const shared = findShared();
if (!shared) {
  console.log('bench:cut skipped: no ../shared/corpus here');
  process.exit(0);
}
const { score } = (await import(pathToFileURL(join(shared, 'tools/score.mjs')).href)) as {
  score: (out: unknown, truth: unknown) => Figures;
};
const only = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? '';
const each = process.argv.includes('--each');
const folders = [
  'front-page',
  ...readdirSync(join(shared, 'corpus/made-pages'))
    .sort()
    .map((name) => `made-pages/${name}`),
].filter((name) => name.includes(only));
const sets = new Map<string, Figures[]>();
let spent = 0;
let pages = 0;
let slowest = 0;
for (const folder of folders) {
  const base = join(shared, 'corpus', folder);
  const truth = JSON.parse(readFileSync(join(base, 'truth.json'), 'utf8')) as Truth;
  const sources = truth.files.map((file, i) => sourceOf(`s${i + 1}`, file, readFileSync(join(base, file), 'utf8')));
  const pieces = sources.flatMap((source) => {
    const started = performance.now();
    const cut = cutText(source);
    const took = performance.now() - started;
    spent += took;
    slowest = Math.max(slowest, pages++ ? took : 0);
    return cut;
  });
  let fragments = pieces.map((piece, i) => ({ id: `f${i + 1}`, ...piece, spans: [...piece.spans], articleId: null }));
  if (process.argv.includes('--joined')) fragments = joinAsTruth(fragments, truth, sources);
  const figures = score({ sources, fragments, articles: [], continuations: [] }, truth);
  const set = folder.replace(/^made-pages\//u, '').replace(/-\d+$/u, '');
  sets.set(set, [...(sets.get(set) ?? []), figures]);
  if (each) show(folder.replace('made-pages/', ''), [figures]);
}
for (const [set, figures] of sets) show(`= ${set}`, figures);
console.log(`${(spent / pages).toFixed(1)} ms a page, slowest ${slowest.toFixed(1)}`);

function show(name: string, all: readonly Figures[]): void {
  const mean = (key: 'roles' | 'text' | 'spacing' | 'breaks'): string => {
    const values = all.map((f) => f[key]).filter((v) => v !== null);
    return values.length
      ? `${(values.reduce((a, b) => a + b, 0) / values.length).toFixed(4)} (${Math.min(...values).toFixed(3)})`
      : '-';
  };
  const sum = (key: 'lost' | 'twice' | 'missing'): number => all.reduce((a, f) => a + f[key], 0);
  console.log(
    `${name.padEnd(22)} roles ${mean('roles')}  spacing ${mean('spacing')}  breaks ${mean('breaks')}  text ${mean('text')}  lost ${sum('lost')} twice ${sum('twice')} missing ${sum('missing')}`,
  );
}

/** A piece that begins where a truth segment's second span does is read on in the piece that holds the span before. */
function joinAsTruth<F extends Fragment>(
  fragments: readonly F[],
  truth: Truth,
  all: readonly { readonly id: string; readonly name: string; readonly text: string }[],
): F[] {
  const gone = new Set<F>();
  for (const segment of truth.segments) {
    const source = all.find((one) => one.name === (segment.file ?? truth.files[0]));
    segment.spans?.slice(1).forEach(([start], n) => {
      const end = segment.spans?.[n]?.[1] ?? 0;
      const next = fragments.find((f) => f.sourceId === source?.id && f.spans[0]?.[0] === start);
      const before = fragments.find((f) => f.sourceId === source?.id && f.spans.some(([, to]) => to === end));
      if (!next || !before || next === before || gone.has(next)) return;
      before.spans.push(...next.spans);
      const lines = before.spans.flatMap(([a, b]) => source?.text.slice(a, b).split('\n') ?? []);
      before.text = repairParagraph(lines, { vocabulary: vocabularyOf(source?.text.split('\n') ?? []) }).text;
      gone.add(next);
    });
  }
  return fragments.filter((f) => !gone.has(f));
}
