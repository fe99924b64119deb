import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportEdition } from './closing-balance.ts';
import { reopen } from './round-trip.test-support.ts';
import { WRITERS } from './writers.ts';
import { complaints } from './written-checks.test-support.ts';

const corpus = ['../shared/corpus', '../../shared/corpus'].find((path) => existsSync(path));
/** Single files of every kind; scans, issues and PDF only in the long run. The largest are left to the benchmark. */
const folders = process.env['PASTEUP_RUNS']
  ? ['formats', 'alto-issues', 'scans', 'chinese-vertical', 'front-page', 'pdf']
  : ['formats'];
const KINDS = /\.(?:xml|hocr|html|tsv|txt|pdf)$/iu;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = `${folder}/${one.name}`;
    if (one.isDirectory()) return filesIn(path);
    return KINDS.test(one.name) && !/mets/iu.test(one.name) && statSync(path).size < 3e6 ? [path] : [];
  });
}
const samples = corpus ? folders.flatMap((folder) => filesIn(`${corpus}/${folder}`)) : [];
if (!samples.length) console.warn('SKIPPED: the real samples are not here (../shared/corpus)');

describe.skipIf(!samples.length)('real files', () => {
  it.each(samples)(
    '%s goes out in every format, balanced and valid',
    async (path) => {
      const edition = await reopen([
        { path: path.split('/').at(-1) ?? '', content: new Uint8Array(readFileSync(path)) },
      ]);
      for (const writer of WRITERS) {
        const { written, balance } = exportEdition(edition, writer);
        expect(balance.unaccounted).toBe(0);
        expect(complaints(writer.id, written.files), writer.id).toEqual([]);
      }
    },
    120_000,
  );
});
