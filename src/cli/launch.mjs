#!/usr/bin/env node
/** Runs the command line in a checkout: built when it is not there or older than its source. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = `${root}dist-cli/pasteup.js`;

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .reduce((latest, entry) => Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs), 0);

const isStale = () =>
  !existsSync(built) || statSync(built).mtimeMs < Math.max(newest(`${root}src/core`), newest(`${root}src/cli`));

if (isStale()) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: 'src/cli/main.ts',
      outDir: 'dist-cli',
      target: 'node20',
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'pasteup.js', banner: '#!/usr/bin/env node' } },
    },
  });
}
await import(built);
