/** The quick way and saxes must tell the same, or both refuse. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { PAGE_XML, SAMPLES } from '../samples.test-support.ts';
import { afterHigh, textReader } from './bytes.ts';
import { openXml } from './decode.ts';
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

async function byBoth(xml: string | { readonly utf8: Uint8Array }, chunk = 7): Promise<Told> {
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

const decoded = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};
function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((code, i) =>
    view.setUint16(2 * i + 2, code, little),
  );
  view.setUint16(0, 0xfeff, little);
  return new Uint8Array(view.buffer);
}

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
  'é',
  '😀',
  '<a x="港é&#x1f600;😀"/>',
  '<x:é y="1"/>',
  '\ufeff',
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
  it('is told as it is decoded, whatever bytes are broken, and in UTF-16 as in UTF-8', () => {
    const xml = fc.array(piece, { maxLength: 12 }).map((parts) => `<r>${parts.join('')}</r>`);
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 2 });
    return fc.assert(
      fc.asyncProperty(xml, flips, fc.integer({ min: 1, max: 40 }), async (text, broken, chunk) => {
        const utf8 = new TextEncoder().encode(text);
        const whole = decoded(utf8);
        for (const little of [true, false]) {
          const { utf8: again } = await openXml(utf16(whole ?? '', little), 'a.xml');
          expect(decoded(again)).toBe(whole);
        }
        for (const [at, byte] of broken) utf8[at % utf8.length] = byte;
        const said = decoded(utf8);
        expect(await byBoth({ utf8 }, chunk)).toEqual(said === null ? 'refused' : bySaxes(said));
      }),
      { numRuns: 2000 },
    );
  });
  it('says at every byte that a file is cut at that it is cut, and where', async () => {
    const utf8 = new TextEncoder().encode('<r a="é">港<!-- 中 -->\n<b x="😀"/></r>');
    for (let end = 1; end < utf8.length; end++)
      for (const chunk of [1, 7, 100])
        expect(await byBoth({ utf8: utf8.subarray(0, end) }, chunk), `${end}`).toBe('refused');
    expect(await byBoth({ utf8 }, 1)).toHaveLength(5);
  });
});

describe('a character of several bytes', () => {
  const EDGES = [0, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbd, 0xbe, 0xbf, 0xc0, 0xff];
  it('ends where the standard says, and is refused where XML does not allow it', () => {
    const wrong: number[][] = [];
    for (let first = 0x80; first < 0x100; first++)
      for (const second of EDGES)
        for (const third of EDGES)
          for (const fourth of first < 0xf0 ? [0x80] : EDGES) {
            const bytes = Uint8Array.of(first, second, third, fourth);
            const right = [2, 3, 4].find((n) => [...(decoded(bytes.subarray(0, n)) ?? '')].length === 1) ?? -1;
            const allowed = right > 0 && !/[\ufffe\uffff]/u.test(decoded(bytes.subarray(0, right)) ?? '');
            if (afterHigh(bytes, 0) !== (allowed ? right : -1)) wrong.push([...bytes]);
          }
    expect(wrong).toEqual([]);
  });
  it('is spelled as the runtime decodes it', () => {
    const read = textReader();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(9), (text, before) => {
        const bytes = new TextEncoder().encode(`${'x'.repeat(before)}${text}`);
        expect(read(bytes, before, bytes.length)).toBe(text);
      }),
    );
  });
});
