/** Opens a saved edition; one of a newer version is said to be for reading only. */
import { FILE_VERSION, FormatError, readPasteup, type Edition } from '../core/index.ts';
import { bytesOf } from './files.ts';
import { saidAt } from './said.ts';

export async function textOf(file: string): Promise<string> {
  const bytes = await bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new FormatError('file.binary', { file });
  }
}

/** @throws FormatError */
export async function openEdition(file: string, options: Parameters<typeof readPasteup>[2] = {}): Promise<Edition> {
  return editionIn(await textOf(file), file, options);
}

export function editionIn(text: string, file: string, options: Parameters<typeof readPasteup>[2] = {}): Edition {
  if (text.trim() === '') throw new FormatError('file.empty', { file });
  const { edition } = readPasteup(text, file, options);
  if (edition.newer !== undefined)
    process.stderr.write(
      `${saidAt({ code: 'file.newer', params: { file, found: edition.newer, known: FILE_VERSION } })}\n`,
    );
  return edition;
}
