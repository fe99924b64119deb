/** Real files, where they are at hand: each opens, and the characters that come in are those that a second count finds in the file. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importArgs } from '../import-pages.ts';
import { imbalances, ledgerTotal } from '../ledger.ts';
import { countCharacters } from '../model/characters.ts';
import { newEdition } from '../model/new-edition.ts';
import { call, transact } from '../transact.ts';
import { readFile } from './readers.ts';
import type { Reading } from './reading.ts';

const corpus = ['../shared/corpus', '../../shared/corpus'].find((path) => existsSync(path));
if (!corpus) console.warn('SKIPPED: the real samples are not here (../shared/corpus)');

/** Ground truth of other tools, not files that anyone would open. */
const OTHER = /\.(?:json|yaml)$/u;

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(path).isDirectory() ? filesIn(path) : OTHER.test(name) ? [] : [path];
  });
}
const samples = corpus
  ? ['formats', 'alto-issues', 'scans', 'chinese-vertical', 'front-page', 'pdf'].flatMap((folder) =>
      filesIn(`${corpus}/${folder}`),
    )
  : [];

function expectSound({ sources, structure, notes, characters }: Reading): void {
  expect(notes.filter(({ code }) => code === 'format.unbalanced')).toEqual([]);
  expect(sources.reduce((n, { text }) => n + countCharacters(text), 0)).toBe(characters);
  for (const { text, lines } of sources) {
    let last = 0;
    for (const { start, end } of lines) {
      expect(text.slice(last, start).trim()).toBe('');
      expect(text.slice(start, end)).not.toMatch(/[\n\r\f]/u);
      last = end;
    }
    expect(text.slice(last).trim()).toBe('');
  }
  const seen = sources.map(({ text }) => new Uint8Array(text.length));
  for (const { source, spans } of structure?.fragments ?? [])
    for (const [start, end] of spans)
      for (let i = start; i < end; i++) {
        expect(seen[source]?.[i]).toBe(0);
        if (seen[source]) seen[source][i] = 1;
      }
}

/** As an edition: nothing is lost between the reading and the ledger, and all of it waits in the tray. */
function expectWholeLedger(reading: Reading): void {
  const empty = newEdition('e');
  const outcome = transact(empty, call('edition.import', importArgs(empty, [reading])), { origin: 'import' });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { characters, placed, unplaced, discarded } = ledgerTotal(outcome.edition);
  expect([characters, placed, unplaced + discarded]).toEqual([reading.characters, 0, reading.characters]);
  expect(imbalances(outcome.edition)).toEqual([]);
}

describe.skipIf(samples.length === 0)('real files', () => {
  it.each(samples)('%s', async (path) => {
    const reading = await readFile(new Uint8Array(readFileSync(path)), path.split('/').at(-1) ?? '');
    expectSound(reading);
    expectWholeLedger(reading);
  });
});
