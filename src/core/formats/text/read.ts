/** Plain text as sources: its lines are where its line breaks are, its pages where its form feeds are. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { SourceLine } from '../../model/edition.ts';
import type { Message } from '../../model/message.ts';
import { countText } from '../count-text.ts';
import { FormatError } from '../format-error.ts';
import { pageName } from '../page-name.ts';
import { sha256Of } from '../sha256-of.ts';
import type { FormatReader, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { decodeAnyText, decodeText, type DecodedText } from './decode.ts';

export type { SourceDraft } from '../reading.ts';

const LINE = /[^\r\n\f]+/gu;

/** Lines that hold a character; white lines part them. */
export function textLines(text: string): SourceLine[] {
  return Array.from(text.matchAll(LINE))
    .filter((m) => m[0].trim() !== '')
    .map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** One source, UTF-8 or UTF-16 only. */
export function readText(bytes: Uint8Array, file: string): SourceDraft {
  const { text, encoding } = decodeText(bytes, file);
  if (text.trim() === '') throw new FormatError('file.empty', { file });
  return {
    name: file,
    mediaType: 'text/plain',
    encoding,
    sha256: bytesToHex(sha256(bytes)),
    text,
    lines: textLines(text),
  };
}

/** Where the encoding is not certain, whoever can be asked says which it is. */
async function decodeAsChosen(bytes: Uint8Array, file: string, context: ReadContext): Promise<DecodedText> {
  const likeliest = await decodeAnyText(bytes, file, context);
  if (likeliest.choice.certain || !context.chooseEncoding) return likeliest;
  const encoding = await context.chooseEncoding(file, likeliest.choice);
  if (encoding !== likeliest.encoding) return decodeAnyText(bytes, file, { encoding });
  return { ...likeliest, choice: { ...likeliest.choice, certain: true } };
}

async function readTextPages(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const { text, encoding, choice } = await decodeAsChosen(bytes, file, context);
  if (text.trim() === '') throw new FormatError('file.empty', { file });
  const sum = await sha256Of(bytes);
  const pages = text.split('\f');
  const many = pages.filter((page) => page.trim() !== '').length > 1;
  const sources = pages.flatMap((page, i): SourceDraft[] =>
    page.trim() === ''
      ? []
      : [
          {
            name: many ? pageName(file, i + 1) : file,
            mediaType: 'text/plain',
            encoding,
            sha256: sum,
            text: many ? page : text,
            lines: textLines(many ? page : text),
          },
        ],
  );
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const notes: Message[] = [];
  if (!choice.certain)
    notes.push({
      code: 'format.encoding-unsure',
      params: {
        file,
        encoding,
        others:
          choice.candidates
            .map((c) => c.encoding)
            .filter((e) => e !== encoding)
            .join(', ') || '—',
      },
    });
  if (broken) notes.push({ code: 'format.replaced', params: { file, n: broken, encoding } });
  return { sources, notes, characters: countText(text), encoding: choice };
}

/** Anything that is no other format and holds no control bytes. */
function sniff(head: Uint8Array, name: string): number {
  if (/\.json$/iu.test(name)) return 0;
  const named = /\.(?:txt|text|asc)$/iu.test(name);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return 0.4;
  const controls = head.reduce((n, b) => n + (b < 9 || (b > 13 && b < 27) || b === 127 ? 1 : 0), 0);
  if (named) return controls > head.length / 2 ? 0.05 : 0.3;
  return controls === 0 ? 0.2 : 0;
}

export const textReader: FormatReader = {
  id: 'text',
  name: { code: 'reader.text' },
  extensions: ['txt', 'text'],
  mediaTypes: ['text/plain'],
  carries: [{ code: 'carry.text' }, { code: 'carry.line-breaks' }, { code: 'carry.form-feeds' }],
  loses: [],
  sniff,
  read: readTextPages,
};
