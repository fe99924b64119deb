/** The layers of src/README.md as a test: who may know whom, no cycles, no file that has outgrown a reader. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|svelte|mjs)$/u.test(path) && !path.endsWith('.d.ts'));
const textOf = new Map(files.map((path) => [path, readFileSync(join(SRC, path), 'utf8')]));
const isTest = (path: string): boolean => /\.test\.ts$|test-support|testing|^storage\/fake-browser/u.test(path);
const shipped = files.filter((path) => !isTest(path));

const IMPORT = /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gu;
const code = (path: string): string => (textOf.get(path) ?? '').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, '');

function importsOf(path: string, text = code(path)): string[] {
  return Array.from(text.matchAll(IMPORT), (m) => m[1] ?? m[2] ?? '').map((name) =>
    name.startsWith('.') ? posix.join(posix.dirname(path), name.replace(/\?.*$/u, '')) : name,
  );
}
const imports = new Map(files.map((path) => [path, importsOf(path)]));
/** What is left when the program runs: imports of types alone are gone by then, so a ring of them locks nothing up. */
const running = new Map(
  files.map((path) => [
    path,
    importsOf(path, code(path).replace(/\b(?:import|export)\s+type\s[^'"`;]*?from\s*['"][^'"]+['"]/gu, '')),
  ]),
);
const isOurs = (name: string): boolean => textOf.has(name);

/** `core/model`, `core/ledger`, `editor`, `main`. */
function layerOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return (top === 'core' ? `core/${second}` : top).replace(/\.\w+$/u, '');
}

const IN_CORE = [
  'model',
  'repair',
  'press',
  'messages',
  'layout',
  'continuations',
  'ledger',
  'checks',
  'compare',
  'commands',
  'patches',
  'transact',
  'history',
  'formats',
  'reconstruct',
  'suggest',
  'jumps',
  'import-args',
  'import-pages',
  'replace',
  'review',
  'journal',
].map((name) => `core/${name}`);

/** What each layer may import, itself aside. Type-only imports count. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'core/model': [],
  'core/repair': ['core/model'],
  'core/press': ['core/model', 'core/repair'],
  // The catalogue gathers the sentences of formats and engines, which take its type.
  'core/messages': ['core/model', 'core/formats', 'core/reconstruct'],
  'core/layout': ['core/model'],
  'core/continuations': ['core/model', 'core/press'],
  'core/ledger': ['core/model'],
  'core/checks': [
    'core/model',
    'core/press',
    'core/repair',
    'core/reconstruct',
    'core/ledger',
    'core/continuations',
    'core/transact',
    'core/formats',
  ],
  'core/compare': ['core/model'],
  'core/commands': ['core/model', 'core/press', 'core/repair', 'core/layout', 'core/continuations', 'core/compare'],
  'core/patches': [],
  'core/transact': ['core/model', 'core/commands', 'core/ledger', 'core/patches'],
  'core/history': ['core/model', 'core/transact', 'core/patches'],
  'core/formats': ['core/model', 'core/press', 'core/layout', 'core/ledger', 'core/continuations', 'core/messages'],
  'core/reconstruct': ['core/model', 'core/press', 'core/repair', 'core/messages'],
  'core/suggest': ['core/model', 'core/commands', 'core/transact', 'core/reconstruct'],
  'core/jumps': [
    'core/model',
    'core/press',
    'core/continuations',
    'core/commands',
    'core/transact',
    'core/reconstruct',
  ],
  'core/import-args': ['core/model', 'core/commands', 'core/formats'],
  'core/import-pages': ['core/model', 'core/commands', 'core/formats', 'core/import-args', 'core/reconstruct'],
  'core/replace': ['core/model', 'core/commands', 'core/import-args'],
  'core/review': [
    'core/model',
    'core/layout',
    'core/continuations',
    'core/checks',
    'core/commands',
    'core/transact',
    'core/history',
    'core/ledger',
    'core/messages',
    'core/formats',
    'core/reconstruct',
  ],
  'core/journal': ['core/model', 'core/history', 'core/ledger', 'core/formats'],
  'core/index': IN_CORE,
  editor: ['core/index'],
  canvas: ['core/index', 'editor'],
  storage: ['core/index', 'editor'],
  workers: ['core/index', 'editor'],
  ui: ['core/index', 'editor', 'canvas'],
  cli: ['core/index'],
  bench: ['core/index', ...IN_CORE, 'editor', 'canvas', 'workers', 'cli'],
  workplace: ['core/index', 'editor', 'storage', 'workers', 'ui'],
  intake: ['core/index', 'editor', 'storage', 'workers', 'ui', 'workplace'],
  'review-files': ['core/index', 'editor', 'storage', 'ui', 'workplace'],
  main: ['core/index', 'editor', 'canvas', 'storage', 'workers', 'ui', 'intake', 'review-files', 'workplace'],
};

const offences = (paths: readonly string[], wrong: (path: string, name: string) => boolean): string[] =>
  paths.flatMap((path) =>
    (imports.get(path) ?? []).filter((name) => wrong(path, name)).map((name) => `${path} imports ${name}`),
  );

describe('layers', () => {
  test('every file belongs to one', () => {
    expect([...new Set(shipped.map(layerOf))].filter((layer) => !MAY[layer])).toEqual([]);
  });

  test('each imports only what lies below it', () => {
    const bad = offences(
      shipped,
      (path, name) => isOurs(name) && layerOf(name) !== layerOf(path) && !MAY[layerOf(path)]?.includes(layerOf(name)),
    );
    expect(bad).toEqual([]);
  });

  test('a layer above the core knows it by its face', () => {
    const bad = offences(
      shipped.filter((path) => !path.startsWith('core/') && !path.startsWith('bench/')),
      (_, name) => name.startsWith('core/') && name !== 'core/index.ts',
    );
    expect(bad).toEqual([]);
  });

  test('no command knows the registry, and no format the other formats', () => {
    expect(
      offences(
        shipped.filter((path) => path.startsWith('core/commands/')),
        (_, name) => name === 'core/commands/index.ts',
      ),
    ).toEqual([]);
    const registries = ['core/formats/readers.ts', 'core/formats/writers.ts'];
    const inFormat = shipped.filter((path) => /^core\/formats\/[\w-]+\//u.test(path));
    expect(offences(inFormat, (_, name) => registries.includes(name))).toEqual([]);
  });
});

describe('the core runs anywhere', () => {
  const core = shipped.filter((path) => path.startsWith('core/'));

  test('without Node, Svelte, Konva or a file that is not plain TypeScript', () => {
    expect(core.filter((path) => !path.endsWith('.ts') || path.endsWith('.svelte.ts'))).toEqual([]);
    expect(
      offences(core, (_, name) =>
        /^(?:node:|svelte|konva|virtua|idb|browser-fs-access|tinykeys|@lucide|bits-ui)/u.test(name),
      ),
    ).toEqual([]);
  });

  test('without the DOM', () => {
    const dom =
      /\b(?:window|navigator|localStorage|indexedDB|HTMLElement)\b\s*\.|\bdocument\.(?:create|query|getElement|body|addEvent)|\brequestAnimationFrame\(/u;
    expect(core.filter((path) => dom.test(code(path).replace(/(['"`])(?:\\.|(?!\1)[^\\])*\1/gu, '')))).toEqual([]);
  });

  test('the same twice: no clock, no chance, no locale', () => {
    const chance = /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|\.toLocale\w+\(|\.localeCompare\(/u;
    expect(core.filter((path) => chance.test(code(path)))).toEqual([]);
  });

  test('one call makes patches', () => {
    expect(shipped.filter((path) => /\bproduceWithPatches\(/u.test(code(path)))).toEqual(['core/transact.ts']);
  });
});

describe('the house', () => {
  test('only the canvas draws with Konva', () => {
    expect(
      offences(
        shipped.filter((path) => !path.startsWith('canvas/') && !path.startsWith('bench/canvas/')),
        (_, name) => name.startsWith('konva'),
      ),
    ).toEqual([]);
  });

  test('the editor knows no document', () => {
    const editor = shipped.filter((path) => path.startsWith('editor/'));
    expect(editor.filter((path) => /\b(?:document|window)\.|HTMLElement/u.test(code(path)))).toEqual([]);
  });

  test('there is no import cycle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'open') cycles.push([...trail.slice(trail.indexOf(path)), path].join(' > '));
      if (state.has(path)) return;
      state.set(path, 'open');
      for (const name of running.get(path) ?? []) if (isOurs(name)) visit(name, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of files) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('no file is longer than 500 lines', () => {
    expect(files.filter((path) => (textOf.get(path) ?? '').split('\n').length > 500)).toEqual([]);
  });

  test('no module hands on whatever another one has', () => {
    // Types alone may: the model's are the core's.
    expect(files.filter((path) => /\bexport\s+\*/u.test(code(path)))).toEqual([]);
  });
});
