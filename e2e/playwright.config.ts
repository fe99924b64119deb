import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from '../src/bench/find-browser.ts';

const executablePath = findChromium();
if (!executablePath)
  throw new Error(
    'No Chromium was found. Install one: `npx playwright install chromium`, or `apt-get install chromium`, or set CHROMIUM_PATH.',
  );

const PORT = Number(process.env['PASTEUP_PORT'] ?? 4387);

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  workers: process.env['CI'] ? 2 : 1,
  fullyParallel: true,
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    colorScheme: 'light',
    // What is not there by then is said, instead of waiting for the whole test's time.
    actionTimeout: 30_000,
    // Kept files would be in the way of tests that spoil one; offline.spec.ts allows them.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: chromiumArgs() },
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort --outDir ../dist`,
    cwd: '..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: !process.env['CI'],
  },
});
