/** Takes the pictures of docs/pictures from the built app, on the project's own samples: `npx vite build && npx tsx src/bench/screenshots.ts [folder]`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { preview } from 'vite';
import { chromiumArgs, findChromium } from './find-browser.ts';
import { finishedSample } from './finished-sample.ts';
import { shrinkPng } from './shrink-png.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = process.argv[2] ?? join(ROOT, 'docs/pictures');
const [width, height] = (process.env['SIZE'] ?? '1440x900').split('x').map(Number) as [number, number];

interface Shot {
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly theme: 'light' | 'dark';
  readonly sample: 'zh' | 'en';
  readonly look: (page: Page, sample: 'zh' | 'en') => Promise<void>;
}

const sheet = (page: Page): Locator => page.getByRole('listbox', { name: /^(Page |第)/u });
const settled = (page: Page): Promise<void> => page.waitForTimeout(900);

/** As it came in: everything in the tray. */
const imported = settled;

/** Every suggestion is on the sheet, faint; none is taken. */
async function suggested(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /^(Accept|接受) \d+/u }).waitFor();
  await settled(page);
}

const TITLES = { zh: '柳河日报', en: 'The Millbrook Courier' } as const;

/** The paper put right to its truth, opened from its saved file. */
async function finished(page: Page, sample: 'zh' | 'en'): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const buffer = Buffer.from(finishedSample(sample, TITLES[sample]));
  await (await choosing).setFiles([{ name: 'finished.pasteup.json', mimeType: 'application/json', buffer }]);
  await sheet(page).getByRole('option').first().waitFor();
  await settled(page);
}

/** Some articles stand, others are back in the tray, one is in hand. */
async function halfWay(page: Page, sample: 'zh' | 'en'): Promise<void> {
  await finished(page, sample);
  const articles = page.locator('button.article');
  for (const n of [3, 4, 5]) {
    await articles.nth(n).click();
    await page.keyboard.press('Delete');
  }
  await articles.nth(1).click();
  await page.keyboard.press('Control+0');
  await settled(page);
}

async function read(page: Page, sample: 'zh' | 'en'): Promise<void> {
  await finished(page, sample);
  await page.keyboard.press('v');
  await settled(page);
}

const SHOTS: readonly Shot[] = [
  { name: 'imported', language: 'en', theme: 'light', sample: 'zh', look: imported },
  { name: 'suggested', language: 'en', theme: 'light', sample: 'zh', look: suggested },
  { name: 'half-way', language: 'en', theme: 'light', sample: 'zh', look: halfWay },
  { name: 'finished', language: 'en', theme: 'light', sample: 'zh', look: finished },
  { name: 'finished-dark', language: 'en', theme: 'dark', sample: 'zh', look: finished },
  { name: 'finished-zh', language: 'zh', theme: 'light', sample: 'zh', look: finished },
  { name: 'finished-english-paper', language: 'en', theme: 'light', sample: 'en', look: finished },
  { name: 'reading', language: 'zh', theme: 'dark', sample: 'zh', look: read },
];

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: shot.language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: shot.theme,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${shot.name}: ${error.message}`));
  await page.addInitScript(
    (kept) => localStorage.setItem('pasteup.preferences', kept),
    JSON.stringify({ language: shot.language, theme: shot.theme }),
  );
  // The page's own file input takes a file from a script; the browser's picker does not.
  await page.addInitScript(() => void Reflect.deleteProperty(window, 'showOpenFilePicker'));
  // Heard from the beginning: begun at a key press, the listening may come after the picker.
  page.on('filechooser', () => undefined);
  await page.goto(url);
  await page
    .getByRole('button', { name: shot.sample === 'zh' ? /^(Chinese,|中文样报)/u : /^(English,|英文样报)/u })
    .click();
  await page.locator('[data-state="saved"]').waitFor({ state: 'attached' });
  await page
    .getByRole('listbox', { name: /^(Tray|待排)/u })
    .getByRole('option')
    .first()
    .waitFor();
  await page.waitForTimeout(300);
  await shot.look(page, shot.sample);
  const notice = page.locator('.notice button');
  if (await notice.count()) await notice.click();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  writeFileSync(join(folder, `${shot.name}.png`), shrinkPng(await page.screenshot()));
  await context.close();
}

const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium was found: set CHROMIUM_PATH');
mkdirSync(folder, { recursive: true });
const server = await preview({
  configFile: join(ROOT, 'vite.config.ts'),
  logLevel: 'error',
  preview: { port: 4391, strictPort: false, open: false },
});
const browser = await chromium.launch({ executablePath, args: chromiumArgs() });
const wanted = process.env['SHOTS']?.split(',');
try {
  const url = server.resolvedUrls?.local[0] ?? '';
  for (const shot of SHOTS) if (!wanted || wanted.includes(shot.name)) await take(browser, url, shot);
} finally {
  await browser.close();
  await server.close();
}
