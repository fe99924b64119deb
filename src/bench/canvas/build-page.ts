/** Builds an html page of this folder as the product is built, and serves it. */
import { fileURLToPath } from 'node:url';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

export async function servePage(page: string): Promise<ServedPage> {
  const outDir = join(tmpdir(), `pasteup-${page.replace(/\W/gu, '-')}-${process.pid}`);
  const shared = { configFile: false, root, logLevel: 'warn' } as const;
  await build({
    ...shared,
    plugins: [svelte()],
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(root, page) } },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the preview server has no address');
  return { url: `${url}${page}`, close: () => server.close() };
}
