import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type PasteupApp } from './app.ts';

const PAGE = fileURLToPath(new URL('../public/samples/en/page-1.txt', import.meta.url));
const ADDED = 'The mayor thanked everybody who had carried a plank across the brook.';

/** The same page read better: two words mended, the folio gone, a paragraph come. */
async function betterReading(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const text = await readFile(PAGE, 'utf8');
  const mended = text
    .replace('Edith Marlowe, 91', 'Edith Marlow, 91')
    .replace('fourteen\nmonths', 'fifteen\nmonths')
    .replace(/\n0101\n/u, '\n')
    .replace('A shorter way to school', `${ADDED}\n\nA shorter way to school`);
  return { name: 'page-1-better.txt', mimeType: 'text/plain', buffer: Buffer.from(mended) };
}

const dialog = (app: PasteupApp) => app.page.getByRole('dialog', { name: 'Replace the page’s source' });

async function reconstructed(app: PasteupApp): Promise<void> {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  await app.page.getByRole('button', { name: 'Reconstruct' }).first().click();
  await app.page.getByRole('button', { name: /^Accept \d+/ }).click();
  await expect(app.sheet.getByRole('option').first()).toBeAttached();
}

async function byPalette(app: PasteupApp): Promise<void> {
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('replace the page');
  await app.page.keyboard.press('Enter');
  await (await choosing).setFiles(await betterReading());
  await expect(dialog(app)).toBeVisible();
}

test('a page gets a better reading: what was done stays, the rest is shown first, one undo takes it back', async ({
  app,
}) => {
  await reconstructed(app);
  const before = await app.save();

  // From the page's dialog, and called off: nothing has changed.
  await app.sheet.focus();
  await app.page.keyboard.press('Shift+P');
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Replace the page’s source…' }).click();
  await (await choosing).setFiles(await betterReading());
  const summary = dialog(app).getByRole('list', { name: 'What comes of it' });
  await expect(summary).toContainText('Fragments that read as before');
  await expect(summary).toContainText('Fragments that read differently: 2');
  await expect(summary).toContainText('Fragments that have nothing left: 1');
  const details = dialog(app).getByRole('group', { name: 'What changes' });
  await expect(details).toContainText('Edith Marlow, 91');
  await expect(details.getByRole('region', { name: /nothing left/ }).getByRole('listitem')).toHaveText('01');
  await expect(details).toContainText(ADDED);
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: app.page as never }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  }
  await dialog(app).getByRole('button', { name: 'Cancel' }).click();
  expect((await app.save()).text).toBe(before.text);

  await byPalette(app);
  await app.page.keyboard.press('Enter');
  await expect(dialog(app)).toBeHidden();
  await expect(app.slip(ADDED)).toBeVisible();
  await app.kept();
  const { edition } = await app.save();
  expect(edition.sources.map(({ name }) => name)).toEqual(['page-1-better.txt', 'page-2.txt']);
  const now = new Map(edition.fragments.map((f) => [f.id, f]));
  const lost = before.edition.fragments.filter(({ id }) => !now.has(id));
  expect(lost.map(({ text }) => text.trim())).toEqual(['01']);
  for (const { id, role, articleId, placement } of before.edition.fragments)
    if (now.has(id)) expect(now.get(id)).toMatchObject({ role, articleId, placement });
  expect(edition.fragments.some(({ text, articleId }) => articleId && text.includes('Edith Marlow, 91'))).toBe(true);

  await app.page.keyboard.press('Control+z');
  expect((await app.save()).text).toBe(before.text);
});
