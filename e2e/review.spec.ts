/** The review as a reviewer does it: by keys along the boundaries, and with a name under it. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { finishedSample } from '../src/bench/finished-sample.ts';
import { call, pagesOf, readPasteup, readingOrder, transact, writePasteup, type Edition } from '../src/core/index.ts';
import { expect, test, type PasteupApp, type SavedEdition } from './app.ts';

type Reviewed = SavedEdition & {
  readonly articles: readonly { id: string; fragmentIds: string[]; review: { state: string; note?: string } }[];
  readonly pages: readonly { id: string; review?: { state: string } }[];
  readonly checked?: readonly string[];
  readonly forReview?: boolean;
};

const finished = (): string => finishedSample('zh', '柳河日报');

async function openText(app: PasteupApp, name: string, text: string): Promise<void> {
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.keyboard.press('Control+o');
  await (await choosing).setFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(text) }]);
}

async function begin(app: PasteupApp, text = finished()): Promise<void> {
  await app.start();
  await openText(app, 'paper.pasteup.json', text);
  await expect(app.sheet).toBeVisible();
}

const saved = async (app: PasteupApp): Promise<Reviewed> => (await app.save()).edition as Reviewed;
const desk = (app: PasteupApp) => app.page.locator('[data-boundary]');
const side = (app: PasteupApp, name: string) => app.page.getByRole('region', { name: new RegExp(`^${name}:`, 'u') });
const card = (app: PasteupApp, name: string) =>
  app.page.getByRole('complementary', { name: 'Sign-off' }).getByRole('region', { name });
const says = (app: PasteupApp, text: string | RegExp) => expect(app.page.getByRole('log')).toContainText(text);

/** The last paragraph of the second article is the third's by mistake. */
function withWrongBorder(): { text: string; truth: Edition; moved: string } {
  const truth = readPasteup(finished(), 'paper').edition;
  const [, second, third] = Object.values(truth.articles).sort((a, b) => (a.order < b.order ? -1 : 1));
  const moved = readingOrder(truth, second?.id ?? '').at(-1)?.id ?? '';
  const wrong = transact(truth, call('article.add', { ids: [moved], article: third?.id ?? '', after: null }));
  if (!wrong.ok) throw new Error(wrong.refusal.code);
  return { text: writePasteup(wrong.edition), truth, moved };
}

test('the front page is reviewed by keys alone, a wrong border put right, in at most 20 actions', async ({ app }) => {
  const { text, truth, moved } = withWrongBorder();
  await begin(app, text);
  const { keyboard } = app.page;
  await keyboard.press('F9');
  await expect(app.page.getByRole('region', { name: 'Review of boundaries' })).toBeVisible();
  let actions = 0;
  const press = async (key: string): Promise<void> => {
    actions++;
    await keyboard.press(key);
  };
  const front = pagesOf(truth)[0]?.label ?? '1';
  // As long as the sheet beside the words is the front page, where the walk began.
  for (let last = ''; ;) {
    const key = (await desk(app).getAttribute('data-boundary')) ?? '';
    const shown = await app.page
      .getByRole('complementary', { name: 'Where it stands' })
      .getByRole('figure')
      .first()
      .textContent();
    if (key === last || !shown?.includes(front)) break;
    last = key;
    if (key.endsWith(`|${moved}`)) await press('ArrowDown');
    await press('Enter');
  }
  expect(actions).toBeLessThanOrEqual(20);
  const edition = await saved(app);
  for (const article of edition.articles)
    expect(article.fragmentIds).toEqual(readingOrder(truth, article.id).map((f) => f.id));
  expect(edition.checked?.length).toBe(actions - 1);
  await app.page.screenshot({ path: 'test-results/review.png' });
});

test('position and sample outlive a reload', async ({ app }) => {
  await begin(app);
  const { keyboard } = app.page;
  await keyboard.press('F9');
  await app.page.getByRole('combobox', { name: 'Sample' }).selectOption('Every n-th');
  await app.page.getByRole('spinbutton', { name: 'One in' }).fill('3');
  await app.page.getByRole('spinbutton', { name: 'One in' }).press('Enter');
  await expect(app.page.getByText('1 of 10')).toBeVisible();
  await desk(app).focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('j');
  await expect(app.page.getByText('3 of 10')).toBeVisible();
  const at = await desk(app).getAttribute('data-boundary');
  await app.kept();
  await app.page.reload();
  await expect(app.page.getByText('3 of 10')).toBeVisible();
  expect(await desk(app).getAttribute('data-boundary')).toBe(at);
  await app.page.getByRole('combobox', { name: 'Sample' }).selectOption('Doubtful');
  await keyboard.press('F9');
  await expect(app.sheet).toBeVisible();
});

test('borders are moved, split, merged and given away, each in one step that can be undone', async ({ app }) => {
  await begin(app);
  const { keyboard } = app.page;
  const before = (await app.save()).text;
  await keyboard.press('F9');
  while (!(await side(app, 'Ends').count())) await keyboard.press('ArrowRight');
  const here = (await desk(app).getAttribute('data-boundary')) ?? '';
  for (const keys of [['ArrowUp'], ['Shift+ArrowDown'], ['m'], ['o', '[', 's'], ['o', 's'], ['g', 'Enter']]) {
    for (const key of keys) {
      await keyboard.press(key);
      if (key === 'g') await expect(app.page.getByRole('dialog', { name: 'To which article?' })).toBeVisible();
    }
    await expect(app.page.getByRole('dialog')).toBeHidden();
    expect((await app.save()).text, keys.join()).not.toBe(before);
    await keyboard.press('Control+z');
    expect((await app.save()).text, keys.join()).toBe(before);
    await expect(desk(app)).toHaveAttribute('data-boundary', here);
  }
});

test('approving, changing, falling back, and signing off by a second person', async ({ app }) => {
  await begin(app);
  const { keyboard, page } = { keyboard: app.page.keyboard, page: app.page };
  await keyboard.press('F9');
  await keyboard.press('a');
  await expect(page.getByRole('dialog', { name: /^Approve/u })).toBeVisible();
  await keyboard.type('lh');
  await keyboard.press('Enter');
  const article = card(app, 'Article 1');
  await expect(article).toContainText('approved');
  await expect(article).toContainText('lh');
  expect((await saved(app)).articles[0]?.review.state).toBe('approved');

  // A border that moves changes what was approved.
  await keyboard.press('ArrowUp');
  await expect(article).toContainText('changed since it was approved');
  await expect(article).toContainText('role of 1');
  expect((await saved(app)).articles[0]?.review.state).toBe('open');
  await keyboard.press('Control+z');
  await expect(article).toContainText('approved');
  await expect(article).not.toContainText('changed');

  // Two people must sign: one is not enough, and the same one is not two.
  await page.getByRole('combobox', { name: 'People who must sign' }).selectOption('2');
  await expect(article).toContainText('signed by 1 of 2');
  await desk(app).focus();
  await keyboard.press('a');
  await says(app, 'somebody else must sign next');
  await page.getByRole('textbox', { name: 'You sign as' }).fill('CY');
  await desk(app).focus();
  await keyboard.press('a');
  await expect(article).toContainText('approved');
  await expect(article).toContainText('Second review');

  // A rejection says why; the page is signed off by both.
  await keyboard.press('r');
  await expect(page.getByRole('dialog', { name: /^Reject/u })).toBeVisible();
  await keyboard.type('标题有误');
  await keyboard.press('Enter');
  await expect(article).toContainText('Rejected by CY');
  await expect(article).toContainText('标题有误');
  expect((await saved(app)).articles[0]?.review).toMatchObject({ state: 'rejected', note: '标题有误' });
  const sheet = card(app, 'Page 1');
  await keyboard.press('Shift+A');
  await expect(sheet).toContainText('signed by 1 of 2');
  await page.getByRole('textbox', { name: 'You sign as' }).fill('LH');
  await desk(app).focus();
  await keyboard.press('Shift+A');
  await expect(sheet).toContainText('approved');
  expect((await saved(app)).pages[0]?.review?.state).toBe('approved');

  await keyboard.press('F9');
  await expect(app.outline.getByRole('button', { name: /^Article 1: .*, rejected$/u })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Page 1, approved' })).toBeVisible();
  await expect(page.getByText('0 of 14 approved')).toBeVisible();
});

async function downloaded(app: PasteupApp, command: string): Promise<{ name: string; text: string }> {
  const downloading = app.page.waitForEvent('download');
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type(command);
  await app.page.keyboard.press('Enter');
  if (command.startsWith('report')) {
    await expect(app.page.getByRole('dialog', { name: 'Report of the review' })).toBeVisible();
    await app.page.keyboard.press('Enter');
  }
  const download = await downloading;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('a copy goes to a reviewer, who changes nothing, and what was decided comes back', async ({ app }) => {
  await begin(app);
  const { page } = app;
  const { keyboard } = page;
  const copy = await downloaded(app, 'copy for a reviewer');
  expect(copy.name).toBe('柳河日报.review.pasteup.json');
  await page.getByRole('button', { name: 'All editions' }).click();
  await expect(page.getByRole('heading', { name: 'Recent editions' })).toBeVisible();
  await openText(app, copy.name, copy.text);
  await expect(app.sheet).toBeVisible();
  await keyboard.press('F9');
  await expect(page.getByText('A copy for review:')).toBeVisible();
  await keyboard.press('ArrowUp');
  await says(app, 'This is a copy for review');
  await keyboard.press('Enter');
  await keyboard.press('a');
  await keyboard.type('RV');
  await keyboard.press('Enter');
  await expect(card(app, 'Article 1')).toContainText('RV');
  const reviewed = await app.save();
  expect((reviewed.edition as Reviewed).forReview).toBe(true);

  await page.getByRole('button', { name: 'All editions' }).click();
  await expect(page.getByRole('button', { name: /review copy/u })).toHaveCount(1);
  await page
    .getByRole('button', { name: /^柳河日报/u })
    .last()
    .click();
  await expect(app.sheet).toBeVisible();
  await openText(app, copy.name, reviewed.text);
  await says(app, '1 review and 1 boundary taken over');
  const edition = await saved(app);
  expect(edition.forReview).toBeUndefined();
  expect(edition.articles[0]?.review.state).toBe('approved');
  expect(edition.checked).toHaveLength(1);
});

test('a report is saved as a page and as a table', async ({ app }) => {
  await begin(app);
  const { keyboard } = app.page;
  await keyboard.press('F9');
  await keyboard.press('r');
  await expect(app.page.getByRole('dialog', { name: /^Reject/u })).toBeVisible();
  await keyboard.type('LH');
  await keyboard.press('Tab');
  await keyboard.type('第二段有误');
  await keyboard.press('Enter');
  const html = await downloaded(app, 'report of');
  expect(html.name).toBe('柳河日报.review.html');
  for (const part of ['第二段有误', 'LH', 'rejected', 'Reject an article']) expect(html.text).toContain(part);
  await keyboard.press('Control+k');
  await keyboard.type('report of');
  await keyboard.press('Enter');
  await app.page.getByRole('radio', { name: /CSV/u }).check();
  const downloading = app.page.waitForEvent('download');
  await app.page.getByRole('button', { name: 'Save the report' }).click();
  const table = await readFile(await (await downloading).path(), 'utf8');
  expect(table.split('\r\n')[0]).toContain('edition,date,record');
  expect(table).toContain('decision,rejected');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('axe finds nothing in the review', async ({ app }) => {
      await begin(app);
      const { keyboard } = app.page;
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        await app.page.evaluate(() =>
          Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
        );
        const { violations } = await new AxeBuilder({ page: app.page as never }).analyze();
        for (const { id, nodes } of violations)
          for (const node of nodes)
            found.push(`${where}: ${id} ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`);
      };
      await keyboard.press('F9');
      await look('first');
      await keyboard.press('n');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('note');
      await keyboard.type('ask the desk');
      await keyboard.press('Enter');
      await keyboard.press('a');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('initials');
      await keyboard.type('LH');
      await keyboard.press('Enter');
      await keyboard.press('ArrowUp');
      await look('fell back');
      await keyboard.press('g');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('reassign');
      await keyboard.press('Escape');
      await keyboard.press('F9');
      await look('states in the outline');
      await keyboard.press('Control+k');
      await keyboard.type('report of');
      await keyboard.press('Enter');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      await look('report');
      expect(found).toEqual([]);
    });
  });
