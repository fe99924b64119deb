/** The quick way and saxes must tell the same, or both refuse. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { PAGE_XML, SAMPLES } from '../samples.test-support.ts';
import { streamXml } from './stream.ts';

type Told = readonly string[] | 'refused';

class Refused extends Error {}

/** Neighbouring texts as one; white space round the root is nobody's. */
function teller(): { readonly told: string[]; readonly text: (text: string) => void } {
  const told: string[] = [];
  return {
    told,
    text: (text) => {
      if (told.length === 0) return;
      if (told.at(-1)?.startsWith('"')) told[told.length - 1] += text;
      else if (text !== '') told.push(`"${text}`);
    },
  };
}
const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(attributes));

function bySaxes(xml: string): Told {
  const { told, text } = teller();
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => {
    throw new Refused();
  });
  parser.on('opentag', (tag) =>
    told.push(`<${tag.name.slice(tag.name.indexOf(':') + 1)} ${attributesOf(tag.attributes)}`),
  );
  parser.on('closetag', (tag) => told.push(`</${tag.name.slice(tag.name.indexOf(':') + 1)}`));
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
  return withoutTail(told);
}

async function byBoth(xml: string, chunk = 7): Promise<Told> {
  const { told, text } = teller();
  try {
    await streamXml(
      xml,
      'a.xml',
      {
        roots: ROOTS,
        open: (name, attributes) => {
          told.push(`<${name} ${JSON.stringify(attributes.entries())}`);
        },
        close: (name) => {
          told.push(`</${name}`);
        },
        text,
      },
      {},
      chunk,
    );
  } catch (error) {
    if (
      error instanceof FormatError &&
      error.said.code.startsWith('xml.') &&
      typeof error.said.params?.['line'] === 'number'
    )
      return 'refused';
    throw error;
  }
  return withoutTail(told);
}
const withoutTail = (told: readonly string[]): Told => (told.at(-1)?.startsWith('"') ? told.slice(0, -1) : told);
const ROOTS: readonly string[] = ['r', 'PcGts', 'alto', 'mets', 'document', 'TEI', 'a'];

const silent = { roots: ['alto'], open: () => undefined, close: () => undefined };

const piece = fc.constantFrom(
  '<a>',
  '</a>',
  '<a/>',
  '<b x="1">',
  '<b x=\'2\' y="3">',
  '</b>',
  '<b x="1" x="2"/>',
  '<a x=1/>',
  '<a x="<"/>',
  '<a x="&amp;&#65;"/>',
  '<a x="\n"/>',
  '<b x="1\t2\r\n3\r4" y="&#10;&#9;"/>',
  '<b y="1" x="2"/>',
  '<b x="1" z="2" y="3"/>',
  '<b z="1" x="2" z="3"/>',
  '<x:a p:q="1"/>',
  '<é/>',
  '<a constructor="1" __proto__="2"/>',
  'text',
  ' ',
  '\n',
  '\r\n',
  '&amp;',
  '&#x4e2d;',
  '&#0;',
  '&#xd800;',
  '&bogus;',
  '&',
  ']]>',
  '<![CDATA[<raw>]]>',
  '<!-- c -->',
  '<!-- a -- b -->',
  '<!---->',
  '<?pi x?>',
  '<',
  '>',
  '"',
  '中',
  '\u0001',
  '\ufffe',
  '<a',
  '</a',
  '</a >',
  '<a >',
  '< a>',
  '<a/ >',
);

describe('plain XML', () => {
  it('is told as saxes tells it, whatever the pieces', () => {
    const xml = fc
      .tuple(
        fc.constantFrom(
          '',
          '<?xml version="1.0"?>',
          '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
          '<?xml version="1.1"?>',
          '\n',
        ),
        fc.array(piece, { maxLength: 12 }),
      )
      .map(([head, parts]) => `${head}<r>${parts.join('')}</r>`);
    return fc.assert(
      fc.asyncProperty(xml, fc.integer({ min: 1, max: 80 }), async (text, chunk) => {
        expect(await byBoth(text, chunk)).toEqual(bySaxes(text));
      }),
      { numRuns: 3000 },
    );
  });
  it('is told as saxes tells it, whatever breaks in a real file', () => {
    const xml = fc.record({
      text: fc.constantFrom(
        PAGE_XML,
        ...SAMPLES.flatMap(({ id, files }) =>
          ['alto', 'mets', 'abbyy', 'markup'].includes(id) ? [new TextDecoder().decode(files[0]?.bytes)] : [],
        ),
      ),
      at: fc.nat(),
      by: fc.nat(40),
      put: piece,
    });
    return fc.assert(
      fc.asyncProperty(xml, fc.integer({ min: 1, max: 2000 }), async ({ text, at, by, put }, chunk) => {
        const i = at % text.length;
        const broken = text.slice(0, i) + put + text.slice(i + by);
        const expected = bySaxes(broken);
        const root = /<(?![?!])(?:[\w-]+:)?([\w-]+)/u.exec(broken)?.[1] ?? '';
        if (ROOTS.includes(root)) expect(await byBoth(broken, chunk)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
  it('says the same place as saxes, whatever the pieces', async () => {
    const text = '<alto>\n<a x="1"/>\n <b></a></alto>';
    for (const chunk of [1, 5, 100])
      await expect(streamXml(text, 'a.xml', silent, {}, chunk)).rejects.toMatchObject({
        said: { code: 'xml.not-well-formed', params: { line: 3, column: 9 } },
      });
  });
});
