/** Jumps over three pages by keys alone: the inbox, the bridge, pages that come later. The paper is invented. */
import type { Locator } from '@playwright/test';
import { expect, test, type PasteupApp, type SavedEdition } from './app.ts';

const wrap = (text: string, measure = 18): string => {
  const first = `　　${text}`;
  return Array.from({ length: Math.ceil(first.length / measure) }, (_, i) =>
    first.slice(i * measure, (i + 1) * measure),
  ).join('\n');
};
const PAGES = [
  [
    '第1版',
    '松坪镇渡口恢复夜航',
    wrap(
      '本报讯（记者叶青）停航三年的松坪镇渡口昨晚恢复夜航。首班渡船载着六十多名乘客离岸，船头新装的探照灯照亮了江面。镇上的渔民说，夜航恢复以后，对岸的菜农可以赶上凌晨的早市，渡口两边的夜宵摊也重新摆了出来。航运站介绍，夜航每晚四班，遇到大雾停航，渡船上配备了新的救生衣和对讲机，船员全部重新',
    ),
    '（下转第二版）',
    '',
    '砖窑改成陶艺学堂',
    wrap(
      '本报讯（通讯员何苗）荒废十年的老砖窑上周改成了陶艺学堂。窑壁的青砖原样保留，窑口换上玻璃门，四十个孩子在这里学拉坯。学堂的老师是当年的窑工，他说烧砖和烧陶用的是同一种火。村里用旧砖铺了一条路，从学堂一直通到小学门口，孩子们放学就能走过来。学堂打算在暑假开办',
    ),
    '（下转第三版）',
  ],
  [
    '第2版',
    '松坪镇渡口恢复夜航',
    '（上接第一版）',
    wrap(
      '培训。航运站还在渡口两岸装了路灯，候船室延长开放到零点。乘客反映渡船的班次还可以再多一些，航运站说等探照灯的试用期过了，会把夜航加到六班。渔民们商量着在渡口开一个夜市，专卖江鱼和早熟的瓜果，让赶夜航的人有个落脚的地方。',
    ),
    '',
    '梨园挂上防雹网',
    wrap(
      '本报讯（记者石磊）城西梨园今年全部挂上防雹网。园主说，去年一场冰雹打落了半园的果子，今年合作社统一买网，每亩补贴三百元。防雹网还能挡住成群的鸟，果子的商品率提高了一成。',
    ),
  ],
  [
    '第3版',
    '砖窑改成陶艺学堂',
    '（上接第一版）',
    wrap(
      '夏令营，让外地的孩子也来学拉坯。窑工师傅们正在修复第二座老砖窑，准备用它烧制大件的陶器。学堂的第一批作品摆在小学的走廊里，有碗有壶，还有一只歪了嘴的陶罐，孩子们给它起名叫小窑。村里的老人常来坐坐，说看见窑口冒烟，心里就踏实。',
    ),
    '',
    '旧车站建起气象哨',
    wrap(
      '本报讯（通讯员罗平）废弃的旧车站里建起了一座气象哨。两名退休教师每天记录三次气温和雨量，数据直接传到县里。他们说，站台上的雨量筒正好立在当年的售票窗前。',
    ),
  ],
].map((lines) => lines.join('\n\n').replace(/\n\n\n+/gu, '\n\n\n'));

const file = (i: number): { name: string; mimeType: string; buffer: Buffer } => ({
  name: `page-${i + 1}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(PAGES[i] ?? ''),
});

const panel = (app: PasteupApp): Locator => app.page.getByRole('tabpanel', { name: 'Jumps' });
const rows = (app: PasteupApp): Locator => panel(app).locator('[data-jump]');
const inHand = (app: PasteupApp): Locator => panel(app).locator('[aria-current="true"]');
const bridge = (app: PasteupApp): Locator => app.page.getByRole('dialog', { name: 'Both sides of a jump' });
const acceptAll = (app: PasteupApp): Locator => app.page.getByRole('button', { name: /^Accept \d+$/u });
const now = async (app: PasteupApp): Promise<SavedEdition> => (await app.save()).edition;
const links = ({ continuations }: SavedEdition): string[] =>
  continuations.map((c) => `${c.fromPage}>${c.toPage} ${c.status}`).sort();
const articleWith = ({ articles, fragments }: SavedEdition, text: string): string[] => {
  const own = fragments.find((f) => f.text.includes(text))?.articleId;
  const ids = articles.find((a) => a.id === own)?.fragmentIds ?? [];
  return ids.map((id) => fragments.find((f) => f.id === id)?.text ?? '');
};

async function open(app: PasteupApp, ...pages: readonly number[]): Promise<void> {
  await app.start();
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: /^Open files/ }).click();
  await (await choosing).setFiles(pages.map(file));
  await expect(app.tray.getByRole('option').first()).toBeVisible();
}

/** Everything proposed is taken; the parts are joined already. */
async function rebuilt(app: PasteupApp, ...pages: readonly number[]): Promise<void> {
  await open(app, ...pages);
  await app.page.keyboard.press('Control+Enter');
  await expect(acceptAll(app)).toBeVisible();
  await app.page.keyboard.press('Shift+Enter');
  await expect(app.page.getByRole('tab', { name: /^Articles/u })).toHaveAttribute('aria-selected', 'true');
}

test('unlinks, links and links all that is safe, by keys alone', async ({ app }) => {
  const { keyboard } = app.page;
  await rebuilt(app, 0, 1, 2);
  expect(links(await now(app))).toEqual(['1>2 matched', '1>3 matched']);

  await keyboard.press('Shift+x');
  await expect(inHand(app)).toBeFocused();
  await expect(rows(app)).toHaveCount(2);
  await expect(inHand(app)).toContainText('page 1 → page 2');
  await keyboard.press('Delete');
  await expect(inHand(app)).toBeFocused();
  await expect(inHand(app)).toContainText('fits, not linked yet');
  await keyboard.press('ArrowDown');
  await expect(inHand(app)).toContainText('page 1 → page 3');
  await keyboard.press('Delete');
  expect(links(await now(app)).filter((link) => link.endsWith('matched'))).toEqual([]);
  await expect(panel(app).getByRole('list', { name: 'Possible other sides' })).toContainText(
    'pages 1 and 3 point at each other',
  );

  // Enter links the likeliest; the rest that is safe goes in one step.
  await keyboard.press('Enter');
  await expect(inHand(app)).toContainText('both ends agree');
  await expect(inHand(app)).toBeFocused();
  expect(links(await now(app)).filter((link) => link.endsWith('matched'))).toEqual(['1>3 matched']);
  for (let i = 0; i < 6; i++) {
    await keyboard.press('Shift+Tab');
    if (
      await panel(app)
        .getByRole('button', { name: 'Link 1 safe one' })
        .evaluate((el) => el === document.activeElement)
    )
      break;
  }
  await keyboard.press('Enter');
  expect(links(await now(app))).toEqual(['1>2 matched', '1>3 matched']);
  await expect(panel(app).getByRole('button', { name: 'No safe ones to link' })).toBeDisabled();
  await keyboard.press('Control+z');
  expect(links(await now(app)).filter((link) => link.endsWith('matched'))).toEqual(['1>3 matched']);
  await keyboard.press('Control+y');

  // X goes to the other end and back.
  await keyboard.press('Shift+x');
  await keyboard.press('ArrowUp');
  await expect(app.page.getByRole('button', { name: /^Page 1(?:,|$)/u })).toHaveAttribute('aria-current', 'page');
  await keyboard.press('x');
  await expect(app.page.getByRole('button', { name: /^Page 2(?:,|$)/u })).toHaveAttribute('aria-current', 'page');
  await keyboard.press('x');
  await expect(app.page.getByRole('button', { name: /^Page 1(?:,|$)/u })).toHaveAttribute('aria-current', 'page');
});

test('the bridge is walked by keys: read across, border moved, confirmed, unlinked', async ({ app }) => {
  const { keyboard } = app.page;
  await rebuilt(app, 0, 1, 2);
  const before = articleWith(await now(app), '船员全部重新');
  await keyboard.press('b');
  await expect(bridge(app)).toBeVisible();
  await expect(bridge(app)).toContainText('1 of 2');
  const across = bridge(app).getByRole('region', { name: 'Read across' });
  await expect(across).toContainText('船员全部重新培训。');
  await expect(across).toContainText('The sentence goes on.');

  // The first sentence of page 2 leaves the article, and comes back with the undo.
  await keyboard.press('ArrowDown');
  await expect(across).not.toContainText('培训。');
  await keyboard.press('Control+z');
  await expect(across).toContainText('船员全部重新培训。');
  // The other side: the last sentence before the border leaves, a whole fragment does not, for it is the only one.
  await keyboard.press('ArrowLeft');
  await expect(bridge(app).getByRole('region', { name: 'End of page 1' }).getByRole('radio')).toBeChecked();
  await keyboard.press('ArrowUp');
  await expect(across).not.toContainText('船员全部重新');
  await keyboard.press('Control+z');
  await expect(across).toContainText('船员全部重新培训。');
  await keyboard.press('ArrowRight');
  await keyboard.press('Shift+ArrowDown');
  await expect(app.page.getByRole('log')).toContainText('That is all the text of this part');

  await keyboard.press('Enter');
  await expect(bridge(app)).toContainText('2 of 2');
  await expect(across).toContainText('开办夏令营');
  await keyboard.press('Shift+n');
  await expect(bridge(app)).toContainText('confirmed');
  await keyboard.press('n');
  await keyboard.press('Delete');
  await expect(bridge(app)).toContainText('Not linked yet');
  await keyboard.press('Enter');
  await expect(bridge(app)).toContainText('both ends agree');
  await keyboard.press('Escape');
  await expect(bridge(app)).toBeHidden();
  const after = await now(app);
  expect(articleWith(after, '船员全部重新')).toEqual(before);
  expect(links(after)).toEqual(['1>2 matched', '1>3 matched']);
  expect(
    after.fragments
      .filter((f) => 'confirmed' in f)
      .map((f) => f.role)
      .sort(),
  ).toEqual(['body', 'body', 'jump-from', 'jump-to']);
});

test('a page that comes later completes what waited for it, as suggestions', async ({ app }) => {
  const { keyboard } = app.page;
  await rebuilt(app, 0);
  expect(links(await now(app))).toEqual(['1>2 pending', '1>3 pending']);
  await app.page.getByRole('tab', { name: /^Jumps/u }).click();
  await expect(rows(app)).toHaveCount(2);
  await rows(app).first().getByRole('button').first().click();
  await expect(panel(app)).toContainText('When page 2 is added');

  const choosing = app.page.waitForEvent('filechooser');
  await keyboard.press('Control+o');
  await (await choosing).setFiles([file(1)]);
  await expect(acceptAll(app)).toBeVisible();
  const suggestions = app.page.getByRole('tabpanel', { name: 'Suggestions' });
  await expect(suggestions.locator('[data-row]').filter({ hasText: /^Jump/u }).first()).toBeVisible();
  expect(links(await now(app)).filter((link) => link.endsWith('matched'))).toEqual([]);
  await keyboard.press('Shift+Enter');
  await expect.poll(async () => links(await now(app))).toEqual(['1>2 matched', '1>3 pending']);
});

test('the list is filtered by status and by page', async ({ app }) => {
  await rebuilt(app, 0, 1);
  await app.page.getByRole('tab', { name: /^Jumps/u }).click();
  await expect(rows(app)).toHaveCount(2);
  const filter = panel(app).getByRole('combobox', { name: 'Show' });
  await filter.selectOption({ label: 'page not in the edition · 1' });
  await expect(rows(app)).toHaveCount(1);
  await expect(rows(app).first()).toContainText('page 1 → page 3');
  await filter.selectOption('all');
  await app.page.getByRole('button', { name: /^Page 2(?:,|$)/u }).click();
  await panel(app).getByRole('checkbox', { name: 'This page only' }).check();
  await expect(rows(app)).toHaveCount(1);
  await expect(rows(app).first()).toContainText('page 1 → page 2');
});
