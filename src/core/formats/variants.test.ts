/** What real programs write that the specifications' examples do not show: nothing of it is lost, and nothing is said twice. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { say } from '../messages/index.ts';
import { readFiles } from './read-files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const input = Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? bytes(content) : content,
  }));
  const { reading, failures } = await readFiles(input);
  return {
    pages: reading.sources.map(({ name, text }) => `${name}: ${text.replace(/\n/gu, ' / ')}`),
    said: [...reading.notes, ...failures.map(({ error }) => error)].map((message) => say(message, 'en')),
    reading,
  };
}

describe('ABBYY', () => {
  const characters = (text: string): string =>
    [...text]
      .map(
        (ch) =>
          `<charParams l="1" t="1" r="2" b="2"><charRecVariants><charRecVariant charConfidence="50">${ch}</charRecVariant><charRecVariant charConfidence="20">q</charRecVariant></charRecVariants>${ch}</charParams>`,
      )
      .join('');
  it('what a character or a word might have been is no text', async () => {
    const words = `<wordRecVariants><wordRecVariant wordFromDictionary="1"><variantText>${characters('Terry')}</variantText></wordRecVariant></wordRecVariants>`;
    const { pages, said } = await read({
      'p.xml': `<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader8-schema-v2.xml" version="1.0"><page width="100" height="100" resolution="300"><block blockType="Text" l="1" t="1" r="9" b="9"><text><par><line l="1" t="1" r="9" b="9"><formatting lang="en">${words}${characters('Ferry runs')}</formatting></line></par></text></block></page></document>`,
    });
    expect([pages, said]).toEqual([['p.xml: Ferry runs'], []]);
  });
});

describe('METS', () => {
  const mets = (href: (page: number) => string): string =>
    `<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"><fileSec><fileGrp>${[1, 2].map((n) => `<file ID="F${n}"><FLocat xlink:href="${href(n)}"/></file>`).join('')}</fileGrp></fileSec><structMap TYPE="PHYSICAL"><div>${[1, 2].map((n) => `<div TYPE="PAGE"><fptr FILEID="F${n}"/></div>`).join('')}</div></structMap></mets>`;
  const alto = (text: string): string =>
    `<alto><Layout><Page ID="P" WIDTH="100" HEIGHT="100"><PrintSpace><TextBlock ID="b"><TextLine><String CONTENT="${text}"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;
  const issue = (name: string): Uint8Array =>
    zipSync({
      'mets.xml': bytes(mets((n) => `alto/000${n}.xml`)),
      'alto/0001.xml': bytes(alto(`${name}1`)),
      'alto/0002.xml': bytes(alto(`${name}2`)),
    });

  it('issues in several zips whose files have the same names do not mix', async () => {
    const { pages, said } = await read({ 'may/4.zip': issue('A'), 'may/5.zip': issue('B'), '5.zip': issue('C') });
    expect(pages.map((page) => page.split(': ')[1])).toEqual(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']);
    expect(new Set(pages.map((page) => page.split(': ')[0])).size).toBe(6);
    expect(said).toEqual([]);
  });

  it('finds files whatever the slashes and the case', async () => {
    const { pages, said } = await read({
      'mets.xml': mets((n) => (n === 1 ? 'ALTO\\0001.XML' : 'https://paper.example/issue/alto/0002.xml?download=1')),
      'alto/0001.xml': alto('One'),
      'alto/0002.xml': alto('Two'),
    });
    expect([pages.map((page) => page.split(': ')[1]), said]).toEqual([['One', 'Two'], []]);
  });
});

describe('Textract', () => {
  const at = { BoundingBox: { Left: 0.1, Top: 0.1, Width: 0.3, Height: 0.02 } };
  const line = (Text: string, Id: string, Page: number) => ({ BlockType: 'LINE', Text, Id, Page, Geometry: at });
  const part = (more: object, ...Blocks: readonly object[]): string =>
    JSON.stringify({ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 2 }, ...more, Blocks });

  it('words that stand in no line are read', async () => {
    const words = ['Ferry', 'runs'].map((Text, i) => ({ BlockType: 'WORD', Text, Id: `w${i}`, Geometry: at }));
    const { pages, reading } = await read({ 'a.json': part({}, ...words) });
    expect([pages, reading.characters]).toEqual([['a.json: Ferry / runs'], 9]);
  });

  it('pieces of one answer in one file are one document', async () => {
    const pieces = [
      part({ NextToken: 'x' }, line('One', 'a', 1)),
      part({}, line('Two', 'b', 1), line('Three', 'c', 2)),
    ];
    const { pages } = await read({ 'a.json': `[${pieces.join(',')}]` });
    expect(pages).toEqual(['a.json#page=1: One / Two', 'a.json#page=2: Three']);
  });
});

describe('Vision', () => {
  const symbols = (text: string) =>
    [...text].map((ch, i) => ({
      text: ch,
      ...(i === text.length - 1 ? { property: { detectedBreak: { type: 'LINE_BREAK' } } } : {}),
    }));
  const answer = (text: string, pageNumber: number) => ({
    fullTextAnnotation: {
      pages: [{ width: 100, height: 200, blocks: [{ paragraphs: [{ words: [{ symbols: symbols(text) }] }] }] }],
      text: `${text}\n`,
    },
    context: { uri: 'gs://paper/issue.pdf', pageNumber },
  });

  it('pages of an asynchronous job stand in their order, under their numbers', async () => {
    const { pages } = await read({ 'out.json': JSON.stringify({ responses: [answer('Two', 4), answer('One', 3)] }) });
    expect(pages).toEqual(['out.json#page=3: One', 'out.json#page=4: Two']);
  });

  it('a page that could not be read is said', async () => {
    const failed = { error: { code: 3, message: 'Bad image data.' }, context: { pageNumber: 2 } };
    const { pages, said } = await read({ 'out.json': JSON.stringify({ responses: [answer('One', 1), failed] }) });
    expect(pages).toEqual(['out.json: One']);
    expect(said).toEqual(['out.json: page 2 was not read by Google Vision (Bad image data.).']);
  });
});
