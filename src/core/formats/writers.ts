/** Every format that can be written. To add one: a folder beside this file, a line here, its words in `core/messages/exports.ts`. */
import { altoWriter } from './alto/write.ts';
import { csvWriter } from './csv/write.ts';
import { docxWriter } from './docx/write.ts';
import { FormatError } from './format-error.ts';
import { hocrWriter } from './hocr/write.ts';
import { htmlWriter } from './html/write.ts';
import { markdownWriter } from './markdown/write.ts';
import { metsWriter } from './mets/write.ts';
import { ninjsWriter } from './ninjs/write.ts';
import { nitfWriter } from './nitf/write.ts';
import { pageXmlWriter } from './page/write.ts';
import { pasteupWriter } from './pasteup/writer.ts';
import { printWriter } from './print/write.ts';
import { teiWriter } from './tei/write.ts';
import { textArticlesWriter, textWriter } from './text/write.ts';
import type { FormatWriter } from './writer.ts';

export const WRITERS: readonly FormatWriter[] = [
  pasteupWriter,
  textWriter,
  textArticlesWriter,
  markdownWriter,
  htmlWriter,
  docxWriter,
  printWriter,
  csvWriter,
  pageXmlWriter,
  altoWriter,
  metsWriter,
  hocrWriter,
  teiWriter,
  ninjsWriter,
  nitfWriter,
];

/** The format of this id. Throws a FormatError (`export.no-such-format`) that names those there are. */
export function writerOf(id: string): FormatWriter {
  const writer = WRITERS.find((one) => one.id === id);
  if (!writer)
    throw new FormatError('export.no-such-format', { format: id, known: WRITERS.map((one) => one.id).join(', ') });
  return writer;
}
