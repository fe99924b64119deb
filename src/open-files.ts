/** Files that were picked, dropped or pasted become an edition, or more pages of the open one. */
import {
  call,
  countCharacters,
  FormatError,
  importArgs,
  newEdition,
  pagesOf,
  readPasteup,
  readingsOf,
  readText,
  transact,
  type Edition,
  type SourceDraft,
} from './core/index.ts';
import type { OpenedFile } from './storage/files.ts';

export type Opened =
  | { readonly kind: 'edition'; readonly edition: Edition; readonly readOnly: boolean }
  | { readonly kind: 'pages'; readonly drafts: readonly SourceDraft[] };

const looksJson = ({ name, bytes }: OpenedFile): boolean =>
  /\.json$/iu.test(name) || bytes.subarray(0, 64).find((b) => b > 32) === 0x7b;

/** Reads all of them before anything changes. Throws `FormatError`. */
export function readFiles(files: readonly OpenedFile[]): Opened {
  const json = files.find(looksJson);
  if (!json) return { kind: 'pages', drafts: files.map(({ name, bytes }) => readText(bytes, name)) };
  if (files.length > 1) throw new FormatError('file.edition-among-others', { file: json.name });
  const { text } = readText(json.bytes, json.name);
  return { kind: 'edition', ...readPasteup(text, json.name) };
}

/** An edition of these pages. The title is the first file's name. */
export function editionOf(drafts: readonly SourceDraft[], id: string): Edition {
  const empty = newEdition(id, drafts[0]?.name.replace(/\.[^.]*$/u, '') ?? '');
  const language = languageOf(drafts);
  const outcome = transact(language ? { ...empty, language } : empty, call('edition.import', importArgs(empty, readingsOf(drafts))), { origin: 'import' });
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
