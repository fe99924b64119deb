import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { SAMPLES } from '../src/core/formats/samples.test-support.ts';
import { expect, test, type PasteupApp } from './app.ts';
import { drop, dropPaths, dropText, textFile, type DroppedFile } from './drop.ts';

/** What each sample says, as a reader of the page would type it. */
const SAYS: Readonly<Record<string, { readonly pages: number; readonly text: string; readonly seen: string }>> = {
  text: {
    pages: 2,
    text: '本报讯（记者林小舟）昨日，渡口恢复通航。乘客可在码头买票。第二页的文字在这里。Brücke',
    seen: '渡口恢复通航',
  },
  alto: { pages: 1, text: 'Ferry to run again The ferry at Low Quay & up', seen: 'Low Quay & up' },
  page: {
    pages: 1,
    text: 'Ferry to run again The ferry at Low Quay will run from Monday.',
    seen: 'Ferry to run again',
  },
  mets: {
    pages: 2,
    text: 'Ferry to run again The ferry at Low Quay will run Good coal cheap from Monday.',
    seen: 'Good coal cheap',
  },
  hocr: { pages: 1, text: 'Ferry runs & runs', seen: 'Ferry runs & runs' },
  tsv: { pages: 1, text: 'Ferry runs', seen: 'Ferry runs' },
  abbyy: { pages: 1, text: 'Ferry runs 8 a.m. & noon', seen: 'Ferry runs' },
  textract: { pages: 1, text: 'Ferry runs from Monday', seen: 'from Monday' },
  vision: { pages: 1, text: 'The fer- ry runs.', seen: 'runs.' },
  pdf: { pages: 1, text: 'Ferry to run The ferry at Low Quay will run from Monday.', seen: 'Ferry to run' },
  markup: { pages: 2, text: 'Ferry to run again The ferry at Low Quay will run. More & more.', seen: 'More & more' },
  zip: {
    pages: 2,
    text: 'Ferry to run again The ferry at Low Quay will run Good coal cheap from Monday.',
    seen: 'Good coal cheap',
  },
};

const count = (text: string): number => Array.from(text.replace(/\s/gu, '')).length;
const ledger = (app: PasteupApp) => app.page.getByRole('contentinfo', { name: 'Ledger' });
const dialog = (app: PasteupApp, name: string) => app.page.getByRole('dialog', { name });

/** The right number of pages and characters, and the text to be seen. */
async function stands(app: PasteupApp, pages: number, text: string, seen: string): Promise<void> {
  await expect(app.tray).toBeVisible();
  await expect(ledger(app)).toContainText(`${count(text).toLocaleString('en')} characters`);
  // Only the pages in sight are made; each says how many there are.
  const strip = app.page.getByRole('navigation', { name: 'Pages' });
  await expect(strip.getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(pages));
  await expect(app.tray).toContainText(seen);
}

async function leave(app: PasteupApp): Promise<void> {
  await app.page.getByRole('button', { name: 'All editions' }).click();
  await expect(app.page.getByRole('heading', { name: 'Pasteup' })).toBeVisible();
}

test('each kind of file opens when it is dropped', async ({ app }) => {
  test.slow();
  await app.start();
  for (const { id, files } of SAMPLES) {
    const expected = SAYS[id];
    if (!expected) continue;
    await test.step(id, async () => {
      await drop(app.page, files);
      await stands(app, expected.pages, expected.text, expected.seen);
      await leave(app);
    });
  }
});

test('a zip of all kinds opens as one edition', async ({ app }) => {
  const kinds = SAMPLES.filter(({ id }) => SAYS[id] && id !== 'zip' && id !== 'mets');
  const packed = zipSync(
    Object.fromEntries(kinds.flatMap(({ id, files }) => files.map(({ name, bytes }) => [`${id}/${name}`, bytes]))),
  );
  await app.start();
  await drop(app.page, [{ name: 'everything.zip', bytes: packed }]);
  const said = kinds.map(({ id }) => SAYS[id]);
  await stands(
    app,
    said.reduce((n, one) => n + (one?.pages ?? 0), 0),
    said.map((one) => one?.text).join(''),
    'abbyy/p1.xml', // the first of all: the tray shows what there is room for
  );
});

test('text that could be in several encodings is asked about', async ({ app }) => {
  // 港区, 港区 in GB18030: Cyrillic letters in another.
  const gb = (name: string): DroppedFile => ({ name, bytes: Uint8Array.of(0xb8, 0xdb, 0xc7, 0xf8) });
  await app.start();
  await drop(app.page, [gb('1.txt'), gb('2.txt'), textFile('3.txt', '桥')]);
  const asking = dialog(app, 'In which encoding is this text?');
  await expect(asking.getByRole('radio', { name: /^GB18030/u })).toBeChecked();
  await expect(asking).toContainText('港区');
  await app.page.keyboard.press('ArrowDown');
  await expect(asking.getByRole('radio', { name: /^Windows-1251/u })).toBeChecked();
  await app.page.keyboard.press('ArrowUp');
  await asking.getByRole('checkbox', { name: 'For all files like this' }).check();
  await asking.getByRole('radio', { name: /^GB18030/u }).focus();
  await app.page.keyboard.press('Enter');
  await stands(app, 3, '港区港区桥', '港区');
  const { edition } = await app.save();
  expect(edition.sources.map((s) => (s as unknown as { encoding: string }).encoding)).toEqual([
    'gb18030',
    'gb18030',
    'utf-8',
  ]);
});

test('text can be read in an encoding that it hardly can be in', async ({ app }) => {
  await app.start();
  await drop(app.page, [{ name: '1.txt', bytes: Uint8Array.of(0xb8, 0xdb, 0xc7, 0xf8) }]);
  const asking = dialog(app, 'In which encoding is this text?');
  const other = asking.getByRole('button', { name: /^Other encodings/u });
  await expect(other).toHaveAttribute('aria-expanded', 'false');
  await other.focus();
  await app.page.keyboard.press('Enter');
  await expect(other).toHaveAttribute('aria-expanded', 'true');
  const first = asking.getByRole('radio', { name: /^UTF-8/u });
  await expect(first).toBeFocused();
  await expect(asking.getByText('cannot read all of it').first()).toBeVisible();
  await app.page.keyboard.press('ArrowDown');
  await expect(first).not.toBeChecked();
  await asking.getByRole('radio', { name: /^KOI8-R/u }).check();
  await app.page.keyboard.press('Enter');
  await expect(app.tray).toBeVisible();
  const { edition } = await app.save();
  const [source] = edition.sources as unknown as readonly { text: string; encoding: string }[];
  expect(source).toMatchObject({ text: '╦шгЬ', encoding: 'koi8-r' });
});

test('an encoding that is not chosen opens nothing', async ({ app }) => {
  await app.start();
  await drop(app.page, [{ name: '1.txt', bytes: Uint8Array.of(0xb8, 0xdb, 0xc7, 0xf8) }]);
  await expect(dialog(app, 'In which encoding is this text?')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible();
  await expect(app.tray).toBeHidden();
});

test('a batch with a bad file opens the rest, and lists what failed and why', async ({ app }) => {
  await app.start();
  await drop(app.page, [
    textFile('1.txt', 'Ferry runs from Monday'),
    textFile('2.xml', '<?xml version="1.0"?>\n<PcGts><Page>'),
    { name: 'engine.bin', bytes: Uint8Array.of(0, 1, 2, 3, 0, 5) },
    textFile('3.txt', 'Market moves'),
  ]);
  const report = dialog(app, 'What was opened');
  await expect(report).toContainText('2 pages added');
  await expect(report.getByRole('region', { name: /^Could not be opened/u })).toContainText(/2\.xml:2:\d+: /u);
  await expect(report.getByRole('region', { name: /^Left aside/u })).toContainText('engine.bin');
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await report.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => app.page.evaluate(() => navigator.clipboard.readText())).toContain('2.xml:2:');
  await app.page.keyboard.press('Escape');
  await stands(app, 2, 'Ferry runs from Monday Market moves', 'Market moves');
});

test('several bad files are one list, and nothing is opened', async ({ app }) => {
  await app.start();
  await drop(app.page, [textFile('a.xml', '<?xml version="1.0"?><PcGts>'), textFile('b.txt', ' ')]);
  const report = dialog(app, 'What was opened');
  await expect(report).toContainText('Nothing could be opened.');
  await expect(report.getByRole('listitem')).toHaveCount(2);
  await app.page.keyboard.press('Escape');
  await expect(app.tray).toBeHidden();
});

/** An ALTO file of some megabytes, made in the page: a long import. */
async function dropLarge(app: PasteupApp, megabytes: number): Promise<void> {
  await app.page.evaluate((size) => {
    const word = '<String CONTENT="ferry" HPOS="10" VPOS="20" WIDTH="50" HEIGHT="30" WC="0.9"/><SP/>';
    const line = (n: number): string =>
      `<TextLine ID="l${n}" HPOS="${100 + (n % 5) * 800}" VPOS="${20 + Math.floor(n / 5) * 12}" WIDTH="700" HEIGHT="30">${word.repeat(8)}</TextLine>`;
    const page = (p: number): string =>
      `<Page ID="P${p}" WIDTH="5000" HEIGHT="7000"><PrintSpace><TextBlock ID="b${p}">${Array.from({ length: 1400 }, (_, n) => line(n)).join('')}</TextBlock></PrintSpace></Page>`;
    const pages = Math.ceil((size * 1e6) / page(0).length);
    const text = `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout>${Array.from({ length: pages }, (_, p) => page(p)).join('')}</Layout></alto>`;
    const data = new DataTransfer();
    data.items.add(new File([text], 'large.xml'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, megabytes);
}

for (const way of ['button', 'Escape'] as const)
  test(`a long import shows how far it is, and is called off by ${way}`, async ({ app }) => {
    await app.start();
    await dropLarge(app, 12);
    const progress = dialog(app, 'Opening files');
    await expect(progress.getByRole('progressbar')).toBeVisible();
    await expect(progress).toContainText('large.xml');
    const before = Date.now();
    if (way === 'button') await progress.getByRole('button', { name: 'Cancel' }).click();
    else await app.page.keyboard.press('Escape');
    await expect(progress).toBeHidden();
    expect(Date.now() - before, 'milliseconds until it was heard').toBeLessThan(1500);
    await expect(app.page.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible();
    await expect(app.tray).toBeHidden();
    // What comes next is read as if nothing had been.
    await drop(app.page, [textFile('1.txt', 'Ferry runs')]);
    await stands(app, 1, 'Ferry runs', 'Ferry runs');
  });

test('two drops at once, and one while files are read, come in one after the other', async ({ app }) => {
  await app.start();
  await dropLarge(app, 2);
  await drop(app.page, [textFile('2.txt', 'Ferry runs')]);
  await drop(app.page, [textFile('3.txt', 'Market moves')]);
  await expect(app.tray).toBeVisible();
  await expect(ledger(app)).toContainText(/characters/u);
  const { edition } = await app.save();
  await expect
    .poll(async () => (await app.save()).edition.sources.map((s) => s.name).slice(-2))
    .toEqual(['2.txt', '3.txt']);
  expect(edition.sources[0]?.name).toContain('large.xml');
});

test('what is dropped while a dialog is open waits until it is closed', async ({ app }) => {
  await app.start();
  await drop(app.page, [textFile('1.txt', 'Ferry runs')]);
  await stands(app, 1, 'Ferry runs', 'Ferry runs');
  await app.page.keyboard.press('Shift+?');
  await expect(dialog(app, 'Keys and gestures')).toBeVisible();
  await drop(app.page, [textFile('2.txt', 'Market moves')]);
  await expect(app.page.getByText('is opened when this dialog is closed').first()).toBeVisible();
  await expect(dialog(app, 'Keys and gestures')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await stands(app, 2, 'Ferry runs Market moves', 'Market moves');
});

test('text is dropped like a file', async ({ app }) => {
  await app.start();
  await dropText(app.page, 'Ferry runs from Monday');
  await stands(app, 1, 'Ferry runs from Monday', 'Ferry runs');
  expect((await app.save()).edition.sources[0]?.name).toBe('Pasted text.txt');
});

test('our own file opens as it was saved; among others it is named', async ({ app }) => {
  await app.start();
  await drop(app.page, [textFile('1.txt', 'Ferry runs')]);
  await stands(app, 1, 'Ferry runs', 'Ferry runs');
  const { text } = await app.save();
  await leave(app);
  await drop(app.page, [textFile('mine.json', text)]);
  await stands(app, 1, 'Ferry runs', 'Ferry runs');
  expect((await app.save()).text).toBe(text);
  await drop(app.page, [textFile('mine.json', text), textFile('2.txt', 'Market moves')]);
  await expect(dialog(app, 'What was opened')).toContainText('mine.json is a saved edition: open it alone.');
});

/** A folder with a METS file, its ALTO files a folder deeper, and things that nobody reads. */
function folderOfMets(): string {
  const home = mkdtempSync(join(tmpdir(), 'pasteup-'));
  const mets = SAMPLES.find(({ id }) => id === 'mets');
  for (const { name, bytes } of mets?.files ?? []) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), bytes);
  }
  writeFileSync(join(home, 'issue/.DS_Store'), 'x');
  writeFileSync(join(home, 'issue/engine.bin'), Uint8Array.of(0, 1, 2, 3, 0, 5));
  return home;
}

test('a folder is opened with all that is in it; what is not understood is listed', async ({ app }) => {
  const home = folderOfMets();
  const { pages, text, seen } = SAYS['mets'] ?? { pages: 0, text: '', seen: '' };
  await app.start();
  for (const way of ['dropped', 'chosen'] as const)
    await test.step(way, async () => {
      if (way === 'dropped') await dropPaths(app.page, [join(home, 'issue')]);
      else {
        const choosing = app.page.waitForEvent('filechooser');
        await app.page.keyboard.press('Control+Shift+o');
        await (await choosing).setFiles(join(home, 'issue'));
      }
      const report = dialog(app, 'What was opened');
      await expect(report.getByRole('region', { name: /^Left aside/u }).getByRole('listitem')).toHaveText([
        'issue/engine.bin',
      ]);
      await app.page.keyboard.press('Escape');
      await stands(app, pages, text, seen);
      await leave(app);
    });
  rmSync(home, { recursive: true });
});
