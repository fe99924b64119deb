/**
 * Reading order against the order that PAGE files give, lines shuffled and blocks forgotten: `npx tsx src/bench/reading-order.ts`.
 * Normalised edit distance over lines (lower is better) and successor F1 (what an editor would have to mend), beside XY-cut and top to bottom.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFiles } from '../core/formats/read-files.ts';
import type { Source } from '../core/model/edition.ts';
import { layoutOf } from '../core/reconstruct/geometry/page-layout.ts';
import { VARIANTS } from './geometry-variants.ts';
import { xyOrder } from './xy-cut.ts';

interface OrderedPage {
  readonly name: string;
  readonly source: Source;
  /** Starts of lines, as they are read. */
  readonly truth: readonly number[];
}

export function editDistance(a: readonly number[], b: readonly number[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  a.forEach((x, i) => {
    const next = [i + 1];
    b.forEach((y, j) =>
      next.push(Math.min((row[j] ?? 0) + (x === y ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1)),
    );
    row = next;
  });
  return (row[b.length] ?? 0) / Math.max(1, a.length, b.length);
}

/** Share of the pairs of neighbours that are right. */
export function successorF1(got: readonly number[], wanted: readonly number[]): number {
  const pairs = (list: readonly number[]): Set<string> => new Set(list.slice(1).map((x, i) => `${list[i]}>${x}`));
  const [a, b] = [pairs(got), pairs(wanted)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 1 : (2 * shared) / (a.size + b.size);
}

/** Starts of lines in the engine's order; running heads first, what stands at the foot last. */
function engineOrder(source: Source): number[] {
  const { flows, furniture, frame } = layoutOf(source);
  const lines = flows.flatMap(({ lines: own }) => own.map(({ placed }) => placed.line));
  const top = furniture.filter(({ line }) => line.y0 < frame.height / 2).map(({ line }) => line);
  const foot = furniture.filter(({ line }) => line.y0 >= frame.height / 2).map(({ line }) => line);
  return [...top, ...lines, ...foot].map((line) => source.lines[line.index]?.start ?? 0);
}
const startsOf =
  (order: (source: Source) => readonly number[]) =>
  (source: Source): number[] =>
    order(source).map((i) => source.lines[i]?.start ?? 0);
const downwards = (source: Source): number[] =>
  source.lines
    .map((_, i) => i)
    .sort((a, b) => {
      const [p, q] = [source.lines[a]?.box, source.lines[b]?.box];
      return (p?.[1] ?? 0) - (q?.[1] ?? 0) || (p?.[0] ?? 0) - (q?.[0] ?? 0);
    });
const METHODS: Readonly<Record<string, (source: Source) => number[]>> = {
  pasteup: engineOrder,
  'xy-cut': startsOf(xyOrder),
  'top to bottom': startsOf(downwards),
};

async function pagesOf(corpus: string): Promise<OrderedPage[]> {
  const folder = join(corpus, 'formats/page');
  const pages: OrderedPage[] = [];
  for (const name of readdirSync(folder)) {
    if (name.startsWith('derived_')) continue;
    const { reading } = await readFiles([{ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }]);
    const { structure } = reading;
    reading.sources.forEach((draft, s) => {
      const source = { ...draft, id: `s${s}` };
      const order = structure?.pages.find((page) => page.source === s)?.order ?? [];
      const truth = order.flatMap((index) =>
        (structure?.fragments[index]?.spans ?? []).flatMap(([from, to]) =>
          source.lines.flatMap((line) => (line.start >= from && line.end <= to && line.box ? [line.start] : [])),
        ),
      );
      if (truth.length >= 40) pages.push({ name, source, truth });
    });
  }
  return pages;
}

async function main(): Promise<void> {
  const corpus = ['../shared/corpus', '../../shared/corpus'].find((path) => existsSync(`${path}/formats/page`));
  if (!corpus) return void console.log('SKIPPED: no ../shared/corpus/formats/page');
  const pages = await pagesOf(corpus);
  for (const variant of ['lines shuffled, boxes alone', 'boxes jittered', 'askew by 0.7 degrees']) {
    console.log(`${variant}: edit distance, successor F1, ms of the processor`);
    for (const [name, order] of Object.entries(METHODS)) {
      const cells = pages.map(({ source, truth }) => {
        const given = VARIANTS[variant]?.([source])[0] ?? source;
        const begin = process.cpuUsage();
        const known = new Set(truth);
        const got = order(given).filter((start) => known.has(start));
        const { user, system } = process.cpuUsage(begin);
        return { distance: editDistance(got, truth), f1: successorF1(got, truth), ms: (user + system) / 1000 };
      });
      const mean = cells.reduce((sum, cell) => sum + cell.distance, 0) / cells.length;
      const f1 = cells.reduce((sum, cell) => sum + cell.f1, 0) / cells.length;
      console.log(
        `  ${name.padEnd(14)} ${mean.toFixed(3)} ${f1.toFixed(3)}   ${cells.map((cell, i) => `${pages[i]?.name} ${cell.distance.toFixed(3)} ${cell.f1.toFixed(3)} ${cell.ms.toFixed(0)} ms`).join('; ')}`,
      );
    }
  }
  console.log('tesseract not installed or not asked: time `tesseract PAGE.png - --psm 1 -c tessedit_do_invert=0 tsv`;');
  console.log('performance.md records 130,000 ms a page of 10k words for its own layout and reading.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
