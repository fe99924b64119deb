/** Kills the whole browser in the middle of work, ten times: what was acknowledged is there, and no half of a command. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startBrowser } from './killable-browser.ts';

const KILLS = Number(process.env['KILLS'] ?? 10);
const SEED = Number(process.env['SEED'] ?? 20_260_101);
const SLIPS = 4;
/** Two digits of the role keys: pressed in turn on one slip, each is a step. */
const KEYS = ['1', '4'] as const;

function randomOf(seed: number): (n: number) => number {
  let state = seed % 2_147_483_647;
  return (n) => (state = (state * 48_271) % 2_147_483_647) % n;
}

/** What the tray shows of the first slips, roles and all. */
const shown = (page: Page): Promise<string> =>
  page
    .getByRole('listbox', { name: 'Tray' })
    .getByRole('option')
    .evaluateAll(
      (options, n) =>
        options
          .slice(0, n)
          .map((o) => o.getAttribute('aria-label'))
          .join('\n'),
      SLIPS,
    );

/** Tells this process of every acknowledged step as soon as the page shows it. */
async function listen(page: Page, told: (n: number) => void): Promise<void> {
  await page.exposeFunction('toldKept', told);
  await page.evaluate(() => {
    const state = document.querySelector('[data-acknowledged]');
    if (!state) throw new Error('no saved state on the page');
    const tell = (globalThis as unknown as { toldKept(n: number): void }).toldKept;
    new MutationObserver(() => tell(Number(state.getAttribute('data-acknowledged')))).observe(state, {
      attributes: true,
    });
  });
}

test(`${KILLS} kills lose nothing that was acknowledged`, async ({ baseURL }) => {
  test.setTimeout(60_000 + KILLS * 30_000);
  console.log(`seed ${SEED}`);
  const random = randomOf(SEED);
  const profile = await mkdtemp(join(tmpdir(), 'pasteup-kill-'));
  let states: string[] = [];
  let acknowledged = 0;
  try {
    for (let round = 0; round <= KILLS; round++) {
      const browser = await startBrowser(profile);
      const { page } = browser;
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(baseURL ?? '');
      if (round === 0) await page.getByRole('button', { name: /^English/ }).click();
      const slips = page.getByRole('listbox', { name: 'Tray' }).getByRole('option');
      const recent = page.getByRole('region', { name: 'Recent editions' }).getByRole('button').first();
      const last = slips.nth(SLIPS - 1);
      await expect(round ? last.or(recent).first() : last).toBeVisible();
      if (await recent.isVisible()) await recent.click(); // which edition was open is a note that a kill may take along
      await expect(last).toBeVisible();
      const start = await shown(page);
      if (round > 0) expect(states.slice(acknowledged), `round ${round}, seed ${SEED}`).toContain(start);
      states = [start];
      acknowledged = 0;
      await listen(page, (n) => (acknowledged = Math.max(acknowledged, n)));
      for (let left = 2 + random(8); left > 0; left--) {
        const slip = slips.nth(random(SLIPS));
        await slip.click();
        const head = (await slip.getAttribute('aria-label'))?.startsWith('Headline');
        await page.keyboard.press(states.length > 1 && random(4) === 0 ? 'Control+z' : head ? KEYS[1] : KEYS[0]);
        states.push(await shown(page));
        await page.waitForTimeout(random(25));
      }
      const steps = states.length - 1;
      if (round % 2) await expect.poll(() => acknowledged, { intervals: [1] }).toBe(steps);
      await browser.kill();
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
