import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FormatError } from './format-error.ts';
import { keptMarkup } from './markup.ts';
import { readFiles, type BatchReading } from './read-files.ts';
import { READERS } from './readers.ts';
import { messageCodes } from '../messages/index.ts';
import { PAGE_XML, SAMPLES } from './samples.test-support.ts';
import { spentSince } from '../processor-time.test-support.ts';

const sample = (id: string): Promise<BatchReading> => readFiles(SAMPLES.find((s) => s.id === id)?.files ?? []);
const text = (t: string): Uint8Array => new TextEncoder().encode(t);
const fragmentTexts = ({ reading: { sources, structure } }: BatchReading): string[] =>
  structure?.fragments.map((f) => f.spans.map(([a, b]) => sources[f.source]?.text.slice(a, b)).join(' ')) ?? [];

describe('METS', () => {
  it('brings pages in their order, articles over pages, titles, roles and the date', async () => {
    const batch = await sample('mets');
    const { reading, files, failures } = batch;
    expect([failures, files.map(({ name, sources }) => [name, sources])]).toEqual([[], [['issue/mets.xml', 2]]]);
    expect(reading.sources.map(({ name }) => name)).toEqual(['issue/alto/p1.xml', 'issue/alto/p2.xml']);
    expect(reading.structure?.pages.map(({ label }) => label)).toEqual(['1', '2']);
    const texts = fragmentTexts(batch);
    expect(
      reading.structure?.articles.map(({ fragments, kind, title }) => [fragments.map((i) => texts[i]), kind, title]),
    ).toEqual([
      [['Ferry to run again', 'The ferry at Low Quay will run', 'from Monday.'], undefined, 'Ferry to run again'],
      [['Good coal cheap'], 'advertisement', undefined],
    ]);
    expect(reading.structure?.articles[0]?.fragments.map((i) => reading.structure?.fragments[i]?.role)).toEqual([
      'headline',
      'body',
      'body',
    ]);
    expect(reading.about).toEqual({ title: 'The Quay Post', date: '1931-05-04' });
    expect(keptMarkup(reading.sources[0] ?? {}, 'mets')).toContain('<mets:mets');
    expect(keptMarkup(reading.sources[1] ?? {})).toContain('<alto');
  });
  it('says what is missing, and names it where all is', async () => {
    const files = SAMPLES.find((s) => s.id === 'mets')?.files ?? [];
    const { reading } = await readFiles(files.slice(0, 2));
    expect(reading.notes).toEqual([
      { code: 'mets.missing-file', params: { file: 'issue/mets.xml', href: 'alto/p2.xml' } },
    ]);
    expect((await readFiles(files.slice(0, 1))).failures).toMatchObject([
      { error: { code: 'mets.no-pages', params: { n: 2 } } },
    ]);
  });
});

describe('other engines', () => {
  it('ABBYY: blocks, sizes, roles, tables', async () => {
    const { reading } = await sample('abbyy');
    expect(reading.sources[0]).toMatchObject({
      text: 'Ferry runs\n8 a.m. & noon',
      pictures: [[10, 100, 390, 200]],
      separators: [[10, 95, 390, 3]],
    });
    expect(reading.sources[0]?.lines[0]).toMatchObject({
      size: 50,
      bold: true,
      confidence: 0.8,
      box: [10, 10, 190, 30],
    });
    expect(reading.structure?.fragments.map(({ role }) => role)).toEqual(['headline', 'table']);
  });
  it('Textract: layout gives roles and order', async () => {
    const { reading } = await sample('textract');
    expect(reading.sources[0]?.text).toBe('Ferry runs\nfrom Monday');
    expect(reading.structure?.fragments.map(({ role }) => role)).toEqual(['headline', 'body']);
    expect(reading.structure?.pages[0]?.order).toEqual([0, 1]);
  });
  it('Vision: lines end where it says', async () => {
    const { reading } = await sample('vision');
    expect(reading.sources[0]?.text).toBe('The fer-\nry runs.');
    expect(reading.sources[0]?.lines[0]?.box).toEqual([10, 20, 100, 30]);
  });
  it('TEI: lines and pages', async () => {
    const { reading } = await sample('markup');
    expect(reading.sources.map((s) => s.text)).toEqual([
      'Ferry to run\nagain\nThe ferry at Low Quay\nwill run.',
      'More & more.',
    ]);
    expect(reading.structure?.pages.map(({ label }) => label)).toEqual(['3', '4']);
  });
});

describe('other markup', () => {
  const said = async (name: string, xml: string): Promise<unknown> => {
    const { reading, failures } = await readFiles([{ name, bytes: text(xml) }]);
    return failures[0]?.error ?? reading.sources.map((source) => source.text);
  };
  it.each([
    [
      'icon.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><title>A boat on the blue sea</title><text>ok</text></svg>',
      'svg',
    ],
    ['pom.xml', '<?xml version="1.0"?>\n<settings><name>ferry</name><port>80</port></settings>', 'settings'],
  ])('%s is no document', async (name, xml, element) =>
    expect(await said(name, xml)).toMatchObject({ code: 'markup.no-document', params: { element } }),
  );
  it.each([
    ['a.xml', '<seite><zeile>Die Fähre fährt ab Montag</zeile></seite>', 'Die Fähre fährt ab Montag'],
    ['b.xml', '<doc><para>Ferry</para></doc>', 'Ferry'],
    ['c.xml', '<page><zh>渡口昨日恢复通航</zh></page>', '渡口昨日恢复通航'],
  ])('%s is one', async (name, xml, expected) => expect(await said(name, xml)).toEqual([expected]));
});

describe('a batch', () => {
  it('opens what it can and says what failed', async () => {
    const { reading, failures } = await readFiles([
      { name: 'good.txt', bytes: text('Ferry runs') },
      { name: 'bad.xml', bytes: text('<?xml version="1.0"?><PcGts><Page></PcGts>') },
      { name: 'odd.bin', bytes: Uint8Array.of(0, 1, 2, 3, 4, 5) },
    ]);
    expect(reading.sources.map(({ name }) => name)).toEqual(['good.txt']);
    expect(failures.map(({ name, error }) => [name, error.code])).toEqual([
      ['bad.xml', 'xml.not-well-formed'],
      ['odd.bin', 'format.unknown'],
    ]);
  });
  it('matches pictures by the name that the file gives, else by its own', async () => {
    const png = SAMPLES.find((s) => s.id === 'image')?.files[0]?.bytes ?? new Uint8Array();
    const { reading, facsimileOf } = await readFiles([
      { name: 'scans/p.png', bytes: png },
      { name: 'a.xml', bytes: text(PAGE_XML) },
      { name: 'b.txt', bytes: text('Text') },
      { name: 'B.png', bytes: png },
    ]);
    expect(facsimileOf.map((i) => reading.facsimiles?.[i]?.name)).toEqual(['scans/p.png', 'B.png']);
  });
  it('brings parts of one article in several files together', async () => {
    const part = (n: number, page: string): string =>
      PAGE_XML.replace(
        'caption="Ferry">',
        `caption="Ferry"><Labels><Label value="7" type="press-article"/><Label value="${n}/2" type="press-part"/></Labels>`,
      ).replace(
        '<Creator>x</Creator>',
        `<Creator>x</Creator><MetadataItem type="other" name="page-label" value="${page}"/>`,
      );
    const { reading } = await readFiles([
      { name: '1.xml', bytes: text(part(2, 'B')) },
      { name: '2.xml', bytes: text(part(1, 'A')) },
    ]);
    expect(reading.structure?.articles.map(({ fragments }) => fragments)).toEqual([[2, 3, 0, 1]]);
    expect(reading.structure?.pages.map(({ label }) => label)).toEqual(['B', 'A']);
  });
  it('hears of a cancel, and then nothing is read', async () => {
    const signal = { aborted: false };
    const many = Array.from({ length: 5 }, (_, i) => ({ name: `${i}.xml`, bytes: text(PAGE_XML) }));
    const reading = readFiles(many, {
      signal,
      pause: async () => {
        signal.aborted = true;
      },
    });
    await expect(reading).rejects.toMatchObject({ said: { code: 'format.cancelled' } });
  });
  it('tells how far it is', async () => {
    const shares: number[] = [];
    await readFiles(
      [
        { name: 'a.txt', bytes: text('a') },
        { name: 'b.xml', bytes: text(PAGE_XML) },
      ],
      { progress: (done, total) => shares.push(done / total) },
    );
    expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1)).toBe(true);
    expect(shares.at(-1)).toBe(1);
  });
});

describe('zip', () => {
  const open = async (
    entries: Record<string, Uint8Array>,
    tamper: (zip: Uint8Array) => Uint8Array = (z) => z,
  ): Promise<BatchReading> => readFiles([{ name: 'a.zip', bytes: tamper(zipSync(entries, { mtime: 315619200000 })) }]);
  it('is opened in the order of its names', async () => {
    const { reading } = await open({ 'p10.txt': text('ten'), 'p2.txt': text('two'), '__MACOSX/p2.txt': text('x') });
    expect(reading.sources.map((s) => s.text)).toEqual(['two', 'ten']);
  });
  it.each([
    ['a path out of it', { '../evil.txt': text('x') }, 'zip.slip'],
    ['a path from the root', { '/etc/evil.txt': text('x') }, 'zip.slip'],
  ])('refuses %s', async (_, entries, code) =>
    expect((await open(entries)).failures).toMatchObject([{ error: { code } }]),
  );
  it('refuses a bit that was turned', async () => {
    const { failures } = await open({ 'a.txt': text('Ferry runs. '.repeat(50)) }, (zip) =>
      zip.map((b, i) => (i === 45 ? b ^ 4 : b)),
    );
    expect(failures[0]?.error.code).toBe('zip.damaged');
  });
  it('refuses a bomb within two seconds of work', async () => {
    const bytes = zipSync({ 'a.txt': new Uint8Array(100 * 2 ** 20) }, { level: 1 });
    const began = spentSince();
    const { failures } = await readFiles([{ name: 'a.zip', bytes }]);
    expect(failures[0]?.error.code).toBe('zip.too-big');
    expect(spentSince(began)).toBeLessThan(2000);
  });
});

describe('bombs', () => {
  it.each([
    ['entities', `<!DOCTYPE PcGts [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><PcGts>&b;</PcGts>`, 'xml.entities'],
    ['nesting', `<PcGts>${'<a>'.repeat(200_000)}`, 'xml.too-deep'],
    ['nested HTML', `<html><div class="ocr_page">${'<div>'.repeat(200_000)}`, 'xml.too-deep'],
    ['nested JSON', `{"Blocks":[{"BlockType":${'['.repeat(1_000_000)}`, 'file.not-json'],
  ])('%s', async (_, content, code) => {
    const began = spentSince();
    const { failures } = await readFiles([
      { name: code === 'file.not-json' ? 'a.json' : 'a.xml', bytes: text(content) },
    ]);
    expect(failures[0]?.error.code).toBe(code);
    expect(spentSince(began)).toBeLessThan(2000);
  });
  it('a picture that claims 65,535² pixels', async () => {
    const png = (SAMPLES.find((s) => s.id === 'image')?.files[0]?.bytes ?? new Uint8Array()).slice();
    png.set([0, 0, 255, 255, 0, 0, 255, 255], 16);
    expect((await readFiles([{ name: 'a.png', bytes: png }])).failures[0]?.error.code).toBe('image.too-big');
  });
});

describe('the registry', () => {
  it('has a sentence for every name, gain and loss', () => {
    const known = new Set(messageCodes());
    expect(
      READERS.flatMap(({ name, carries, loses }) => [name, ...carries, ...loses]).filter(
        ({ code }) => !known.has(code),
      ),
    ).toEqual([]);
  });
  it('throws nothing but FormatError', async () => {
    await expect(readFiles([], { signal: { aborted: true } })).resolves.toBeDefined();
    expect(new FormatError('format.cancelled').said.code).toBe('format.cancelled');
  });
});
