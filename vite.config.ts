/// <reference types="vitest/config" />
import { readFileSync, readdirSync } from 'node:fs';
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

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  base: './',
  plugins: [svelte(), contentSecurityPolicy(), pdfTables()],
  // Workers share their chunks, and load pdf.js only for a PDF.
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  preview: { port: 4173, host: '127.0.0.1' },
  test: {
    root: '.',
    include: ['src/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
