/** Reads ALTO 1.0 to 4.4 into sources: the words as printed, one line of text for a TextLine, in the file's own order and unit; and what it says of roles, reading order and articles. */
import type { SourceLine } from '../../model/edition.ts';
import { FormatError } from '../format-error.ts';
import { layLines } from '../lay-lines.ts';
import { keepMarkup } from '../markup.ts';
import { pageName } from '../page-name.ts';
import type { FormatReader, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { sha256Of } from '../sha256-of.ts';
import { openXml } from '../xml/decode.ts';
import { xmlRoot } from '../xml/root.ts';
import { refuseCancelled, streamXml } from '../xml/stream.ts';
import { countAlto } from './count.ts';
import type { AltoRead } from './lines.ts';
import { altoParser, type AltoFile, type AltoPage } from './parse.ts';
import { altoStructure } from './structure.ts';

/** Units of the file to one point (1/72 inch); pixels know no point. */
const POINT: ReadonlyMap<string, number> = new Map([
  ['mm10', 254 / 72],
  ['inch1200', 1200 / 72],
]);

/** In pixels a point is what makes the median line as high as its box. */
function pixelsOfPoint(lines: readonly AltoRead[]): number {
  const ratios = lines
    .flatMap(({ box, points }) => (points && box && box[3] > 0 ? [box[3] / points] : []))
    .sort((a, b) => a - b);
  return ratios[ratios.length >> 1] ?? 1;
}

function linesOf({ lines }: AltoPage, unit: string): { readonly text: string; readonly lines: SourceLine[] } {
  const point = POINT.get(unit) ?? pixelsOfPoint(lines);
  return layLines(
    lines.map(({ text, id, block, box, confidence, points, bold }) => ({
      text,
      ...(id === undefined ? {} : { ref: id }),
      ...(box ? { box } : {}),
      ...(confidence === undefined ? {} : { confidence }),
      ...(block === undefined ? {} : { block }),
      ...(bold ? { bold: true as const } : {}),
      ...(points ? { size: Math.round(points * point * 10) / 10 } : {}),
    })),
  );
}

type Identity = Pick<SourceDraft, 'name' | 'encoding' | 'sha256'>;

const sourceOf = (page: AltoPage, { unit, image }: AltoFile, identity: Identity): SourceDraft => ({
  ...identity,
  mediaType: 'application/alto+xml',
  ...linesOf(page, unit),
  ...(page.width ? { width: page.width } : {}),
  ...(page.height ? { height: page.height } : {}),
  unit,
  ...(image === undefined ? {} : { image: image.split(/[\\/]/u).at(-1) ?? image }),
  ...(page.separators.length ? { separators: page.separators } : {}),
  ...(page.pictures.length ? { pictures: page.pictures } : {}),
});

async function readAlto(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  refuseCancelled(context, file);
  const sum = sha256Of(bytes); // goes on beside the reading where the runtime does it
  const { encoding, utf8 } = await openXml(bytes, file);
  const parser = altoParser();
  await streamXml({ utf8 }, file, parser.handlers, context);
  const read = parser.result();
  if (read.pages.length === 0) throw new FormatError('alto.no-page', { file, line: 1, column: 1 });
  const markup = keepMarkup(utf8);
  refuseCancelled(context, file);
  const sha256 = await sum;
  const many = read.pages.length > 1;
  const sources = read.pages.map((page, i): SourceDraft => ({
    ...sourceOf(page, read, { name: many ? pageName(file, i + 1) : file, encoding, sha256 }),
    ...(i === 0 ? { extra: markup } : {}),
  }));
  const structure = altoStructure(read.said, sources);
  return {
    sources,
    ...(structure ? { structure } : {}),
    notes: [],
    characters: countAlto(utf8),
    ...(read.language === undefined ? {} : { about: { language: read.language } }),
  };
}

export const altoReader: FormatReader = {
  id: 'alto',
  name: { code: 'reader.alto' },
  extensions: ['xml', 'alto'],
  mediaTypes: ['application/alto+xml'],
  carries: [
    'carry.lines',
    'carry.boxes',
    'carry.roles',
    'carry.order',
    'carry.articles',
    'carry.confidence',
    'carry.sizes',
    'carry.separators',
    'carry.pictures',
    'carry.markup',
  ].map((code) => ({ code })),
  loses: [{ code: 'lose.word-boxes' }, { code: 'lose.alternatives' }],
  sniff: (head) => (xmlRoot(head)?.name.toLowerCase() === 'alto' ? 1 : 0),
  read: readAlto,
};
