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

test('a key that is pressed while the program loads is heard', async ({ app }) => {
  // The program is held up; the page is there.
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await app.page.route(/\/assets\/index-.*\.js$/u, async (route) => {
    await held;
    await route.continue();
  });
  await app.page.goto('./', { waitUntil: 'commit' });
  await app.page.locator('#app').waitFor({ state: 'attached' });
  await app.page.keyboard.press('Control+Shift+v');
  goOn();
  await expect(app.page.getByRole('dialog', { name: 'Paste text as a page' })).toBeVisible();
});

test('a key that follows Escape at once is the next command, and not the dialog’s', async ({ app }) => {
  await app.openSample();
  const { keyboard } = app.page;
  await keyboard.press('q');
  const flow = app.page.getByRole('dialog', { name: 'Flow over columns' });
  for (let i = 0; i < 8; i++) {
    await keyboard.press('t');
    await expect(app.page.getByRole('dialog', { name: 'Role', exact: true })).toBeVisible();
    await Promise.all([keyboard.press('Escape'), keyboard.press('f')]);
    await expect(flow).toBeVisible();
    await keyboard.press('Escape');
    await expect(flow).toBeHidden();
  }
  await expect(app.tray.getByRole('option').first()).toHaveAccessibleName(/^Undecided/u);
});

test('keys that are pressed while an edition opens are answered in their order', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).focus();
  // In one turn, as on a machine that is busy: the edition is not there for any of them.
  await app.page.evaluate(() => {
    const press = (key: string, on: Element = document.body): boolean =>
      on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    (document.activeElement as HTMLElement).click();
    for (const key of ['q', 't', 'k', 'ArrowDown', 't', 'r']) press(key);
  });
  await expect(app.tray).toBeVisible();
  await expect(app.tray.getByRole('option').nth(0)).toHaveAccessibleName(/^Section/u);
  await expect(app.tray.getByRole('option').nth(1)).toHaveAccessibleName(/^Teaser/u);
  await expect(app.page.getByRole('dialog')).toBeHidden();
});
