/** Files that were picked, dropped or pasted become an edition, or more pages of the open one. */
import {
  call,
  countCharacters,
  FormatError,
  importArgs,
  newEdition,
  pagesOf,
  readPasteup,
  readFiles,
  readText,
  transact,
  type Edition,
  type Message,
  type ReadContext,
  type Reading,
  type SourceDraft,
} from './core/index.ts';
import type { OpenedFile } from './storage/files.ts';
import { readRescue, type RescuedEdition } from './storage/rescue-file.ts';

export type Opened =
  | { readonly kind: 'edition'; readonly edition: Edition; readonly readOnly: boolean }
  | { readonly kind: 'rescued'; readonly editions: readonly RescuedEdition[] }
  | { readonly kind: 'pages'; readonly reading: Reading; readonly failures: readonly Message[] };

const PASTEUP = /"format"\s*:\s*"pasteup-edition"/u;

/** A saved edition, or what claims to be one by its name. */
const isSaved = ({ name, bytes }: OpenedFile): boolean =>
  /\.pasteup\.json$/iu.test(name) ||
  (bytes[0] === 0x7b && PASTEUP.test(new TextDecoder().decode(bytes.subarray(0, 4096))));

/** Reads all of them before anything changes; of a batch, what can be read. Throws `FormatError` where nothing can. */
export async function openFiles(files: readonly OpenedFile[], context: ReadContext = {}): Promise<Opened> {
  const saved = files.find(isSaved);
  if (saved && files.length > 1) throw new FormatError('file.edition-among-others', { file: saved.name });
  if (saved) {
    const { text } = readText(saved.bytes, saved.name);
    return { kind: 'edition', ...readPasteup(text, saved.name) };
  }
  const rescued = files.length === 1 && files[0] ? rescuedIn(files[0]) : null;
  if (rescued) return { kind: 'rescued', editions: rescued };
  const { reading, failures } = await readFiles(files, context);
  const [first] = failures;
  if (!reading.sources.length) {
    const said = first?.error ?? { code: 'file.empty', params: { file: files[0]?.name ?? '' } };
    throw new FormatError(said.code, said.params);
  }
  return { kind: 'pages', reading, failures: failures.map(({ error }) => error) };
}

const rescuedIn = ({ name, bytes }: OpenedFile): RescuedEdition[] | null =>
  bytes[0] === 0x7b ? readRescue(new TextDecoder().decode(bytes), name) : null;

/** An edition of what was read. Without a title of its own it has the first file's name. */
export function editionOf(reading: Reading, id: string): Edition {
  const { sources, about } = reading;
  const language = about?.language ?? languageOf(sources);
  const empty: Edition = {
    ...newEdition(id, about?.title ?? sources[0]?.name.replace(/\.[^.]*$/u, '') ?? ''),
    ...(about?.date === undefined ? {} : { date: about.date }),
    ...(language === undefined ? {} : { language }),
  };
  const outcome = transact(empty, call('edition.import', importArgs(empty, [reading])), { origin: 'import' });
  if (!outcome.ok) throw new FormatError(outcome.refusal.code, outcome.refusal.params);
  return outcome.edition;
}

/** BCP 47 by script alone: Chinese is told from the rest, nothing more is guessed. */
function languageOf(drafts: readonly SourceDraft[]): string | undefined {
  const text = drafts.map((d) => d.text.slice(0, 4000)).join('');
  const all = countCharacters(text);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (count(/\p{sc=Hiragana}|\p{sc=Katakana}/gu) * 10 > all) return 'ja';
  if (count(/\p{sc=Hangul}/gu) * 3 > all) return 'ko';
  if (count(/\p{sc=Han}/gu) * 3 > all) return 'zh';
  return undefined;
}

export const summary = (edition: Edition): { n: number; characters: string; fragments: number } => ({
  n: pagesOf(edition).length,
  characters: Object.values(edition.sources)
    .reduce((n, s) => n + countCharacters(s.text), 0)
    .toLocaleString(),
  fragments: Object.values(edition.fragments).reduce((n, shard) => n + Object.keys(shard).length, 0),
});
