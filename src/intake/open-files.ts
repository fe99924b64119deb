/** What was read becomes an edition, or more pages of the open one. */
import {
  call,
  countCharacters,
  FormatError,
  importCut,
  newEdition,
  pagesOf,
  transact,
  type Edition,
  type Reading,
  type SourceDraft,
} from '../core/index.ts';
import type { PickedFile } from '../storage/files.ts';
import { readRescue, RESCUE_FORMAT, type RescuedEdition } from '../storage/rescue-file.ts';

/** The editions in what the rescue page handed out; null where the file is something else. */
export async function rescuedIn({ name, blob }: PickedFile): Promise<readonly RescuedEdition[] | null> {
  const head = await blob.slice(0, 4096).text();
  return head.startsWith('{') && head.includes(RESCUE_FORMAT) ? readRescue(await blob.text(), name) : null;
}

/** Milliseconds of work before the page may breathe. */
const SLICE = 12;

/**
 * Makes what was read immutable, a little at a time. `transact` would do it in one go, and a large file would be felt:
 * what is frozen already it passes over.
 */
export async function settle(reading: Reading, breathe: () => Promise<void> = nextTask): Promise<void> {
  let since = performance.now();
  for (const value of [...reading.sources, ...(reading.structure?.fragments ?? [])]) {
    freeze(value);
    if (performance.now() - since < SLICE) continue;
    await breathe();
    since = performance.now();
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

/** Without a title of its own an edition has the name of its folder, or of its first file. */
const titleOf = (name = ''): string =>
  name.includes('/') ? (name.split('/')[0] ?? '') : name.replace(/(?:\.(?:alto|page|hocr))?\.[^.]*$/iu, '');

/** An edition of what was read. */
export function editionOf(reading: Reading, id: string): Edition {
  const { sources, about } = reading;
  const language = about?.language ?? languageOf(sources);
  const empty: Edition = {
    ...newEdition(id, about?.title ?? titleOf(sources[0]?.name)),
    ...(about?.date === undefined ? {} : { date: about.date }),
    ...(language === undefined ? {} : { language }),
  };
  const outcome = transact(empty, call('edition.import', importCut(empty, [reading])), { origin: 'import' });
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

export interface Summary {
  readonly n: number;
  readonly characters: number;
  readonly fragments: number;
}

/** What the edition has that it had not before. */
export function summary(now: Edition, before: Edition | null = null): Summary {
  const fresh = Object.values(now.sources).filter(({ id }) => !before?.sources[id]);
  return {
    n: pagesOf(now).filter(({ id }) => !before?.pages[id]).length,
    characters: fresh.reduce((n, source) => n + countCharacters(source.text), 0),
    fragments: fresh.reduce((n, { id }) => n + Object.keys(now.fragments[id] ?? {}).length, 0),
  };
}
