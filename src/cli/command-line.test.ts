/** The command line as others call it: built, in a process of its own. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const LAUNCH = fileURLToPath(new URL('./launch.mjs', import.meta.url));
/** What the first call builds. */
const PASTEUP = fileURLToPath(new URL('../../dist-cli/pasteup.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pasteup-'));
const at = (name: string): string => join(folder, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const read = (name: string): string => readFileSync(at(name), 'utf8');

function run(args: readonly string[], input?: string | Uint8Array) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PASTEUP, ...args], {
    cwd: folder,
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, out: stdout.toString('utf8'), said: stderr.toString('utf8'), bytes: stdout };
}

const PAGE = `Ferry to Low Quay runs again

By Ada Penrose

The ferry to Low Quay took its first passengers on Monday, a year
after the storm that broke the landing. It leaves every half hour.
The harbour office said the new landing cost less than was feared.
`;

interface Saved {
  version: number;
  articles: { kind: string; review: { state: string } }[];
  fragments: {
    role: string;
    id: string;
    spans: [number, number][];
    placement: object;
    jump?: object;
    articleId: string | null;
  }[];
  sources: { text: string }[];
}
let saved = '';
const changed = (change: (edition: Saved & Record<string, unknown>) => void): string => {
  const edition = JSON.parse(saved) as Saved & Record<string, unknown>;
  change(edition);
  return JSON.stringify(edition);
};

beforeAll(() => {
  put('page-1.txt', PAGE);
  const first = spawnSync(process.execPath, [LAUNCH, 'reconstruct', 'page-1.txt', '--out', 'paper.json'], {
    cwd: folder,
  });
  expect([first.status, first.stdout.toString(), first.stderr.toString()]).toEqual([0, '', '']);
  saved = read('paper.json');
}, 120_000);

describe('what is wrong is said with file, line and column, and nothing is written', () => {
  const twice = (edition: Saved): unknown => edition.fragments.push({ ...edition.fragments[0]! });
  const WRONG: readonly (readonly [string, () => string | Uint8Array, string])[] = [
    ['no JSON', () => '{"format": "pasteup-edition",\n "version": 1,,}', ':2:15: '],
    ['JSON of another kind', () => '{\n "format": "other"\n}', ':2:12: '],
    ['a list', () => '[]', ':1:1: '],
    ['null', () => 'null', ':1:1: '],
    ['nothing', () => '', ':1:1: '],
    ['white space', () => ' \n', ':1:1: '],
    ['bytes', () => Uint8Array.of(0xff, 0xfe, 0, 1, 2), ':1:1: '],
    ['an id twice', () => changed(twice), '\\.id: the id f1 is used twice'],
    ['a span out of its source', () => changed((e) => (e.fragments[0]!.spans = [[0, 99_999]])), 'the span 0–99999'],
    ['an article that is not there', () => changed((e) => (e.fragments[0]!.articleId = 'a77')), 'name each other'],
    ['a role that is none', () => changed((e) => (e.fragments[0]!.role = 'poem')), 'Expected .*headline'],
    ['a lost fragment', () => changed((e) => e.fragments.pop() && (e.articles = [])), '.'],
  ];
  test.each(WRONG)('%s', (name, content, sentence) => {
    const file = put('wrong.json', content());
    const { code, said, out } = run(['export', file, '--to', 'text', '--out', 'never.txt']);
    expect([name, code, out]).toEqual([name, 2, '']);
    expect(said).toMatch(/^.*wrong\.json:\d+:\d+: .*\n$/u);
    expect(said).toMatch(new RegExp(sentence, 'u'));
    expect(said).toMatch(/expected/iu);
    expect(existsSync(at('never.txt'))).toBe(false);
  });
  test.each(['import', 'reconstruct'])('%s of files of which one is bad writes nothing', (command) => {
    put('bad.xml', '<?xml version="1.0"?>\n<alto>\n <Layout>\n  <Page ID="p">\n</alto>\n');
    const { code, said } = run([command, 'page-1.txt', at('bad.xml'), '--out', 'never.json']);
    expect(code).toBe(2);
    expect(said).toContain(`${at('bad.xml')}:5:`);
    expect(existsSync(at('never.json'))).toBe(false);
  });
  test.each(['nowhere.json', '.'])('%s cannot be read', (file) => {
    expect(run(['check', file])).toMatchObject({ code: 2, out: '' });
    expect(run(['check', file]).said).toMatch(/^[^:]+:1:1: .*Expected/u);
  });
  test('in words, and its place once', () => {
    const said = (...args: readonly string[]): string => run(args).said;
    expect(said('check', 'nowhere.json')).toContain('there is no such file');
    expect(said('check', put('colon.json', '{"format"}'))).toContain('colon.json:1:10: this is no JSON: a colon');
    expect(said('import', put('kind.xml', '<?xml version="1.0"?><kind/>'), '--out', 'x.json')).toMatch(
      /kind\.xml:1:22: <kind> holds/u,
    );
    expect(said('import', 'page-1.txt', '--out', 'page-1.txt/x.json')).toContain('there is a file where a folder');
  });
  test.each([
    [['export', 'paper.json', '--to', 'text', '--out', './paper.json']],
    [['export', 'paper.json', '--to', 'text,markdown', '--out', 'over']],
    [['report', 'paper.json', '--out', 'paper.json']],
    [['replay', 'journal.json', '--out', 'journal.json']],
  ])('what is read is not written over by what is made of it: %j', (args) => {
    put('journal.json', JSON.stringify({ format: 'pasteup-journal', version: 1, start: JSON.parse(saved), steps: [] }));
    mkdirSync(at('over/text'), { recursive: true });
    if (!existsSync(at('over/text/page-1.txt'))) symlinkSync(at('paper.json'), at('over/text/page-1.txt'));
    const journal = read('journal.json');
    const { code, said } = run(args);
    expect([code, said]).toEqual([2, expect.stringMatching(/^.+:1:1: is one of the files to be read/u)]);
    expect([read('paper.json'), read('journal.json')]).toEqual([saved, journal]);
  });
  test('a format that is named twice is written once', () => {
    expect(run(['export', 'paper.json', '--to', 'text,text', '--out', 'once.txt'])).toMatchObject({ code: 0 });
    expect(read('once.txt')).toContain('Ferry');
  });
  test('the version and the formats are said', () => {
    expect(run(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) as string });
    expect(run(['export', '--help']).out).toContain('text-articles');
  });
});

test.each([
  [[]],
  [['frobnicate']],
  [['import', 'page-1.txt']],
  [['import', '--out', 'x.json']],
  [['check', 'paper.json', '--format', 'yaml']],
  [['export', 'paper.json', '--to', 'nope', '--out', 'x']],
  [['export', 'paper.json', '--to', 'text', '--out', 'x', '--page', '99']],
  [['report', 'paper.json', '--out', 'x', '--format', 'pdf']],
  [['report', 'paper.json', '--out', 'x', '--language', 'fr']],
])('a wrong call is refused: %j', (args) => {
  const before = readdirSync(folder);
  const { code, out, said } = run(args);
  expect([code, out]).toEqual([2, '']);
  expect(said).not.toMatch(/\bat .*\.js:\d/u);
  expect(said).not.toBe('');
  expect(readdirSync(folder)).toEqual(before);
});

describe('standard input and output', () => {
  test('- is both, for everything', () => {
    const imported = run(['import', '-', '--out', '-'], PAGE);
    expect(imported.code).toBe(0);
    expect(run(['check', '-'], imported.out).out).toContain('balanced');
    expect(run(['export', '-', '--to', 'json', '--out', '-'], imported.out).out).toBe(imported.out);
    expect(readdirSync(folder)).not.toContain('-');
  });
  test('several files on standard output are one zip', () => {
    const { code, bytes } = run(['export', 'paper.json', '--to', 'text,markdown', '--out', '-']);
    expect([code, bytes.subarray(0, 2).toString()]).toEqual([0, 'PK']);
    expect(existsSync(at('-'))).toBe(false);
  });
  test.each([
    ['check', 'paper.json'],
    ['export', 'paper.json', '--to', 'json', '--out', '-'],
  ])('a reader that stops listening is no failure: %s', async (...args) => {
    const child = spawn(process.execPath, [PASTEUP, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, said]).toEqual([0, expect.not.stringContaining('EPIPE')]);
  });
  test.skipIf(!existsSync('/dev/full'))('a full disk is one', () => {
    const shell = `"${process.execPath}" "${PASTEUP}" export paper.json --to json --out - > /dev/full`;
    expect(spawnSync('sh', ['-c', shell], { cwd: folder }).status).toBe(2);
  });
});

describe('what is written is written whole', () => {
  test('a device stays a device, and a link leads where it led', () => {
    put('target.txt', 'old');
    symlinkSync(at('target.txt'), at('link.txt'));
    expect(run(['export', 'paper.json', '--to', 'text', '--out', 'link.txt']).code).toBe(0);
    expect(read('target.txt')).toContain('Ferry');
    expect(run(['export', 'paper.json', '--to', 'text', '--out', '/dev/null']).code).toBe(0);
    execFileSync('test', ['-c', '/dev/null']);
  });
  test('the rights of a file that is there stay', () => {
    put('rights.txt', 'old');
    chmodSync(at('rights.txt'), 0o640);
    run(['export', 'paper.json', '--to', 'text', '--out', 'rights.txt']);
    expect(
      execFileSync('stat', ['-c', '%a', at('rights.txt')])
        .toString()
        .trim(),
    ).toBe('640');
  });
  test('of several files all or none', () => {
    mkdirSync(at('issue/text'), { recursive: true });
    mkdirSync(at('issue/markdown/paper.md'), { recursive: true }); // a folder where a file should be
    const { code } = run(['export', 'paper.json', '--to', 'text,markdown', '--out', 'issue']);
    const names = readdirSync(at('issue'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:txt|part)$/u.test(name),
    );
    if (code === 2) expect(names).toEqual([]);
    else expect(names.length).toBe(1);
    expect(run(['export', 'paper.json', '--to', 'text', '--out', 'issue'])).toMatchObject({ code: 2 });
  });
  test.skipIf(!existsSync('/proc'))('a place that takes no files is said', () => {
    expect(run(['export', 'paper.json', '--to', 'text', '--out', '/proc/x/y'])).toMatchObject({ code: 2 });
  });
  test('the text of a page is not written over by its edition', () => {
    put('only.txt', PAGE);
    expect(run(['reconstruct', 'only.txt', '--out', './only.txt'])).toMatchObject({ code: 2 });
    expect(read('only.txt')).toBe(PAGE);
  });
});

describe('the saved file', () => {
  test('is the same when it is opened and saved, by every way', () => {
    for (const command of ['import', 'reconstruct']) {
      expect(run([command, 'paper.json', '--out', 'again.json'])).toMatchObject({ code: 0, said: '' });
      expect(read('again.json')).toBe(saved);
    }
    run(['export', 'paper.json', '--to', 'json', '--out', 'again.json']);
    expect(read('again.json')).toBe(saved);
  });
  test('is the same in another folder, language and time zone', () => {
    const again = spawnSync(process.execPath, [PASTEUP, 'reconstruct', at('page-1.txt'), '--out', '-'], {
      cwd: tmpdir(),
      env: { ...process.env, TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' },
    });
    expect(again.stdout.toString()).toBe(saved);
  });
  test('keeps keys that nobody knows, in every record', () => {
    const unknown = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(unknown);
      if (typeof value !== 'object' || value === null) return value;
      const inside = Object.entries(value).map(([key, item]) => [key, unknown(item)] as const);
      return Object.fromEntries([
        ...inside,
        ['x-desk', { note: ['kept', null, 1.5] }],
        ['__proto__', 1],
        ['constructor', 'c'],
      ]);
    };
    put('odd.json', JSON.stringify(unknown(JSON.parse(saved))));
    const { code, out, said } = run(['export', 'odd.json', '--to', 'json', '--out', '-']);
    expect([code, said.includes('unaccounted')]).toEqual([0, true]);
    expect(JSON.stringify(JSON.parse(out))).toBe(JSON.stringify(JSON.parse(read('odd.json'))));
  });
  test('of a newer version is read, said to be newer, and saved as it came', () => {
    put(
      'newer.json',
      changed((e) => {
        e.version = 2;
        e.fragments[0]!.role = 'poem';
        e.fragments[0]!.placement = { at: 'wall', hook: 3 };
        e.articles[0]!.kind = 'saga';
        e.articles[0]!.review = { state: 'sealed' };
        e['ledger'] = { new: 'shape' };
      }),
    );
    const checked = run(['check', 'newer.json']);
    expect(checked.said).toMatch(/^newer\.json:1:1: .*newer Pasteup \(version 2; this one knows 1\)/u);
    expect(checked.out).toContain('balanced');
    const { out } = run(['export', 'newer.json', '--to', 'json', '--out', '-']);
    expect(JSON.stringify(JSON.parse(out))).toBe(read('newer.json'));
    expect(run(['reconstruct', 'newer.json', '--out', 'never.json'])).toMatchObject({ code: 2 });
    expect(existsSync(at('never.json'))).toBe(false);
  });
  test('that lost a fragment is checked, with what is lost as an error', () => {
    const one = changed((e) => {
      const [first] = e.fragments.splice(0, 1);
      for (const a of e.articles as unknown as { fragmentIds: string[] }[])
        a.fragmentIds = a.fragmentIds.filter((id) => id !== first?.id);
    });
    const { code, out } = run(['check', put('lost.json', one)]);
    expect([code, out]).toEqual([1, expect.stringContaining('[ledger]')]);
    expect(out).toContain('NOT balanced');
  });
});
