/** Reads the JSON of Google Cloud Vision's document text detection: pages of blocks, paragraphs, words and symbols. */
import type { Box } from '../../model/edition.ts';
import { countText } from '../count-text.ts';
import { FormatError } from '../format-error.ts';
import { isObject, numberOf, objects, readJson, stringOf, type JsonObject } from '../json/parse.ts';
import { layLines, type ReadLine } from '../lay-lines.ts';
import { pageName } from '../page-name.ts';
import type { FormatReader, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { sha256Of } from '../sha256-of.ts';
import { latin } from '../xml/decode.ts';
import { Bounds } from '../xml/numbers.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Vertices leave out what is 0. */
function addVertices(bounds: Bounds, polygon: unknown, { width, height }: Size): void {
  if (!isObject(polygon)) return;
  const shares = objects(polygon['normalizedVertices']);
  for (const vertex of objects(polygon['vertices'])) bounds.add(numberOf(vertex['x']) ?? 0, numberOf(vertex['y']) ?? 0);
  if (shares.length && objects(polygon['vertices']).length === 0)
    for (const vertex of shares)
      bounds.add((numberOf(vertex['x']) ?? 0) * width, (numberOf(vertex['y']) ?? 0) * height);
}
function boxOf(polygon: unknown, size: Size): Box | null {
  const bounds = new Bounds();
  addVertices(bounds, polygon, size);
  return bounds.box();
}

function linesOf(page: JsonObject, size: Size): { readonly lines: ReadLine[]; readonly pictures: Box[] } {
  const lines: ReadLine[] = [];
  const pictures: Box[] = [];
  objects(page['blocks']).forEach((block, b) => {
    if (block['blockType'] === 'PICTURE') {
      const box = boxOf(block['boundingBox'], size);
      if (box) pictures.push(box);
    }
    objects(block['paragraphs']).forEach((paragraph, p) => {
      let text = '';
      let bounds = new Bounds();
      let sure: number[] = [];
      const end = (): void => {
        const box = bounds.box();
        if (text.trim() !== '')
          lines.push({
            text: text.trim(),
            ...(box ? { box } : {}),
            ...(sure.length
              ? { confidence: Math.round((sure.reduce((x, y) => x + y, 0) / sure.length) * 1e4) / 1e4 }
              : {}),
            block: `b${b + 1}p${p + 1}`,
          });
        [text, bounds, sure] = ['', new Bounds(), []];
      };
      for (const word of objects(paragraph['words'])) {
        const confidence = numberOf(word['confidence']);
        if (confidence !== undefined && confidence >= 0 && confidence <= 1) sure.push(confidence);
        addVertices(bounds, word['boundingBox'], size);
        for (const symbol of objects(word['symbols'])) {
          const property =
            isObject(symbol['property']) && isObject(symbol['property']['detectedBreak'])
              ? symbol['property']['detectedBreak']
              : {};
          const type = stringOf(property['type']);
          const before = property['isPrefix'] === true;
          if (before && type) text += ' ';
          text += stringOf(symbol['text']);
          if (before) continue;
          if (type === 'SPACE' || type === 'SURE_SPACE') text += ' ';
          else if (type === 'HYPHEN') text += '-';
          if (type === 'HYPHEN' || type === 'LINE_BREAK' || type === 'EOL_SURE_SPACE') end();
        }
      }
      end();
    });
  });
  return { lines, pictures };
}

interface Answer {
  readonly annotation: JsonObject;
  /** Of the document that was read, where it had several pages. */
  readonly number: number | undefined;
}

/** Answers of one call, of a batch, or of an asynchronous job's output file, by their page numbers where all have one. */
function answersOf(json: unknown): { readonly answers: readonly Answer[]; readonly failed: readonly JsonObject[] } {
  const all = leavesOf(json);
  const answers = all.flatMap((answer): Answer[] => {
    if (isObject(answer['fullTextAnnotation']))
      return [{ annotation: answer['fullTextAnnotation'], number: numberIn(answer) }];
    return Array.isArray(answer['pages']) ? [{ annotation: answer, number: undefined }] : [];
  });
  const numbered = answers.every(({ number }) => number !== undefined);
  return {
    answers: numbered ? answers.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)) : answers,
    failed: all.filter((answer) => isObject(answer['error'])),
  };
}

const leavesOf = (json: unknown): readonly JsonObject[] =>
  (Array.isArray(json) ? objects(json) : isObject(json) ? [json] : []).flatMap((answer) =>
    Array.isArray(answer['responses']) ? leavesOf(answer['responses']) : [answer],
  );
const numberIn = (answer: JsonObject): number | undefined =>
  isObject(answer['context']) ? numberOf(answer['context']['pageNumber']) : undefined;

async function readVision(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const { json, encoding } = await readJson(bytes, file, context);
  const { answers, failed } = answersOf(json);
  const pages = answers.flatMap(({ annotation, number }) => {
    const own = objects(annotation['pages']);
    return own.map((page) => ({ page, number: own.length === 1 ? number : undefined }));
  });
  if (pages.length === 0)
    throw new FormatError('json.no-pages', { file, line: 1, column: 1, expected: 'fullTextAnnotation.pages' });
  const sum = await sha256Of(bytes);
  const numbers = new Set(pages.map(({ number }, i) => number ?? i + 1));
  const sources = pages.map(({ page, number }, i): SourceDraft => {
    const size = { width: numberOf(page['width']) ?? 0, height: numberOf(page['height']) ?? 0 };
    const { lines, pictures } = linesOf(page, size);
    return {
      name: pages.length > 1 ? pageName(file, numbers.size === pages.length ? (number ?? i + 1) : i + 1) : file,
      mediaType: 'application/vnd.google.vision+json',
      encoding,
      sha256: sum,
      ...layLines(lines),
      ...(size.width > 0 && size.height > 0 ? size : {}),
      unit: 'px',
      ...(pictures.length ? { pictures } : {}),
    };
  });
  const told = answers.map(({ annotation }) => annotation['text']);
  const characters = told.every((text) => typeof text === 'string')
    ? told.reduce((n, text) => n + countText(text), 0)
    : sources.reduce((n, source) => n + countText(source.text), 0);
  const notes = failed.map((answer) => ({
    code: 'vision.page-failed',
    params: {
      file,
      page: numberIn(answer) ?? '—',
      why: isObject(answer['error']) ? stringOf(answer['error']['message']) || '—' : '—',
    },
  }));
  return { sources, notes, characters };
}

export const visionReader: FormatReader = {
  id: 'vision',
  name: { code: 'reader.vision' },
  extensions: ['json'],
  mediaTypes: ['application/json'],
  carries: ['carry.lines', 'carry.boxes', 'carry.confidence', 'carry.pictures'].map((code) => ({ code })),
  loses: [{ code: 'lose.word-boxes' }],
  sniff(head) {
    const text = latin(head);
    return /^[\xef\xbb\xbf\s]*[[{]/u.test(text) &&
      /"(?:fullTextAnnotation|textAnnotations|detectedBreak|boundingPoly|detectedLanguages)"/u.test(text)
      ? 0.9
      : 0;
  },
  read: readVision,
};
