import { describe, expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { keptMarkup } from '../markup.ts';
import { readFile } from '../readers.ts';
import type { Reading } from '../reading.ts';

const NS = 'http://schema.primaresearch.org/PAGE/gts/pagecontent/';
const file = (body: string, { version = '2019-07-15', metadata = '' } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<PcGts xmlns="${NS}${version}"><Metadata><Creator>x</Creator>${metadata}</Metadata><Page imageFilename="scan/p1.tif" imageWidth="1000" imageHeight="2000">${body}</Page></PcGts>`;
const equiv = (text: string, more = ''): string => `<TextEquiv${more}><Unicode>${text}</Unicode></TextEquiv>`;
const line = (id: string, text: string, more = ''): string =>
  `<TextLine id="${id}"${more}><Coords points="0,0 100,0 100,20 0,20"/>${equiv(text, ' conf="0.5"')}</TextLine>`;
const region = (id: string, inner: string, more = ''): string =>
  `<TextRegion id="${id}"${more}><Coords points="10,20 110,20 110,220 10,220"/>${inner}</TextRegion>`;
const read = (xml: string): Promise<Reading> => readFile(new TextEncoder().encode(xml), 'p1.xml');
const texts = ({ sources, structure }: Reading): string[] =>
  structure?.fragments.map((f) => f.spans.map(([a, b]) => sources[f.source]?.text.slice(a, b)).join(' ')) ?? [];

describe('text', () => {
  it('is the lines, with boxes, ids, confidence and the region they stand in', async () => {
    const { sources, characters, notes } = await read(
      file(region('r1', line('l1', 'Die Brücke') + line('l2', 'ist offen.'))),
    );
    expect(sources[0]).toMatchObject({
      text: 'Die Brücke\nist offen.',
      width: 1000,
      height: 2000,
      unit: 'px',
      image: 'p1.tif',
    });
    expect(sources[0]?.lines[0]).toEqual({
      start: 0,
      end: 10,
      ref: 'l1',
      box: [0, 0, 100, 20],
      confidence: 0.5,
      block: 'r1',
    });
    expect([characters, notes]).toEqual([18, []]);
  });
  it('reads points of old files as elements', async () => {
    const old = `<TextRegion id="r1" type="heading"><Coords><Point x="5" y="6"/><Point x="25" y="36"/></Coords>${equiv('Alt\nund neu')}</TextRegion>`;
    const { sources, structure } = await read(file(old, { version: '2010-03-19' }));
    expect(sources[0]?.text).toBe('Alt\nund neu');
    expect(structure?.fragments[0]).toMatchObject({ role: 'headline', box: [5, 6, 20, 30] });
    expect(sources[0]?.lines.map((l) => l.box)).toEqual([
      [5, 6, 20, 15],
      [5, 21, 20, 15],
    ]);
  });
  it('takes words, then glyphs, where a line has no text of its own', async () => {
    const words = `<Word id="w1">${equiv('Neue')}</Word><Word id="w2"><Glyph id="g1">${equiv('W')}</Glyph><Glyph id="g2">${equiv('ehr')}</Glyph></Word>`;
    expect((await read(file(region('r1', `<TextLine id="l1">${words}</TextLine>`)))).sources[0]?.text).toBe(
      'Neue Wehr',
    );
  });
  it('takes the reading of the lowest index', async () => {
    const both = `<TextLine id="l1">${equiv('zweite', ' index="1"')}${equiv('erste', ' index="0"')}</TextLine>`;
    const reading = await read(file(region('r1', both)));
    expect([reading.sources[0]?.text, reading.notes]).toEqual(['erste', []]);
  });
  it('tells of a region whose own text holds more than its lines', async () => {
    const line = `<TextLine id="l1">${equiv('Die Brücke')}</TextLine>`;
    expect((await read(file(region('r1', line + equiv('Die  Brücke'))))).notes).toEqual([]);
    expect((await read(file(region('r1', line + equiv('Die Brücke ist offen'))))).notes).toMatchObject([
      { code: 'page.region-says-more', params: { n: 8, regions: 1, id: 'r1' } },
    ]);
  });
  it('loses no text of regions in regions', async () => {
    const cell = (id: string, row: number, column: number, text: string): string =>
      region(id, `<Roles><TableCellRole rowIndex="${row}" columnIndex="${column}"/></Roles>${line(`${id}l`, text)}`);
    const table = `<TableRegion id="t"><Coords points="0,0 9,9"/>${cell('c2', 0, 1, 'B')}${cell('c1', 0, 0, 'A')}</TableRegion>`;
    const order =
      '<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="0" regionRef="t"/></OrderedGroup></ReadingOrder>';
    const reading = await read(file(order + table));
    expect(reading.structure?.pages[0]?.order.map((i) => texts(reading)[i])).toEqual(['A', 'B']);
    expect(reading.structure?.fragments.map((f) => f.role)).toEqual(['table', 'table']);
  });
});

describe('structure', () => {
  const body = `<ReadingOrder><UnorderedGroup id="ro">
    <OrderedGroup id="a1" type="article" caption="Brücke" continuation="true"><RegionRefIndexed index="2" regionRef="r2"/><RegionRefIndexed index="1" regionRef="r1"/></OrderedGroup>
    <RegionRef regionRef="r3"/></UnorderedGroup></ReadingOrder>
    <Relations><Relation id="x" type="join"><SourceRegionRef regionRef="r1"/><TargetRegionRef regionRef="r2"/></Relation></Relations>
    ${region('r1', `<Labels><Label type="press-role" value="kicker"/></Labels>${line('l1', 'Oben')}`, ' type="heading"')}
    ${region('r2', line('l2', 'Text'), ' type="paragraph"')}${region('r3', line('l3', '3'), ' type="page-number"')}
    <NoiseRegion id="n"><Coords points="0,0 1,1"/>${region('n1', line('l4', '~'))}</NoiseRegion>
    <SeparatorRegion id="s"><Coords points="0,5 100,5 100,8 0,8"/></SeparatorRegion><ImageRegion id="i"><Coords points="1,1 3,3"/></ImageRegion>`;
  it('gives roles, order, articles, relations, rules and pictures', async () => {
    const reading = await read(file(body));
    const { structure, sources } = reading;
    expect(texts(reading)).toEqual(['Oben', 'Text', '3', '~']);
    expect(structure?.fragments.map((f) => f.role)).toEqual(['kicker', 'body', 'folio', undefined]);
    expect(structure?.fragments[3]?.placement).toEqual({ at: 'discarded', reason: 'noise' });
    expect(structure?.pages[0]?.order).toEqual([0, 1, 2]);
    expect(structure?.articles).toEqual([{ fragments: [0, 1], ordered: true, title: 'Brücke', continued: true }]);
    expect(structure?.relations).toEqual([{ type: 'join', from: 0, to: 1 }]);
    expect(structure?.fragments[1]?.continues).toBe(true);
    expect([sources[0]?.separators, sources[0]?.pictures]).toEqual([[[0, 5, 100, 3]], [[1, 1, 2, 2]]]);
  });
  it('reads what our own writer labels', async () => {
    const labels = (pairs: Record<string, string>): string =>
      `<Labels>${Object.entries(pairs)
        .map(([type, value]) => `<Label value="${value}" type="${type}"/>`)
        .join('')}</Labels>`;
    const own = `<ReadingOrder><UnorderedGroup id="ro"><OrderedGroup id="a1" type="article">${labels({ 'press-article': '4', 'press-part': '2/3', 'press-kind': 'notice' })}<RegionRefIndexed index="0" regionRef="r1"/></OrderedGroup></UnorderedGroup></ReadingOrder>
      ${region('r1', labels({ 'press-role': 'jump-to', 'press-jump': 'A4', 'press-confirmed': 'true' }) + line('l1', 'Weiter A4'), ' continuation="true"')}`;
    const { structure, about } = await read(
      file(own, {
        metadata:
          '<MetadataItem type="other" name="page-label" value="B2"/><MetadataItem type="other" name="edition-date" value="2026-11-23"/>',
      }),
    );
    expect(structure?.articles[0]).toEqual({
      fragments: [0],
      ordered: true,
      kind: 'notice',
      key: '4',
      part: 2,
      place: 4,
    });
    expect(structure?.fragments[0]).toMatchObject({
      role: 'jump-to',
      jump: { direction: 'to', page: 'A4' },
      confirmed: true,
      continues: true,
    });
    expect([structure?.pages[0]?.label, about]).toEqual(['B2', { date: '2026-11-23' }]);
  });
  it('reads what Transkribus writes into custom', async () => {
    const custom = (index: number, more = ''): string => ` custom="readingOrder {index:${index};} ${more}"`;
    const xml = file(
      region(
        'r1',
        line('l1', 'zwei', custom(1)) + line('l2', 'eins', custom(0)),
        custom(1, 'structure {type:heading;}'),
      ) + region('r2', line('l3', 'davor'), custom(0)),
    );
    const reading = await read(xml);
    expect(reading.sources[0]?.text).toBe('zwei\neins\ndavor');
    expect(reading.structure?.pages[0]?.order.map((i) => texts(reading)[i])).toEqual(['davor', 'eins zwei']);
    expect(reading.structure?.fragments.map((f) => f.role)).toEqual([undefined, 'headline']);
  });
  it('parts a region whose lines name different articles', async () => {
    const article = (id: string): string => ` custom="structure {id:${id}; type:article;}"`;
    const reading = await read(
      file(
        region('r1', line('l1', 'a', article('a1')) + line('l2', 'b', article('a1')) + line('l3', 'c', article('a2'))),
      ),
    );
    expect(texts(reading)).toEqual(['a\nb', 'c']);
    expect(reading.structure?.articles.map((a) => a.fragments)).toEqual([[0], [1]]);
  });
  it('keeps the markup', async () => {
    const xml = file(region('r1', line('l1', 'Wörter')));
    expect(keptMarkup((await read(xml)).sources[0] ?? {})).toBe(xml);
  });
});

describe('what is wrong is refused with its place', () => {
  it.each([
    ['xml.cut-off', file(region('r1', line('l1', 'a'))).slice(0, -40)],
    ['xml.not-well-formed', file('<TextRegion></Page>')],
    ['xml.bad-point', file('<TextRegion id="r"><Coords points="1,2 x,y"/></TextRegion>')],
    ['xml.bad-number', file('<TextRegion id="r"><Coords><Point x="NaN" y="1"/></Coords></TextRegion>')],
    ['xml.entities', `<!DOCTYPE PcGts [<!ENTITY a "b">]>${file('')}`.replace(/<\?xml.*\n/u, '')],
    ['xml.too-deep', file('<TextRegion>'.repeat(300))],
    ['page.no-page', '<PcGts></PcGts>'],
  ])('%s', async (code, xml) => {
    const error: unknown = await read(xml).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FormatError);
    if (error instanceof FormatError)
      expect(error.said).toMatchObject({
        code,
        params: { file: 'p1.xml', line: expect.any(Number), column: expect.any(Number) },
      });
  });
});
