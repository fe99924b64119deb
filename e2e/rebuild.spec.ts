import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, type PasteupApp } from './app.ts';
import { Rebuild } from './rebuild.ts';
import { differences, readTruth, type Truth } from './truth.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CORPUS = here('../../shared/corpus/front-page/');
const SCORER = here('../../shared/tools/score.mjs');

async function rebuild(app: PasteupApp, truth: Truth): Promise<void> {
  const work = await Rebuild.begin(app, truth);
  await work.cut();
  await work.roles();
  await app.kept();
  await app.page.reload();
  await expect(app.tray).toBeVisible();
  await work.texts();
  await work.articles();
  await work.flow();
  await work.dragLoose();
  await work.link();
}

/** Opening what was saved, and saving it, gives the same bytes. */
async function reopens(app: PasteupApp, saved: { text: string }): Promise<void> {
  await app.page.getByRole('button', { name: 'All editions' }).click();
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: /^Open files/ }).click();
  await (
    await choosing
  ).setFiles([{ name: 'again.pasteup.json', mimeType: 'application/json', buffer: Buffer.from(saved.text) }]);
  await expect(app.page.getByRole('button', { name: 'All editions' })).toBeVisible();
  expect((await app.save()).text).toBe(saved.text);
}

test('the sample edition is rebuilt by hand, with a reload in the middle', async ({ app }) => {
  test.slow();
  const truth = readTruth(here('fixtures/sample-en.truth.json'));
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  await rebuild(app, truth);
  const saved = await app.save();
  expect(differences(saved.edition, truth)).toEqual([]);
  await reopens(app, saved);
});

test('the front page of a real daily is rebuilt by hand', async ({ app }) => {
  test.skip(!existsSync(CORPUS), 'SKIPPED: ../shared/corpus/front-page is not here');
  test.slow();
  const truth = readTruth(`${CORPUS}truth.json`);
  await app.start();
  await app.open(`${CORPUS}page.txt`);
  await expect(app.tray).toBeVisible();
  await rebuild(app, truth);
  const saved = await app.save();
  expect(differences(saved.edition, truth)).toEqual([]);
  const { score } = (await import(pathToFileURL(SCORER).href)) as {
    score: (out: unknown, truth: unknown) => Record<string, number>;
  };
  const figures = score(saved.edition, truth);
  expect(figures).toMatchObject({
    lost: 0,
    twice: 0,
    missing: 0,
    articleF1: 1,
    roles: 1,
    reading: 1,
    text: 1,
    spacing: 1,
    breaks: 1,
    links: 1,
  });
  await reopens(app, saved);
});
