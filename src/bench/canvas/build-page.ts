/** Builds an html page of a bench as the product is built, and serves it. */
import { fileURLToPath } from 'node:url';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';

const own = fileURLToPath(new URL('.', import.meta.url));

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** `root`: the folder of the page; without one this. */
export async function servePage(page: string, root = own): Promise<ServedPage> {
  const outDir = join(tmpdir(), `pasteup-${page.replace(/\W/gu, '-')}-${process.pid}`);
  const shared = { configFile: false, root, logLevel: 'warn' } as const;
  await build({
    ...shared,
    plugins: [svelte()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(root, page) } },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the preview server has no address');
  return { url: `${url}${page}`, close: () => server.close() };
}
