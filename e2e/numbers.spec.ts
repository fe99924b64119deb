/** An article gets another number, by a click on it or by keys: the order is shown before, the others make room. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test, type PasteupApp } from './app.ts';

/** The English sample with all that the engine is surely right about. */
async function rebuilt(app: PasteupApp): Promise<void> {
  await app.openSample();
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('button', { name: /^Accept \d+/ })).toBeVisible();
  await app.page.keyboard.press('Shift+Enter');
  await expect(app.page.getByRole('button', { name: /^Accept \d+/ })).toBeHidden();
}

const dialog = (app: PasteupApp): Locator => app.page.getByRole('dialog', { name: /^Article \d+ of \d+$/u });
const field = (app: PasteupApp): Locator => app.page.getByRole('textbox', { name: 'Number' });
const preview = (app: PasteupApp): Locator =>
  app.page.getByRole('list', { name: 'The order as it would be' }).getByRole('listitem');
const order = async (app: PasteupApp): Promise<string[]> => (await app.save()).edition.articles.map((a) => a.id);

/** Where on the sheet the pointer turns to a hand, from the top. */
const hands = (app: PasteupApp): Promise<{ x: number; y: number }[]> =>
  app.page.locator('.canvas').evaluate(async (canvas: HTMLElement) => {
    const box = canvas.getBoundingClientRect();
    const found: { x: number; y: number }[] = [];
    for (let y = box.top + 5; y < box.bottom && found.length < 8; y += 5)
      for (let x = box.left + 5; x < box.right; x += 5) {
        canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));
        for (let turn = 0; turn < 4; turn++) await Promise.resolve();
        if (canvas.style.cursor === 'pointer') found.push({ x, y });
      }
    return found;
  });

test('by a click on the number', async ({ app }) => {
  await rebuilt(app);
  const { page } = app;
  const before = await order(app);
  const [at] = await hands(app);
  if (!at) throw new Error('no number is painted');
  await page.mouse.move(at.x, at.y);
  await expect(page.locator('.canvas')).toHaveCSS('cursor', 'pointer');
  // By a double click too, out of habit: the second one does not close it.
  await page.mouse.dblclick(at.x, at.y);
  await expect(dialog(app)).toBeVisible();
  await expect(field(app)).toBeFocused();
  const was = Number(await field(app).inputValue());
  const to = was === 3 ? 1 : 3;
  await expect(dialog(app)).toContainText('That is its number now.');

  await field(app).fill('99');
  await expect(dialog(app)).toContainText(`A number from 1 to ${before.length}, please.`);
  await expect(page.getByRole('button', { name: 'Renumber' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(dialog(app)).toBeVisible();

  await field(app).fill(String(to));
  await expect(dialog(app)).toContainText(`${was} becomes ${to}; `);
  await expect(preview(app).filter({ hasText: `was ${was}` })).toHaveCount(1);
  await expect(preview(app).filter({ hasText: /was \d/u })).toHaveCount(Math.abs(to - was) + 1);
  const { violations } = await new AxeBuilder({ page: page as never }).analyze();
  expect(violations).toEqual([]);
  await page.getByRole('button', { name: 'Renumber' }).click();
  await expect(dialog(app)).toBeHidden();
  const moved = before[was - 1] ?? '';
  const after = before.filter((id) => id !== moved);
  after.splice(to - 1, 0, moved);
  expect(await order(app)).toEqual(after);
  await page.keyboard.press('Control+z');
  expect(await order(app)).toEqual(before);
});

test('by keys, and Escape leaves it', async ({ app }) => {
  await rebuilt(app);
  const { keyboard } = app.page;
  const before = await order(app);
  await app.outline.getByRole('button', { name: /^Article 2:/u }).click();
  await keyboard.press('Shift+O');
  await expect(field(app)).toBeFocused();
  await keyboard.type('1');
  await keyboard.press('Escape');
  await expect(dialog(app)).toBeHidden();
  expect(await order(app)).toEqual(before);

  await keyboard.press('Shift+O');
  await expect(field(app)).toHaveValue('2');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(field(app)).toHaveValue('4');
  await keyboard.press('Enter');
  await expect(dialog(app)).toBeHidden();
  const [first = '', second = '', third = '', fourth = '', ...rest] = before;
  expect(await order(app)).toEqual([first, third, fourth, second, ...rest]);
  await expect(app.outline.getByRole('button', { name: /^Article 4:/u })).toHaveAttribute('aria-expanded', 'true');
});
