/**
 * `npm run bench:formats`: reading large files in Chromium, in the import worker of the production build, beside a DOMParser walk in the same
 * run. Faster is by processor time of the page's process, all threads, which a busy machine blurs less than a clock. Exits 1 where a promise is broken.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { servePage } from '../canvas/build-page.ts';
import { chromiumArgs, findChromium } from '../find-browser.ts';
import { altoNewspaper } from './alto-newspaper.ts';
import { mainThreadOf, rendererOf, type Renderer } from './renderer.ts';
import { smallPdf } from './small-pdf.ts';

const MB = 2 ** 20;
const ROUNDS = 3;
const PROMISE = { times: 4, gap: 50, cancel: 500, memory: 6, pdf: 500 };
const PDF = ['../shared/corpus', '../../shared/corpus']
  .map((folder) => `${folder}/pdf/scan-1887-hidden-text.pdf`)
  .find((path) => existsSync(path));

const broken: string[] = [];
const promise = (kept: boolean, what: string): void => {
  if (!kept) broken.push(what);
};
const folder = mkdtempSync(join(tmpdir(), 'pasteup-formats-'));
const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium was found: set CHROMIUM_PATH');
const served = await servePage('bench.html', fileURLToPath(new URL('.', import.meta.url)));

/** A browser of its own: nothing of another measure is left in its memory. */
async function inBrowser<T>(path: string, act: (page: Page, renderer: Renderer) => Promise<T>): Promise<T> {
  const browser: Browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: chromiumArgs(),
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(served.url);
    await page.setInputFiles('input', path);
    await page.waitForTimeout(200);
    return await act(page, await rendererOf(browser));
  } finally {
    await browser.close();
  }
}

interface Cost {
  readonly cpu: number;
  readonly ms: number;
}
const least = (costs: readonly Cost[]): Cost => ({
  cpu: Math.min(...costs.map(({ cpu }) => cpu)),
  ms: Math.min(...costs.map(({ ms }) => ms)),
});
const fixed = (n: number, digits = 0): string => n.toFixed(digits);

async function speed(): Promise<void> {
  const { xml, words, lines } = altoNewspaper(20 * MB);
  const path = join(folder, 'alto-20.xml');
  writeFileSync(path, xml);
  await inBrowser(path, async (page, renderer) => {
    const costs: { ours: Cost[]; walk: Cost[] } = { ours: [], walk: [] };
    const mainThread = await mainThreadOf(page);
    let gap = Infinity;
    let main = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      const own = await mainThread();
      let before = await renderer.cpu();
      const read = await page.evaluate(() => window.formats.read());
      costs.ours.push({ cpu: (await renderer.cpu()) - before, ms: read.ms });
      main = Math.min(main, (await mainThread()) - own);
      if (read.lines !== lines || read.problems.length) throw new Error(`read wrongly: ${JSON.stringify(read)}`);
      before = await renderer.cpu();
      const walk = await page.evaluate(() => window.formats.walk());
      costs.walk.push({ cpu: (await renderer.cpu()) - before, ms: walk.ms });
      if (walk.words !== words) throw new Error(`walked wrongly: ${walk.words} words of ${words}`);
      gap = Math.min(gap, (await page.evaluate(() => window.formats.read(true))).gap);
    }
    const [ours, walk] = [least(costs.ours), least(costs.walk)];
    console.log(`\nALTO of 20 MB, ${lines} lines, ${words} words; the best of ${ROUNDS} rounds.\n`);
    console.log('| | clock, ms | processor, ms | of it the main thread | longest time between frames, ms |');
    console.log('|---|---|---|---|---|');
    console.log(`| Pasteup, in a worker | ${fixed(ours.ms)} | ${fixed(ours.cpu)} | ${fixed(main)} | ${fixed(gap)} |`);
    console.log(
      `| DOMParser and TreeWalker, in the page | ${fixed(walk.ms)} | ${fixed(walk.cpu)} | ${fixed(walk.cpu)} | ${fixed(walk.ms)} |`,
    );
    console.log(`| times | ${fixed(walk.ms / ours.ms, 1)} | ${fixed(walk.cpu / ours.cpu, 1)} | | |`);
    promise(walk.ms / ours.ms >= PROMISE.times, `at least ${PROMISE.times} times faster than a DOMParser walk`);
    // On a busy machine frames are late by themselves: what the thread did cannot have held one up for longer than it took.
    promise(Math.min(gap, main) <= PROMISE.gap, `no frame later than ${PROMISE.gap} ms`);
  });
}

async function memory(): Promise<void> {
  const path = join(folder, 'alto-50.xml');
  writeFileSync(path, altoNewspaper(50 * MB).xml);
  const { grown, result } = await inBrowser(path, (page, renderer) =>
    renderer.growth(() => page.evaluate(() => window.formats.read())),
  );
  const cancelled = await inBrowser(path, (page) => page.evaluate(() => window.formats.cancel()));
  const times = grown === null ? null : grown / 50;
  console.log(`\nALTO of 50 MB.\n`);
  console.log('| progress reports | cancel heard, ms | memory at most, times the file |\n|---|---|---|');
  console.log(`| ${result.reports} | ${fixed(cancelled.ms)} | ${times === null ? '–' : fixed(times, 1)} |`);
  promise(result.reports > 3 && result.problems.length === 0, 'progress is told');
  promise(
    cancelled.heard === 'format.cancelled' && cancelled.ms <= PROMISE.cancel,
    `a cancel within ${PROMISE.cancel} ms`,
  );
  promise(times === null || times <= PROMISE.memory, `memory at most ${PROMISE.memory} times the file`);
}

async function pdf(): Promise<void> {
  if (!PDF) return console.log('\nSKIPPED: the PDF with 17,806 pieces of text is not here (../shared/corpus/pdf)');
  const small = join(folder, 'small.pdf');
  writeFileSync(small, smallPdf());
  await inBrowser(small, async (page, renderer) => {
    await page.evaluate(() => window.formats.read());
    await page.setInputFiles('input', PDF);
    const costs: Cost[] = [];
    let lines = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const before = await renderer.cpu();
      const read = await page.evaluate(() => window.formats.read());
      costs.push({ cpu: (await renderer.cpu()) - before, ms: read.ms });
      lines = read.lines;
    }
    console.log('\nA PDF page with 17,806 pieces of hidden text, the library loaded.\n');
    console.log('| reading | processor, ms | clock, ms | lines |\n|---|---|---|---|');
    costs.forEach(({ cpu, ms }, i) => console.log(`| ${i + 1} | ${fixed(cpu)} | ${fixed(ms)} | ${lines} |`));
    promise(least(costs).cpu <= PROMISE.pdf, `a PDF page of 17,000 pieces within ${PROMISE.pdf} ms`);
  });
}

try {
  console.log('Times are of this machine; those on the clock of whatever else it did.');
  await speed();
  await memory();
  if (!process.env.NOPDF) await pdf();
} finally {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(broken.length ? `\nBROKEN: ${broken.join('; ')}.` : '\nEvery promise was kept.');
if (broken.length) process.exitCode = 1;
