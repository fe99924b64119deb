/** What the process of a page has used: processor time, and memory at its highest. Memory is read where Linux tells it. */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from '@playwright/test';

export interface Renderer {
  /** Milliseconds of all its threads. */
  readonly cpu: () => Promise<number>;
  /** Megabytes that it grew by at most while something went on; null where the system does not tell. */
  readonly growth: <T>(act: () => Promise<T>) => Promise<{ readonly result: T; readonly grown: number | null }>;
}

const MB = 2 ** 20;

function resident(pid: number): number | null {
  try {
    return Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Of all processes that draw pages: the bench has one page open, the others are idle. */
export async function rendererOf(browser: Browser): Promise<Renderer> {
  const session: CDPSession = await browser.newBrowserCDPSession();
  const all = async (): Promise<readonly { type: string; id: number; cpuTime: number }[]> =>
    (await session.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer');
  return {
    cpu: async () => 1000 * (await all()).reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    async growth(act) {
      const pids = (await all()).map(({ id }) => id);
      const now = (): number => pids.reduce((sum, pid) => sum + (resident(pid) ?? 0), 0);
      const before = now();
      if (before === 0) return { result: await act(), grown: null };
      let most = before;
      const timer = setInterval(() => (most = Math.max(most, now())), 10);
      const result = await act().finally(() => clearInterval(timer));
      return { result, grown: (Math.max(most, now()) - before) / MB };
    },
  };
}

/** Processor time of the page's main thread alone, in milliseconds. */
export async function mainThreadOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
}
