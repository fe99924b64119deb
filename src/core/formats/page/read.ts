/** Reads PAGE XML into one source a page, with the regions, roles, reading order, articles and relations that the file gives. */
import { countCharacters } from '../../model/characters.ts';
import type { Box } from '../../model/edition.ts';
import type { Message } from '../../model/message.ts';
import { FormatError } from '../format-error.ts';
import { layLines, spansOfLines, type ReadLine } from '../lay-lines.ts';
import { keepMarkup } from '../markup.ts';
import { pageName } from '../page-name.ts';
import type { FormatReader, GivenFragment, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { sha256Of } from '../sha256-of.ts';
import { decodeXml } from '../xml/decode.ts';
import { xmlRoot } from '../xml/root.ts';
import { countPage } from './count.ts';
import { customNumber } from './custom.ts';
import { parsePage, type PageLine, type PageRegion, type ParsedPage } from './parse.ts';
import { saidOf } from './roles.ts';
import { givenOf, type PlacedRegion } from './structure.ts';

const lineText = (line: PageLine): string =>
  line.text.trim() === ''
    ? line.words
        .map((word) => (word.text.trim() === '' ? word.glyphs : word.text).trim())
        .filter(Boolean)
        .join(' ')
    : line.text;

/** Lines in the order that the file gives them, where it gives one to each. */
function inOrder(lines: readonly PageLine[]): readonly PageLine[] {
  for (const key of [(l: PageLine) => l.index, (l: PageLine) => customNumber(l.custom, 'readingOrder', 'index')]) {
    const keys = lines.map(key);
    if (lines.length && keys.every((k) => k !== undefined))
      return lines
        .map((line, i) => ({ line, k: keys[i] ?? 0, i }))
        .sort((a, b) => a.k - b.k || a.i - b.i)
        .map(({ line }) => line);
  }
  return lines;
}

/** The lines of a region's own text: equal slices of its box. */
function slices(region: PageRegion): ReadLine[] {
  const texts = region.text.split(/[\r\n\f\v\u0085\u2028\u2029]+/u).filter((text) => text.trim() !== '');
  const box = region.box;
  return texts.map((text, i) => ({
    text,
    ...(box ? { box: [box[0], box[1] + (box[3] * i) / texts.length, box[2], box[3] / texts.length] as Box } : {}),
    ...(region.confidence === undefined ? {} : { confidence: region.confidence }),
    ...hints(region),
  }));
}

const hints = (region: PageRegion, line?: PageLine): Omit<ReadLine, 'text'> => {
  const size = line?.size ?? region.size;
  return {
    ...(size === undefined ? {} : { size }),
    ...(region.id === undefined ? {} : { block: region.id }),
    ...(line?.bold || region.bold ? { bold: true as const } : {}),
  };
};

function readLine(region: PageRegion, line: PageLine): ReadLine {
  return {
    text: lineText(line),
    ...(line.id === undefined ? {} : { ref: line.id }),
    ...(line.box ? { box: line.box } : {}),
    ...(line.confidence === undefined ? {} : { confidence: line.confidence }),
    ...hints(region, line),
  };
}

/** The lines of the page in file order, and which of them each region holds, in reading order. */
function placeRegions(page: ParsedPage): { readonly read: ReadLine[]; readonly placed: PlacedRegion[] } {
  const read: ReadLine[] = [];
  const placed: PlacedRegion[] = [];
  for (const region of page.regions) {
    const lines = region.lines.filter((line) => lineText(line).trim() !== '');
    const at = new Map<PageLine, number>();
    for (const line of lines) {
      at.set(line, read.length);
      read.push(readLine(region, line));
    }
    if (lines.length) {
      placed.push({
        region,
        lines: inOrder(lines).map((line) => ({
          index: at.get(line) ?? 0,
          article:
            line.custom.get('structure')?.get('type') === 'article'
              ? line.custom.get('structure')?.get('id')
              : undefined,
        })),
      });
    } else {
      const own = slices(region);
      placed.push({ region, lines: own.map((_, i) => ({ index: read.length + i, article: undefined })) });
      read.push(...own);
    }
  }
  return { read, placed };
}

/** A region's own text is its lines' text again; where it holds more, the lines are read and the rest is told of. */
function notesOf(pages: readonly ParsedPage[], file: string): Message[] {
  const longer = pages
    .flatMap((page) => page.regions)
    .map((region) => {
      const inLines = region.lines.reduce((sum, line) => sum + countCharacters(lineText(line)), 0);
      return { id: region.id ?? '', more: inLines ? countCharacters(region.text) - inLines : 0 };
    })
    .filter(({ more }) => more > 0);
  const [first] = longer;
  if (!first) return [];
  const n = longer.reduce((sum, { more }) => sum + more, 0);
  return [{ code: 'page.region-says-more', params: { file, n, regions: longer.length, id: first.id } }];
}

const boxesOf = (page: ParsedPage, kinds: RegExp): Box[] =>
  page.regions.flatMap((region) => (region.box && kinds.test(region.kind) ? [region.box] : []));
const PICTURES = /^(?:Image|LineDrawing|Graphic|Chart|Map|Frame)Region$/u;

async function readPage(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const { text, encoding } = await decodeXml(bytes, file);
  const { pages, facts } = await parsePage(text, file, context);
  if (pages.length === 0) throw new FormatError('page.no-page', { file, line: 1, column: 1 });
  const sum = await sha256Of(bytes);
  const sources: SourceDraft[] = [];
  const parts = pages.map((page, i) => {
    const { read, placed } = placeRegions(page);
    const { text: laid, lines } = layLines(read);
    const separators = boxesOf(page, /^SeparatorRegion$/u);
    const pictures = boxesOf(page, PICTURES);
    sources.push({
      name: pages.length > 1 ? pageName(file, i + 1) : file,
      mediaType: 'application/vnd.prima.page+xml',
      encoding,
      sha256: sum,
      text: laid,
      lines,
      ...(page.width ? { width: page.width } : {}),
      ...(page.height ? { height: page.height } : {}),
      unit: 'px',
      ...(page.image ? { image: page.image.split(/[\\/]/u).at(-1) ?? page.image } : {}),
      ...(separators.length ? { separators } : {}),
      ...(pictures.length ? { pictures } : {}),
      ...(i === 0 ? { extra: keepMarkup(text) } : {}),
    });
    const fragmentOf = (region: PageRegion, indexes: readonly number[]): GivenFragment => ({
      source: i,
      spans: spansOfLines(lines, indexes),
      ...saidOf(region),
    });
    return { page, placed, fragmentOf };
  });
  const [title, date, language] = [
    facts.get('edition-title'),
    facts.get('edition-date'),
    facts.get('edition-language'),
  ];
  return {
    sources,
    structure: givenOf(parts, facts.get('page-label')),
    notes: notesOf(pages, file),
    characters: countPage(text),
    ...(title || date || language
      ? { about: { ...(title ? { title } : {}), ...(date ? { date } : {}), ...(language ? { language } : {}) } }
      : {}),
  };
}

export const pageReader: FormatReader = {
  id: 'page',
  name: { code: 'reader.page' },
  extensions: ['xml', 'page'],
  mediaTypes: ['application/vnd.prima.page+xml'],
  carries: [
    'carry.lines',
    'carry.boxes',
    'carry.roles',
    'carry.order',
    'carry.articles',
    'carry.relations',
    'carry.confidence',
    'carry.separators',
    'carry.pictures',
    'carry.markup',
  ].map((code) => ({ code })),
  loses: [{ code: 'lose.alternatives' }],
  sniff: (head) => (xmlRoot(head)?.name === 'PcGts' ? 1 : 0),
  read: readPage,
};
