/** Work is kept: a killed browser, a reload right after a key, undo across a reload. */
import { mkdtempSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../src/bench/find-browser.ts';
import { expect, PasteupApp, test } from './app.ts';

const KILLS = Number(process.env['PASTEUP_KILLS'] ?? 10);

const acknowledged = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-acknowledged]').getAttribute('data-acknowledged'));

async function openSample(app: PasteupApp): Promise<void> {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  await app.kept();
}

const roleOf = async (app: PasteupApp): Promise<string[]> => (await app.save()).edition.fragments.map((f) => f.role);

/** What the digits 1 to 6 make of a fragment. */
const ROLES = ['headline', 'kicker', 'subhead', 'body', 'crosshead', 'byline'];

/** The edition that was open opens again; where the browser was killed before it noted which, it is first in the list. */
async function comeBack(app: PasteupApp): Promise<void> {
  await app.page.goto('./');
  const card = app.page
    .getByRole('region', { name: 'Recent editions' })
    .getByRole('listitem')
    .getByRole('button')
    .first();
  await expect(app.tray.or(card)).toBeVisible();
  if (await card.isVisible()) await card.click();
  await expect(app.tray).toBeVisible();
  await app.kept();
}

/** The browser's own process, found by the profile that no other one has; its children die with it. */
function killBrowser(profile: string): void {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  const own = lines.filter((line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='));
  const pid = Number(own.map((line) => line.trim().split(' ')[0]).find((id) => Number(id) > 0));
  if (!pid) throw new Error('the browser is not to be found');
  process.kill(pid, 'SIGKILL');
}

test(`the browser is killed ${KILLS} times right after a command, and nothing that was acknowledged is lost`, async ({
  baseURL,
}) => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), 'pasteup-profile-'));
  const executablePath = findChromium() ?? '';
  const launch = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      args: chromiumArgs(),
      baseURL: baseURL ?? '',
      locale: 'en-GB',
      viewport: { width: 1280, height: 800 },
    });
  const ready = async (context: BrowserContext): Promise<PasteupApp> => {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showOpenFilePicker');
      Reflect.deleteProperty(window, 'showSaveFilePicker');
    });
    return new PasteupApp(page);
  };
  let expected: string[] = [];
  /** Digits pressed so far: no two in turn are the same, for a role that is there already is no step. */
  let pressed = 0;
  try {
    for (let kill = 0; kill <= KILLS; kill++) {
      const context = await launch();
      const app = await ready(context);
      if (kill === 0) await openSample(app);
      else await comeBack(app);
      const found = await roleOf(app);
      if (kill > 0) expect(found, `after kill ${kill}`).toEqual(expected);
      if (kill === KILLS) {
        await context.close();
        break;
      }
      // A few commands one after the other; killed the moment the last one shows as acknowledged.
      const before = await acknowledged(app.page);
      const commands = 1 + (kill % 3);
      await app.page.keyboard.press('q');
      for (let i = 0; i < commands; i++) await app.page.keyboard.press(String(1 + (pressed++ % 6)));
      await expect.poll(() => acknowledged(app.page), { intervals: [5] }).toBe(before + commands);
      const closed = new Promise((resolve) => context.once('close', resolve));
      killBrowser(profile);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 3000))]);
      expected = [ROLES[(pressed - 1) % 6] ?? '', ...found.slice(1)];
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
});

test('a reload 0 to 300 ms after a command keeps what was acknowledged, and never half of it', async ({ app }) => {
  await openSample(app);
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
  await openSample(app);
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
