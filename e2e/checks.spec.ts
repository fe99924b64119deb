import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type PasteupApp } from './app.ts';

const panel = (app: PasteupApp) => app.page.getByRole('tabpanel', { name: 'Findings' });
const rows = (app: PasteupApp) => panel(app).locator('[data-finding]');
const inHand = (app: PasteupApp) => panel(app).locator('[data-finding][aria-current="true"]');

/** Walks the sheet to the fragment that reads so. */
async function select(app: PasteupApp, text: string): Promise<void> {
  await app.page.keyboard.press('Escape');
  await app.sheet.focus();
  const here = app.sheet.getByRole('option', { selected: true });
  for (let i = 0; i < 60; i++) {
    await app.page.keyboard.press('Tab');
    const names = await here.evaluateAll((options) => options.map((option) => option.getAttribute('aria-label')));
    if (names.some((name) => name?.includes(text))) return;
  }
  throw new Error(`nothing on the sheet reads ${text}`);
}

/** The sample, reconstructed, and then spoilt: a paragraph made a headline, a section label made text, a full stop lost. */
async function spoilt(app: PasteupApp): Promise<void> {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('button', { name: /^Accept \d+/ })).toBeVisible();
  await app.page.keyboard.press('Shift+Enter');
  await expect(app.tray.getByText('Everything is placed or discarded.')).toBeVisible();
  await select(app, 'Rain will reach');
  await app.page.keyboard.press('1');
  await select(app, 'LOCAL NEWS');
  await app.page.keyboard.press('4');
  await select(app, 'Two of the three');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('textbox', { name: /^Text of/ })).toBeFocused();
  await app.page.keyboard.press('Backspace');
  await app.page.keyboard.press('Enter');
  await app.sheet.focus();
}

async function axe(app: PasteupApp): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.page as never }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  );
}

test('findings are walked, mended and muted by keys', async ({ app }) => {
  await spoilt(app);
  const { keyboard } = app.page;
  await keyboard.press('F8');
  await expect(panel(app)).toBeVisible();
  await expect(inHand(app)).toHaveCount(1);
  const first = await inHand(app).innerText();
  await keyboard.press('F8');
  await expect.poll(() => inHand(app).innerText()).not.toBe(first);
  await keyboard.press('Shift+F8');
  await expect.poll(() => inHand(app).innerText()).toBe(first);
  // What it speaks of is selected on the sheet.
  await expect(app.sheet.getByRole('option', { selected: true })).toHaveCount(1);

  // A text as long as a paragraph was taken for a headline: one key makes it body, one undoes it.
  const long = rows(app).filter({ hasText: 'Too long for its role: Headline' });
  const before = await long.count();
  const all = await rows(app).count();
  expect(before).toBeGreaterThan(0);
  while (!(await inHand(app).innerText()).includes('Too long for its role')) await keyboard.press('F8');
  await keyboard.press('Control+.');
  await expect(long).toHaveCount(before - 1);
  await keyboard.press('Control+z');
  await expect(long).toHaveCount(before);
  await expect(rows(app)).toHaveCount(all);

  // An edit looks at what it touches: a role is one fragment, its article, its page.
  const looked = (await panel(app).locator('[data-looked]').getAttribute('data-looked')) ?? '';
  expect(Number(looked.split(' ')[0])).toBeLessThan(4);

  // Muted with a reason, kept in the saved file, and heard of again.
  const shown = all;
  await keyboard.press('F8');
  await keyboard.press('Control+F8');
  await expect(app.page.getByRole('dialog', { name: 'Mute this finding' })).toBeVisible();
  expect(await axe(app)).toEqual([]);
  await keyboard.press('2');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await expect(rows(app)).toHaveCount(shown - 1);
  await app.kept();
  const saved = JSON.parse((await app.save()).text) as { muted: { finding: string; reason: string }[] };
  expect(saved.muted).toMatchObject([{ reason: 'correct' }]);
  await app.page.reload();
  await app.page.getByRole('tab', { name: /^Findings/ }).click();
  await panel(app).getByRole('button', { name: 'Muted 1' }).click();
  await expect(rows(app)).toHaveCount(1);
  await rows(app).first().click();
  await panel(app).getByRole('button', { name: 'Hear of it again' }).click();
  await expect(panel(app).getByText('Nothing is muted.')).toBeVisible();
});

test('findings are filtered, grouped and opened with their passage selected', async ({ app }) => {
  await spoilt(app);
  await app.page
    .getByRole('contentinfo')
    .getByRole('button', { name: /findings/ })
    .click();
  await expect(panel(app)).toBeVisible();
  await expect(app.page.getByRole('button', { name: /^Page 1, \d+ findings/ })).toBeVisible();
  const all = await rows(app).count();
  expect(all).toBeGreaterThan(3);
  expect(await axe(app)).toEqual([]);
  await panel(app)
    .getByRole('button', { name: /^Warnings/ })
    .click();
  await expect.poll(() => rows(app).count()).toBeLessThan(all);
  await panel(app)
    .getByRole('button', { name: /^Warnings/ })
    .click();
  await panel(app).getByRole('combobox', { name: 'Group by' }).selectOption('page');
  await expect(
    panel(app)
      .getByRole('listitem')
      .filter({ hasText: /^Page 1 / }),
  ).toBeVisible();
  await panel(app).getByRole('searchbox').fill('mid-sentence');
  await expect(rows(app)).toHaveCount(1);
  await rows(app).first().click();
  const field = app.page.getByRole('textbox', { name: /^Text of/ });
  await expect(field).toBeFocused();
  const passage = await field.evaluate((el: HTMLTextAreaElement) => el.value.slice(el.selectionStart, el.selectionEnd));
  expect(passage.length).toBeGreaterThan(3);
  await app.page.keyboard.press('Escape');
  await panel(app).getByRole('searchbox').fill('nothing says this');
  await expect(panel(app).getByText('Nothing here with this filter.')).toBeVisible();
});

test('how findings are grouped, what is left out and which panels are open outlive a reload', async ({ app }) => {
  await spoilt(app);
  await app.page.getByRole('tab', { name: /^Findings/ }).click();
  await panel(app).getByRole('combobox', { name: 'Group by' }).selectOption('page');
  const notes = panel(app).getByRole('button', { name: /^Notes/ });
  await notes.click();
  await app.page.keyboard.press('Control+b');
  await expect(app.tray).toBeHidden();
  await app.page.reload();
  await expect(app.sheet).toBeVisible();
  await expect(app.tray).toBeHidden();
  await app.page.getByRole('tab', { name: /^Findings/ }).click();
  await expect(panel(app).getByRole('combobox', { name: 'Group by' })).toHaveValue('page');
  await expect(notes).toHaveAttribute('aria-pressed', 'false');
});

test('the checks of a title go out as a file and come in again', async ({ app }) => {
  await spoilt(app);
  const { page } = app;
  await page.getByRole('tab', { name: /^Findings/ }).click();
  const silent = rows(app).filter({ hasText: 'The article has a head and no text' });
  await expect(silent.first()).toBeVisible();
  const choose = page.getByRole('button', { name: 'Choose the checks…' });
  const dialog = page.getByRole('dialog', { name: 'Checks of this title' });
  await choose.click();
  await dialog.getByRole('textbox', { name: 'Name of the profile' }).fill('Courier');
  await dialog.getByRole('combobox', { name: 'No body: how loud' }).selectOption('off');
  expect(await axe(app)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'pasteup-checks',
    name: 'Courier',
    levels: { 'no-body': 'off' },
  });
  await dialog.getByRole('button', { name: 'Use these checks' }).click();
  await expect(silent).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(silent.first()).toBeVisible();

  await choose.click();
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Import…' }).click();
  const buffer = Buffer.from('{"format":"pasteup-checks","levels":{"no-body":"loud"}}');
  await (await choosing).setFiles([{ name: 'bad.json', mimeType: 'application/json', buffer }]);
  await expect(dialog.getByRole('alert')).toContainText('no-body cannot be "loud"');
  const again = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Import…' }).click();
  await (await again).setFiles(file);
  await expect(dialog.getByRole('textbox', { name: 'Name of the profile' })).toHaveValue('Courier');
  await dialog.getByRole('button', { name: 'Use these checks' }).click();
  await expect(silent).toHaveCount(0);
});
