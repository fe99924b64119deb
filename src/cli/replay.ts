import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { emptyHistory, FormatError, readPasteup, replayStep, writePasteup, type Step } from '../core/index.ts';
import { bytesOf } from './files.ts';

/** What a journal file holds: the edition that it starts from, as saved, and the steps that were taken. */
interface JournalFile {
  readonly format: 'pasteup-journal';
  readonly start: unknown;
  readonly steps: readonly Step[];
}

/** Runs a journal and prints the SHA-256 of the saved file that its last state makes. */
export async function replayJournal(file: string): Promise<void> {
  const text = new TextDecoder().decode(await bytesOf(file));
  const journal = parse(text, file);
  let edition = readPasteup(JSON.stringify(journal.start), file).edition;
  let history = emptyHistory;
  journal.steps.forEach((step, i) => {
    const next = takeStep(edition, history, step, file, i);
    edition = next.edition;
    history = next.history;
  });
  process.stdout.write(`${bytesToHex(sha256(new TextEncoder().encode(writePasteup(edition))))}\n`);
}

function takeStep(
  ...[edition, history, step, file, i]: [
    Parameters<typeof replayStep>[0],
    Parameters<typeof replayStep>[1],
    Step,
    string,
    number,
  ]
) {
  let why = 'there is nothing to undo or redo';
  try {
    const next = replayStep(edition, history, step);
    if (next) return next;
  } catch (error) {
    why = error instanceof Error ? error.message : String(error);
  }
  throw new FormatError('journal.step', { file, step: i + 1, why });
}

function parse(text: string, file: string): JournalFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FormatError('file.not-json', { file, line: 1, column: 1, why: String(error) });
  }
  const journal = json as Partial<JournalFile> | null;
  if (journal?.format !== 'pasteup-journal' || !Array.isArray(journal.steps))
    throw new FormatError('journal.format', { file });
  return journal as JournalFile;
}
