/** The rescue page: it lists and downloads what is kept, when the program itself does not start. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { emptyTrail, journalRecord, snapshotRecord } from '../src/storage/records.ts';
import { readRescue } from '../src/storage/rescue-file.ts';
import { edit, sampleEdition } from '../src/storage/testing.ts';

const start = sampleEdition();
const { edition, step } = edit(start, 1);
const card = {
  id: 'one',
  editionId: 'e1',
  title: edition.title,
  pages: 1,
  characters: 277,
  createdAt: 1,
  updatedAt: 1,
  seq: 1,
  writer: null,
};

/** Puts an edition into the browser's storage as the program stores it; `damaged` changes a byte of its step. */
async function keepOne(page: Page, { damaged = false } = {}): Promise<void> {
  const record = journalRecord('one', 1, 1, step);
  const stored = {
    cards: card,
    snapshots: snapshotRecord('one', 0, 0, start, emptyTrail),
    journal: damaged ? { ...record, step: record.step.replace('Gazette', 'gazette') } : record,
  };
  await page.goto('./rescue.html');
  await page.evaluate(async (values) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('pasteup', 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('cards', { keyPath: 'id' });
        for (const name of ['snapshots', 'journal'])
          request.result.createObjectStore(name, { keyPath: ['edition', 'seq'] });
        request.result.createObjectStore('handles');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const tx = db.transaction(Object.keys(values), 'readwrite');
    for (const [name, value] of Object.entries(values)) tx.objectStore(name).put(value);
    await new Promise((resolve) => (tx.oncomplete = resolve));
    db.close();
    localStorage.setItem('pasteup.edition.gone', JSON.stringify({ title: 'Lost Gazette', seq: 7, at: 1 }));
  }, stored);
}

async function downloadAll(page: Page): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#all').click()]);
  return readFile(await file.path(), 'utf8');
}

test.beforeEach(async ({ page }) => {
  // The program's own script throws at start.
  await page.route(/\/assets\/.*\.js$/u, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("does not start")' }),
  );
  page.on('console', (message) => expect(message.text()).not.toContain('Content Security Policy'));
});

test('lists what is kept and hands it out whole', async ({ page }) => {
  await keepOne(page);
  await page.goto('./');
  await page.goto('./rescue.html');
  await expect(page.locator('#editions li')).toHaveCount(1);
  await expect(page.locator('#editions')).toContainText('Harbour Gazette 1');
  await expect(page.locator('#missing')).toContainText('Lost Gazette');
  const [back] = readRescue(await downloadAll(page), 'rescued.json') ?? [];
  expect(back?.edition).toEqual(edition);
  expect(back?.history.done).toHaveLength(1);
  expect(back?.warnings).toEqual([]);
});

test('says what is damaged, and hands that out too', async ({ page }) => {
  await keepOne(page, { damaged: true });
  await page.reload();
  await expect(page.locator('#editions .bad')).toHaveText(/Damaged: 0 full copies, 1 steps|有损坏：0 份副本，1 步/u);
  const text = await downloadAll(page);
  expect(text).toContain('Harbour gazette 1');
  expect(readRescue(text, 'rescued.json')?.[0]?.edition).toEqual(start);
});

test('speaks both languages', async ({ page }) => {
  await page.goto('./rescue.html');
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.textContent();
  await page.locator('#language').click();
  expect([before, await heading.textContent()].sort()).toEqual(['Rescue', '救援']);
});

test('makes no database where there is none', async ({ page }) => {
  await page.goto('./rescue.html');
  await expect(page.locator('#status')).toHaveText(/No edition|没有保存/u);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});
