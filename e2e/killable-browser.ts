/** A browser with a profile of its own that can be killed like a process: no page, no handler gets a last word. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../src/bench/find-browser.ts';

export interface KillableBrowser {
  readonly page: Page;
  kill(): Promise<void>;
}

export async function startBrowser(profile: string): Promise<KillableBrowser> {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium was found.');
  const args = [
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--lang=en-GB',
  ];
  // A process group of its own, so that the renderers die with it.
  const browser = spawn(executable, [...args, ...chromiumArgs(), 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    browser.once('exit', () => reject(new Error(`the browser did not start: ${said}`)));
    browser.stderr.on('data', (chunk) => {
      said += String(chunk);
      const found = /ws:\/\/\S+/u.exec(said)?.[0];
      if (found) resolve(found);
    });
  });
  const connection = await chromium.connectOverCDP(endpoint);
  const context = connection.contexts()[0] ?? (await connection.newContext());
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    async kill() {
      if (browser.pid === undefined) return;
      const gone = once(browser, 'exit');
      process.kill(-browser.pid, 'SIGKILL');
      await gone;
      await connection.close().catch(() => undefined); // it is cut already
    },
  };
}
