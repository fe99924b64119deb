/** The edition goes out: every format by keyboard and by mouse, parts of it, several at once, on paper; and what is refused. */
import AxeBuilder from '@axe-core/playwright';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Locator, Page } from '@playwright/test';
import { finishedSample } from '../src/bench/finished-sample.ts';
import { countCharacters, filesInZip, say, WRITERS, writerOf, type WrittenFile } from '../src/core/index.ts';
import { expect, test, type PasteupApp } from './app.ts';

const ZH = finishedSample('zh', '柳河日报');
/** Characters of its sources. */
const ALL = (JSON.parse(ZH) as { ledger: { characters: number }[] }).ledger.reduce((n, row) => n + row.characters, 0);

async function openFinished(app: PasteupApp, text = ZH): Promise<void> {
  const path = join(mkdtempSync(join(tmpdir(), 'pasteup-')), 'paper.pasteup.json');
  writeFileSync(path, text);
  await app.start();
  await app.open(path);
  await expect(app.sheet).toBeVisible();
}

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export' });
const format = (page: Page, id: string): Locator =>
  dialog(page).getByRole('option', { name: say(writerOf(id).name, 'en') });

async function openDialog(app: PasteupApp): Promise<void> {
  await app.page.keyboard.press('Control+e');
  await expect(dialog(app.page)).toBeVisible();
}

/** The dialog's sentence of the format in hand, as numbers. */
async function balance(page: Page, id: string): Promise<{ written: number; left: number; unaccounted: number }> {
  const result = dialog(page).getByRole('region', { name: say(writerOf(id).name, 'en'), exact: true });
  await expect(result).toHaveAttribute('aria-busy', 'false');
  const sentence = (await result.getByText(/characters written/u).textContent()) ?? '';
  const [written = 0, left = 0, unaccounted = -1] = sentence
    .replace(/\(\d+ reasons?\)/u, '')
    .split('·')
    .map((part) => Number(/[\d,]+/u.exec(part)?.[0].replaceAll(',', '') ?? Number.NaN));
  return { written, left, unaccounted };
}

async function filesOf(download: Download): Promise<WrittenFile[]> {
  const content = new Uint8Array(await readFile(await download.path()));
  const name = download.suggestedFilename();
  return name.endsWith('.zip') ? filesInZip(content) : [{ path: name, content }];
}

test('every format by keyboard: shown, accounted for, downloaded, and counted again', async ({ app }) => {
  await openFinished(app);
  const { keyboard } = app.page;
  for (const [i, writer] of WRITERS.entries())
    await test.step(writer.id, async () => {
      await openDialog(app);
      await expect(dialog(app.page).getByRole('listbox', { name: 'Format' })).toBeFocused();
      await keyboard.press('Home');
      for (let k = 0; k < i; k++) await keyboard.press('ArrowDown');
      await expect(format(app.page, writer.id)).toHaveAttribute('aria-selected', 'true');
      const { written, left, unaccounted } = await balance(app.page, writer.id);
      expect([written + left, unaccounted]).toEqual([ALL, 0]);
      const downloading = app.page.waitForEvent('download');
      await keyboard.press('Enter');
      const files = await filesOf(await downloading);
      expect(writer.recount(files)).toBe(written);
      await expect(dialog(app.page)).toBeHidden();
    });
  // The last one is still in hand, also after a reload.
  await app.page.reload();
  await expect(app.sheet).toBeVisible();
  await openDialog(app);
  await expect(format(app.page, WRITERS.at(-1)?.id ?? '')).toHaveAttribute('aria-selected', 'true');
});

test('several formats by mouse go out as one zip, a folder each', async ({ app }) => {
  await openFinished(app);
  await app.page.getByRole('button', { name: 'Export' }).click();
  for (const id of ['markdown', 'mets', 'docx']) await format(app.page, id).locator('.tick').click();
  await expect(format(app.page, 'mets')).toHaveAttribute('aria-checked', 'true');
  const downloading = app.page.waitForEvent('download');
  await dialog(app.page).getByRole('button', { name: 'Export 3 formats as zip' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('柳河日报-2025-04-18.zip');
  const files = await filesOf(download);
  expect(files.map(({ path }) => path)).toEqual([
    'markdown/柳河日报-2025-04-18.md',
    'docx/柳河日报-2025-04-18.docx',
    'mets/mets.xml',
    'mets/alto/01-1.xml',
    'mets/alto/02-2.xml',
  ]);
  await expect(app.page.getByRole('status').filter({ hasText: 'Exported' })).toBeVisible();
});

test('a page or the selected article alone; what is lost of it is said with numbers', async ({ app }) => {
  await openFinished(app);
  await app.sheet.focus();
  await app.page.keyboard.press('End');
  await openDialog(app);
  await format(app.page, 'markdown').click();
  await expect(dialog(app.page).getByText(/Not carried: 4 jump lines/u)).toBeVisible();
  const whole = await balance(app.page, 'markdown');
  await dialog(app.page).getByRole('radio', { name: 'Page 1' }).check();
  await expect(dialog(app.page).getByText(/Not carried: 2 jump lines/u)).toBeVisible();
  const page = await balance(app.page, 'markdown');
  expect(page.written).toBeLessThan(whole.written);
  expect(page.unaccounted).toBe(0);
  await dialog(app.page).getByText('characters written').click();
  await expect(dialog(app.page).getByText('jump lines: the article is joined')).toBeVisible();
  // A format that holds everything says that it does.
  await format(app.page, 'pasteup').click();
  await expect(dialog(app.page).getByText('Pasteup edition: always the whole edition.')).toBeVisible();
  expect(await balance(app.page, 'pasteup')).toEqual({ written: ALL, left: 0, unaccounted: 0 });
  await format(app.page, 'csv').click();
  await dialog(app.page)
    .getByRole('checkbox', { name: /^For a spreadsheet/u })
    .check();
  await balance(app.page, 'csv');
  const downloading = app.page.waitForEvent('download');
  await dialog(app.page).getByRole('button', { name: 'Export', exact: true }).click();
  const [csv] = await filesOf(await downloading);
  const bytes = csv?.content as Uint8Array;
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(writerOf('csv').recount([csv as WrittenFile])).toBeGreaterThanOrEqual(page.written);
});

test('web pages are shown as they look, packages by their parts, under the app’s own policy', async ({ app }) => {
  await openFinished(app);
  await openDialog(app);
  await format(app.page, 'html').click();
  const frame = app.page.frameLocator('dialog iframe');
  await expect(frame.getByRole('article').first()).toBeVisible();
  expect(
    await frame
      .locator('h3')
      .first()
      .evaluate((head) => getComputedStyle(head).textAlign),
  ).toBe('center');
  await format(app.page, 'print').click();
  await expect(frame.getByRole('region', { name: '第 1 版' })).toBeVisible();
  const sheet = await frame.locator('.sheet').first().boundingBox();
  expect(sheet?.width).toBeGreaterThan(400);
  expect(sheet?.width).toBeLessThan(830);
  await format(app.page, 'docx').click();
  const parts = dialog(app.page).getByRole('listbox', { name: /^Parts of/u });
  await expect(parts.getByRole('option')).toHaveText([/^word\/document\.xml/u, /./u, /./u, /./u, /./u, /./u]);
  await expect(dialog(app.page).getByRole('region', { name: /^Preview of/u })).toContainText('老码头');
  await parts.press('ArrowDown');
  await expect(dialog(app.page).getByRole('region', { name: /^Preview of/u })).toContainText('ContentType');
});

test('what does not balance is refused with the reason, and the others of a batch go out', async ({ app }) => {
  // No edition can be made that does not balance: a worker that lost characters is made up.
  const refusal = { code: 'export.unbalanced', params: { format: 'writer.html', said: 9, counted: 7, unaccounted: 2 } };
  await app.page.route(/assets\/export-[\w-]+\.js$/u, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `onmessage = ({ data }) => postMessage(data.packed
        ? { kind: 'packed', file: { name: 'rest.zip', mediaType: 'application/zip', content: 'rest' }, refused: [{ format: 'html', refusal: ${JSON.stringify(refusal)} }] }
        : { kind: 'written', results: [{ format: 'html', refusal: ${JSON.stringify(refusal)} }] });`,
    }),
  );
  await openFinished(app);
  await openDialog(app);
  await format(app.page, 'html').click();
  await expect(dialog(app.page).getByRole('alert')).toContainText(
    'the export was refused, for it does not balance: 9 characters were to be written, 7 were found in the files, 2 are unaccounted for',
  );
  const button = dialog(app.page).getByRole('button', { name: 'Export', exact: true });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.click({ force: true });
  await app.page.keyboard.press('Enter');
  await expect(dialog(app.page)).toBeVisible();
  for (const id of ['html', 'markdown']) await format(app.page, id).locator('.tick').click();
  const downloading = app.page.waitForEvent('download');
  await dialog(app.page).getByRole('button', { name: 'Export 2 formats as zip' }).click();
  expect((await downloading).suggestedFilename()).toBe('rest.zip');
  await expect(app.page.getByRole('alert')).toContainText('does not balance');
});

test('an edition for reading only goes out too, and one without a storage', async ({ app }) => {
  await app.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.defineProperty(navigator, 'storage', { value: undefined });
  });
  await openFinished(app, JSON.stringify({ ...(JSON.parse(ZH) as object), version: 2 }));
  await expect(
    app.page
      .getByText(/^Not kept/u)
      .or(app.page.getByText(/^Reading only/u))
      .first(),
  ).toBeVisible();
  await openDialog(app);
  await format(app.page, 'text').click();
  await balance(app.page, 'text');
  const downloading = app.page.waitForEvent('download');
  await app.page.keyboard.press('Enter');
  const [file] = await filesOf(await downloading);
  expect(new TextDecoder().decode(file?.content as Uint8Array)).toContain('老码头');
});

interface Printed {
  readonly html: string;
  readonly css: string;
  readonly title: string;
}

test('the rebuilt pages are printed as sheets of their size, with real text', async ({ app, context }) => {
  await app.page.addInitScript(() => {
    window.print = () => {
      const css = document.adoptedStyleSheets.flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText));
      Object.assign(top ?? window, {
        printed: { html: document.documentElement.outerHTML, css: css.join('\n'), title: top?.document.title },
      });
    };
  });
  await openFinished(app);
  await app.page.keyboard.press('Control+p');
  await app.page.waitForFunction(() => 'printed' in window);
  const printed = await app.page.evaluate(() => (window as unknown as { printed: Printed }).printed);
  expect(printed.title).toBe('柳河日报 2025-04-18');
  await expect(app.page).toHaveTitle(/— Pasteup$/u);

  const paper = await context.newPage();
  await paper.setContent(`${printed.html.replace('</head>', () => `<style>${printed.css}</style></head>`)}`);
  await paper.emulateMedia({ media: 'print' });
  // No line is wider than its column.
  const over = await paper.evaluate(() =>
    Array.from(document.querySelectorAll('.t span'), (line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      return range.getBoundingClientRect().width - line.getBoundingClientRect().width;
    }).filter((n) => n > 1),
  );
  expect(over).toEqual([]);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(await paper.pdf({ preferCSSPageSize: true })) }).promise;
  expect(pdf.numPages).toBe(2);
  const sizes = Array.from(printed.css.matchAll(/@page s\d+ \{[^}]*size: ([\d.]+)pt ([\d.]+)pt/gu), (match) =>
    match.slice(1).map((n) => Math.round(Number(n))),
  );
  expect(sizes[0]?.[0]).toBe(780);
  let text = '';
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    expect(page.view.map(Math.round)).toEqual([0, 0, ...(sizes[n - 1] ?? [])]);
    for (const item of (await page.getTextContent()).items) if ('str' in item) text += item.str;
  }
  await paper.close();
  // Some faces name a few characters by their radicals: one for one, so that the number holds.
  const html = writerOf('print').recount([{ path: 'a.html', content: printed.html }]);
  expect(countCharacters(text)).toBe(html);
  expect(text.replace(/\s/gu, '')).toContain('我市优化调整七条公交线路');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('axe finds nothing in the dialog', async ({ app }) => {
      await openFinished(app);
      await openDialog(app);
      for (const id of ['html', 'docx', 'csv']) {
        await format(app.page, id).click();
        await balance(app.page, id);
        await format(app.page, id).locator('.tick').click();
        const { violations } = await new AxeBuilder({ page: app.page as never })
          // A document of its own, with landmarks of its own.
          .exclude('iframe')
          .analyze();
        expect(
          violations.flatMap(({ id: rule, nodes }) => nodes.map((node) => `${rule} ${node.target.join(' ')}`)),
          id,
        ).toEqual([]);
      }
    });
  });
