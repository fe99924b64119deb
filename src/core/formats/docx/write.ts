/** A Word document of the whole edition: a style for each role, pages and articles in the navigation pane. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition } from '../../model/edition.ts';
import { languageOf, momentOf } from '../edition-facts.ts';
import { editionName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { paragraphText, readEdition, type Paragraph, type Story } from '../stories.ts';
import { openTally } from '../tally.ts';
import { wordsFor, type Words } from '../words.ts';
import { bytesOf, textInZip, zipFiles } from '../zip-files.ts';
import type { FormatWriter, WriteOptions, Written, WrittenFile } from '../writer.ts';
import { el, layXml, unescapeXml, type XmlElement } from '../xml-writer.ts';
import { OUR_STYLES, stylesXml, styleOf, WORD } from './styles.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const line = (style: string, text: string): XmlElement =>
  el(
    'w:p',
    {},
    el('w:pPr', {}, el('w:pStyle', { 'w:val': style })),
    el('w:r', {}, el('w:t', { 'xml:space': 'preserve' }, text)),
  );

const ours = (style: (typeof OUR_STYLES)[number], text: string): XmlElement => line(style, text);
const told = (one: Paragraph): XmlElement => line(styleOf(one.role), paragraphText(one));

function storyLines({ title, paragraphs }: Story, words: Words): XmlElement[] {
  const own = paragraphs.some((one) => one.role === 'headline') ? [] : [ours('Given', title || words('untitled'))];
  return [...own, ...paragraphs.map(told)];
}

function documentXml(edition: Edition, lines: readonly XmlElement[]): string {
  const page = [
    el('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    el('w:pgMar', {
      'w:top': 1440,
      'w:right': 1440,
      'w:bottom': 1440,
      'w:left': 1440,
      'w:header': 720,
      'w:footer': 720,
      'w:gutter': 0,
    }),
  ];
  const title = edition.title ? [ours('Title', edition.title)] : [];
  return layXml(el('w:document', { 'xmlns:w': WORD }, el('w:body', {}, title, lines, el('w:sectPr', {}, page))));
}

const relation = (id: string, type: string, target: string): XmlElement =>
  el('Relationship', { Id: id, Type: type, Target: target });
const relations = (...all: readonly XmlElement[]): string =>
  layXml(el('Relationships', { xmlns: `${PACKAGE}/relationships` }, all));

function parts(edition: Edition, document: string): WrittenFile[] {
  const language = languageOf(edition);
  const moment = momentOf(edition);
  const override = (path: string, type: string): XmlElement => el('Override', { PartName: path, ContentType: type });
  const stamp = (name: string): XmlElement => el(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, moment);
  return [
    {
      path: '[Content_Types].xml',
      content: layXml(
        el(
          'Types',
          { xmlns: `${PACKAGE}/content-types` },
          el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
          el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
          override('/word/document.xml', `${TYPE}.document.main+xml`),
          override('/word/styles.xml', `${TYPE}.styles+xml`),
          override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
        ),
      ),
    },
    {
      path: '_rels/.rels',
      content: relations(
        relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
        relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    },
    {
      path: 'docProps/core.xml',
      content: layXml(
        el(
          'cp:coreProperties',
          {
            'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
            'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
            'xmlns:dcterms': 'http://purl.org/dc/terms/',
            'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          },
          el('dc:title', {}, edition.title),
          el('dc:creator', {}, 'Pasteup'),
          language !== undefined && el('dc:language', {}, language),
          stamp('created'),
          stamp('modified'),
        ),
      ),
    },
    { path: 'word/_rels/document.xml.rels', content: relations(relation('rId1', `${OFFICE}/styles`, 'styles.xml')) },
    { path: 'word/styles.xml', content: stylesXml(language, /^(?:zh|ja)\b/iu.test(language ?? '')) },
    { path: 'word/document.xml', content: document },
  ];
}

function write(edition: Edition, options: WriteOptions = {}): Written {
  const tally = openTally(edition);
  const words = wordsFor(edition, options);
  const { sheets, adrift } = readEdition(edition, tally);
  const lines = [
    ...sheets.flatMap((sheet) => [
      ours('Heading1', words('page', { label: sheet.page.label })),
      ...sheet.top.map(told),
      ...sheet.stories.flatMap((story) => storyLines(story, words)),
      ...(sheet.loose.length
        ? [ours('Given', words('loose', { label: sheet.page.label })), ...sheet.loose.map(told)]
        : []),
    ]),
    ...(adrift.length
      ? [ours('Heading1', words('adrift')), ...adrift.flatMap((story) => storyLines(story, words))]
      : []),
  ];
  return tally.close([
    { path: editionName(edition, '.docx'), content: zipFiles(parts(edition, documentXml(edition, lines))) },
  ]);
}

/** The text of every paragraph, but for those of our own styles. */
const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const document = textInZip(bytesOf(file), 'word/document.xml') ?? '';
    const paragraphs = document
      .split('<w:p>')
      .filter((one) => !OUR_STYLES.some((style) => one.includes(`<w:pStyle w:val="${style}"/>`)));
    const texts = paragraphs.flatMap((one) =>
      Array.from(one.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/gu), (match) => unescapeXml(match[1] ?? '')),
    );
    return n + countCharacters(texts.join('\n'));
  }, 0);

export const docxWriter: FormatWriter = {
  id: 'docx',
  name: { code: 'writer.docx' },
  extension: '.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  carries: messagesOf('carries', 'text', 'order', 'articles', 'roles', 'pages', 'date'),
  loses: messagesOf('loses', 'jumps', 'boxes', 'lines', 'source', 'unplaced', 'discarded', 'review'),
  write,
  recount,
};
