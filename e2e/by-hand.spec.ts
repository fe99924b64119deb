/** What a copy editor does a hundred times a day, in as few keys and clicks as it takes. */
import { expect, test, type PasteupApp } from './app.ts';

/** The English sample with all that the engine is surely right about. */
async function rebuilt(app: PasteupApp): Promise<void> {
  await app.openSample();
  const { page } = app;
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Accept \d+/ })).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('button', { name: /^Accept \d+/ })).toBeHidden();
}

test('Tab goes to the sheet from nowhere, and not to the button that leaves the edition', async ({ app }) => {
  await rebuilt(app);
  const { keyboard } = app.page;
  await keyboard.press('Tab');
  await expect(app.sheet).toBeFocused();
  await expect(app.sheet.getByRole('option', { selected: true })).toHaveCount(1);
  await keyboard.press('v');
  await keyboard.press('v');
  await keyboard.press('Tab');
  await expect(app.sheet).toBeFocused();
});

test('a key that goes to a fragment takes the focus with it', async ({ app }) => {
  await app.openSample();
  const { keyboard } = app.page;
  await app.page.getByRole('tab', { name: 'Articles' }).focus();
  await keyboard.press('q');
  await expect(app.tray).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(app.tray.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('a piece goes to another article by D and its number, and stands where it is read', async ({ app }) => {
  await rebuilt(app);
  const { keyboard } = app.page;
  const before = (await app.save()).edition;
  const [first, second] = before.articles;
  const moved = before.fragments.find((f) => f.role === 'body' && f.articleId === first?.id);
  const n = first && second ? 2 : 0;
  await keyboard.press('Tab');
  for (let i = 0; i < 60; i++) {
    if ((await app.sheet.getAttribute('aria-activedescendant')) === `at-${moved?.id}`) break;
    await keyboard.press('Tab');
  }
  await keyboard.press('d');
  const dialog = app.page.getByRole('dialog', { name: 'To which article?' });
  await expect(dialog).toBeVisible();
  await keyboard.type(String(n));
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const after = (await app.save()).edition;
  expect(after.fragments.find((f) => f.id === moved?.id)?.articleId).toBe(second?.id);
  const members = after.articles.find((a) => a.id === second?.id)?.fragmentIds ?? [];
  expect(members.length).toBe((second?.fragmentIds.length ?? 0) + 1);
  // The head stays the head.
  expect(after.fragments.find((f) => f.id === members[0])?.role).not.toBe('body');
  await keyboard.press('Control+z');
  expect((await app.save()).edition.articles).toEqual(before.articles);
});

test('reading goes back to where it was begun, and what was turned to is in hand', async ({ app }) => {
  await rebuilt(app);
  const { page } = app;
  await page.keyboard.press('F9');
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: 'Back to review' })).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: 'Review', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('F9');
  await page.keyboard.press('v');
  await page.keyboard.press('j');
  const title = await page.locator('[aria-current="true"] .title').textContent();
  await page.keyboard.press('Escape');
  await expect(app.outline.locator('button.article[aria-expanded="true"]')).toContainText(title ?? '?');
});

test('a refusal goes when the next thing is done', async ({ app }) => {
  await app.openSample();
  const { page } = app;
  await page.keyboard.press('q');
  await page.keyboard.press('Shift+u');
  await expect(page.getByText('It belongs to no article.').first()).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.locator('.notice')).toBeHidden();
});

test('a fragment is cut in two with the mouse alone', async ({ app }) => {
  await app.openSample();
  const { page } = app;
  const slip = app.tray.getByRole('option').nth(3);
  const count = await app.tray.getByRole('option').count();
  expect(count).toBeGreaterThan(3);
  const { edition } = await app.save();
  await slip.dblclick();
  const field = page.getByRole('textbox', { name: /^Text of/ });
  await expect(field).toBeFocused();
  await field.click({ position: { x: 60, y: 10 } });
  await page.getByText('Split here').click();
  await expect(field).toBeHidden();
  expect((await app.save()).edition.fragments.length).toBe(edition.fragments.length + 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect((await app.save()).edition.fragments.length).toBe(edition.fragments.length);
});

test('with no edition open a key says so', async ({ app }) => {
  await app.start();
  for (const key of ['Enter', 's', 't', 'Control+Enter']) {
    await app.page.locator('body').focus();
    await app.page.keyboard.press(key);
    await expect(app.page.locator('.notice')).toContainText('No edition is open.');
    await app.page.locator('.notice button').click();
  }
});

test('a key that is pressed before the program is there is answered, too, where nothing opens', async ({ app }) => {
  const { page } = app;
  // The program comes late, so that the key is there before it.
  await page.route(/\/assets\/index-[^/]+\.js$/u, async (route) => {
    await page.keyboard.press('Control+Enter');
    await route.continue();
  });
  await app.start();
  await expect(page.locator('.notice')).toContainText('No edition is open.');
});

test('the page and the fragment in hand are there again after a reload', async ({ app }) => {
  await rebuilt(app);
  const { page } = app;
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox', { name: 'Page 2' })).toBeFocused();
  const at = await app.sheet.getAttribute('aria-activedescendant');
  await app.kept();
  await page.reload();
  await expect(page.getByRole('listbox', { name: 'Page 2' })).toHaveAttribute('aria-activedescendant', at ?? '?');
  await page.keyboard.press('Tab');
  await expect(app.sheet).toBeFocused();
});

test('after a click on the sheet, on a role or on a button above, the arrows go on on the sheet', async ({ app }) => {
  await rebuilt(app);
  const { page } = app;
  const inHand = (): Promise<string | null> => app.sheet.getAttribute('aria-activedescendant');
  const desk = await page.locator('.desk').boundingBox();
  if (!desk) throw new Error('no desk');
  for (const down of [0.3, 0.4, 0.5, 0.6]) {
    await page.mouse.click(desk.x + desk.width * 0.3, desk.y + desk.height * down);
    await page.waitForTimeout(100);
    if (await inHand()) break;
  }
  const clicked = await inHand();
  expect(clicked).not.toBeNull();
  await page.keyboard.press('ArrowDown');
  const below = await inHand();
  expect(below).not.toBe(clicked);
  await page
    .getByRole('region', { name: 'Selection' })
    .getByRole('button', { name: /Kicker$/ })
    .click();
  await page.keyboard.press('ArrowUp');
  await expect.poll(inHand).toBe(clicked);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.keyboard.press('ArrowDown');
  await expect.poll(inHand).toBe(below);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Text of/ })).toBeFocused();
});

test('what the engine is sure of is taken where that was asked for while it was at work', async ({ app }) => {
  await app.openSample();
  await app.page.keyboard.press('Control+Enter');
  await app.page.keyboard.press('Shift+Enter');
  await expect(app.tray.getByText('Everything is placed or discarded.')).toBeVisible();
});
