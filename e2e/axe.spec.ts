import AxeBuilder from '@axe-core/playwright';
import { expect, test, type PasteupApp } from './app.ts';
import { drop, png, textFile } from './drop.ts';

/** What axe finds (its own copy of Playwright's types is not ours), said so that it can be mended. */
async function violations(app: PasteupApp, where: string): Promise<string[]> {
  // Motion that is not over yet has colours that nobody sees.
  await app.page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  const { violations: found } = await new AxeBuilder({ page: app.page as never }).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${where}: ${id} (${help}) ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  );
}

const DIALOGS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['palette', ['Control+k']],
  ['keys', ['Shift+?']],
  ['roles', ['t']],
  ['flow', ['f']],
  ['discard', ['0']],
  ['page', ['Shift+p']],
  ['paste', ['Control+Shift+v']],
];

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on any screen', async ({ app }) => {
      test.slow();
      const found: string[] = [];
      const look = async (where: string): Promise<void> => void found.push(...(await violations(app, where)));
      const { keyboard } = app.page;
      await app.start();
      await look('start');
      await app.page.getByRole('button', { name: /^English/ }).click();
      await expect(app.tray).toBeVisible();
      await look('tray full, sheet empty');

      await keyboard.press('q');
      for (const [name, keys] of DIALOGS) {
        for (const key of keys) await keyboard.press(key);
        await expect(app.page.getByRole('dialog')).toBeVisible();
        await look(name);
        await keyboard.press('Escape');
        await expect(app.page.getByRole('dialog')).toBeHidden();
      }
      await keyboard.press('Control+k');
      await keyboard.type('title, date');
      await keyboard.press('Enter');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('edition');
      await keyboard.press('Escape');

      // A head, some text, a jump line and a discarded slip; an article over three columns.
      await keyboard.press('q');
      for (const key of ['0', 'Enter', 'q', '1', 'ArrowDown', '8', 'Control+Shift+a', 'g', 'f']) {
        await keyboard.press(key);
        if (key === 'f' || key === '0') await expect(app.page.getByRole('dialog')).toBeVisible();
        if (key === 'Enter') await expect(app.page.getByRole('dialog')).toBeHidden();
      }
      await keyboard.press('3');
      await keyboard.press('Enter');
      await expect(app.page.getByRole('dialog')).toBeHidden();
      await look('sheet full, tray empty');
      for (const name of ['Source', 'Discarded', 'Jumps', 'Suggestions', 'History']) {
        await app.page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') }).click();
        await look(name);
        if (name !== 'Jumps') continue;
        await app.page.locator('[data-jump] button').first().click();
        await keyboard.press('k');
        await expect(app.page.getByRole('dialog')).toBeVisible();
        await look('link');
        await keyboard.press('Escape');
        await expect(app.page.getByRole('dialog')).toBeHidden();
      }
      await app.page.getByRole('tab', { name: /^Articles/u }).click();
      await app.sheet.focus();
      await keyboard.press('F2');
      await expect(app.page.getByRole('textbox', { name: /^Text of/u })).toBeFocused();
      await look('text field');
      await keyboard.press('Escape');
      await keyboard.press('v');
      await look('reading');
      await keyboard.press('v');
      await app.page.getByRole('button', { name: 'All editions' }).click();
      await expect(app.page.getByRole('heading', { name: 'Recent editions' })).toBeVisible();
      await look('start with an edition');
      await app.page.getByRole('button', { name: /^English/ }).click();
      await keyboard.press('Control+Enter');
      await expect(app.page.getByRole('button', { name: /^Accept \d+$/u })).toBeVisible();
      await keyboard.press('n');
      await look('suggestions');
      await keyboard.press('Shift+Enter');
      await keyboard.press('Shift+x');
      await look('jumps');
      await keyboard.press('b');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('bridge');
      await keyboard.press('Escape');
      await expect(app.page.getByRole('dialog')).toBeHidden();
      await app.page.getByRole('tab', { name: /^Articles/u }).click();
      await app.outline.getByRole('button', { name: /^Article 2:/u }).click();
      await keyboard.press('Shift+O');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('number');
      await keyboard.press('Escape');

      await drop(app.page, [{ name: '1.txt', bytes: Uint8Array.of(0xb8, 0xdb, 0xc7, 0xf8) }]);
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('encoding');
      await keyboard.press('Enter');
      await expect(app.tray).toBeVisible();
      await drop(app.page, [textFile('2.xml', '<?xml version="1.0"?><PcGts>'), textFile('3.txt', 'Market moves')]);
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('report');
      await keyboard.press('Escape');
      await keyboard.press('Shift+I');
      await expect(app.page.getByText('There is no picture of this page.')).toBeVisible();
      await look('no facsimile');
      await drop(app.page, [{ name: '3.png', bytes: png(40, 60) }]);
      await expect(app.page.getByRole('slider', { name: 'Facsimile' })).toBeVisible();
      await look('facsimile');
      await app.page.getByRole('tab', { name: /^Source/u }).click();
      await app.page.getByRole('button', { name: 'Picture', exact: true }).click();
      await look('source as picture');
      expect(found).toEqual([]);
    });
  });
