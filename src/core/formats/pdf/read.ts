/** Reads PDF: for each page its lines with places, sizes and weight, its rules and pictures. Text hidden under a scan comes in like any other. */
import type { Message } from '../../model/message.ts';
import { countText } from '../count-text.ts';
import { FormatError } from '../format-error.ts';
import { layLines } from '../lay-lines.ts';
import { pageName } from '../page-name.ts';
import type { Facsimile, FormatReader, GivenPage, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { sha256Of } from '../sha256-of.ts';
import { latin } from '../xml/decode.ts';
import { refuseCancelled } from '../xml/stream.ts';
import { graphicsOf, type Graphics } from './graphics.ts';
import { linesOf, withoutOverprints, type Piece } from './lines.ts';
import { openPdf, type PdfDocument } from './load.ts';
import { mapRadicals } from './radicals.ts';

type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type Content = Awaited<ReturnType<PdfPage['getTextContent']>>;
type Matrix = readonly [number, number, number, number, number, number];

/** A page of more pieces is a scan with its text under it: it draws no rules. */
const SCAN = 8000;
const BOLD = /bold|black|heavy|demi|semibold|黑体|heiti|simhei/iu;

function piecesOf({ items, styles }: Content, view: Matrix, boldFonts: ReadonlySet<string>): Piece[] {
  return items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform as number[];
    const along = [view[0] * a + view[2] * b, view[1] * a + view[3] * b] as const;
    const up = [view[0] * c + view[2] * d, view[1] * c + view[3] * d] as const;
    const [x, y] = [view[0] * e + view[2] * f + view[4], view[1] * e + view[3] * f + view[5]];
    const size = Math.hypot(up[0], up[1]) || Math.hypot(along[0], along[1]);
    const style = styles[item.fontName];
    const turn = ((Math.round(Math.atan2(along[1], along[0]) / (Math.PI / 2)) + 4) % 4) as Piece['turn'];
    if (![x, y, size, item.width].every(Number.isFinite) || size === 0)
      return [place(item.str, { x: 0, y: 0, size: 1 })];
    const vertical = style?.vertical ?? false;
    return [
      {
        text: mapRadicals(item.str),
        x,
        y,
        size,
        turn,
        vertical,
        font: item.fontName,
        bold: boldFonts.has(item.fontName),
        length: vertical ? item.height : item.width,
        ascent: sane(style?.ascent, 0.5, 1.2, 0.9),
        descent: sane(style?.descent === undefined ? undefined : -style.descent, 0, 0.5, 0.22),
      },
    ];
  });
}
/** Text without a place keeps its characters at the page's corner. */
const place = (text: string, at: { readonly x: number; readonly y: number; readonly size: number }): Piece => ({
  text: mapRadicals(text),
  ...at,
  length: 0,
  turn: 0,
  vertical: false,
  font: '',
  bold: false,
  ascent: 0.9,
  descent: 0.2,
});
const sane = (n: number | undefined, least: number, most: number, usual: number): number =>
  n !== undefined && n >= least && n <= most ? n : usual;

/** Fonts are known by name once the page's operators were listed. */
function boldFonts(page: PdfPage, content: Content): Set<string> {
  const bold = new Set<string>();
  for (const name of Object.keys(content.styles)) {
    if (!page.commonObjs.has(name)) continue;
    const font: unknown = page.commonObjs.get(name);
    if (typeof font === 'object' && font !== null && 'name' in font && BOLD.test(String(font.name))) bold.add(name);
  }
  return bold;
}

interface ReadPage {
  readonly source: Omit<SourceDraft, 'name' | 'sha256'>;
  readonly characters: number;
  readonly overprinted: number;
}

async function readPage(page: PdfPage, ops: Readonly<Record<string, number>>): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 });
  const view = viewport.transform as unknown as Matrix;
  const content = await page.getTextContent({ includeMarkedContent: false });
  const drawn: Graphics =
    content.items.length > SCAN
      ? { separators: [], pictures: [] }
      : graphicsOf(await page.getOperatorList(), ops, view, viewport);
  const { kept, dropped } = withoutOverprints(piecesOf(content, view, boldFonts(page, content)));
  page.cleanup();
  const overprinted = dropped.reduce((n, { text }) => n + countText(text), 0);
  return {
    source: {
      mediaType: 'application/pdf',
      encoding: 'utf-8',
      ...layLines(linesOf(kept)),
      width: Math.round(viewport.width * 100) / 100,
      height: Math.round(viewport.height * 100) / 100,
      unit: 'pt',
      ...(drawn.separators.length ? { separators: drawn.separators } : {}),
      ...(drawn.pictures.length ? { pictures: drawn.pictures } : {}),
    },
    characters: content.items.reduce((n, item) => n + ('str' in item ? countText(item.str) : 0), 0) - overprinted,
    overprinted,
  };
}

async function readPages(
  bytes: Uint8Array,
  file: string,
  context: ReadContext,
  strict: boolean,
): Promise<{ readonly pages: readonly ReadPage[]; readonly labels: readonly string[] | null }> {
  const { document, library } = await openPdf(bytes, { strict, assets: context.assets });
  try {
    const pages: ReadPage[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      refuseCancelled(context, file);
      try {
        pages.push(await readPage(await document.getPage(n), library.OPS));
      } catch (error) {
        throw new FormatError('pdf.page', { file, page: n, why: reason(error) });
      }
      context.progress?.(n, document.numPages);
      await context.pause?.();
    }
    return { pages, labels: await document.getPageLabels() };
  } finally {
    await document.loadingTask.destroy();
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 160);
const named = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

async function readPdf(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  if (!latin(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF'))
    throw new FormatError('pdf.cut-off', { file, byte: bytes.length });
  const notes: Message[] = [];
  const read = await readPages(bytes, file, context, true).catch(async (error: unknown) => {
    if (named(error, 'PasswordException')) throw new FormatError('pdf.locked', { file, byte: 0 });
    if (error instanceof FormatError && error.said.code !== 'pdf.page') throw error;
    const tolerant = await readPages(bytes, file, context, false).catch((again: unknown) => {
      throw again instanceof FormatError ? again : new FormatError('pdf.broken', { file, byte: 0, why: reason(again) });
    });
    notes.push({
      code: 'pdf.damaged',
      params: { file, why: error instanceof FormatError ? String(error.said.params?.['why']) : reason(error) },
    });
    return tolerant;
  });
  const { pages, labels } = read;
  const sum = await sha256Of(bytes);
  const many = pages.length > 1;
  const nameOf = (i: number): string => (many ? pageName(file, i + 1) : file);
  const overprinted = pages.reduce((n, page) => n + page.overprinted, 0);
  if (overprinted) notes.push({ code: 'pdf.overprinted', params: { file, n: overprinted } });
  const empty = pages.filter(({ source }) => source.lines.length === 0).length;
  if (empty) notes.push({ code: 'pdf.no-text', params: { file, n: empty } });
  const given = (labels ?? []).flatMap((label, source): GivenPage[] =>
    label.trim() && source < pages.length ? [{ source, label: label.trim(), order: [] }] : [],
  );
  return {
    sources: pages.map(({ source }, i) => ({ name: nameOf(i), sha256: sum, ...source })),
    ...(given.length ? { structure: { fragments: [], articles: [], pages: given, relations: [] } } : {}),
    notes,
    characters: pages.reduce((n, page) => n + page.characters, 0),
    facsimiles: pages.map(({ source }, i): Facsimile => ({
      name: nameOf(i),
      mediaType: 'application/pdf',
      width: source.width ?? 0,
      height: source.height ?? 0,
    })),
  };
}

export const pdfReader: FormatReader = {
  id: 'pdf',
  name: { code: 'reader.pdf' },
  extensions: ['pdf'],
  mediaTypes: ['application/pdf'],
  carries: [
    'carry.pages',
    'carry.lines',
    'carry.boxes',
    'carry.sizes',
    'carry.bold',
    'carry.separators',
    'carry.pictures',
    'carry.facsimile',
  ].map((code) => ({ code })),
  loses: ['lose.word-boxes', 'lose.annotations', 'lose.text-of-image'].map((code) => ({ code })),
  sniff: (head) => (latin(head.subarray(0, 1024)).includes('%PDF-') ? 1 : 0),
  read: readPdf,
};
