/** The store damaged on disk: never a silent empty start. What is intact is shown, and what is not is said. */
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startBrowser } from './killable-browser.ts';

const SEED = Number(process.env['SEED'] ?? 20_260_102);

function randomOf(seed: number): (n: number) => number {
  let state = seed % 2_147_483_647;
  return (n) => (state = (state * 48_271) % 2_147_483_647) % n;
}

async function storeOf(profile: string): Promise<{ folder: string; files: string[] }> {
  const root = join(profile, 'Default', 'IndexedDB');
  const [name] = (await readdir(root)).filter((one) => one.endsWith('.indexeddb.leveldb'));
  const folder = join(root, name ?? '');
  return { folder, files: await readdir(folder) };
}

async function flip(file: string, random: (n: number) => number, bytes = 16): Promise<void> {
  const content = await readFile(file);
  const at = content.length > bytes ? random(content.length - bytes) : 0;
  for (let i = 0; i < bytes && at + i < content.length; i++) content[at + i] = (content[at + i] ?? 0) ^ 0xff;
  await writeFile(file, content);
}

type Damage = (store: Awaited<ReturnType<typeof storeOf>>, random: (n: number) => number) => Promise<void>;
const ofKind =
  (kind: RegExp, act: (file: string, random: (n: number) => number) => Promise<void>): Damage =>
  async ({ folder, files }, random) => {
    for (const name of files.filter((one) => kind.test(one))) await act(join(folder, name), random);
  };

const DAMAGES: readonly (readonly [string, Damage])[] = [
  ['bytes of the log turned over', ofKind(/\.log$/u, (file, random) => flip(file, random))],
  ['the log cut off', ofKind(/\.log$/u, async (file) => truncate(file, (await readFile(file)).length >> 1))],
  ['the log emptied', ofKind(/\.log$/u, (file) => truncate(file, 0))],
  ['the manifest turned over', ofKind(/^MANIFEST/u, (file, random) => flip(file, random))],
  ['everything deleted', ({ folder }) => rm(folder, { recursive: true })],
];

const tray = (page: Page) => page.getByRole('listbox', { name: 'Tray' }).getByRole('option');

test('a store that is damaged on disk is opened as far as it goes, and what is lost is said', async ({ baseURL }) => {
  test.setTimeout(240_000);
  console.log(`seed ${SEED}`);
  const random = randomOf(SEED);
  const sound = await mkdtemp(join(tmpdir(), 'pasteup-damage-'));
  const profiles = [sound];
  try {
    const first = await startBrowser(sound);
    await first.page.setViewportSize({ width: 1440, height: 900 });
    await first.page.goto(baseURL ?? '');
    await first.page.getByRole('button', { name: /^English/ }).click();
    await expect(tray(first.page).first()).toBeVisible();
    for (const key of ['q', '1', 'ArrowDown', '2']) await first.page.keyboard.press(key);
    await expect(first.page.locator('[data-state]')).toHaveAttribute('data-acknowledged', '2');
    // The second copy is taken when nothing has happened for a while.
    await first.page.waitForTimeout(12_000);
    await first.kill();
    for (const [what, damage] of DAMAGES)
      await test.step(what, async () => {
        const profile = await mkdtemp(join(tmpdir(), 'pasteup-damage-'));
        profiles.push(profile);
        await cp(sound, profile, { recursive: true, filter: (path) => !/Singleton/u.test(path) });
        await damage(await storeOf(profile), random);
        const { page, kill } = await startBrowser(profile);
        try {
          await page.setViewportSize({ width: 1440, height: 900 });
          await page.goto(baseURL ?? '');
          const said = page.getByRole('alert');
          const recent = page.getByRole('region', { name: 'Recent editions' }).getByRole('button').first();
          await expect(tray(page).first().or(said).or(recent).first(), what).toBeVisible();
          if (!(await tray(page).first().isVisible())) {
            await expect(recent, what).toBeVisible();
            await recent.click();
          }
          await expect(tray(page).first(), what).toBeVisible();
          const roles = await tray(page).evaluateAll((all) =>
            all.slice(0, 2).map((one) => one.getAttribute('aria-label')),
          );
          const whole = roles[0]?.startsWith('Headline') === true && roles[1]?.startsWith('Kicker') === true;
          console.log(what, whole ? 'whole' : 'told', (await said.allTextContents()).join(' | '));
          if (!whole) await expect(said, what).toBeVisible();
        } finally {
          await kill();
        }
      });
  } finally {
    for (const profile of profiles) await rm(profile, { recursive: true, force: true });
  }
});
