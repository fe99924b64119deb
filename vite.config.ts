/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/**
 * What pdf.js looks up for a PDF that names characters or fonts without bringing them along: `pdf/cmaps` and `pdf/standard_fonts`, beside the code
 * that asks for them (`core/formats/pdf/assets.ts`). Nothing is fetched from anywhere else.
 */
const pdfTables = (): Plugin => {
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const files = ['cmaps', 'standard_fonts'].flatMap((folder) =>
    readdirSync(join(library, folder)).map((name) => `${folder}/${name}`),
  );
  const bytesOf = (file: string): Uint8Array => readFileSync(join(library, file));
  return {
    name: 'pdf-tables',
    generateBundle() {
      for (const file of files) this.emitFile({ type: 'asset', fileName: `assets/pdf/${file}`, source: bytesOf(file) });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = /\/pdf\/((?:cmaps|standard_fonts)\/[\w.-]+)$/u.exec(request.url ?? '')?.[1];
        if (file !== undefined && files.includes(file)) response.end(bytesOf(file));
        else next();
      });
    },
  };
};

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  base: './',
  plugins: [svelte(), contentSecurityPolicy(), pdfTables()],
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
