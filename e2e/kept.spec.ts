/** Work is kept: a reload right after a key, undo across a reload. A killed browser has its own test: kill.spec.ts. */
import type { Page } from '@playwright/test';
import { expect, test, type PasteupApp } from './app.ts';

const acknowledged = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-acknowledged]').getAttribute('data-acknowledged'));

const roleOf = async (app: PasteupApp): Promise<string[]> => (await app.save()).edition.fragments.map((f) => f.role);

test('a reload 0 to 300 ms after a command keeps what was acknowledged, and never half of it', async ({ app }) => {
  await app.openSample();
  for (const wait of [0, 3, 10, 20, 40, 80, 120, 180, 240, 300]) {
    const role = wait % 2 ? '2' : '1';
    const before = await roleOf(app);
    await app.kept();
    const seen = await acknowledged(app.page);
    await app.page.keyboard.press('q');
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press(role === '1' && before[1] === 'headline' ? '3' : role);
    await app.page.waitForTimeout(wait);
    const done = (await acknowledged(app.page)) > seen;
    await app.page.reload();
    await expect(app.tray).toBeVisible();
    const after = await roleOf(app);
    const wanted = role === '1' && before[1] === 'headline' ? 'subhead' : role === '1' ? 'headline' : 'kicker';
    if (done) expect(after[1], `after ${wait} ms`).toBe(wanted);
    else expect([wanted, before[1]]).toContain(after[1]);
    expect(after.toSpliced(1, 1)).toEqual(before.toSpliced(1, 1));
  }
});

test('undo reaches back over a reload, and the history goes to any step', async ({ app }) => {
  await app.openSample();
  const start = (await app.save()).text;
  await app.page.keyboard.press('q');
  for (const key of ['1', 'c', '0']) await app.page.keyboard.press(key);
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  const end = (await app.save()).text;
  expect(end).not.toBe(start);
  await app.kept();
  await app.page.reload();
  await expect(app.tray).toBeVisible();
  expect((await app.save()).text).toBe(end);
  for (let i = 0; i < 3; i++) await app.page.keyboard.press('Control+z');
  expect((await app.save()).text).toBe(start);
  await app.kept();
  await app.page.reload();
  await expect(app.tray).toBeVisible();
  await app.page.keyboard.press('Control+y');
  await app.page.getByRole('tab', { name: 'History' }).click();
  const steps = app.page.getByRole('list', { name: 'Steps' }).getByRole('button');
  await expect(steps).toHaveCount(4);
  await steps.last().click();
  expect((await app.save()).text).toBe(end);
  await steps.first().click();
  expect((await app.save()).text).toBe(start);
});
