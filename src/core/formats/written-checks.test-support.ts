/** Every complaint about what a format wrote, by the published schema where it is at hand, else by our rules of the standard. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { csvRows, COLUMNS } from './csv/write.ts';
import { breaches, danglingIn, type Rules } from './markup-rules.test-support.ts';
import { schemaPath, validatorOf, type Validate } from './schema-check.test-support.ts';
import { METS_RULES, NINJS_SCHEMA, NITF_RULES, TEI_RULES, WORD_RULES } from './standards.test-support.ts';
import { contentOf, type WrittenFile } from './writer.ts';
import { bytesOf, filesInZip } from './zip-files.ts';

type Check = (files: readonly WrittenFile[]) => string[];

const validators = new Map<string, Validate>();
function published(schema: string): Check {
  return (files) => {
    const path = validators.has(schema) ? '' : schemaPath(schema);
    if (path === undefined) return [];
    const validate = validators.get(schema) ?? validatorOf(path);
    validators.set(schema, validate);
    return files.flatMap((file) => validate(contentOf(file)).map((one) => `${file.path}:${one}`));
  };
}
const alto = published('alto/alto-4-4.xsd');

const byRules =
  (rules: Rules, id?: string, references: readonly string[] = []): Check =>
  (files) =>
    files.flatMap((file) => [
      ...breaches(contentOf(file), rules),
      ...(id === undefined ? [] : danglingIn(contentOf(file), id, references)),
    ]);

const json = (schema: object): Check => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile(schema);
  return (files) =>
    files.flatMap((file) => (validate(JSON.parse(contentOf(file))) ? [] : [ajv.errorsText(validate.errors)]));
};

const mets: Check = (files) => {
  const texts = new Map(files.map((file) => [file.path, contentOf(file)]));
  const xml = texts.get('mets.xml') ?? '';
  const hrefs = new Map(
    Array.from(xml.matchAll(/<file ID="(ALTO_\d+)"[^]*?xlink:href="([^"]*)"/gu), (m) => [m[1], decodeURI(m[2] ?? '')]),
  );
  const lost = Array.from(xml.matchAll(/<area FILEID="([^"]*)" BEGIN="([^"]*)"/gu)).filter(
    ([, file, block]) => !texts.get(hrefs.get(file) ?? '')?.includes(`<TextBlock ID="${block}" `),
  );
  const missing = [...hrefs.values()].filter((path) => !texts.has(path));
  return [
    ...breaches(xml, METS_RULES),
    ...danglingIn(xml, 'ID', ['FILEID', 'DMDID', 'xlink:from', 'xlink:to']),
    ...Array.from(xml.matchAll(/ ORDER="(?!\d+")[^"]*"/gu), () => 'ORDER is no number'),
    ...lost.map(([area]) => `${area} points at no block`),
    ...missing.map((path) => `${path} is not in the package`),
    ...alto(files.filter((file) => file.path.startsWith('alto/'))),
  ];
};

const word: Check = (files) => {
  const [file] = files;
  const parts = new Map(file ? filesInZip(bytesOf(file)).map((part) => [part.path, contentOf(part)]) : []);
  const types = parts.get('[Content_Types].xml') ?? '';
  const attribute = (text: string, name: string): string[] =>
    Array.from(text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'gu')), (match) => match[1] ?? '');
  const styles = attribute(parts.get('word/styles.xml') ?? '', 'w:styleId');
  return [
    ...[...parts.values()].flatMap((part) => breaches(part, WORD_RULES)),
    ...([...parts.keys()][0] === '[Content_Types].xml' ? [] : ['the types do not come first']),
    ...attribute(types, 'PartName').flatMap((part) => (parts.has(part.slice(1)) ? [] : [`${part} is not there`])),
    ...[...parts.keys()].filter((path) => !/\.(?:xml|rels)$/u.test(path)).map((path) => `${path} has no content type`),
    ...attribute(parts.get('_rels/.rels') ?? '', 'Target').flatMap((to) =>
      parts.has(to) ? [] : [`${to} is not there`],
    ),
    ...attribute(parts.get('word/_rels/document.xml.rels') ?? '', 'Target').flatMap((to) =>
      parts.has(`word/${to}`) ? [] : [`${to} is not there`],
    ),
    ...(new Set(styles).size === styles.length ? [] : ['a style stands twice']),
    ...attribute(parts.get('word/document.xml') ?? '', 'w:pStyle w:val').flatMap((style) =>
      styles.includes(style) ? [] : [`style ${style} is not there`],
    ),
  ];
};

/** A page that needs nothing but itself, in the language that it says. */
const page: Check = (files) =>
  files.flatMap((file) => {
    const html = contentOf(file);
    return [
      ...danglingIn(html, 'id', []),
      ...danglingIn(html, 'id', ['href']),
      ...(/<(?:script|link|img|iframe)\b|url\(|@import| on\w+="/u.test(html) ? ['it needs something else'] : []),
      ...(/^<!DOCTYPE html>\n<html\b[^]*<meta charset="utf-8"\/>[^]*<title>[^<]+<\/title>/u.test(html)
        ? []
        : ['its head is not whole']),
      // An element of HTML that is closed at once would stay open.
      ...Array.from(html.matchAll(/<(?!meta\b|path\b)(\w+)\b[^<>]*\/>/gu), (match) => `${match[1]} is closed at once`),
    ];
  });

const hocr: Check = (files) =>
  files.flatMap((file) => {
    const html = contentOf(file);
    const titles = Array.from(html.matchAll(/ class="(ocr\w+)"[^>]*? title="([^"]*)"/gu));
    return [
      ...danglingIn(html, 'id', []),
      ...(html.includes('name="ocr-system"') && html.includes('name="ocr-capabilities"')
        ? []
        : ['its head is not whole']),
      ...titles
        .filter(
          ([, name, title]) =>
            /ocr_page|ocr_carea|ocr_par|ocr_line/u.test(name ?? '') &&
            !/bbox -?\d+ -?\d+ -?\d+ -?\d+/u.test(title ?? ''),
        )
        .map(([, name]) => `${name} has no bbox`),
    ];
  });

/** RFC 4180: records end with CRLF, all have as many fields, and quotes are doubled inside quotes alone. */
const csv: Check = (files) =>
  files.flatMap((file) => {
    const text = contentOf(file);
    const field = '(?:"(?:[^"]|"")*"|[^",\\r\\n]*)';
    const record = new RegExp(`^(?:${field}(?:,${field})*\\r\\n)+$`, 'u');
    return [
      ...(record.test(text.replace(/^\ufeff/u, '')) ? [] : ['not RFC 4180']),
      ...(csvRows(text).every((row) => row.length === COLUMNS.length) ? [] : ['records differ in length']),
    ];
  });

const CHECKS: Readonly<Record<string, Check>> = {
  page: published('page/pagecontent-2019-07-15.xsd'),
  alto,
  mets,
  tei: byRules(TEI_RULES, 'xml:id', ['next', 'prev', 'target']),
  nitf: byRules(NITF_RULES),
  ninjs: json(NINJS_SCHEMA),
  pasteup: json(JSON.parse(readFileSync('public/schema/pasteup-edition-1.schema.json', 'utf8')) as object),
  docx: word,
  html: page,
  print: page,
  hocr,
  csv,
};

/** Empty: nothing is wrong with it, or the format has no rules to break. */
export const complaints = (format: string, files: readonly WrittenFile[]): string[] => CHECKS[format]?.(files) ?? [];
