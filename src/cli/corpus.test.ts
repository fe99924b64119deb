/** `pasteup import` over the real samples, where they are at hand: what is in the file is in the ledger of what is written. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, describe, expect, it } from 'vitest';
import { countCharacters, readFiles } from '../core/index.ts';
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

/** Words of ALTO by another parser than ours; of other formats the reader's own second count. */
async function charactersOf(path: string): Promise<number> {
  const bytes = new Uint8Array(readFileSync(path));
  if (/<(?:\w+:)?alto[\s>]/u.test(new TextDecoder().decode(bytes.subarray(0, 2000)))) {
    using xml = XmlDocument.fromBuffer(bytes);
    const said = xml.find("//*[local-name()='String' or local-name()='HYP']/@CONTENT");
    return said.reduce((n, { content }) => n + countCharacters(content), 0);
  }
  const { reading } = await readFiles([{ name: path.split('/').at(-1) ?? '', bytes }]);
  return reading.characters;
}

describe.skipIf(!samples.length)('pasteup import', () => {
  it.each(samples)('%s', async (path) => {
    const out = join(folder, 'edition.pasteup.json');
    await importFiles([path], out, false);
    const { ledger } = JSON.parse(readFileSync(out, 'utf8')) as {
      readonly ledger: readonly { characters: number; placed: number; unplaced: number; discarded: number }[];
    };
    const sum = (key: 'characters' | 'placed' | 'unplaced' | 'discarded'): number =>
      ledger.reduce((n, row) => n + row[key], 0);
    const expected = await charactersOf(path);
    expect([sum('characters'), sum('placed') + sum('unplaced') + sum('discarded')]).toEqual([expected, expected]);
  });
});
