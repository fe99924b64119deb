import { describe, expect, it } from 'vitest';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { FormatError } from '../format-error.ts';
import type { SourceDraft } from '../reading.ts';
import { countAlto } from './count.ts';
import { altoReader } from './read.ts';

const readAltoPages = async (input: Uint8Array | string): Promise<readonly SourceDraft[]> =>
  (await altoReader.read(typeof input === 'string' ? new TextEncoder().encode(input) : input, 'a.xml', {})).sources;
async function readAlto(input: Uint8Array | string): Promise<SourceDraft> {
  const [first, ...rest] = await readAltoPages(input);
  if (!first || rest.length) throw new Error('not one page');
  return first;
}
const page = (
  body: string,
  { root = '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">', unit = 'pixel', styles = '' } = {},
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root}<Description><MeasurementUnit>${unit}</MeasurementUnit><sourceImageInformation><fileName>scan/page-1.tif</fileName></sourceImageInformation></Description><Styles>${styles}</Styles><Layout><Page ID="P1" WIDTH="2000" HEIGHT="3000"><PrintSpace>${body}</PrintSpace></Page></Layout></${root.slice(1).split(/[\s>]/u)[0] ?? ''}>`;
const word = (content: string, x = 0, y = 0, w = 50, more = ''): string =>
  `<String CONTENT="${content}" HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="30" ${more}/>`;
const block = (...lines: string[]): string =>
  `<TextBlock ID="B1" HPOS="0" VPOS="0" WIDTH="400" HEIGHT="400">${lines.join('')}</TextBlock>`;
const line = (id: string, y: number, inner: string, more = ''): string =>
  `<TextLine ID="${id}" HPOS="10" VPOS="${y}" WIDTH="400" HEIGHT="30" ${more}>${inner}</TextLine>`;
const failure = async (input: Uint8Array | string): Promise<FormatError> => {
  try {
    await readAltoPages(input);
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('text', () => {
  it('joins words by SP and lines by a break, and says where each line stands', async () => {
    const source = await readAlto(
      page(block(line('L1', 0, `${word('Die')}<SP/>${word('neue')}`), line('L2', 40, word('Brücke')))),
    );
    expect(source.text).toBe('Die neue\nBrücke');
    expect(source.lines).toEqual([
      { start: 0, end: 8, ref: 'L1', box: [10, 0, 400, 30], block: 'B1' },
      { start: 9, end: 15, ref: 'L2', box: [10, 40, 400, 30], block: 'B1' },
    ]);
    expect([source.width, source.height, source.unit, source.image]).toEqual([2000, 3000, 'px', 'page-1.tif']);
  });
  it('keeps the printed hyphen and both halves, never SUBS_CONTENT', async () => {
    const first = `${word('Brük', 0, 0, 50, 'SUBS_TYPE="HypPart1" SUBS_CONTENT="Brücke"')}<HYP CONTENT="⸗"/>`;
    const source = await readAlto(
      page(
        block(line('L1', 0, first), line('L2', 40, word('ke', 0, 0, 50, 'SUBS_TYPE="HypPart2" SUBS_CONTENT="Brücke"'))),
      ),
    );
    expect(source.text).toBe('Brük⸗\nke');
  });
  it('parts words where the file has no SP at all, but not CJK and not a sign that touches its word', async () => {
    const western = await readAlto(
      page(
        block(
          line('L1', 0, word('Die', 0, 0, 50) + word('Brücke', 60, 0, 50) + word(',', 110, 0, 5) + word('neu', 130)),
        ),
      ),
    );
    expect(western.text).toBe('Die Brücke, neu');
    expect((await readAlto(page(block(line('L1', 0, word('大', 0) + word('桥', 50)))))).text).toBe('大桥');
  });
  it('takes a missing SP for no space where the file marks spaces', async () => {
    expect((await readAlto(page(block(line('L1', 0, `${word('l’')}${word('eau')}<SP/>${word('monte')}`))))).text).toBe(
      'l’eau monte',
    );
  });
  it('sends words that were all put into one line to the lines they were printed in', async () => {
    const rows = `${word('dritte', 10, 80)}${word('Zeile', 70, 80)}${word('zweite', 10, 40)}${word('Reihe', 70, 40)}${word('erste', 10, 0)}`;
    const source = await readAlto(page(block(line('L1', 0, ''), line('L2', 40, ''), line('L3', 80, rows))));
    expect(source.lines.map(({ ref, start, end }) => `${ref ?? ''} ${source.text.slice(start, end)}`)).toEqual([
      'L1 erste',
      'L2 zweite Reihe',
      'L3 dritte Zeile',
    ]);
  });
  it('leaves a line alone whose words only look like rows where no empty line waits', async () => {
    expect(
      (await readAlto(page(block(line('L1', 0, word('b', 100) + word('a', 10)), line('L2', 40, word('c')))))).text,
    ).toBe('b a\nc');
  });
  it('loses no word outside a line', async () => {
    expect((await readAlto(page(`<TextBlock ID="B1">${word('verirrt')}</TextBlock>`))).text).toBe('verirrt');
  });
  it('reads entities of XML itself', async () =>
    expect((await readAlto(page(block(line('L1', 0, word('Müller &amp; &#x4E2D;')))))).text).toBe('Müller & 中'));
});

describe('what the file knows of a line', () => {
  const styles = '<TextStyle ID="T1" FONTSIZE="10"/><TextStyle ID="T2" FONTSIZE="20" FONTSTYLE="bold italics"/>';
  it('gives mean word confidence, size and weight: the nearest style wins', async () => {
    const body = `<TextBlock ID="B1" STYLEREFS="T1">${line('L1', 0, `${word('hoch', 0, 0, 50, 'WC="0.5"')}<SP/>${word('tief', 0, 0, 50, 'WC="1"')}`)}${line('L2', 40, word('Kopf'), 'STYLEREFS="T2 P0"')}</TextBlock>`;
    const [first, second] = (await readAlto(page(body, { styles, unit: 'mm10' }))).lines;
    expect(first).toMatchObject({ confidence: 0.75, size: 35.3 });
    expect(first?.bold).toBeUndefined();
    expect(second).toMatchObject({ size: 70.6, bold: true });
  });
  it('brings points to pixels by the height of the lines', async () => {
    const body = `<TextBlock ID="B1" STYLEREFS="T1">${line('L1', 0, word('a'))}${line('L2', 40, word('b'))}${line('L3', 80, word('c'), 'STYLEREFS="T2"')}</TextBlock>`;
    expect((await readAlto(page(body, { styles }))).lines.map(({ size }) => size)).toEqual([30, 30, 60]);
  });
  it('keeps rules and pictures apart from text', async () => {
    const source = await readAlto(
      page(
        `<GraphicalElement HPOS="1" VPOS="2" WIDTH="3" HEIGHT="400"/><Illustration HPOS="5" VPOS="6" WIDTH="70" HEIGHT="80"/>${block(line('L1', 0, word('a')))}`,
      ),
    );
    expect([source.separators, source.pictures, source.text]).toEqual([[[1, 2, 3, 400]], [[5, 6, 70, 80]], 'a']);
  });
});

describe('versions and encodings', () => {
  it.each([
    '<alto>',
    '<alto xmlns="http://schema.ccs-gmbh.com/ALTO">',
    '<alto:alto xmlns:alto="http://www.loc.gov/standards/alto/ns-v3#">',
  ])('reads %s', async (root) => {
    const body = block(line('L1', 0, word('Tag')));
    expect((await readAlto(page(body, { root }))).text).toBe('Tag');
  });
  it('reads prefixed elements', async () => {
    const text = page(block(line('L1', 0, word('Tag'))), {
      root: '<a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v4#">',
    }).replace(/<(\/?)(?!\/?a:|\?)/gu, '<$1a:');
    expect((await readAlto(text)).text).toBe('Tag');
  });
  it('keeps the unit', async () => expect((await readAlto(page('', { unit: 'inch1200' }))).unit).toBe('inch1200'));
  it('decodes what the declaration names', async () => {
    const text = page(block(line('L1', 0, word('Br\u00fccke')))).replace('UTF-8', 'ISO-8859-1');
    const source = await readAlto(Uint8Array.from(text, (c) => c.charCodeAt(0)));
    expect([source.text, source.encoding]).toEqual(['Brücke', 'windows-1252']);
  });
  it('reads each Page of a file', async () => {
    const text = page(block(line('L1', 0, word('eins')))).replace(
      '</Layout>',
      `<Page ID="P2">${block(line('L2', 0, word('zwei')))}</Page></Layout>`,
    );
    expect((await readAltoPages(text)).map(({ name, text: t }) => `${name} ${t}`)).toEqual([
      'a.xml#page=1 eins',
      'a.xml#page=2 zwei',
    ]);
  });
});

describe('the second count', () => {
  it.each([
    ['<String CONTENT="a &amp; b"/>', 3],
    ['<a:String ID="CONTENT"\n  CONTENT = \'word\' />', 4],
    ['<String SUBS_CONTENT="whole" CONTENT="ha" SUBS_TYPE="HypPart1"/><HYP CONTENT="-"/>', 3],
    ['<String CONTENT="x CONTENT y > z"/>', 11],
    ['<String CONTENT = "x CONTENT y > z"/>', 11],
    ['<String CONTENT="港区\u3000の\u00a0é\u{20000}"/><!-- CONTENT -->!<String CONTENT="!"/>', 6],
    ['<!-- <String CONTENT="no"/> --><Variant CONTENT="no"/><Glyph CONTENT="n"/>', 0],
    ['<String ID="1"/><String CONTENT=""/>', 0],
  ])('%s', (markup, n) => expect(countAlto(new TextEncoder().encode(markup))).toBe(n));
});

describe('what cannot be read is refused with a place', () => {
  it('a file cut off', async () => {
    const whole = page(block(line('L1', 0, word('Tag'))));
    const error = await failure(whole.slice(0, whole.indexOf('</TextLine>')));
    expect(error.said).toMatchObject({ code: 'xml.cut-off', params: { element: 'TextLine', file: 'a.xml', line: 2 } });
  });
  it('a tag that closes another', async () =>
    expect((await failure('<alto>\n<a></b></alto>')).said.params?.['line']).toBe(2));
  it('another kind of XML', async () => expect((await failure('<PcGts/>')).said.code).toBe('xml.other-root'));
  it('no XML', async () => expect((await failure('just words')).said.code).toBe('xml.not-well-formed'));
  it('entities of its own', async () => {
    expect((await failure('<!DOCTYPE alto [<!ENTITY a "aaaa">]><alto/>')).said.code).toBe('xml.entities');
  });
  it('depth without end', async () =>
    expect((await failure(`<alto>${'<a>'.repeat(1e5)}`)).said.code).toBe('xml.too-deep'));
  it('a place that is no number', async () =>
    expect(
      (await failure(page(block(line('L1', 0, '').replace('HPOS="10"', 'HPOS="left"'))))).said.params,
    ).toMatchObject({ attribute: 'HPOS', value: 'left' }));
  it('bytes that are not what they say', async () => {
    expect((await failure(Uint8Array.of(0x3c, 0x61, 0xff, 0x3e))).said).toMatchObject({
      code: 'xml.encoding',
      params: { encoding: 'utf-8' },
    });
  });
  it('no page', async () => expect((await failure('<alto/>')).said.code).toBe('alto.no-page'));
  it('an element with the name of a built-in does no harm', async () =>
    expect((await readAlto(page('<constructor/><__proto__/>'))).text).toBe(''));
});

const corpus = ['../shared/corpus', '../../shared/corpus'].find((path) => existsSync(path));
const samples = corpus
  ? [
      ...readdirSync(`${corpus}/formats/alto`).map((f) => `${corpus}/formats/alto/${f}`),
      ...readdirSync(`${corpus}/alto-issues`).flatMap((d) =>
        readdirSync(`${corpus}/alto-issues/${d}`)
          .filter((f) => f.endsWith('.xml'))
          .map((f) => `${corpus}/alto-issues/${d}/${f}`),
      ),
    ]
  : [];
if (samples.length === 0) console.warn('SKIPPED: the real ALTO samples are not here (../shared/corpus)');

describe.skipIf(samples.length === 0)('real files', () => {
  it.each(samples)('%s: every printed character comes through, counted apart', async (path) => {
    const bytes = readFileSync(path);
    const source = await readAlto(new Uint8Array(bytes));
    const markup = bytes
      .toString(/encoding="ISO-8859-1"/u.test(bytes.toString('latin1', 0, 100)) ? 'latin1' : 'utf8')
      .replace(/<!--[^]*?-->/gu, '');
    let count = 0;
    for (const tag of markup.match(/<(?:\w+:)?(?:String|HYP)\s[^>]*>/gu) ?? []) {
      const content = /\sCONTENT\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(tag);
      const plain = (content?.[1] ?? content?.[2] ?? '').replace(
        /&(?:#x([\da-f]+)|#(\d+)|\w+);/giu,
        (_, hex?: string, dec?: string) =>
          hex || dec ? String.fromCodePoint(parseInt(hex ?? dec ?? '', hex ? 16 : 10)) : 'x',
      );
      count += plain.replace(/\s/gu, '').length;
    }
    expect(source.text.replace(/\s/gu, '').length).toBe(count);
    expect(count).toBeGreaterThan(0);
    for (const { start, end } of source.lines) expect(source.text.slice(start, end)).not.toContain('\n');
  });
});
