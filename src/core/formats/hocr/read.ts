/** Reads hOCR into one source for each ocr_page. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { countMarkup } from '../count-markup.ts';
import { FormatError } from '../format-error.ts';
import { layLines } from '../lay-lines.ts';
import { pageName } from '../page-name.ts';
import type { FormatReader, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { decoderFor, encodingName } from '../text/encodings.ts';
import { decodeAnyText } from '../text/decode.ts';
import { latin } from '../xml/decode.ts';
import { unescapeXml } from '../xml-writer.ts';
import { parseHocr, type HocrPage } from './parse.ts';
import { SYNTHETIC } from '../synthetic-blocks.ts';
import { hocrStructure } from './structure.ts';

const CHARSET = /<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)|charset\s*=\s*["']?([\w.:-]+)/iu;

/** What the file declares where that holds, else as any text. */
async function decodeHtml(
  bytes: Uint8Array,
  file: string,
  context: ReadContext,
): Promise<{ readonly text: string; readonly encoding: string }> {
  const declared = CHARSET.exec(latin(bytes.subarray(0, 2048)));
  const encoding = encodingName(declared?.[1] ?? declared?.[2] ?? 'utf-8');
  const text = context.encoding === undefined ? (await decoderFor(encoding))?.(bytes, true) : null;
  return typeof text === 'string' ? { text, encoding } : decodeAnyText(bytes, file, context);
}

const countHocr = (html: string): number =>
  countMarkup(
    html
      .replace(/<!--[^]*?-->/gu, '')
      .replace(/<(head|script|style|title|textarea|noscript|template)\b[^>]*>[^]*?<\/\1\s*>/giu, ' '),
  );

/** Other programs put anything into their titles: only what our own writer says of the edition is believed. */
const ABOUT = /<meta name="ocr-system" content="Pasteup"/u;
function aboutOf(head: string): NonNullable<Reading['about']> {
  const of = (name: string): string | undefined =>
    unescapeXml(new RegExp(`<meta name="${name}" content="([^"]*)"`, 'u').exec(head)?.[1] ?? '') || undefined;
  const [title, date, language] = [of('dc.title'), of('dc.date'), /<html [^>]*\blang="([^"]+)"/u.exec(head)?.[1]];
  return { ...(title ? { title } : {}), ...(date ? { date } : {}), ...(language ? { language } : {}) };
}

/** Blocks whose positions our own writer made up, kept for when it writes them again. */
function syntheticOf({ blocks }: HocrPage): Pick<SourceDraft, 'extra'> {
  const ids = [...blocks].flatMap(([id, facts]) => (facts.has('x_synthetic') ? [id] : []));
  return ids.length ? { extra: { [SYNTHETIC]: ids } } : {};
}

async function readHocr(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const { text, encoding } = await decodeHtml(bytes, file, context);
  const pages = await parseHocr(text, file, context);
  if (pages.length === 0) throw new FormatError('hocr.no-page', { file, line: 1, column: 1 });
  const sum = bytesToHex(sha256(bytes));
  const sources = pages.map((page, i): SourceDraft => {
    const box = page.title.box;
    const image = page.title.image?.split(/[\\/]/u).at(-1);
    return {
      name: pages.length > 1 ? pageName(file, i + 1) : file,
      mediaType: 'text/vnd.hocr+html',
      encoding,
      sha256: sum,
      ...layLines(page.lines),
      ...(box && box[0] + box[2] > 0 ? { width: box[0] + box[2], height: box[1] + box[3] } : {}),
      unit: 'px',
      ...(image ? { image } : {}),
      ...(page.separators.length ? { separators: page.separators } : {}),
      ...(page.pictures.length ? { pictures: page.pictures } : {}),
      ...syntheticOf(page),
    };
  });
  const structure = hocrStructure(pages, sources);
  const about = ABOUT.test(text.slice(0, 4096)) ? aboutOf(text.slice(0, 4096)) : undefined;
  return {
    sources,
    ...(structure ? { structure } : {}),
    notes: [],
    characters: countHocr(text),
    ...(about ? { about } : {}),
  };
}

export const hocrReader: FormatReader = {
  id: 'hocr',
  name: { code: 'reader.hocr' },
  extensions: ['hocr', 'html', 'htm', 'xhtml'],
  mediaTypes: ['text/vnd.hocr+html'],
  carries: ['carry.lines', 'carry.boxes', 'carry.confidence', 'carry.sizes', 'carry.separators', 'carry.pictures'].map(
    (code) => ({ code }),
  ),
  loses: [{ code: 'lose.word-boxes' }],
  sniff(head, name) {
    const text = latin(head);
    if (/class\s*=\s*["']?[^"'>]*\bocrx?_(?:page|line|carea|word)/u.test(text)) return 1;
    if (/ocr-(?:system|capabilities)/u.test(text)) return 0.95;
    return /\.hocr$/iu.test(name) && text.includes('<') ? 0.8 : 0;
  },
  read: readHocr,
};
