#!/usr/bin/env node
/** Runs the command line in a checkout: built when it is not there or older than its source. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}dist-cli/`;
const built = `${folder}pasteup.js`;

const STALE = 3_600_000;

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .reduce((latest, entry) => Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs), 0);

const isStale = () =>
  !existsSync(built) ||
  statSync(built).mtimeMs <
    Math.max(newest(`${root}src/core`), newest(`${root}src/cli`), statSync(`${root}package.json`).mtimeMs);

/** Calls that come at once may all build: each in a folder of its own, and what runs already keeps what it needs. */
async function build() {
  const { build } = await import('vite');
  const own = `${folder}.${process.pid}`;
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      // One process reads all of it: what npm brings is built in, but for pdf.js, which brings tables along.
      ssr: { noExternal: true, external: ['pdfjs-dist'] },
      build: {
        ssr: 'src/cli/main.ts',
        outDir: own,
        target: 'node20',
        emptyOutDir: true,
        rollupOptions: {
          // A module that gives a command nothing is left out, whatever it does: none may do something for another.
          treeshake: { moduleSideEffects: false },
          output: { entryFileNames: 'pasteup.js', banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : '') },
        },
      },
    });
    mkdirSync(`${folder}assets`, { recursive: true });
    if (existsSync(`${own}/assets`))
      for (const name of readdirSync(`${own}/assets`)) renameSync(`${own}/assets/${name}`, `${folder}assets/${name}`);
    renameSync(`${own}/pasteup.js`, built);
    // Chunks of earlier builds; what runs at this moment may still ask for one.
    for (const name of readdirSync(`${folder}assets`))
      if (statSync(`${folder}assets/${name}`).mtimeMs < Date.now() - STALE)
        rmSync(`${folder}assets/${name}`, { force: true });
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

if (isStale()) await build();
// npm goes to the checkout's root; names of files are meant from where the user stands.
if (process.env.npm_lifecycle_event === 'pasteup' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(built);
