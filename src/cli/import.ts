import { basename } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  acceptSuggestions,
  call,
  FormatError,
  importArgs,
  newEdition,
  readFile,
  reconstruct,
  say,
  suggestionsFor,
  transact,
  writePasteup,
  type Edition,
  type Reading,
} from '../core/index.ts';
import { bytesOf, progress, writeOut } from './files.ts';

/** Imports files as the pages of one edition and, if asked, applies every suggestion. Nothing is written unless all could be read. */
export async function importFiles(files: readonly string[], out: string, suggest: boolean): Promise<void> {
  const edition = await editionOf(files);
  await writeOut(out, writePasteup(suggest ? reconstructed(edition) : edition));
  progress('');
}

async function editionOf(files: readonly string[]): Promise<Edition> {
  const batch = new Map<string, Uint8Array>();
  for (const file of files) batch.set(file === '-' ? 'stdin.txt' : file, await bytesOf(file));
  const readings: Reading[] = [];
  const used = new Set<string>();
  for (const [path, bytes] of batch) {
    if (used.has(path)) continue;
    progress(`reading ${path}`);
    const reading = await readFile(bytes, basename(path), { siblings: batch });
    for (const name of reading.used ?? []) used.add(name);
    for (const note of reading.notes) process.stderr.write(`${say(note, 'en')}\n`);
    readings.push(reading);
  }
  const about = readings.find((r) => r.about)?.about;
  const title = about?.title ?? basename([...batch.keys()][0] ?? '').replace(/\.[^.]*$/u, '');
  const empty: Edition = {
    ...newEdition(idOf(readings), title),
    ...(about?.date === undefined ? {} : { date: about.date }),
    ...(about?.language === undefined ? {} : { language: about.language }),
  };
  const outcome = transact(empty, call('edition.import', importArgs(empty, readings)), { origin: 'import' });
  if (!outcome.ok) throw new FormatError(outcome.refusal.code, outcome.refusal.params);
  return outcome.edition;
}

/** The same files give the same id. */
const idOf = (readings: readonly Reading[]): string => {
  const sums = readings.flatMap((r) => r.sources.map((s) => s.sha256)).join('\n');
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
