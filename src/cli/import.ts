import { basename, resolve, sep } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  acceptSuggestions,
  call,
  FILE_VERSION,
  FormatError,
  importArgs,
  newEdition,
  readFiles,
  readOnce,
  say,
  suggestionsFor,
  transact,
  writePasteup,
  type Edition,
  type InputFile,
  type Message,
  type OneReading,
  type Reading,
} from '../core/index.ts';
import { bytesOf, pdfTables, progress } from './files.ts';
import { editionIn } from './open-edition.ts';
import { refuseOver, writeOut } from './write-out.ts';

interface Named extends InputFile {
  /** As it was called. */
  readonly path: string;
}

/** Imports files as the pages of one edition and, if asked, applies every suggestion. Nothing is written unless all could be read. */
export async function importFiles(files: readonly string[], out: string, suggest: boolean): Promise<void> {
  const input: Named[] = [];
  const names = namesOf(files);
  for (const [i, path] of files.entries()) input.push({ path, name: names[i] ?? path, bytes: await bytesOf(path) });
  const once = readOnce();
  const edition = savedEdition(input) ?? (await editionOf(input, once));
  const [first] = input;
  if (suggest && first && edition.newer !== undefined)
    throw new FormatError('file.newer', { file: first.path, found: edition.newer, known: FILE_VERSION });
  await refuseOver(
    input.filter((file) => !isSaved(file)).map(({ path }) => path),
    [out],
  );
  await writeOut(out, writePasteup(suggest ? reconstructed(edition, once) : edition));
  progress('');
}

/** Without their folders; where two files have one name, with the folders below the one that holds all: a METS file finds its own pages. */
function namesOf(files: readonly string[]): readonly string[] {
  const plain = files.map((path) => (path === '-' ? 'stdin.txt' : basename(path)));
  if (new Set(plain).size === plain.length) return plain;
  const parts = files.map((path, i) => (path === '-' ? [plain[i] ?? ''] : resolve(path).split(sep)));
  let shared = 0;
  while (parts.every((one) => shared < one.length - 1 && one[shared] === parts[0]?.[shared])) shared++;
  return parts.map((one) => one.slice(shared).join('/'));
}

const isSaved = ({ bytes }: InputFile): boolean =>
  /^\ufeff?\s*\{[^]*?"format"\s*:\s*"pasteup-edition"/u.test(new TextDecoder().decode(bytes.subarray(0, 4096)));

/** A saved edition, given alone, is opened as it is. */
function savedEdition(input: readonly Named[]): Edition | null {
  const saved = input.find(isSaved);
  if (!saved) return null;
  if (input.length > 1) throw new FormatError('file.edition-among-others', { file: saved.path });
  return editionIn(new TextDecoder().decode(saved.bytes), saved.path);
}

async function editionOf(input: readonly Named[], { cut }: OneReading): Promise<Edition> {
  const { reading, failures } = await readFiles(input, {
    assets: pdfTables(),
    progress: (done, total) => progress(`reading ${Math.round((100 * done) / total)} %`),
  });
  for (const note of reading.notes) process.stderr.write(`${say(note, 'en')}\n`);
  const [failure] = failures;
  if (failure) throw new FormatError(failure.error.code, calledByPath(failure.error.params ?? {}, input));
  const { about } = reading;
  const empty: Edition = {
    ...newEdition(idOf(reading), about?.title ?? (input[0]?.name ?? '').replace(/\.[^.]*$/u, '')),
    ...(about?.date === undefined ? {} : { date: about.date }),
    ...(about?.language === undefined ? {} : { language: about.language }),
  };
  const outcome = transact(empty, call('edition.import', importArgs(empty, [reading], cut)), { origin: 'import' });
  if (!outcome.ok) throw new FormatError(outcome.refusal.code, outcome.refusal.params);
  return outcome.edition;
}

/** Readers know a file by its name; who called us knows it by its path. */
function calledByPath<P extends NonNullable<Message['params']>>(params: P, input: readonly Named[]): P {
  const { file } = params;
  const called = input.filter(({ name }) => name === file);
  return called.length === 1 && called[0]?.path !== '-' ? { ...params, file: called[0]?.path ?? '' } : params;
}

/** The same files give the same id. */
const idOf = (reading: Reading): string => {
  const sums = reading.sources.map((s) => s.sha256).join('\n');
  return `e-${bytesToHex(sha256(new TextEncoder().encode(sums))).slice(0, 16)}`;
};

function reconstructed(edition: Edition, { reconstruct }: OneReading): Edition {
  const proposal = reconstruct(Object.values(edition.sources), {
    progress: (done, total) => progress(`reconstructing page ${done} of ${total}`),
  });
  const outcome = acceptSuggestions(edition, proposal, suggestionsFor(edition, proposal));
  if (!outcome.ok) throw new FormatError(outcome.refusal.code, outcome.refusal.params);
  return outcome.edition;
}
