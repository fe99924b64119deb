/** Files that are empty, cut off, damaged or absurd: each is refused with a sentence that says where and what was expected, and the rest of its batch is read. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { say } from '../messages/index.ts';
import { countCharacters } from '../model/characters.ts';
import { readFiles } from './read-files.ts';
import { spentSince } from '../processor-time.test-support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (ch) => ch.charCodeAt(0));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const utf16 = (text: string, mark = true): Uint8Array =>
  new Uint8Array(Uint16Array.from(`${mark ? '\ufeff' : ''}${text}`, (ch) => ch.charCodeAt(0)).buffer);

const alto = (inside: string, head = '<?xml version="1.0" encoding="UTF-8"?>\n'): string =>
  `${head}<alto><Layout><Page ID="P1" WIDTH="100" HEIGHT="200"><PrintSpace>${inside}</PrintSpace></Page></Layout></alto>`;
const line = (content: string, more = ''): string =>
  `<TextBlock ID="b"><TextLine ID="l" HPOS="1" VPOS="2" WIDTH="30" HEIGHT="4"><String CONTENT="${content}" HPOS="1" VPOS="2" WIDTH="30" HEIGHT="4"${more}/></TextLine></TextBlock>`;
const many = Array.from({ length: 10_000 }, (_, i) => ` a${i}="${i}"`).join('');

/** With the bytes of a part of a zip changed. */
function zipWith(entries: Record<string, Uint8Array>, change: (zip: Uint8Array) => void): Uint8Array {
  const zip = zipSync(entries, { mtime: 315619200000 });
  change(zip);
  return zip;
}
const setAll = (zip: Uint8Array, mark: readonly number[], offset: number, value: number): void => {
  for (let i = 0; i + mark.length <= zip.length; i++)
    if (mark.every((byte, k) => zip[i + k] === byte)) zip[i + offset] = value;
};
const LOCAL = [0x50, 0x4b, 3, 4];
const CENTRAL = [0x50, 0x4b, 1, 2];

interface Refused {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: string;
  /** Where, as far as the kind of file has it. */
  readonly place?: {
    readonly line?: number;
    readonly column?: number;
    readonly byte?: unknown;
    readonly entry?: string;
  };
}

const REFUSED: Readonly<Record<string, Refused>> = {
  'a file of no bytes': { name: 'a.xml', bytes: new Uint8Array(), code: 'file.empty' },
  'a byte order mark alone': { name: 'a.txt', bytes: latin('\xef\xbb\xbf'), code: 'file.empty' },
  'a text of white space': { name: 'a.txt', bytes: bytes(' \n\t\u3000'), code: 'file.empty' },
  'XML that is cut off in a tag': {
    ...{ name: 'a.xml', bytes: bytes(alto(line('Ferry')).slice(0, -30)), code: 'xml.cut-off' },
    place: { line: 2 },
  },
  'XML that is cut off between tags': {
    ...{ name: 'a.xml', bytes: bytes(alto(line('Ferry')).replace(/<\/PrintSpace>.*$/u, '')), code: 'xml.cut-off' },
    place: { line: 2 },
  },
  'XML that is cut off in a character': {
    name: 'a.xml',
    bytes: joined(bytes(alto('').split('</Print')[0] ?? ''), latin('\xe6\xb8')),
    ...{ code: 'xml.encoding', place: { line: 2, column: 66 } },
  },
  'a declared encoding that the bytes are not in': {
    name: 'a.xml',
    bytes: joined(bytes(alto('\n<!-- ')), latin('\xff')),
    ...{ code: 'xml.encoding', place: { line: 3 } },
  },
  'an encoding that there is not': {
    name: 'a.xml',
    bytes: bytes(alto(line('Ferry'), '<?xml version="1.0" encoding="x-quay"?>')),
    ...{ code: 'xml.no-such-encoding', place: { line: 1, column: 1 } },
  },
  'a number beyond all numbers': {
    name: 'a.xml',
    bytes: bytes(alto(`\n${line('Ferry').replace('HPOS="1"', 'HPOS="9e999"')}`)),
    ...{ code: 'xml.bad-number', place: { line: 3 } },
  },
  'a word for a number': {
    name: 'a.xml',
    bytes: bytes(alto(`\n\n${line('Ferry').replace('VPOS="2"', 'VPOS="two"')}`)),
    ...{ code: 'xml.bad-number', place: { line: 4 } },
  },
  'one attribute twice': {
    name: 'a.xml',
    bytes: bytes(alto(line('Ferry', ' HPOS="2"'))),
    ...{ code: 'xml.not-well-formed', place: { line: 2 } },
  },
  'elements in each other without end': {
    ...{ name: 'a.xml', bytes: bytes(`<alto>${'<a>'.repeat(100_000)}`), code: 'xml.too-deep' },
    place: { line: 1 },
  },
  'entities that make each other grow': {
    name: 'a.xml',
    bytes: bytes(`<!DOCTYPE alto [<!ENTITY a "aa">]>\n<alto>&a;</alto>`),
    ...{ code: 'xml.entities', place: { line: 1 } },
  },
  'another root': {
    name: 'a.xml',
    bytes: bytes('<?xml version="1.0"?><PcGts><Page></PcGts>'),
    ...{ code: 'xml.not-well-formed', place: { line: 1 } },
  },
  'a zip with a path out of it': {
    name: 'a.zip',
    bytes: zipSync({ '../../evil.txt': bytes('x') }),
    ...{ code: 'zip.slip', place: { entry: '../../evil.txt' } },
  },
  'a zip with a path of Windows out of it': {
    name: 'a.zip',
    bytes: zipSync({ 'a\\..\\..\\evil.txt': bytes('x') }),
    ...{ code: 'zip.slip', place: { entry: 'a\\..\\..\\evil.txt' } },
  },
  'a zip with a drive': { name: 'a.zip', bytes: zipSync({ 'C:/evil.txt': bytes('x') }), code: 'zip.slip' },
  'a zip with one name twice': {
    name: 'a.zip',
    bytes: zipWith({ 'a.txt': bytes('one'), 'b.txt': bytes('two') }, (zip) => {
      for (let i = 0; i + 5 < zip.length; i++)
        if (zip[i] === 98 && zip[i + 1] === 46 && zip[i + 2] === 116) zip[i] = 97;
    }),
    ...{ code: 'zip.twice', place: { entry: 'a.txt' } },
  },
  'a zip under a password': {
    name: 'a.zip',
    bytes: zipWith({ 'a.txt': bytes('Ferry') }, (zip) => {
      setAll(zip, LOCAL, 6, 1);
      setAll(zip, CENTRAL, 8, 1);
    }),
    ...{ code: 'zip.locked', place: { entry: 'a.txt' } },
  },
  'a zip packed as nobody packs': {
    name: 'a.zip',
    bytes: zipWith({ 'a.txt': bytes('Ferry') }, (zip) => {
      setAll(zip, LOCAL, 8, 99);
      setAll(zip, CENTRAL, 10, 99);
    }),
    ...{ code: 'zip.method', place: { entry: 'a.txt' } },
  },
  'a zip without its end': {
    name: 'a.zip',
    bytes: zipSync({ 'a.txt': bytes('Ferry') }).slice(0, -30),
    code: 'zip.no-end',
  },
  'a zip that unpacks to a thousand times its size': {
    name: 'a.zip',
    bytes: zipSync({ 'a.txt': new Uint8Array(40 * 2 ** 20) }),
    ...{ code: 'zip.too-big', place: { entry: 'a.txt' } },
  },
};

describe('what cannot be read', () => {
  it.each(Object.entries(REFUSED))('%s', async (_, { name, bytes: content, code, place = {} }) => {
    const began = spentSince();
    const { reading, failures } = await readFiles([
      { name, bytes: content },
      { name: 'good.txt', bytes: bytes('Ferry runs') },
    ]);
    expect(spentSince(began)).toBeLessThan(4000);
    expect(failures).toMatchObject([{ name, error: { code, params: { file: name, ...place } } }]);
    expect(reading.sources.map((source) => source.name)).toEqual(['good.txt']);
    for (const language of ['en', 'zh'] as const) {
      const sentence = say(failures[0]?.error ?? { code: '' }, language);
      expect(sentence).toContain(name);
      expect(sentence).not.toMatch(/[{}]|undefined|NaN/u);
    }
  });
});

const OPENED: Readonly<Record<string, readonly [name: string, content: Uint8Array, text: string]>> = {
  'a page without text': ['a.xml', bytes(alto('')), ''],
  'a page with an empty line and an empty block': [
    'a.xml',
    bytes(alto(`<TextBlock ID="x"><TextLine ID="y"/></TextBlock><TextBlock ID="z"/>${line('Ferry')}`)),
    'Ferry',
  ],
  'a byte order mark before XML': ['a.xml', bytes(`\ufeff${alto(line('Ferry'))}`), 'Ferry'],
  'a byte order mark before text': ['a.txt', bytes('\ufeffFerry'), 'Ferry'],
  'UTF-16 with its mark, declared as UTF-8': [
    'a.xml',
    utf16(alto(line('渡口 & Fähre'.replace('&', '&amp;')))),
    '渡口 & Fähre',
  ],
  'UTF-16 without its mark': [
    'a.xml',
    utf16(alto(line('渡口'), '<?xml version="1.0" encoding="UTF-16"?>'), false),
    '渡口',
  ],
  'Latin letters, declared': [
    'a.xml',
    latin(alto(line('F\xe4hre'), '<?xml version="1.0" encoding="ISO-8859-1"?>')),
    'Fähre',
  ],
  '10,000 attributes on one element': ['a.xml', bytes(alto(line('Ferry', many))), 'Ferry'],
  'numbers that no page has a place for': [
    'a.xml',
    bytes(alto(line('Ferry').replace('HPOS="1"', 'HPOS="99999999999999999999"'))),
    'Ferry',
  ],
  'marks, sections and characters by number': [
    'a.xml',
    bytes(alto(`<?quay x?><!-- <String CONTENT="no"/> --><![CDATA[ <x> ]]>${line('&#x6e21;&#21475;&lt;&quot;')}`)),
    '渡口<"',
  ],
};

describe('what is odd, and opens', () => {
  it.each(Object.entries(OPENED))('%s', async (_, [name, content, text]) => {
    const { reading, failures } = await readFiles([{ name, bytes: content }]);
    expect(failures).toEqual([]);
    expect(reading.notes).toEqual([]);
    expect(reading.sources.map((source) => source.text).join('\n')).toBe(text);
    expect(reading.characters).toBe(countCharacters(text));
  });
});
