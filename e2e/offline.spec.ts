/** Without a network after the first load; a newer version put on the server while a window is open. */
import { deploy, type Deployment } from './deployment.ts';
import type { PasteupApp } from './app.ts';
import { expect, test } from './app.ts';

test.use({ serviceWorkers: 'allow' });

let deployment: Deployment;
test.beforeEach(async ({ app }) => {
  deployment = await deploy();
  await app.page.goto(deployment.url);
});
test.afterEach(() => deployment.stop());

/** The whole app is kept by the browser. */
const allIsKept = (app: PasteupApp): Promise<unknown> =>
  app.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

test.describe('a window that was opened once', () => {
  test.use({ baseURL: 'http://127.0.0.1' });

  test('does the whole job without a network, and opens again', async ({ app, page, context }) => {
    await allIsKept(app);
    await context.setOffline(true);
    await page.getByRole('button', { name: /^English/ }).click();
    await expect(app.tray).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^Accept \d+/ }).click();
    await app.kept();
    const { edition } = await app.save();
    expect(edition.ledger.reduce((sum, { placed }) => sum + placed, 0)).toBeGreaterThan(1000);

    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
    await page.keyboard.press('Escape');

    await page.reload();
    await expect(page.getByRole('listbox', { name: /^Page / })).toBeVisible();
    const again = await app.save();
    expect(again.edition.ledger).toEqual(edition.ledger);
  });

  test('goes on when a newer version is on the server, and says that it is there', async ({ app, page }) => {
    await page.getByRole('button', { name: /^English/ }).click();
    await expect(app.tray).toBeVisible();
    await allIsKept(app);
    await app.kept();
    await deployment.deployNewer();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());

    const banner = page.getByRole('status').filter({ hasText: 'newer version' });
    await expect(banner).toBeVisible();
    // What is loaded late is not on the server any more.
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^Accept \d+/ }).click();
    await app.kept();
    const { edition } = await app.save();

    await banner.getByRole('button', { name: 'Reload now' }).click();
    await expect(page.locator('script[type=module]')).toHaveAttribute('src', /^\.\/newer\//u);
    await expect(page.getByRole('listbox', { name: /^Page / })).toBeVisible();
    await expect(banner).toBeHidden();
    expect((await app.save()).edition.ledger).toEqual(edition.ledger);
  });
});

test.describe('a clock that jumps', () => {
  test.use({ baseURL: 'http://127.0.0.1', serviceWorkers: 'block' });

  test('changes nothing of what is kept, and in which order', async ({ app, page }) => {
    await page.clock.install({ time: new Date('2026-05-01T10:00:00Z') });
    await page.reload();
    await page.getByRole('button', { name: /^English/ }).click();
    await expect(app.tray).toBeVisible();
    await app.tray.getByRole('option').first().click();
    for (const [key, time] of [
      ['1', '2026-05-01T08:00:00Z'],
      ['2', '2031-01-01T00:00:00Z'],
      ['4', '1999-12-31T23:59:59Z'],
    ] as const) {
      await page.clock.setSystemTime(new Date(time));
      await page.keyboard.press(key);
      await page.clock.runFor(2000);
      await app.kept();
    }
    const { edition } = await app.save();
    expect(edition.fragments[0]?.role).toBe('body');
    await page.reload();
    await expect(app.tray).toBeVisible();
    expect((await app.save()).edition.fragments).toEqual(edition.fragments);
    await page.keyboard.press('Control+z');
    expect((await app.save()).edition.fragments[0]?.role).toBe('kicker');
  });
});
