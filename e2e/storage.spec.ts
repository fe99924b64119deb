/** The browser's storage full, refused, or shared with another tab: what is on disk is said, and what is not is not let go. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, PasteupApp, test } from './app.ts';
import { startBrowser } from './killable-browser.ts';

const state = (page: Page) => page.locator('[data-state]');
const roles = async (app: PasteupApp): Promise<string[]> => (await app.save()).edition.fragments.map((f) => f.role);
const steps = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-acknowledged]').getAttribute('data-acknowledged'));

/** As the guard of `app.ts` does for its own page. */
const withoutPickers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });

async function setQuota(page: Page, quotaSize?: number): Promise<void> {
  const { origin } = new URL(page.url());
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
}

test('a full disk is red at once, loses nothing, lets nothing go, and heals by itself', async ({ baseURL }) => {
  // Only a profile of its own has a quota that can be set.
  const profile = await mkdtemp(join(tmpdir(), 'pasteup-quota-'));
  const browser = await startBrowser(profile);
  try {
    const { page } = browser;
    const app = new PasteupApp(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await withoutPickers(page);
    await page.goto(baseURL ?? '');
    await page.getByRole('button', { name: /^English/ }).click();
    await expect(app.tray).toBeVisible();
    await app.kept();
    await page.keyboard.press('q');
    await page.keyboard.press('1');
    await expect.poll(() => steps(page)).toBe(1);
    await setQuota(page, 1);
    await page.waitForTimeout(32_000); // for so long Chromium trusts what it knew of the room left
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('2');
    await expect(state(page)).toHaveAttribute('data-state', 'failed', { timeout: 3_000 });
    await expect(state(page)).toContainText('no room');
    expect(await steps(page)).toBe(1);
    const shown = await roles(app); // a file can be had all the while
    await page.getByRole('button', { name: 'All editions' }).click();
    await expect(page.getByRole('alert')).toContainText('would be lost');
    await expect(app.tray).toBeVisible();
    await page.keyboard.press('q');
    await page.keyboard.press('3');
    const last = await roles(app);
    expect(last).not.toEqual(shown);
    await setQuota(page);
    await expect(state(page)).toHaveAttribute('data-state', 'saved', { timeout: 60_000 });
    await page.reload();
    await expect(app.tray).toBeVisible();
    expect(await roles(app)).toEqual(last);
    await page.getByRole('button', { name: 'All editions' }).click();
    await expect(page.getByRole('heading', { name: 'Pasteup' })).toBeVisible();
  } finally {
    await browser.kill();
    await rm(profile, { recursive: true, force: true });
  }
});

test('storage that is not there, or a newer program’s, is said for as long as the page stays', async ({
  app,
  context,
}) => {
  const { page } = app;
  await page.addInitScript(() => {
    if (sessionStorage.getItem('without')) Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await app.start();
  await page.evaluate(() => sessionStorage.setItem('without', 'yes'));
  await page.reload();
  await page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  await expect(state(page)).toHaveAttribute('data-state', 'memory');
  await page.keyboard.press('q');
  await page.keyboard.press('1');
  expect(await roles(app)).toContain('headline');
  expect(await steps(page)).toBe(0);
  const newer = await context.newPage();
  await newer.goto('./icon.svg');
  await newer.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('pasteup', 99);
        request.onsuccess = () => {
          request.result.close();
          resolve(null);
        };
      }),
  );
  await newer.goto('./');
  await newer.getByRole('button', { name: /^English/ }).click();
  await expect(state(newer)).toHaveAttribute('data-state', 'memory');
  await newer.close();
});

test('two tabs: one writes, the other follows, takes over, and inherits from one that dies', async ({
  app,
  context,
}) => {
  await app.openSample();
  const { page } = app;
  const other = new PasteupApp(await context.newPage());
  await withoutPickers(other.page);
  await other.page.goto('./');
  await expect(other.tray).toBeVisible();
  await expect(state(other.page)).toHaveAttribute('data-state', 'follower');
  await page.bringToFront();
  await page.keyboard.press('q');
  await page.keyboard.press('1');
  await expect.poll(() => steps(page)).toBe(1);
  const written = await roles(app);
  await other.page.bringToFront();
  await expect.poll(() => roles(other)).toEqual(written);
  // A follower changes nothing.
  await other.page.keyboard.press('q');
  await other.page.keyboard.press('4');
  expect(await roles(other)).toEqual(written);
  await state(other.page).getByRole('button').click();
  await expect(state(other.page)).toHaveAttribute('data-state', 'saved');
  await expect(state(page)).toHaveAttribute('data-state', 'follower');
  await other.page.keyboard.press('q');
  await other.page.keyboard.press('ArrowDown');
  await other.page.keyboard.press('2');
  await expect.poll(() => steps(other.page)).toBeGreaterThan(0);
  const further = await roles(other);
  expect(further).not.toEqual(written);
  await other.page.close();
  await expect(state(page)).toHaveAttribute('data-state', 'saved', { timeout: 2_000 });
  await page.bringToFront();
  expect(await roles(app)).toEqual(further);
  await page.keyboard.press('Control+z');
  expect(await roles(app)).toEqual(written);
});
