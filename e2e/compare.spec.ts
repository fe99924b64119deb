import { writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type PasteupApp } from './app.ts';

const panel = (app: PasteupApp) => app.page.getByRole('region', { name: 'Comparison' });
const count = (app: PasteupApp) => panel(app).getByRole('status');

/** The English sample, put together by the engine. */
async function reconstructed(app: PasteupApp): Promise<void> {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  await app.page.getByRole('button', { name: 'Reconstruct' }).first().click();
  await app.page.getByRole('button', { name: /^Accept \d+/ }).click();
  await expect(app.sheet.getByRole('option').first()).toBeAttached();
}

/** One fragment is a caption now, and the next is confirmed. */
async function changeTwo(app: PasteupApp): Promise<void> {
  const { keyboard } = app.page;
  await app.sheet.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', '7', 'ArrowDown', 'c'])
    await keyboard.press(key);
}

async function compareWith(app: PasteupApp, query: string): Promise<void> {
  await app.page.keyboard.press('Shift+F9');
  await expect(app.page.getByRole('dialog', { name: 'Compare with another version' })).toBeVisible();
  await app.page.keyboard.type(query);
  await app.page.keyboard.press('Enter');
}

test('an edition is compared with a file of another editor, and taken over one by one and whole', async ({ app }) => {
  await reconstructed(app);
  const { path, text } = await app.save();
  const named = `${path}.pasteup.json`;
  await writeFile(named, text);
  await changeTwo(app);
  await app.kept();

  const choosing = app.page.waitForEvent('filechooser');
  await compareWith(app, 'file');
  await (await choosing).setFiles(named);
  await expect(count(app)).toHaveText('2 differences');
  await expect(
    panel(app)
      .getByText(/^99\.|^9\d|^8\d/)
      .first(),
  ).toBeVisible();

  // The keyboard goes from one to the next, looks at the other side, and takes one.
  await app.page.keyboard.press('F7');
  await expect(panel(app).locator('[aria-current="true"]')).toHaveCount(1);
  await app.page.keyboard.press('Shift+V');
  await expect(panel(app).getByRole('button', { name: 'The other' })).toHaveAttribute('aria-pressed', 'true');
  await app.page.keyboard.press('Shift+V');
  await app.page.keyboard.press('Control+Shift+Enter');
  await expect(count(app)).toHaveText('1 difference');
  await app.page.keyboard.press('Control+z');
  await expect(count(app)).toHaveText('2 differences');

  await panel(app).getByRole('button', { name: 'Take all', exact: true }).click();
  await expect(panel(app)).toContainText('do not differ');
  await panel(app).getByRole('button', { name: 'Close' }).click();
  await expect(app.outline).toBeVisible();
  expect((await app.save()).text).toBe(text);
});

test('an earlier state is compared, in both themes without a fault that axe finds', async ({ app }) => {
  await reconstructed(app);
  await changeTwo(app);
  await compareWith(app, 'opened first');
  await expect(count(app)).toContainText('differences');
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: app.page as never }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  }
});
