/** Reconstruct as a user meets it: proposed, looked at, taken or turned down, called off. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import { expect, test, type PasteupApp, type SavedEdition } from './app.ts';

const SAMPLES = { zh: /^Chinese/u, en: /^English/u } as const;
const sampleText = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../public/samples/${path}`, import.meta.url)), 'utf8');

const panel = (app: PasteupApp): Locator => app.page.getByRole('tabpanel', { name: 'Suggestions' });
const acceptAll = (app: PasteupApp): Locator => panel(app).getByRole('button', { name: /^Accept \d+$/u });
const inHand = (app: PasteupApp): Locator => panel(app).locator('button[aria-current="true"]');
const status = (app: PasteupApp): Locator => app.page.getByRole('contentinfo', { name: 'Ledger' });

async function begin(app: PasteupApp, sample: 'zh' | 'en'): Promise<SavedEdition> {
  await app.start();
  await app.page.getByRole('button', { name: SAMPLES[sample] }).click();
  await expect(app.tray.getByRole('option').first()).toBeVisible();
  return (await app.save()).edition;
}

async function reconstruct(app: PasteupApp): Promise<number> {
  await app.page.keyboard.press('Control+Enter');
  await expect(acceptAll(app)).toBeVisible();
  return Number(/\d+/u.exec((await acceptAll(app).textContent()) ?? '')?.[0]);
}

const bare = ({ fragments, articles }: SavedEdition): string => JSON.stringify([fragments, articles]);
const now = async (app: PasteupApp): Promise<SavedEdition> => (await app.save()).edition;

/** One undo takes it back, whatever it was. */
async function isOneStep(app: PasteupApp, before: SavedEdition): Promise<void> {
  expect(bare(await now(app))).not.toBe(bare(before));
  await app.page.keyboard.press('Control+z');
  expect(bare(await now(app))).toBe(bare(before));
}

for (const sample of ['zh', 'en'] as const)
  test(`everything that is proposed for the ${sample} sample is taken in one step`, async ({ app }) => {
    await app.start();
    await app.page.getByRole('button', { name: SAMPLES[sample] }).click();
    // At once, before the edition is there: the key is not lost.
    await app.page.keyboard.press('Control+Enter');
    await expect(acceptAll(app)).toBeVisible();
    const before = await now(app);
    expect(before.articles).toEqual([]);
    await expect(app.sheet.getByRole('option').first()).toHaveAccessibleName(/\(suggested\)/u);
    await app.page.keyboard.press('Shift+Enter');
    await expect(app.page.getByRole('tab', { name: /^Articles/u })).toHaveAttribute('aria-selected', 'true');
    await expect(status(app)).toContainText(/ 0 in the tray/u);
    const after = await now(app);
    expect(after.articles).toHaveLength({ zh: 14, en: 5 }[sample]);
    expect(after.continuations.filter((c) => c.status === 'matched').length).toBeGreaterThan(0);
    expect(after.fragments.every((f) => f.placement.at === 'page')).toBe(true);
    expect(new Set(after.fragments.map((f) => f.role)).size).toBeGreaterThan(4);
    await isOneStep(app, before);
  });

test('in a small window every tab of the panel can still be seen', async ({ app }) => {
  await app.page.setViewportSize({ width: 1024, height: 768 });
  await begin(app, 'zh');
  await reconstruct(app);
  const tabs = app.page.getByRole('tablist', { name: 'Articles and details' });
  const room = await tabs.boundingBox();
  for (const tab of await tabs.getByRole('tab').all()) {
    const box = await tab.boundingBox();
    expect(room && box && box.x + box.width <= room.x + room.width, await tab.textContent().then(String)).toBe(true);
  }
});

test('one, an article and what is sure enough are taken, a step each', async ({ app }) => {
  const start = await begin(app, 'zh');
  const all = await reconstruct(app);

  const row = panel(app).locator('[data-row]').filter({ hasText: 'Headline' }).first();
  await row.getByRole('button', { name: 'Accept: Headline' }).click();
  await expect(acceptAll(app)).not.toHaveText(`Accept ${all}`);
  expect((await now(app)).fragments.filter((f) => f.role === 'headline')).toHaveLength(1);
  await isOneStep(app, start);

  await panel(app)
    .getByRole('button', { name: /^Accept all of .*早高峰/u })
    .click();
  const withOne = await now(app);
  expect(withOne.articles).toHaveLength(1);
  expect(withOne.articles[0]?.fragmentIds.length).toBeGreaterThan(5);
  expect(withOne.fragments.filter((f) => f.articleId === null).every((f) => f.role === 'unknown')).toBe(true);
  await isOneStep(app, start);

  await panel(app).getByRole('slider').fill('0.95');
  await expect(panel(app)).toContainText('95 %');
  const sure = Number(/\d+/u.exec((await acceptAll(app).textContent()) ?? '')?.[0]);
  expect(sure).toBeGreaterThan(10);
  expect(sure).toBeLessThan(all);
  await acceptAll(app).click();
  await expect(panel(app).getByRole('button', { name: 'Accept 0' })).toBeDisabled();
  const left = await now(app);
  expect(left.fragments.some((f) => f.role === 'unknown')).toBe(true);
  await isOneStep(app, start);
});

test('what is turned down stays away: asked again, after a reload, until it is undone', async ({ app }) => {
  await begin(app, 'en');
  const all = await reconstruct(app);
  const row = panel(app).locator('[data-row]').filter({ hasText: 'Headline' }).first();
  const text = ((await row.locator('.what span').first().textContent()) ?? '').trim();
  await row.getByRole('button', { name: 'Reject: Headline' }).click();
  await expect(acceptAll(app)).toHaveText(`Accept ${all - 1}`);
  expect(await reconstruct(app)).toBe(all - 1);
  await app.kept();
  await app.page.reload();
  await expect(app.tray).toBeVisible();
  expect(await reconstruct(app)).toBe(all - 1);
  await acceptAll(app).click();
  const head = (await now(app)).fragments.find((f) => f.text.startsWith(text.slice(0, 20)));
  expect(head?.role).toBe('unknown');
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  expect(await reconstruct(app)).toBe(all);
  await panel(app).getByRole('button', { name: 'Reject all', exact: true }).click();
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('tab', { name: 'Suggestions', exact: true })).toBeVisible();
  await expect(panel(app)).toContainText('nothing left to suggest');
});

test('what was confirmed or changed by hand is not touched', async ({ app }) => {
  await begin(app, 'en');
  const slips = app.tray.getByRole('option');
  await slips.first().click({ position: { x: 12, y: 12 } });
  await app.page.keyboard.press('c');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('7');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('F2');
  await app.page.getByRole('textbox', { name: /^Text of/u }).fill('As the editor wants it.');
  await app.page.keyboard.press('Enter');
  const before = await now(app);
  await reconstruct(app);
  await app.page.keyboard.press('Shift+Enter');
  const after = await now(app);
  const mine = before.fragments.filter((f, i) => i === 0 || f.role === 'caption' || f.text.startsWith('As the editor'));
  expect(mine).toHaveLength(3);
  const [confirmed, named, typed] = mine.map((f) => ({ f, same: after.fragments.find((g) => g.id === f.id) }));
  expect(confirmed?.same).toEqual(confirmed?.f);
  expect(named?.same).toMatchObject({ spans: named?.f.spans, role: 'caption' });
  expect(typed?.same).toMatchObject({ spans: typed?.f.spans, text: 'As the editor wants it.' });
});

test('a page alone, or what is selected, is asked for', async ({ app }) => {
  await begin(app, 'en');
  const edition = await now(app);
  await app.page.getByRole('tab', { name: /^Suggestions/u }).click();
  await app.page.getByRole('button', { name: /^Page 2(?:,|$)/u }).click();
  await panel(app).getByRole('button', { name: 'This page' }).click();
  await acceptAll(app).click();
  const [first, second] = edition.sources;
  const touched = (after: SavedEdition, source: string | undefined): boolean =>
    after.fragments.some((f) => f.sourceId === source && f.placement.at === 'page');
  const onePage = await now(app);
  expect([touched(onePage, first?.id), touched(onePage, second?.id)]).toEqual([false, true]);
  await isOneStep(app, edition);

  await app.page.getByRole('tab', { name: /^Suggestions/u }).click();
  await app.page.getByRole('button', { name: /^Page 1(?:,|$)/u }).click();
  const slips = app.tray.getByRole('option');
  await slips.nth(1).click({ position: { x: 12, y: 12 } });
  await slips.nth(3).click({ position: { x: 12, y: 12 }, modifiers: ['Shift'] });
  await panel(app).getByRole('button', { name: 'The selection' }).click();
  await acceptAll(app).click();
  const some = await now(app);
  expect(some.fragments.filter((f) => f.placement.at === 'page').length).toBeLessThanOrEqual(3);
  expect(some.fragments.filter((f) => f.placement.at === 'page').length).toBeGreaterThan(0);
});

/** Many pages of invented news, each with its own numbers. */
const bigEdition = (pages: number): { name: string; mimeType: string; buffer: Buffer }[] =>
  Array.from({ length: pages }, (_, i) => ({
    name: `page-${i + 1}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(sampleText(`zh/page-${(i % 2) + 1}.txt`).replace(/市民/gu, `市民${i}`)),
  }));

test('a long run says how far it is and can be called off', async ({ app }) => {
  await app.start();
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: /^Open files/ }).click();
  await (await choosing).setFiles(bigEdition(60));
  await expect(app.tray.getByRole('option').first()).toBeVisible();
  const before = await now(app);
  const running = panel(app).getByRole('status');
  await app.page.keyboard.press('Control+Enter');
  await expect(running).toContainText(/Reconstructing: page [1-9]\d* of 60/u);
  await expect(running.getByRole('progressbar')).toHaveAttribute('max', '60');
  await running.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(app).getByRole('button', { name: 'Reconstruct' })).toBeVisible();
  // The sheet can be worked on while it runs; Escape calls it off too.
  await app.page.keyboard.press('Control+Enter');
  await expect(running).toBeVisible();
  await app.page.keyboard.press('PageDown');
  await expect(app.page.getByRole('button', { name: /^Page 2(?:,|$)/u })).toHaveAttribute('aria-current', 'page');
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('log')).toContainText('called off');
  expect(bare(await now(app))).toBe(bare(before));
  await app.page.waitForTimeout(500);
  await expect(acceptAll(app)).toBeHidden();
});

test('by keys alone: the least sure first, taken and turned down, with its evidence', async ({ app }) => {
  await app.start();
  await app.page.keyboard.press('Tab');
  const sample = app.page.getByRole('button', { name: SAMPLES.zh });
  for (let i = 0; i < 20 && !(await sample.evaluate((el) => el === document.activeElement)); i++)
    await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('Control+Enter');
  await expect(acceptAll(app)).toBeVisible();
  const start = await now(app);

  await app.page.keyboard.press('n');
  await expect(inHand(app)).toContainText('50 %');
  await expect(panel(app).getByRole('list', { name: 'Why' })).toBeVisible();
  const first = await inHand(app).textContent();
  await app.page.keyboard.press('n');
  await expect.poll(() => inHand(app).textContent()).not.toBe(first);
  await app.page.keyboard.press('Shift+n');
  await expect.poll(() => inHand(app).textContent()).toBe(first);
  await app.page.keyboard.press('Shift+y');
  await expect(inHand(app)).toBeVisible();
  expect(await inHand(app).textContent()).not.toBe(first);
  await app.page.keyboard.press('Control+z');
  expect(bare(await now(app))).toBe(bare(start));

  // The list by itself: into it, down to an article, taken; the focus stays in the list.
  for (let i = 0; i < 9; i++) {
    if (await panel(app).evaluate((el) => el.contains(document.activeElement))) break;
    await app.page.keyboard.press('F6');
  }
  for (let i = 0; i < 8 && !(await inHand(app).evaluate((el) => el === document.activeElement)); i++)
    await app.page.keyboard.press('Tab');
  await expect(inHand(app)).toBeFocused();
  for (let i = 0; i < 80 && !(await inHand(app).textContent())?.startsWith('Article'); i++)
    await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('y');
  await expect(inHand(app)).toBeFocused();
  expect((await now(app)).articles).toHaveLength(1);
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('w');
  await expect(inHand(app)).toBeFocused();
  expect((await now(app)).articles).toHaveLength(1);
  await app.page.keyboard.press('ArrowDown');
  await expect(inHand(app)).toBeFocused();
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('Shift+Enter');
  await expect(app.page.getByRole('tab', { name: /^Articles/u })).toHaveAttribute('aria-selected', 'true');
});

test('pointing at a suggestion shows what speaks for it, in words and on the sheet', async ({ app }) => {
  await begin(app, 'zh');
  await reconstruct(app);
  const head = panel(app).locator('[data-row]').filter({ hasText: 'Headline' }).filter({ hasText: '四十处旧房' });
  await head.getByRole('button').first().hover();
  await expect(app.page.getByRole('option', { name: /suggestion in hand: .*步道/u })).toHaveCount(1);
  await expect(app.page.getByRole('option', { name: /speaks for it: .*步道/u }).first()).toBeAttached();
  await expect(panel(app).getByRole('list', { name: 'Why' })).toBeHidden();
  await app.page.mouse.move(10, 500);
  await expect(app.page.getByRole('option', { name: /speaks for it/u })).toHaveCount(0);
  await head.getByRole('button').first().click();
  const why = panel(app).getByRole('list', { name: 'Why' });
  await expect(why).toContainText('Shared:');
  await expect(why.locator('mark').first()).toBeVisible();
  // What is pointed at on the sheet is in hand in the list.
  await app.page.keyboard.press('Escape');
  await expect(why).toBeHidden();
});

test('the way to it is told where nothing is yet', async ({ app }) => {
  await begin(app, 'en');
  await expect(
    app.page.getByRole('region', { name: 'Page 1' }).getByRole('button', { name: 'Reconstruct Ctrl+Enter' }),
  ).toBeVisible();
  await expect(app.outline).toContainText('Reconstruct proposes all of this: Ctrl+Enter');
  await app.page.getByRole('tab', { name: /^Jumps/u }).click();
  await expect(app.page.getByRole('tabpanel', { name: 'Jumps' })).toContainText('Ctrl+Enter');
  await app.page.keyboard.press('Shift+?');
  await expect(app.page.getByRole('dialog')).toContainText('Reconstruct (Ctrl+Enter) proposes all the rest');
});
