/**
 * Page analysis against Tesseract's own, in one run and as processor time: the scan with its layout and text by Tesseract, then the rows that it found
 * by our engine. `npx tsx src/bench/against-tesseract.ts [SCAN]`. Skips aloud where there is no Tesseract (`apt-get install tesseract-ocr`) or no scan.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsvReader } from '../core/formats/tsv/read.ts';
import { analyzeGeometry } from '../core/reconstruct/geometry/analyze.ts';
import { layoutOf } from '../core/reconstruct/geometry/page-layout.ts';
import { spent, timed } from './processor-time.ts';
import { findShared } from './scorer.ts';

const WARM = 150;
const ROUNDS = 50;
/** What is asked for. */
const WANTED = 1000;

function warm(act: () => unknown): number {
  for (let i = 0; i < WARM; i++) act();
  return (
    spent(() => {
      for (let i = 0; i < ROUNDS; i++) act();
    }) / ROUNDS
  );
}

function scanOf(given: string | undefined): string | null {
  if (given) return existsSync(given) ? given : null;
  const folder = join(findShared() ?? '', 'corpus/scans/narodni');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.jpg')) : undefined;
  return name ? join(folder, name) : null;
}

const scan = scanOf(process.argv[2]);
const version = spawnSync('tesseract', ['--version'], { encoding: 'utf8' });
if (version.status !== 0) console.log('SKIPPED: Tesseract is not installed');
else if (!scan) console.log('SKIPPED: no scan');
else {
  const folder = mkdtempSync(join(tmpdir(), 'against-tesseract-'));
  try {
    const known = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout;
    const language = /^ces$/mu.test(known) ? 'ces' : 'eng';
    const out = join(folder, 'page');
    const theirs = timed('tesseract', [scan, out, '-l', language, 'tsv']);
    if (!theirs.ok) throw new Error('Tesseract did not read the scan');
    const reading = await tsvReader.read(new Uint8Array(readFileSync(`${out}.tsv`)), 'page.tsv', {});
    const [first] = reading.sources;
    if (!first) throw new Error('Tesseract found no text');
    const source = { id: 's1', ...first };
    const [layout, all] = [warm(() => layoutOf(source)), warm(() => analyzeGeometry(source))];
    const times = (ms: number): string => `${(theirs.ms / ms).toFixed(0)} times`;
    console.log(version.stdout.split('\n')[0], `· ${language} · ${source.lines.length} lines`);
    console.log(`Tesseract, layout and text: ${(theirs.ms / 1000).toFixed(1)} s`);
    console.log(`ours, columns and reading order: ${layout.toFixed(1)} ms, ${times(layout)}`);
    console.log(`ours, with articles, roles and repaired text: ${all.toFixed(1)} ms, ${times(all)}`);
    console.log(theirs.ms / layout >= WANTED ? 'kept' : `MISSED: ${WANTED} times`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
