/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** What the built page may load: itself, and nothing else. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The development server needs inline scripts for hot reloading, so the policy is part of the build alone. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP }, injectTo: 'head-prepend' },
  ],
});

const PDFJS = fileURLToPath(new URL('./node_modules/pdfjs-dist/', import.meta.url));
const PDF_TABLES = ['cmaps', 'standard_fonts', 'wasm'].flatMap((folder) =>
  readdirSync(PDFJS + folder)
    .filter((name) => folder !== 'wasm' || /nowasm|LICENSE/u.test(name))
    .map((name) => `${folder}/${name}`),
);

/** What pdf.js looks up while it reads: character maps, fonts that a PDF need not hold, decoders. Fetched only when they are needed. */
const pdfTables = (): Plugin => ({
  name: 'pdf-tables',
  generateBundle() {
    for (const name of PDF_TABLES)
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source: readFileSync(PDFJS + name) });
  },
  configureServer(server) {
    server.middlewares.use('/pdf', (request, response, next) => {
      const name = PDF_TABLES.find((one) => request.url === `/${one}`);
      if (name) response.end(readFileSync(PDFJS + name));
      else next();
    });
  },
});

const SERVICE_WORKER = 'service-worker.js';
/** What vite names by its content needs no other sign of its version. */
const NAMED_BY_CONTENT = /^assets\/.*-[\w-]{8}\.\w+$/u;

/** Writes into the service worker which files this version of the app has. */
const filesToKeep = (): Plugin => ({
  name: 'files-to-keep',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const files = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((name) => name !== SERVICE_WORKER)
      .sort();
    const manifest = files.map((url) => ({
      url,
      revision: NAMED_BY_CONTENT.test(url)
        ? null
        : createHash('sha256')
            .update(readFileSync(join(dir, url)))
            .digest('hex')
            .slice(0, 16),
    }));
    const worker = join(dir, SERVICE_WORKER);
    const code = readFileSync(worker, 'utf8');
    if (!code.includes('self.__WB_MANIFEST')) throw new Error(`${SERVICE_WORKER} has no place for the list of files`);
    writeFileSync(worker, code.replace('self.__WB_MANIFEST', JSON.stringify(manifest)));
  },
});

/** No module of the core does something for another by being loaded: what an entry does not use is left out of it. */
const treeshake = { moduleSideEffects: [{ test: /[\\/]src[\\/]core[\\/]/u, sideEffects: false }] };

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  base: './',
  plugins: [svelte(), contentSecurityPolicy(), pdfTables(), filesToKeep()],
  // Workers share their chunks, and load pdf.js only for a PDF.
  worker: { format: 'es', rollupOptions: { treeshake } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      treeshake,
      input: { index: 'src/index.html', 'service-worker': 'src/workers/offline.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js'),
      },
    },
  },
  preview: { port: 4173, host: '127.0.0.1' },
  test: {
    root: '.',
    include: ['src/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
