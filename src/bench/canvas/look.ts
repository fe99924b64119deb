/**
 * Pictures of the canvas for the eye: `npx tsx src/bench/canvas/look.ts OUT-DIR TEXT TRUTH`.
 * TEXT and TRUTH are a page and its rebuilt articles, as `../shared/corpus` has them.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../find-browser.ts';
import { servePage } from './build-page.ts';
import { rebuildPage } from './rebuild-page.ts';

const [
  out = '/tmp/look',
  text = '../shared/corpus/front-page/page.txt',
  truth = '../shared/corpus/front-page/truth.json',
] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const rebuilt = rebuildPage(readFileSync(text), JSON.parse(readFileSync(truth, 'utf8')));
const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium was found');
const page = await servePage('look.html');
const browser = await chromium.launch({ executablePath, args: chromiumArgs() });
try {
  const tab = await browser.newPage({
    viewport: { width: 1000, height: 1100 },
    deviceScaleFactor: Number(process.env['LOOK_DPR'] ?? 1),
  });
  tab.on('pageerror', (error) => console.error(error));
  tab.on('console', (message) => console.log(message.text()));
  await tab.goto(page.url);
  await tab.evaluate(([edition, page]) => window.look.open(JSON.parse(edition), page), [
    JSON.stringify(rebuilt.edition),
    rebuilt.page,
  ] as const);
  const shoot = async (name: string): Promise<void> => {
    await tab.waitForTimeout(260);
    await tab.screenshot({ path: join(out, `${name}.png`) });
  };
  await shoot('1-page');
  const { articles, badges } = rebuilt;
  const [id, ids] = articles.find(([, members]) => members.length > 5 && members.length < 9) ?? articles[0] ?? ['', []];
  await tab.evaluate(
    ([id, ids, badges]) =>
      window.look.change({
        flow: { article: id, ids },
        selection: [ids[4] ?? ''],
        badges,
        hovered: ids[1] ?? null,
        camera: { x: 20, y: 20, zoom: 1.2 },
      }),
    [id, ids, badges] as const,
  );
  await shoot('2-selected');
  await tab.evaluate(
    ([ids]) => {
      const { layout } = window.look.scene() ?? {};
      const box = layout?.byId.get(ids[3] ?? '');
      const over = layout?.boxes.find((b) => b.column === 1 && b.y > 400);
      if (!layout || !box || !over) return;
      window.look.change({
        selection: ids.slice(3, 5),
        preview: {
          kind: 'drag',
          ids: ids.slice(3, 5),
          at: { x: 260, y: over.y + 20 },
          drop: {
            page: layout.page.id,
            column: 'c3',
            after: null,
            span: 1,
            line: { x: over.x, y: over.y, width: box.width },
          },
        },
      });
    },
    [ids] as const,
  );
  await tab.mouse.move(330, 730);
  await shoot('3-drag');
  await tab.evaluate((ids) => window.look.change({ preview: { kind: 'order', ids } }), ids);
  await shoot('4-order');
  await tab.evaluate(() =>
    window.look.change({ preview: { kind: 'band', rect: { x: 100, y: 100, width: 300, height: 200 } }, theme: 'dark' }),
  );
  await shoot('5-dark-band');
  await tab.evaluate(() =>
    window.look.change({ preview: null, theme: 'light', camera: { x: 300, y: 40, zoom: 0.42 } }),
  );
  await shoot('6-far');
  await tab.evaluate(() => {
    window.look.change({ camera: { x: 40, y: -500, zoom: 2.2 } });
    window.look.thumbnail(96);
  });
  await shoot('7-near');
  await tab.evaluate(
    ([id, ids]) =>
      window.look.change({
        flow: { article: id, ids },
        selection: [ids[2] ?? ''],
        camera: { x: -660, y: -1000, zoom: 1.6 },
      }),
    [id, ids] as const,
  );
  await shoot('8-flow');
  await tab.mouse.move(500, 500);
  await tab.keyboard.down('Control');
  for (let i = 0; i < 4; i++) await tab.mouse.wheel(0, 60);
  await tab.screenshot({ path: join(out, '9-zooming.png') });
  await tab.keyboard.up('Control');
  await shoot('10-settled');
} finally {
  await browser.close();
  await page.close();
}
