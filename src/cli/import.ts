import { basename } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  acceptSuggestions,
  call,
  FormatError,
  importArgs,
  newEdition,
  readFiles,
  reconstruct,
  say,
  suggestionsFor,
  transact,
  writePasteup,
  type Edition,
  type InputFile,
  type Reading,
} from '../core/index.ts';
import { bytesOf, pdfTables, progress, writeOut } from './files.ts';

/** Imports files as the pages of one edition and, if asked, applies every suggestion. Nothing is written unless all could be read. */
export async function importFiles(files: readonly string[], out: string, suggest: boolean): Promise<void> {
  const edition = await editionOf(files);
  await writeOut(out, writePasteup(suggest ? reconstructed(edition) : edition));
  progress('');
}

async function editionOf(files: readonly string[]): Promise<Edition> {
  const input: InputFile[] = [];
  for (const file of files)
    input.push({ name: file === '-' ? 'stdin.txt' : basename(file), bytes: await bytesOf(file) });
  const { reading, failures } = await readFiles(input, {
    assets: pdfTables(),
    progress: (done, total) => progress(`reading ${Math.round((100 * done) / total)} %`),
  });
  for (const note of reading.notes) process.stderr.write(`${say(note, 'en')}\n`);
  const [failure] = failures;
  if (failure) throw new FormatError(failure.error.code, failure.error.params);
  const { about } = reading;
  const empty: Edition = {
    ...newEdition(idOf(reading), about?.title ?? (input[0]?.name ?? '').replace(/\.[^.]*$/u, '')),
    ...(about?.date === undefined ? {} : { date: about.date }),
    ...(about?.language === undefined ? {} : { language: about.language }),
  };
  const outcome = transact(empty, call('edition.import', importArgs(empty, [reading])), { origin: 'import' });
  if (!outcome.ok) throw new FormatError(outcome.refusal.code, outcome.refusal.params);
  return outcome.edition;
}

/** The same files give the same id. */
const idOf = (reading: Reading): string => {
  const sums = reading.sources.map((s) => s.sha256).join('\n');
  return `e-${bytesToHex(sha256(new TextEncoder().encode(sums))).slice(0, 16)}`;
};

export function reconstructed(edition: Edition): Edition {
  const proposal = reconstruct(Object.values(edition.sources), {
    progress: (done, total) => progress(`reconstructing page ${done} of ${total}`),
  });
  const outcome = acceptSuggestions(edition, proposal, suggestionsFor(edition, proposal));
  if (!outcome.ok) throw new FormatError(outcome.refusal.code, outcome.refusal.params);
  return outcome.edition;
}
