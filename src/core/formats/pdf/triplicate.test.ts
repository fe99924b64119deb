/** A newspaper of six pages set by a program, with the text that it was set from: it comes in whole, with sizes, in fragments of one column. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { importArgs } from '../../import-pages.ts';
import { call, newEdition, transact, type Edition, type Fragment, type Source } from '../../index.ts';
import { readFile } from '../readers.ts';

const folder = ['../shared/corpus', '../../shared/corpus']
  .map((path) => `${path}/pdf`)
  .find((path) => existsSync(`${path}/triplicate-1-6.pdf`));
if (!folder) console.warn('SKIPPED: the newspaper with its source is not here (../shared/corpus/pdf)');

/** What is printed, of all that the source says of a page: of the rest are files, measures and names of templates. */
const PRINTED =
  /^\s*(?:-\s+)?(?:(?:headline|deck|byline|dateline|caption|credit|subhead|title|quote|by|footnote|jump|tagline):\s+|-\s+)"((?:[^"\\]|\\.)*)"\s*$/gmu;

const printedIn = (yaml: string): string[] =>
  Array.from(yaml.matchAll(PRINTED), ([, quoted = '']) =>
    quoted
      .replace(/\\(.)/gu, '$1')
      .replace(/<[^>]*>/gu, '')
      .replace(/&amp;/gu, '&'),
  );

/** White space and hyphens depend on where lines end, case on the style. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u00ad\u2010-]+/gu, '');

/** The least that is taken for the same text and not for chance. */
const PIECE = 6;

/** How many characters of a text stand in one of the fragments, in pieces as long as can be. */
function foundOf(text: string, fragments: readonly string[]): number {
  if (fragments.some((fragment) => fragment.includes(text))) return text.length;
  let found = 0;
  for (let at = 0; at < text.length;) {
    let end = at + PIECE;
    const inside = fragments.filter((fragment) => end <= text.length && fragment.includes(text.slice(at, end)));
    if (inside.length === 0) {
      at++;
      continue;
    }
    while (end < text.length && inside.some((fragment) => fragment.includes(text.slice(at, end + 1)))) end++;
    found += end - at;
    at = end;
  }
  return found;
}

const linesOf = (source: Source, { spans }: Fragment): Source['lines'] =>
  source.lines.filter(({ start, end }) => spans.some(([from, to]) => start < to && end > from));

/** A paragraph's last line may be shorter than its first is indented: in points. */
const INDENT = 15;

/** How wide most lines of running text are. */
function measureOf(source: Source): number {
  const widths = source.lines.flatMap(({ box, start, end }) => (box && end - start > 20 ? [box[2]] : []));
  return widths.sort((a, b) => a - b)[widths.length >> 1] ?? 0;
}

/** Do its lines stand over one another, or at least in a column's width, as the cells of a small table do? A drop capital stands beside. */
function isInOneColumn(source: Source, fragment: Fragment): boolean {
  const boxes = linesOf(source, fragment).flatMap(({ box, start, end }) => (box && end - start > 1 ? [box] : []));
  const lefts = boxes.map(([x]) => x);
  const rights = boxes.map(([x, , width]) => x + width);
  return (
    Math.max(...lefts) < Math.min(...rights) + INDENT || Math.max(...rights) - Math.min(...lefts) < measureOf(source)
  );
}

describe.skipIf(!folder)('six pages', () => {
  let edition: Edition;
  const pages = folder
    ? readdirSync(`${folder}/triplicate-source`)
        .filter((name) => /^\d\d_.*\.yaml$/u.test(name))
        .sort()
    : [];
  beforeAll(async () => {
    const reading = await readFile(new Uint8Array(readFileSync(`${folder}/triplicate-1-6.pdf`)), 'paper.pdf');
    const empty = newEdition('e', 'paper');
    const outcome = transact(empty, call('edition.import', importArgs(empty, [reading])), { origin: 'import' });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    edition = outcome.edition;
  }, 60_000);

  it.each(pages.map((name, i) => [name, i] as const))('%s', (name, i) => {
    const source = Object.values(edition.sources)[i] as Source;
    const fragments = Object.values(edition.fragments[source.id] ?? {});
    const texts = fragments.map(({ spans }) => bare(spans.map(([from, to]) => source.text.slice(from, to)).join(' ')));
    const printed = printedIn(readFileSync(`${folder}/triplicate-source/${name}`, 'utf8')).map(bare);
    const all = printed.reduce((n, text) => n + text.length, 0);
    const found = printed.map((text) => foundOf(text, texts));
    expect(all).toBeGreaterThan(1500);
    expect(found.reduce((n, one) => n + one, 0) / all).toBeGreaterThanOrEqual(0.99);
    expect(
      fragments
        .filter((fragment) => !isInOneColumn(source, fragment))
        .map(({ spans }) => spans.map(([from, to]) => source.text.slice(from, to)).join(' | ')),
    ).toEqual([]);
    expect(source.lines.every(({ size, box }) => size !== undefined && box !== undefined)).toBe(true);
    expect(new Set(source.lines.map(({ size }) => size)).size).toBeGreaterThan(4);
  });
});
