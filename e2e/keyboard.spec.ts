import { fileURLToPath } from 'node:url';
import { KeyboardRebuild } from './by-keyboard.ts';
import { expect, test, type PasteupApp } from './app.ts';
import { differences, readTruth } from './truth.ts';

const truth = readTruth(fileURLToPath(new URL('fixtures/sample-en.truth.json', import.meta.url)));

/** Tab after Tab to a button, and Enter. */
async function tabTo(app: PasteupApp, name: RegExp): Promise<void> {
  const button = app.page.getByRole('button', { name });
  await expect(button).toBeVisible();
  for (let i = 0; i < 30; i++) {
    await app.page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) return app.page.keyboard.press('Enter');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test('the sample edition is rebuilt with the keyboard alone', async ({ app }) => {
  test.slow();
  // Whoever moves a mouse here is no keyboard user.
  const mouse = app.page.mouse;
  for (const act of ['move', 'down', 'click', 'wheel'] as const)
    mouse[act] = () => Promise.reject(new Error('no mouse here'));

  await app.start();
  await tabTo(app, /^English/);
  await expect(app.tray).toBeVisible();
  const work = await KeyboardRebuild.begin(app, truth);
  await work.cut();
  await work.roles();
  await work.texts();
  await work.articles();
  await work.flow(3);
  await work.carryLoose();
  await work.link();
  expect(differences(work.edition, truth)).toEqual([]);

  // F6 goes round the panels, and the sheet says what stands where.
  const names = new Set<string | null>();
  for (let i = 0; i < 6; i++) {
    await work.press('F6');
    names.add(await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null));
  }
  expect(names.size).toBeGreaterThan(2);
  await expect(app.sheet.getByRole('option').first()).toHaveAccessibleName(/, column \d, position \d+ of \d+/u);
});
