/** Reads ALTO 1.0 to 4.4 into sources: the words as printed, one line of text for a TextLine, in the file's own order and unit. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Box, Source, SourceLine } from '../../model/edition.ts';
import { FormatError } from '../format-error.ts';
import { decodeXml } from './decode.ts';
import { fontOf, spreadWords, textOf, unionOf } from './lines.ts';
import { parseAlto, type AltoFile, type AltoPage } from './parse.ts';

/** Units of the file to one point (1/72 inch); pixels know no point. */
const POINT: ReadonlyMap<string, number> = new Map([
  ['mm10', 254 / 72],
  ['inch1200', 1200 / 72],
]);

interface ReadLine {
  readonly text: string;
  readonly line: Omit<SourceLine, 'start' | 'end' | 'size'>;
  readonly points: number | null;
}

/** In pixels a point is what makes the median line as high as its box. */
function pixelsOfPoint(lines: readonly ReadLine[]): number {
  const ratios = lines
    .flatMap(({ line, points }) => (points && line.box && line.box[3] > 0 ? [line.box[3] / points] : []))
    .sort((a, b) => a - b);
  return ratios[ratios.length >> 1] ?? 1;
}

function readLines(page: AltoPage, file: AltoFile): ReadLine[] {
  const found: ReadLine[] = [];
  for (const block of page.blocks) {
    spreadWords(block);
    for (const line of block.lines) {
      const text = textOf(line, page);
      if (text === '') continue;
      const box = line.box ?? unionOf(line.words.flatMap((word): Box[] => (word.box ? [word.box] : [])));
      const sure = line.words.flatMap((word) => word.confidence ?? []);
      const font = fontOf(line, block, file);
      found.push({
        text,
        points: font.size,
        line: {
          ...(line.id === null ? {} : { ref: line.id }),
          ...(box ? { box } : {}),
          ...(sure.length
            ? { confidence: Math.round((sure.reduce((a, b) => a + b, 0) / sure.length) * 1e4) / 1e4 }
            : {}),
          ...(block.id === null ? {} : { block: block.id }),
          ...(font.bold ? { bold: true as const } : {}),
        },
      });
    }
  }
  return found;
}

function sourceOf(
  page: AltoPage,
  file: AltoFile,
  identity: Pick<Source, 'id' | 'name' | 'encoding' | 'sha256'>,
): Source {
  const read = readLines(page, file);
  const point = POINT.get(file.unit) ?? pixelsOfPoint(read);
  let at = 0;
  const lines = read.map(({ text, line, points }): SourceLine => {
    const start = at;
    at += text.length + 1;
    return {
      start,
      end: start + text.length,
      ...line,
      ...(points ? { size: Math.round(points * point * 10) / 10 } : {}),
    };
  });
  return {
    ...identity,
    mediaType: 'application/alto+xml',
    text: read.map(({ text }) => text).join('\n'),
    lines,
    ...(page.width ? { width: page.width } : {}),
    ...(page.height ? { height: page.height } : {}),
    unit: file.unit,
    ...(file.image === null ? {} : { image: file.image.split(/[\\/]/u).at(-1) ?? file.image }),
    ...(page.separators.length ? { separators: page.separators } : {}),
    ...(page.pictures.length ? { pictures: page.pictures } : {}),
  };
}

/** One source for each Page of the file, in file order. @throws FormatError */
export function readAltoPages(input: Uint8Array | string, name: string, id = ''): readonly Source[] {
  const bytes = typeof input === 'string' ? utf8ToBytes(input) : input;
  const { text, encoding } = typeof input === 'string' ? { text: input, encoding: 'utf-8' } : decodeXml(input, name);
  const file = parseAlto(text, name);
  const sum = bytesToHex(sha256(bytes));
  const stem = id || `alto-${sum.slice(0, 12)}`;
  return file.pages.map((page, i) =>
    sourceOf(page, file, { id: i === 0 ? stem : `${stem}-${i + 1}`, name, encoding, sha256: sum }),
  );
}

/** The only page of an ALTO file. @throws FormatError, also where there are more: read those with `readAltoPages`. */
export function readAlto(input: Uint8Array | string, name: string, id = ''): Source {
  const pages = readAltoPages(input, name, id);
  const [first] = pages;
  if (!first || pages.length > 1) throw new FormatError('alto.many-pages', { file: name, n: pages.length });
  return first;
}
