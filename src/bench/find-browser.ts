/** Which Chromium to drive: `CHROMIUM_PATH`, else Playwright's own where it is installed, else the system's. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The executable, or null where there is none. */
export function findChromium(): string | null {
  const own = chromium.executablePath();
  return [process.env['CHROMIUM_PATH'], own, ...SYSTEM].find((path) => path && existsSync(path)) ?? null;
}

/** Root has no sandbox to give. */
export const chromiumArgs = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
