/** What was read is taken into the open edition, or becomes a new one; its pictures are kept beside it; what came of it is said. */
import {
  call,
  FormatError,
  importCut,
  matchFacsimiles,
  type Edition,
  type Message,
  type Source,
} from '../core/index.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import type { ImportReport } from '../editor/session.svelte.ts';
import { editionOf, summary } from './open-files.ts';
import type { PictureShelf } from '../storage/pictures.ts';
import { StorageError } from '../storage/store.ts';
import type { ImportedPages, ImportedPicture } from '../workers/import.ts';
import type { Workplace } from '../workplace.ts';

export interface TakeInParts {
  readonly editor: Editor;
  readonly workplace: Workplace;
  readonly pictures: PictureShelf;
  /** Pages were added to this edition: jumps may have waited for them. */
  readonly arrived: (before: Edition) => void;
  /** Words of the interface. */
  readonly t: (key: 'opened' | 'import.waits', params?: Readonly<Record<string, string | number>>) => string;
}

export interface TakeOptions {
  /** A new edition even where one is open, with this put right in it. */
  readonly as?: Partial<Pick<Edition, 'title' | 'date'>>;
  /** Only pictures of pages are wanted: a PDF brings no text. */
  readonly picturesOnly?: boolean;
}

interface Match {
  readonly source: Source;
  readonly picture: ImportedPicture;
}

export async function takeIn(imported: ImportedPages, parts: TakeInParts, options: TakeOptions): Promise<void> {
  const { editor, workplace } = parts;
  const { reading, pictures } = imported;
  if (pictures.length && (options.picturesOnly || !reading.sources.length)) return takePictures(imported, parts);
  if (!reading.sources.length) return nothingIn(imported, parts);
  const before = editor.isOpen && !editor.readOnly && !options.as ? editor.edition : null;
  let now: Edition;
  if (before) {
    const outcome = editor.run(call('edition.import', importCut(before, [reading])), { origin: 'import' });
    if (!outcome.ok) return;
    now = outcome.edition;
    editor.session.page = Object.keys(now.pages).find((id) => !before.pages[id]) ?? editor.session.page;
  } else {
    now = { ...editionOf(reading, crypto.randomUUID()), ...options.as };
    await workplace.begin(now);
  }
  editor.session.leftTab = 'tray'; // there it all lies
  // As they were read, so they stand: the new sources are those of the reading, one by one.
  const fresh = Object.values(now.sources).filter(({ id }) => !before?.sources[id]);
  const found = fresh.flatMap((source, i): Match[] => {
    const picture = pictures[imported.pictureOf[i] ?? -1];
    return picture ? [{ source, picture }] : [];
  });
  const left = pictures.filter((picture) => !found.some((one) => one.picture === picture));
  const older = before ? matched(Object.values(before.sources), left) : [];
  await finish(imported, parts, summary(now, before), [...found, ...older]);
  if (before) parts.arrived(before);
}

/** Pictures that come after the text: each behind the page that is named as it is; one that fits no page, behind the one that is seen. */
async function takePictures(imported: ImportedPages, parts: TakeInParts): Promise<void> {
  const { editor } = parts;
  const { pictures } = imported;
  if (!editor.isOpen) throw new FormatError('import.pictures-alone');
  const found = matched(Object.values(editor.edition.sources), pictures);
  const [picture] = pictures;
  const source = editor.facsimileSource;
  if (!found.length && picture && pictures.length === 1 && source) found.push({ source, picture });
  await finish(imported, parts, { n: 0, characters: 0, fragments: 0 }, found);
}

/** Nothing could be read: one file's fault is a sentence, several are a list. */
export function nothingIn({ failures, files }: ImportedPages, parts: Pick<TakeInParts, 'editor' | 't'>): void {
  const [first] = failures;
  if (failures.length > 1)
    return report(
      {
        ...{ pages: 0, characters: 0, fragments: 0, pictures: 0, skipped: [], notes: [] },
        failures: failures.map(({ error }) => error),
      },
      parts,
    );
  if (!first) throw new FormatError('import.no-text', { n: files.length });
  throw new FormatError(first.error.code, first.error.params);
}

function matched(sources: readonly Source[], pictures: readonly ImportedPicture[]): Match[] {
  const at = matchFacsimiles(sources, pictures);
  return sources.flatMap((source, i) => {
    const picture = pictures[at[i] ?? -1];
    return picture ? [{ source, picture }] : [];
  });
}

/** Keeps the pictures, and says what came in and what did not. */
async function finish(
  { failures, reading, pictures }: ImportedPages,
  parts: TakeInParts,
  { n, characters, fragments }: ReturnType<typeof summary>,
  found: readonly Match[],
): Promise<void> {
  const unknown = failures.filter(({ error }) => error.code === 'format.unknown');
  const shown = new Set(found.map(({ picture }) => picture));
  report(
    {
      ...{ pages: n, characters, fragments, pictures: found.length },
      failures: failures.filter((one) => !unknown.includes(one)).map(({ error }) => error),
      skipped: unknown.map(({ name }) => name),
      notes: [...reading.notes, ...(await keep(found, parts)), ...leftOver(pictures, shown)],
    },
    parts,
  );
}

/** Pictures that show no page of this edition; what a PDF has of such is its own affair. */
function leftOver(pictures: readonly ImportedPicture[], shown: ReadonlySet<ImportedPicture>): Message[] {
  const kept = pictures.filter(({ blob }) => blob.type !== 'application/pdf');
  return [...new Set(kept.map(({ file }) => file))].flatMap((file) => {
    const all = kept.filter((one) => one.file === file);
    const n = all.filter((one) => !shown.has(one)).length;
    if (n === 0) return [];
    if (n === all.length) return [{ code: 'import.picture-of-no-page', params: { file } }];
    return [{ code: 'import.pictures-left', params: { file, n, all: all.length } }];
  });
}

/** Notes where they cannot be kept: the text is in all the same. */
async function keep(found: readonly Match[], { pictures, workplace, editor }: TakeInParts): Promise<Message[]> {
  if (!found.length) return [];
  try {
    await pictures.keep(workplace.id ?? '', found);
    editor.session.picturesKept++;
    return [];
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return [{ code: 'import.pictures-not-kept', params: { why: `storage.reason.${error.reason}` } }];
  }
}

/** Notes that say that text may be wrong. */
const GRAVE = /^format\.(?:unbalanced|replaced|crashed)$/u;

/** What went wrong is a list to read and close; else a sentence will do, which leads to the list. */
function report(what: ImportReport, { editor, t }: Pick<TakeInParts, 'editor' | 't'>): void {
  editor.session.report = what;
  if (what.failures.length || what.skipped.length) {
    editor.session.dialog = 'import-report';
    return;
  }
  const { pages, characters, fragments, pictures, notes } = what;
  const said = [
    ...(pages ? [t('opened', { n: pages, characters: characters.toLocaleString(), fragments })] : []),
    ...(pictures ? [editor.say({ code: 'import.pictures', params: { n: pictures } })] : []),
    ...(notes.length === 1 && notes[0] ? [editor.say(notes[0])] : []),
    ...(notes.length > 1 ? [editor.say({ code: 'import.notes', params: { n: notes.length } })] : []),
  ];
  editor.notify(notes.some(({ code }) => GRAVE.test(code)) ? 'error' : 'news', said.join(' '), notes.length > 1);
}
