/** The registry of readers: to add a format, write its reader and add one line here. */
import { countCharacters } from '../model/characters.ts';
import type { Message } from '../model/message.ts';
import { abbyyReader } from './abbyy/read.ts';
import { altoReader } from './alto/read.ts';
import { FormatError } from './format-error.ts';
import { hocrReader } from './hocr/read.ts';
import { imageReader } from './images/read.ts';
import { markupReader } from './markup-text/read.ts';
import { metsReader } from './mets/read.ts';
import { pageReader } from './page/read.ts';
import { pdfReader } from './pdf/read.ts';
import { SNIFF_BYTES, type FormatReader, type ReadContext, type Reading } from './reading.ts';
import { textReader } from './text/read.ts';
import { textractReader } from './textract/read.ts';
import { tsvReader } from './tsv/read.ts';
import { visionReader } from './vision/read.ts';

export const READERS: readonly FormatReader[] = [
  altoReader,
  pageReader,
  metsReader,
  hocrReader,
  tsvReader,
  abbyyReader,
  textractReader,
  visionReader,
  pdfReader,
  imageReader,
  markupReader,
  textReader,
];

/** The reader that is surest of the file, or null where none knows it. */
export function readerFor(bytes: Uint8Array, name: string): FormatReader | null {
  const head = bytes.subarray(0, SNIFF_BYTES);
  let best: FormatReader | null = null;
  let most = 0;
  for (const reader of READERS) {
    const score = reader.sniff(head, name);
    if (score > most) [best, most] = [reader, score];
  }
  return best;
}

/** Reads one file. Where its own count of characters disagrees, a note says so. @throws FormatError, and then nothing was read */
export async function readFile(bytes: Uint8Array, name: string, context: ReadContext = {}): Promise<Reading> {
  if (bytes.length === 0) throw new FormatError('file.empty', { file: name });
  const reader = readerFor(bytes, name);
  if (!reader)
    throw new FormatError('format.unknown', {
      file: name,
      formats: [...new Set(READERS.flatMap((r) => r.extensions))].join(', '),
    });
  const { progress: _, ...quiet } = context;
  const reading = await readWith(reader, bytes, name, {
    ...context,
    readOther: (other, path) => readFile(other, path, quiet),
  });
  if (reading.notes.some(({ code }) => code === 'format.unbalanced')) return reading;
  const found = reading.sources.reduce((n, source) => n + countCharacters(source.text), 0);
  if (found === reading.characters) return reading;
  const note: Message = { code: 'format.unbalanced', params: { file: name, expected: reading.characters, found } };
  return { ...reading, notes: [...reading.notes, note] };
}

/** Whatever else a reader throws is a defect of ours: it is said as one and takes no other file with it. */
async function readWith(reader: FormatReader, bytes: Uint8Array, name: string, context: ReadContext): Promise<Reading> {
  try {
    return await reader.read(bytes, name, context);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('format.crashed', {
      file: name,
      format: reader.name.code,
      why: error instanceof Error ? error.message : String(error),
    });
  }
}
