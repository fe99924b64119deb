/** `pasteup import` over a sample of each format, and over the real ones where they are at hand: what is in the file is in the ledger of what is written. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SAMPLES } from '../core/formats/samples.test-support.ts';
import { characters, countApart } from './counted-apart.test-support.ts';
import { importFiles } from './import.ts';

const corpus = ['../shared/corpus', '../../shared/corpus'].find((path) => existsSync(path));
if (!corpus) console.warn('SKIPPED: the real samples are not here (../shared/corpus)');
const FOLDERS = ['formats', 'pdf', 'scans', 'alto-issues', 'chinese-vertical'];
/** Scans come with their pages; ground truth of other tools is none of ours. */
const NO_TEXT = /\.(?:json|yaml|jpg)$/u;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = `${folder}/${one.name}`;
    return one.isDirectory() ? filesIn(path) : NO_TEXT.test(one.name) ? [] : [path];
  });
const samples = corpus ? FOLDERS.flatMap((folder) => filesIn(`${corpus}/${folder}`)) : [];
const folder = mkdtempSync(join(tmpdir(), 'pasteup-corpus-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Written {
  readonly sources: readonly { readonly text: string }[];
  readonly ledger: readonly { characters: number; placed: number; unplaced: number; discarded: number }[];
}

/** What the edition that `pasteup import` writes of these files holds, what its ledger says, and what that accounts for. */
async function writtenOf(paths: readonly string[]): Promise<Readonly<Record<'held' | 'said' | 'accounted', number>>> {
  const out = join(folder, 'edition.pasteup.json');
  await importFiles([...paths], out, false);
  const { sources, ledger } = JSON.parse(readFileSync(out, 'utf8')) as Written;
  return {
    held: sources.reduce((n, { text }) => n + characters(text), 0),
    said: ledger.reduce((n, row) => n + row.characters, 0),
    accounted: ledger.reduce((n, row) => n + row.placed + row.unplaced + row.discarded, 0),
  };
}

async function expectAll(path: string, whole: readonly string[] = [path]): Promise<void> {
  const n = await countApart(path);
  expect(await writtenOf(whole)).toEqual({ held: n, said: n, accounted: n });
}

describe('what is in a file is in the ledger of what is written, counted apart', () => {
  it.each(SAMPLES.filter(({ id }) => id !== 'image' && id !== 'zip'))('$id', async ({ id, name, files }) => {
    for (const file of files) {
      const path = join(folder, id, file.name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.bytes);
    }
    const paths = files.map((file) => join(folder, id, file.name));
    await expectAll(join(folder, id, name), paths);
  });
  it.each(samples)('%s', (path) => expectAll(path));
  it('issues whose files have the same names do not mix', async () => {
    const paths = ['first', 'second'].flatMap((issue) =>
      (SAMPLES.find(({ id }) => id === 'mets')?.files ?? []).map((file) => {
        const path = join(folder, issue, file.name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, new TextDecoder().decode(file.bytes).replace('"Good"', `"${issue}"`));
        return path;
      }),
    );
    const issues = paths.filter((path) => path.endsWith('mets.xml'));
    const n = (await Promise.all(issues.map(countApart))).reduce((sum, one) => sum + one, 0);
    expect(await writtenOf(paths)).toEqual({ held: n, said: n, accounted: n });
    const written = readFileSync(join(folder, 'edition.pasteup.json'), 'utf8');
    expect(['first coal', 'second coal'].map((words) => written.includes(words))).toEqual([true, true]);
  });
});
