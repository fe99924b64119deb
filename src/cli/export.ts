import {
  filesOf,
  FormatError,
  pagesOf,
  runExport,
  samePage,
  say,
  zipFiles,
  type ClosingBalance,
  type Edition,
  type Exported,
  type Scope,
} from '../core/index.ts';
import { openEdition } from './open-edition.ts';
import { inFolder } from './files.ts';
import { refuseOver, writeAllOut, type OutFile } from './write-out.ts';

export interface ExportOptions {
  /** One format, or several with commas between them. */
  readonly to: string;
  /** A file, a folder, a `.zip`, or - for standard output, where several files are one zip. */
  readonly out: string;
  /** A page's label as printed. */
  readonly page?: string;
  readonly spreadsheet?: boolean;
}

function scopeOf(edition: Edition, label: string | undefined): Scope {
  if (label === undefined) return { kind: 'edition' };
  const page = pagesOf(edition).find((one) => samePage(one.label, label));
  const known = pagesOf(edition).map((one) => one.label);
  if (!page) throw new FormatError('export.no-such-page', { page: label, known: known.join(', ') });
  return { kind: 'page', page: page.id };
}

const note = (text: string): void => void process.stderr.write(`${text}\n`);

function tell(balance: ClosingBalance): void {
  note(`${balance.written} characters written, ${balance.typed} of them typed; ${balance.unaccounted} unaccounted`);
  for (const left of balance.leftOut) note(`${left.characters} characters left out: ${say(left.reason, 'en')}`);
}

/** Writes an edition in other formats; says the closing balance of each and what it does not carry. Nothing is written where one is refused. */
export async function exportTo(file: string, { to, out, page, spreadsheet = false }: ExportOptions): Promise<void> {
  const edition = await openEdition(file);
  const names = to.split(',').map((format) => format.trim());
  const formats = [...new Set(names.map((name) => (name === 'json' ? 'pasteup' : name)))];
  const all = runExport(edition, { formats, scope: scopeOf(edition, page), spreadsheet }).map((one): Exported => {
    if ('refusal' in one) throw new FormatError(one.refusal.code, one.refusal.params);
    return one;
  });
  const files = outFiles(all, out);
  if (formats.some((format) => format !== 'pasteup'))
    await refuseOver(
      [file],
      files.map(({ path }) => path),
    );
  await writeAllOut(files);
  for (const { format, balance, losses, whole } of all) {
    if (all.length > 1) note(`${format}:`);
    tell(balance);
    if (whole) note('holds the whole edition: this format takes no part of one');
    for (const loss of losses) note(`not carried: ${say(loss, 'en')}`);
  }
}

const isZip = (path: string): boolean => /\.zip$/iu.test(path);

function outFiles(all: readonly Exported[], out: string): readonly OutFile[] {
  const files = filesOf(all);
  const [only] = files;
  if (files.length === 1 && only && !isZip(out)) return [{ path: out, content: only.content }];
  if (out === '-' || isZip(out)) return [{ path: out, content: zipFiles(files) }];
  return files.map(({ path, content }) => ({ path: inFolder(out, path), content }));
}
