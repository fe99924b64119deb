import { expect, test, type PasteupApp } from './app.ts';

/** The English sample with its page 1 flowed over the sheet in one step. */
async function flowed(app: PasteupApp): Promise<void> {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  await app.page.keyboard.press('Control+Shift+a');
  await app.page.keyboard.press('f');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('3');
  await app.page.keyboard.press('Enter');
  await expect(app.sheet.getByRole('option').first()).toBeAttached();
}

const status = (app: PasteupApp) => app.page.getByRole('contentinfo', { name: 'Ledger' });

/** A place on the sheet: shares of the desk's width and height. */
async function at(app: PasteupApp, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await app.sheet.boundingBox();
  if (!box) throw new Error('there is no sheet');
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

test('a drag from the tray can be called off, and dropped', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  const slip = app.tray.getByRole('option').first();
  const from = await slip.boundingBox();
  if (!from) throw new Error('the tray is empty');
  const to = await at(app, 0.5, 0.3);
  const drag = async (): Promise<void> => {
    await app.page.mouse.move(from.x + 14, from.y + 14);
    await app.page.mouse.down();
    await app.page.mouse.move(from.x + 60, from.y + 40, { steps: 3 });
    await app.page.mouse.move(to.x, to.y, { steps: 4 });
  };
  await drag();
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  await expect(status(app)).toContainText('0 placed');
  await expect(app.page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  await drag();
  await app.page.mouse.up();
  await expect(status(app)).not.toContainText(' 0 placed');
  await expect(app.page.getByRole('log')).toContainText('column 3, position 1 of 1');
  await app.page.keyboard.press('Control+z');
  await expect(status(app)).toContainText('0 placed');
  await app.page.keyboard.press('Control+y');
  await expect(status(app)).not.toContainText(' 0 placed');
});

test('a page that is turned to brings its slips into view, and Q goes to the first of them', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray.getByText('page-1.txt')).toBeInViewport();
  await app.page.keyboard.press('PageDown');
  await expect(app.tray.getByText('page-2.txt')).toBeInViewport();
  await app.page.keyboard.press('q');
  await expect(app.tray.getByRole('option', { selected: true })).toContainText('0202');
});

test('a press on one of many selected slips selects it, though the list moves under the pointer', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^Chinese,/ }).click();
  await expect(app.tray).toBeVisible();
  const inspector = app.page.getByRole('region', { name: 'Selection' });
  await app.page.keyboard.press('Control+Shift+a');
  await expect(inspector).toContainText(/\d\d+ fragments/);
  // The list goes to the last one first.
  const active = await app.tray.getAttribute('aria-activedescendant');
  await expect(app.page.locator(`#${active}`)).toBeInViewport();
  const box = await app.tray.boundingBox();
  if (!box) throw new Error('there is no tray');
  await app.page.mouse.move(box.x + 30, box.y + box.height / 2);
  await app.page.mouse.wheel(0, -100_000);
  await expect(app.tray.getByRole('option', { name: /line 1:/ })).toBeInViewport();
  await app.tray.getByRole('option', { name: /lines 5 to/ }).hover({ position: { x: 12, y: 12 } });
  await app.page.mouse.down();
  await app.page.mouse.wheel(0, 150);
  await expect(app.tray.getByRole('option', { name: /line 1:/ })).not.toBeInViewport();
  await app.page.mouse.up();
  await expect(inspector).toContainText('lines 5');
  await expect(app.tray.getByRole('option', { selected: true })).toHaveCount(1);
});

test('the text in hand is edited where it stands in the tray, also when it has been scrolled away', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^Chinese,/ }).click();
  await expect(app.tray).toBeVisible();
  await app.page.keyboard.press('q');
  await app.tray.getByRole('option', { name: /lines 5 to/ }).click({ position: { x: 12, y: 12 } });
  await app.tray.hover();
  await app.page.mouse.wheel(0, 6000);
  await expect(app.tray.getByRole('option', { name: /lines 5 to/ })).toHaveCount(0);
  await app.page.keyboard.press('F2');
  await expect(app.page.getByRole('textbox', { name: /^Text of/ })).toBeFocused();
});

test('a rubber band selects, Escape selects nothing, keys widen and narrow', async ({ app }) => {
  await flowed(app);
  const inspector = app.page.getByRole('region', { name: 'Selection' });
  await app.page.keyboard.press('Escape');
  const from = await at(app, 0.155, 0.05);
  const to = await at(app, 0.5, 0.6);
  await app.page.mouse.move(from.x, from.y);
  await app.page.mouse.down();
  await app.page.mouse.move(to.x, to.y, { steps: 5 });
  await app.page.mouse.up();
  await expect(inspector).toContainText(/\d+ fragments/);
  await app.page.keyboard.press('Escape');
  await expect(inspector).toContainText('Nothing is selected');
  await app.sheet.focus();
  const span = inspector.getByRole('definition').filter({ hasText: /^−\s*\d\s*\+$/ });
  await expect(span).toContainText('1');
  await app.page.keyboard.press(']');
  await expect(span).toContainText('2');
  await app.page.keyboard.press('[');
  await expect(span).toContainText('1');
});

test('a word that is being composed is not kept by leaving the field', async ({ app }) => {
  await flowed(app);
  await app.sheet.focus();
  await app.page.keyboard.press('Enter');
  const field = app.page.getByRole('textbox', { name: /^Text of/ });
  await expect(field).toBeFocused();
  const before = await field.inputValue();
  const client = await app.page.context().newCDPSession(app.page);
  await client.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await expect(field).toHaveValue(`${before}ni`);
  await app.page.getByRole('tab', { name: /^History/ }).click();
  await expect(field).toBeHidden();
  await app.page.keyboard.press('Escape');
  const { edition } = await app.save();
  expect(edition.fragments.some((f) => f.text === before)).toBe(true);
  expect(edition.fragments.some((f) => f.text === `${before}ni`)).toBe(false);
});

test('the palette says why, and the interface speaks both languages in both themes', async ({ app }) => {
  await app.start();
  await app.page.keyboard.press('Control+k');
  const palette = app.page.getByRole('dialog');
  await expect(palette).toBeVisible();
  await expect(palette).toContainText('No edition is open.');
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: /中文/ }).click();
  await expect(app.page.getByText('把报纸版面重新拼好。')).toBeVisible();
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});

test('a fragment goes to another page over the strip, aside with a reason, and comes back', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  const slip = app.tray.getByRole('option').first();
  const from = await slip.boundingBox();
  const strip = await app.page.getByRole('button', { name: /^Page 2(?:,|$)/u }).boundingBox();
  if (!from || !strip) throw new Error('there is no tray, or no strip');
  await app.page.mouse.move(from.x + 14, from.y + 14);
  await app.page.mouse.down();
  await app.page.mouse.move(from.x + 60, from.y + 40, { steps: 3 });
  await app.page.mouse.move(strip.x + strip.width / 2, strip.y + strip.height / 2, { steps: 4 });
  await app.page.mouse.up();
  await expect(status(app)).not.toContainText(' 0 placed');
  await app.page.getByRole('button', { name: /^Page 2(?:,|$)/u }).click();
  await expect(app.page.getByRole('listbox', { name: 'Page 2' }).getByRole('option')).toHaveCount(1);
  await app.page.getByRole('listbox', { name: 'Page 2' }).focus();
  await app.page.keyboard.press('0');
  const dialog = app.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio').nth(1).check();
  await dialog.getByRole('button', { name: /^Discard/ }).click();
  await expect(dialog).toBeHidden();
  await expect(status(app)).not.toContainText(' 0 discarded');
  await app.page.getByRole('tab', { name: /^Discarded/ }).click();
  await app.page.getByRole('button', { name: 'Restore' }).click();
  await expect(status(app)).toContainText('0 discarded');
});
