/** Reads Tesseract's TSV: a row for each page, block, paragraph, line and word. */
import type { Box } from '../../model/edition.ts';
import { countText } from '../count-text.ts';
import { FormatError } from '../format-error.ts';
import { layLines, type ReadLine } from '../lay-lines.ts';
import { pageName } from '../page-name.ts';
import type { FormatReader, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { sha256Of } from '../sha256-of.ts';
import { decodeAnyText } from '../text/decode.ts';
import { latin } from '../xml/decode.ts';
import { refuseCancelled } from '../xml/stream.ts';

const HEADER = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
const COLUMNS = HEADER.split('\t');
/** A block this much longer than wide, without text, is a rule. */
const RULE = 15;

interface Row {
  readonly level: number;
  readonly page: number;
  readonly block: string;
  readonly line: string;
  readonly box: Box;
  readonly confidence: number;
  readonly text: string;
}
interface TsvPage {
  box: Box | null;
  readonly lines: Map<string, { box: Box | null; readonly block: string; readonly words: Row[] }>;
  readonly blocks: Map<string, { readonly box: Box; hasText: boolean }>;
}

function parseRow(row: string, line: number, file: string): Row {
  const cells = row.split('\t');
  if (cells.length < 11)
    throw new FormatError('tsv.columns', { file, line, column: 1, n: cells.length, expected: COLUMNS.length });
  let column = 1;
  const numbers = cells.slice(0, 11).map((cell, i) => {
    const n = cell.trim() === '' ? NaN : Number(cell);
    if (!Number.isFinite(n) || Math.abs(n) > 1e9)
      throw new FormatError('tsv.number', { file, line, column, name: COLUMNS[i] ?? '', value: cell.slice(0, 40) });
    column += cell.length + 1;
    return n;
  });
  const [
    level = 0,
    page = 0,
    block = 0,
    paragraph = 0,
    lineNumber = 0,
    ,
    left = 0,
    top = 0,
    width = 0,
    height = 0,
    confidence = -1,
  ] = numbers;
  if (!Number.isInteger(level) || level < 1 || level > 5)
    throw new FormatError('tsv.number', { file, line, column: 1, name: 'level', value: cells[0] ?? '' });
  return {
    level,
    page,
    block: `b${block}p${paragraph}`,
    line: `b${block}p${paragraph}l${lineNumber}`,
    box: [left, top, Math.max(0, width), Math.max(0, height)],
    confidence,
    text: cells.slice(11).join(' '),
  };
}

async function readTsv(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const { text, encoding } = await decodeAnyText(bytes, file, context);
  const rows = text.split(/\r\n|[\n\r]/u);
  if (rows[0]?.trim() !== HEADER) throw new FormatError('tsv.header', { file, line: 1, column: 1 });
  const pages = new Map<number, TsvPage>();
  for (let i = 1; i < rows.length; i++) {
    const raw = rows[i] ?? '';
    if (raw === '') continue;
    if (i % 20_000 === 0) {
      refuseCancelled(context, file);
      context.progress?.(i, rows.length);
      await context.pause?.();
    }
    take(pages, parseRow(raw, i + 1, file));
  }
  if (pages.size === 0) throw new FormatError('tsv.no-page', { file, line: rows.length, column: 1 });
  const sum = await sha256Of(bytes);
  const sources = [...pages].map(([number, page]): SourceDraft => {
    const separators = [...page.blocks.values()].flatMap(({ box, hasText }) =>
      !hasText && Math.max(box[2], box[3]) > RULE * Math.max(1, Math.min(box[2], box[3])) ? [box] : [],
    );
    return {
      name: pages.size > 1 ? pageName(file, number) : file,
      mediaType: 'text/tab-separated-values',
      encoding,
      sha256: sum,
      ...layLines([...page.lines].flatMap(([id, line]) => lineOf(id, line))),
      ...(page.box ? { width: page.box[0] + page.box[2], height: page.box[1] + page.box[3] } : {}),
      unit: 'px',
      ...(separators.length ? { separators } : {}),
    };
  });
  return { sources, notes: [], characters: rows.slice(1).reduce((n, row) => n + countText(afterTabs(row, 11)), 0) };
}

function afterTabs(row: string, tabs: number): string {
  let at = -1;
  for (let n = 0; n < tabs; n++) if ((at = row.indexOf('\t', at + 1)) < 0) return '';
  return row.slice(at + 1);
}

function take(pages: Map<number, TsvPage>, row: Row): void {
  let page = pages.get(row.page);
  if (!page) pages.set(row.page, (page = { box: null, lines: new Map(), blocks: new Map() }));
  if (row.level === 1) page.box = row.box;
  if (row.level === 3) page.blocks.set(row.block, { box: row.box, hasText: false });
  if (row.level < 4) return;
  let line = page.lines.get(row.line);
  if (!line) page.lines.set(row.line, (line = { box: row.level === 4 ? row.box : null, block: row.block, words: [] }));
  if (row.level === 5 && row.text.trim() !== '') {
    line.words.push(row);
    const block = page.blocks.get(row.block);
    if (block) block.hasText = true;
  }
}

function lineOf(
  id: string,
  { box, block, words }: { readonly box: Box | null; readonly block: string; readonly words: readonly Row[] },
): ReadLine[] {
  if (words.length === 0) return [];
  const sure = words.filter((word) => word.confidence >= 0 && word.confidence <= 100);
  const mean = sure.reduce((n, word) => n + word.confidence, 0) / Math.max(1, sure.length) / 100;
  return [
    {
      text: words.map((word) => word.text.trim()).join(' '),
      ref: id,
      ...(box ? { box } : {}),
      ...(sure.length ? { confidence: Math.round(mean * 1e4) / 1e4 } : {}),
      block,
    },
  ];
}

export const tsvReader: FormatReader = {
  id: 'tsv',
  name: { code: 'reader.tsv' },
  extensions: ['tsv'],
  mediaTypes: ['text/tab-separated-values'],
  carries: ['carry.lines', 'carry.boxes', 'carry.confidence', 'carry.separators'].map((code) => ({ code })),
  loses: [{ code: 'lose.word-boxes' }],
  sniff: (head, name) =>
    latin(head)
      .replace(/^\xef\xbb\xbf/u, '')
      .startsWith('level\tpage_num\tblock_num')
      ? 1
      : /\.tsv$/iu.test(name)
        ? 0.35
        : 0,
  read: readTsv,
};
