/** Every real sample opens in the browser, where the samples are at hand: each character is in the ledger. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countCharacters } from '../src/core/model/characters.ts';
import { readFile } from '../src/core/formats/readers.ts';
import { expect, test } from './app.ts';

const corpus = ['../shared/corpus', '../../shared/corpus'].find((path) => existsSync(path));
if (!corpus) console.warn('SKIPPED: the real samples are not here (../shared/corpus)');
/** Ground truth of other tools, not files that anyone would open. */
const OTHER = /\.(?:json|yaml)$/u;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    return one.isDirectory() ? filesIn(path) : OTHER.test(one.name) ? [] : [path];
  });

for (const folder of ['formats', 'pdf', 'scans', 'alto-issues', 'chinese-vertical'])
  test(`all of ${folder}`, async ({ app }) => {
    test.skip(!corpus, 'the real samples are not here (../shared/corpus)');
    const files = filesIn(join(corpus ?? '', folder));
    let expected = 0;
    for (const path of files.filter((one) => !/\.jpg$/u.test(one)))
      expected += (await readFile(new Uint8Array(readFileSync(path)), path)).characters;
    await app.start();
    await app.open(...files);
    await expect(app.tray).toBeVisible({ timeout: 60_000 });
    await expect(app.page.getByRole('dialog')).toBeHidden();
    const { edition } = await app.save();
    const inSources = edition.sources.reduce((n, { text }) => n + countCharacters(text), 0);
    const inLedger = edition.ledger.reduce((n, row) => n + row.placed + row.unplaced + row.discarded, 0);
    expect(files.length).toBeGreaterThan(0);
    expect([inSources, inLedger]).toEqual([expected, expected]);
  });
