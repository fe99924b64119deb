/**
 * How many characters a file holds, counted from what its format's specification says and by other parsers than ours
 * (libxml2, JSON.parse, plain splitting): nothing here comes from the readers, so that both can be held against each other.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ParseOption, XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Code points that are not white space. */
export const characters = (text: string): number => [...text].filter((ch) => !/^\s$/u.test(ch)).length;

/** Broken HTML is mended as far as libxml2 can; what a DTD in the file names is put in its place. */
const XML = ParseOption.XML_PARSE_NOENT | ParseOption.XML_PARSE_NOCDATA | ParseOption.XML_PARSE_HUGE;
const MENDED = XML | ParseOption.XML_PARSE_RECOVER | ParseOption.XML_PARSE_NOERROR | ParseOption.XML_PARSE_NOWARNING;

const sum = (nodes: readonly XmlNode[], of: (node: XmlNode) => number = (node) => characters(node.content)): number =>
  nodes.reduce((n, node) => n + of(node), 0);
const named = (...names: readonly string[]): string => names.map((name) => `local-name()='${name}'`).join(' or ');

/** Elements that HTML never closes. */
const VOID = /<(meta|link|br|hr|img|input)\b([^>]*?)\/?>/giu;

/** ALTO: what is printed stands in String and HYP; SUBS_CONTENT says a hyphenated word a second time. */
const alto = (xml: XmlDocument): number => sum(xml.find(`//*[${named('String', 'HYP')}]/@CONTENT`));

/** PAGE: the equivalent of the lowest index is the text; a level without any is the sum of the one below. */
function page(xml: XmlDocument): number {
  const own = (node: XmlNode): number => {
    const equivalents = node.find("./*[local-name()='TextEquiv']");
    const index = (one: XmlNode): number => Number(one.get('@index')?.content ?? 0);
    const [first] = equivalents.toSorted((a, b) => index(a) - index(b));
    const said = (name: string): number => characters(first?.get(`./*[local-name()='${name}']`)?.content ?? '');
    return said('Unicode') || said('PlainText');
  };
  const level = (node: XmlNode, below: readonly string[]): number => {
    const [next = '', ...rest] = below;
    const parts = next ? node.find(`./*[local-name()='${next}']`) : [];
    return own(node) || sum(parts, (part) => level(part, rest));
  };
  // A region says its lines again: the lines count, where they say anything.
  return sum(xml.find("//*[local-name()='TextRegion']"), (region) => {
    const lines = sum(region.find("./*[local-name()='TextLine']"), (line) => level(line, ['Word', 'Glyph']));
    return lines || own(region);
  });
}

/** METS holds no text: that of the page files that it names. */
function mets(xml: XmlDocument, path: string): number {
  const places = xml.find("//*[local-name()='FLocat']/@*[local-name()='href']").map(({ content }) => content);
  const files = [...new Set(places.map((href) => href.replace(/^file:\/\/(?:\.\/)?/u, '')))];
  return files.filter((file) => file.endsWith('.xml')).reduce((n, file) => n + countXml(join(dirname(path), file)), 0);
}

/** ABBYY: a character each charParams, or text straight in the formatting; what it might be besides is no text. */
const abbyy = (xml: XmlDocument): number =>
  sum(
    xml.find(
      `//*[local-name()='formatting']//text()[not(ancestor::*[${named('charRecVariants', 'wordRecVariants')}])]`,
    ),
  );

/** Running text: every text node but those of what a document says of itself. */
const running = (xml: XmlDocument): number =>
  sum(xml.find(`//text()[not(ancestor::*[${named('teiHeader', 'head', 'script', 'style', 'title')}][${isAbout}])]`));
/** `head` is a heading in TEI, and in HTML what stands before the body. */
const isAbout = "local-name()!='head' or local-name(..)='html'";

const COUNTERS: Readonly<Record<string, (xml: XmlDocument, path: string) => number>> = {
  alto,
  PcGts: page,
  mets,
  document: abbyy,
};

function countXml(path: string): number {
  const bytes = readFileSync(path);
  const isHtml = /<html[\s>]/iu.test(bytes.toString('latin1', 0, 4096));
  using xml = isHtml
    ? XmlDocument.fromString(bytes.toString('utf8').replace(VOID, '<$1$2/>'), { option: MENDED })
    : XmlDocument.fromBuffer(bytes, { option: XML });
  const root = xml.root instanceof XmlElement ? xml.root.name : '';
  return (COUNTERS[root] ?? running)(xml, path);
}

/** A row a word: what stands after the eleventh tab. */
const tsv = (text: string): number =>
  text
    .split('\n')
    .slice(1)
    .reduce((n, row) => n + characters(row.split('\t').slice(11).join('')), 0);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Every object in a JSON value. */
function* within(value: Json): Generator<{ readonly [key: string]: Json }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as { readonly [key: string]: Json };
  for (const inner of Object.values(value)) yield* within(inner as Json);
}
const stringsOf = (values: Iterable<Json | undefined>): string =>
  [...values].map((value) => (typeof value === 'string' ? value : '')).join('');

function json(text: string): number {
  const value = JSON.parse(text) as Json;
  const objects = [...within(value)];
  // Textract: each word is a block of its own. Vision: each character is a symbol, and a broken word has a hyphen.
  const words = objects.filter((one) => one['BlockType'] === 'WORD');
  if (words.length) return characters(stringsOf(words.map((one) => one['Text'])));
  const symbols = objects.flatMap((one) => (Array.isArray(one['symbols']) ? (one['symbols'] as Json[]) : []));
  const hyphens = objects.filter((one) => one['type'] === 'HYPHEN').length;
  return characters(stringsOf(symbols.flatMap((one) => [...within(one)].map((symbol) => symbol['text'])))) + hyphens;
}

/**
 * PDF: what pdf.js says that is shown, straight off its items, the same on the very same spot once. It shows that no
 * line of ours loses anything; what the file holds besides, only another library could tell.
 */
async function pdf(bytes: Uint8Array): Promise<number> {
  const base = new URL('../../node_modules/pdfjs-dist/', import.meta.url).pathname;
  const task = getDocument({
    data: bytes,
    cMapUrl: `${base}cmaps/`,
    standardFontDataUrl: `${base}standard_fonts/`,
    verbosity: 0,
  });
  const document = await task.promise;
  let n = 0;
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    const shown = new Map(
      items.flatMap((item) => ('str' in item ? [[`${item.str} ${item.transform.join(' ')}`, item.str]] : [])),
    );
    for (const text of shown.values()) n += characters(text);
  }
  await task.destroy();
  return n;
}

/** Of a file by its kind. @throws where no counter knows it */
export function countApart(path: string): number | Promise<number> {
  if (/\.pdf$/u.test(path)) return pdf(new Uint8Array(readFileSync(path)));
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/u, '');
  if (/\.tsv$/u.test(path)) return tsv(text);
  if (/\.json$/u.test(path)) return json(text);
  if (/^\s*</u.test(text)) return countXml(path);
  if (/\.txt$/u.test(path)) return characters(text);
  throw new Error(`no counter for ${path}`);
}
