/** Reads the JSON of Amazon Textract (text detection, or analysis with layout). Places are shares of a page whose size the file does not know. */
import type { Box } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';
import { SHEET } from '../../model/sheet.ts';
import { countText } from '../count-text.ts';
import { FormatError } from '../format-error.ts';
import { isObject, numberOf, objects, readJson, stringOf, strings, type JsonObject } from '../json/parse.ts';
import { layLines, spansOfLines } from '../lay-lines.ts';
import { pageName } from '../page-name.ts';
import { pushTo } from '../push-to.ts';
import type { FormatReader, GivenFragment, GivenPage, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { sha256Of } from '../sha256-of.ts';
import { latin } from '../xml/decode.ts';

const ROLES: ReadonlyMap<string, RoleId> = new Map([
  ['LAYOUT_TITLE', 'headline'],
  ['LAYOUT_SECTION_HEADER', 'headline'],
  ['LAYOUT_TEXT', 'body'],
  ['LAYOUT_LIST', 'body'],
  ['LAYOUT_TABLE', 'table'],
  ['LAYOUT_PAGE_NUMBER', 'folio'],
  ['LAYOUT_FOOTER', 'imprint'],
]);

/** As wide and high as the default sheet: only shares are known. */
function boxOf(block: JsonObject): Box | null {
  const at =
    isObject(block['Geometry']) && isObject(block['Geometry']['BoundingBox']) ? block['Geometry']['BoundingBox'] : null;
  const [left, top, width, height] = ['Left', 'Top', 'Width', 'Height'].map((key) => numberOf(at?.[key]));
  if (left === undefined || top === undefined || width === undefined || height === undefined) return null;
  return [
    round(left * SHEET.width),
    round(top * SHEET.height),
    Math.max(0, round(width * SHEET.width)),
    Math.max(0, round(height * SHEET.height)),
  ];
}
const round = (n: number): number => Math.round(n * 100) / 100;
const childrenOf = (block: JsonObject): readonly string[] =>
  objects(block['Relationships']).flatMap((r) => (r['Type'] === 'CHILD' ? strings(r['Ids']) : []));

/** The lines; and words that no line holds, each by itself. */
function rowsOf(blocks: readonly JsonObject[]): readonly JsonObject[] {
  const said = blocks.filter((block) => stringOf(block['Text']).trim() !== '');
  const lines = said.filter((block) => block['BlockType'] === 'LINE');
  return lines.length ? lines : said.filter((block) => block['BlockType'] === 'WORD');
}

async function readTextract(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const { json, encoding } = await readJson(bytes, file, context);
  const answers = Array.isArray(json) ? objects(json) : isObject(json) ? [json] : [];
  const blocks = answers.flatMap((answer) =>
    objects(answer['Blocks'] ?? (isObject(answer['Result']) ? answer['Result']['Blocks'] : undefined)),
  );
  if (blocks.length === 0) throw new FormatError('json.no-pages', { file, line: 1, column: 1, expected: 'Blocks' });
  const pages = new Map<number, JsonObject[]>();
  for (const block of blocks) pushTo(pages, numberOf(block['Page']) ?? 1, block);
  const sum = await sha256Of(bytes);
  const fragments: GivenFragment[] = [];
  const given: GivenPage[] = [];
  const numbers = [...pages.keys()].sort((a, b) => a - b);
  const sources = numbers.map((number, source): SourceDraft => {
    const own = pages.get(number) ?? [];
    const rows = rowsOf(own);
    const home = new Map(
      own
        .filter((b) => stringOf(b['BlockType']).startsWith('LAYOUT_'))
        .flatMap((b) => childrenOf(b).map((id): [string, JsonObject] => [id, b])),
    );
    const laid = layLines(
      rows.map((block) => {
        const box = boxOf(block);
        const sure = numberOf(block['Confidence']);
        const id = stringOf(block['Id']);
        const layout = stringOf(home.get(id)?.['Id']);
        return {
          text: stringOf(block['Text']),
          ...(id ? { ref: id } : {}),
          ...(box ? { box } : {}),
          ...(sure !== undefined && sure >= 0 && sure <= 100 ? { confidence: Math.round(sure * 100) / 1e4 } : {}),
          ...(layout ? { block: layout } : {}),
        };
      }),
    );
    const index = new Map(rows.map((row, i) => [stringOf(row['Id']), i]));
    const order: number[] = [];
    const taken = new Set<number>();
    for (const block of own) {
      if (!stringOf(block['BlockType']).startsWith('LAYOUT_')) continue;
      const lines = childrenOf(block)
        .flatMap((id) => index.get(id) ?? [])
        .filter((i) => !taken.has(i));
      if (lines.length === 0) continue;
      lines.forEach((i) => taken.add(i));
      const role = ROLES.get(stringOf(block['BlockType']));
      const box = boxOf(block);
      order.push(fragments.length);
      fragments.push({
        source,
        spans: spansOfLines(laid.lines, lines),
        ref: stringOf(block['Id']),
        ...(role ? { role } : {}),
        ...(box ? { box } : {}),
      });
    }
    given.push({ source, order });
    const pictures = own
      .filter((b) => b['BlockType'] === 'LAYOUT_FIGURE')
      .map(boxOf)
      .filter((box) => box !== null);
    return {
      name: numbers.length > 1 ? pageName(file, number) : file,
      mediaType: 'application/vnd.amazon.textract+json',
      encoding,
      sha256: sum,
      ...laid,
      width: SHEET.width,
      height: SHEET.height,
      unit: 'share',
      ...(pictures.length ? { pictures } : {}),
    };
  });
  return {
    sources,
    ...(fragments.length ? { structure: { fragments, articles: [], pages: given, relations: [] } } : {}),
    notes: [{ code: 'textract.no-size', params: { file } }],
    characters: countWords(json, 'WORD') || countWords(json, 'LINE'),
  };
}

/** The characters of the words: lines say the same again. A file without words is counted by its lines. */
function countWords(value: unknown, type: 'WORD' | 'LINE'): number {
  if (Array.isArray(value)) return value.reduce((n: number, item) => n + countWords(item, type), 0);
  if (!isObject(value)) return 0;
  if (value['BlockType'] === type) return countText(stringOf(value['Text']));
  return Object.values(value).reduce((n: number, item) => n + countWords(item, type), 0);
}

export const textractReader: FormatReader = {
  id: 'textract',
  name: { code: 'reader.textract' },
  extensions: ['json'],
  mediaTypes: ['application/json'],
  carries: ['carry.lines', 'carry.boxes', 'carry.roles', 'carry.order', 'carry.confidence', 'carry.pictures'].map(
    (code) => ({ code }),
  ),
  loses: [{ code: 'lose.word-boxes' }, { code: 'lose.page-size' }],
  sniff(head) {
    const text = latin(head);
    return /^[\xef\xbb\xbf\s]*[[{]/u.test(text) &&
      /"(?:BlockType|DocumentMetadata|DetectDocumentTextModelVersion|AnalyzeDocumentModelVersion)"/u.test(text)
      ? 0.95
      : 0;
  },
  read: readTextract,
};
