/** An export as it is asked for: formats, the part of the edition, and what comes of it as files, an account and losses. */
import type { Edition } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import { exportEdition, type ClosingBalance } from './closing-balance.ts';
import { editionName } from './file-names.ts';
import { FormatError } from './format-error.ts';
import { lossesIn } from './losses.ts';
import { partOfEdition, type Scope } from './part-of-edition.ts';
import { takesScope, type FormatWriter, type WriteOptions, type WrittenFile } from './writer.ts';
import { writerOf } from './writers.ts';
import { zipFiles } from './zip-files.ts';

export interface ExportRequest extends WriteOptions {
  /** Ids of writers. */
  readonly formats: readonly string[];
  /** Without it the whole edition. */
  readonly scope?: Scope;
}

export interface Exported {
  readonly format: string;
  readonly files: readonly WrittenFile[];
  readonly balance: ClosingBalance;
  readonly losses: readonly Message[];
  /** What was asked for is a part that this format does not take: it holds the whole edition. */
  readonly whole: boolean;
}

/** Why a format was not written. */
export interface Refused {
  readonly format: string;
  readonly refusal: Message;
}

function exportOne(edition: Edition, request: ExportRequest, writer: FormatWriter): Exported {
  const scope = request.scope ?? { kind: 'edition' };
  const fits = takesScope(writer, scope);
  const part = fits ? partOfEdition(edition, scope) : edition;
  const { written, balance } = exportEdition(part, writer, request);
  if (!written.files.length) throw new FormatError('export.nothing', { format: writer.name.code });
  return { format: writer.id, files: written.files, balance, losses: lossesIn(part, writer), whole: !fits };
}

/** Every format that was asked for, in that order; one that does not balance is refused and does not stop the others. */
export function runExport(
  edition: Edition,
  request: ExportRequest,
  progress: (done: number, total: number) => void = () => undefined,
): (Exported | Refused)[] {
  const { formats } = request;
  return formats.map((format, i) => {
    progress(i, formats.length);
    try {
      return exportOne(edition, request, writerOf(format));
    } catch (error) {
      if (error instanceof FormatError) return { format, refusal: error.said };
      throw error;
    }
  });
}

export interface Bundle {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

/** In a batch each format has a folder of its own; one that the format has made already is not made twice. */
const inFolder = (format: string, { path, content }: WrittenFile): WrittenFile => ({
  path: path.startsWith(`${format}/`) ? path : `${format}/${path}`,
  content,
});

/** The files of all formats together. */
export const filesOf = (all: readonly Exported[]): readonly WrittenFile[] =>
  all.length === 1 && all[0] ? all[0].files : all.flatMap((one) => one.files.map((file) => inFolder(one.format, file)));

/** All that was written as one file: the only one there is, else a zip. */
export function bundle(edition: Pick<Edition, 'title' | 'date'>, all: readonly Exported[]): Bundle {
  const files = filesOf(all);
  const [only] = files;
  const [first] = all;
  if (first && only && files.length === 1 && all.length === 1)
    return {
      name: only.path.split('/').at(-1) ?? only.path,
      mediaType: writerOf(first.format).mediaType,
      content: only.content,
    };
  const name = all.length === 1 && first ? `.${first.format}.zip` : '.zip';
  return { name: editionName(edition, name), mediaType: 'application/zip', content: zipFiles(files) };
}
