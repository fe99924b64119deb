/** The journal that the app writes leads the command line to the same edition, byte by byte. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, test, type PasteupApp } from './app.ts';

const replayed = (path: string): string =>
  execFileSync(process.execPath, ['src/cli/launch.mjs', 'replay', path], { encoding: 'utf8' }).trim();

async function saveJournal(app: PasteupApp): Promise<string> {
  const downloading = app.page.waitForEvent('download');
  await app.page.keyboard.press('Control+k');
  const palette = app.page.getByRole('dialog');
  await palette.getByRole('combobox').fill('journal');
  await palette.getByRole('option', { name: /^Save the journal of steps/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.pasteup-journal\.json$/u);
  return download.path();
}

async function expectSame(app: PasteupApp): Promise<void> {
  const { text } = await app.save();
  expect(replayed(await saveJournal(app))).toBe(createHash('sha256').update(text).digest('hex'));
}

test('a journal replays on the command line to the file that the app saves', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  await expectSame(app);
  await app.page.keyboard.press('q');
  for (const key of ['1', 'c', 'ArrowDown', '2', 'ArrowDown', '4']) await app.page.keyboard.press(key);
  for (let i = 0; i < 2; i++) await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+y');
  await expectSame(app);
  await app.kept();
  await app.page.reload();
  await expect(app.tray).toBeVisible();
  await expectSame(app);
});
