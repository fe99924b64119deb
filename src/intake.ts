/** Files on their way in: one batch after the other, each read by the import worker. What comes of it is said; what does not come is, too. */
import {
  call,
  FormatError,
  importArgs,
  matchFacsimiles,
  type Edition,
  type EncodingChoice,
  type Message,
  type Source,
} from './core/index.ts';
import type { Editor } from './editor/editor.svelte.ts';
import type { ImportReport } from './editor/session.svelte.ts';
import { editionOf, rescuedIn, settle, summary } from './open-files.ts';
import type { PickedFile } from './storage/files.ts';
import type { PictureShelf } from './storage/pictures.ts';
import { StorageError } from './storage/store.ts';
import { whenClosed } from './ui/when-closed.svelte.ts';
import type { Version } from './editor/comparison.svelte.ts';
import type { Imported, ImportedPages, ImportedPicture } from './workers/import.ts';
import { runImport } from './workers/run-import.ts';
import type { Workplace } from './workplace.ts';

interface Parts {
  readonly editor: Editor;
  readonly workplace: Workplace;
  readonly pictures: PictureShelf;
  /** Where pdf.js' tables stand. */
  readonly assets: string;
  /** Pages were added to this edition: jumps may have waited for them. */
  readonly arrived: (before: Edition) => void;
  /** Words of the interface. */
  readonly t: (key: 'opened' | 'import.waits', params?: Readonly<Record<string, string | number>>) => string;
}

/** Milliseconds before an import is shown: most are over sooner. */
const SHOW_AFTER = 300;
/** Notes that say that text may be wrong. */
const GRAVE = /^format\.(?:unbalanced|replaced|crashed)$/u;

export interface TakeOptions {
  /** A new edition even where one is open, with this put right in it. */
  readonly as?: Partial<Pick<Edition, 'title' | 'date'>>;
  /** Only pictures of pages are wanted: a PDF brings no text. */
  readonly picturesOnly?: boolean;
}

export class Intake {
  readonly #parts: Parts;
  #queue: Promise<unknown> = Promise.resolve();
  #running: AbortController | null = null;
  /** Batches that wait for their turn. */
  #waiting = 0;
  #answer: ((encoding: string, all: boolean) => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads files and takes them in, when those before them are in. Rejects with what went wrong; then nothing was changed. */
  take(files: readonly PickedFile[] | Promise<readonly PickedFile[]>, options: TakeOptions = {}): Promise<void> {
    const { editor, t } = this.#parts;
    const coming = Promise.resolve(files);
    coming.catch(() => undefined); // awaited below, when its turn has come
    if (editor.session.dialog !== null) editor.notify('news', t('import.waits'));
    this.#wait(1);
    const mine = this.#queue.then(async () => {
      await whenClosed(editor.session);
      this.#wait(-1);
      const batch = await coming;
      if (batch.length) await this.#read(batch, options);
    });
    this.#queue = mine.catch(() => undefined); // said by whoever waits for it
    return mine;
  }

  #wait(n: 1 | -1): void {
    const { session } = this.#parts.editor;
    this.#waiting += n;
    if (session.importing) session.importing = { ...session.importing, waiting: this.#waiting };
  }

  cancel(): void {
    this.#running?.abort();
  }

  chooseEncoding(encoding: string, all: boolean): void {
    this.#answer?.(encoding, all);
  }

  async #read(files: readonly PickedFile[], options: TakeOptions): Promise<void> {
    const { workplace } = this.#parts;
    const [only] = files;
    const rescued = files.length === 1 && only ? await rescuedIn(only) : null;
    if (rescued) {
      for (const { edition, history } of rescued) await workplace.begin(edition, { history });
      return;
    }
    await this.#import(files, async (imported, signal) => {
      if (imported.kind === 'edition') return workplace.begin(imported.edition, { readOnly: imported.readOnly });
      await settle(imported.reading);
      if (!signal.aborted) await this.#takeIn(imported, options);
    });
  }

  /** Reads an edition to look at, saved or not; nothing of it is taken in. Null where it was called off. */
  version(files: readonly PickedFile[]): Promise<Version | null> {
    let version: Version | null = null;
    const name = files.map((file) => file.name).join(', ');
    const mine = this.#queue.then(() =>
      this.#import(files, async (imported) => {
        if (imported.kind === 'pages' && !imported.reading.sources.length) return this.#nothing(imported);
        const edition =
          imported.kind === 'edition' ? imported.edition : editionOf(imported.reading, crypto.randomUUID());
        version = { edition, name };
      }),
    );
    this.#queue = mine.catch(() => undefined); // said by whoever waits for it
    return mine.then(() => version);
  }

  async #import(
    files: readonly PickedFile[],
    then: (imported: Imported, signal: AbortSignal) => void | Promise<void>,
  ): Promise<void> {
    const { editor, assets } = this.#parts;
    const { session } = editor;
    const running = new AbortController();
    this.#running = running;
    const start = { doing: 'reading', file: '', files: files.length, done: 0, total: 0 } as const;
    session.importing = { ...start, waiting: this.#waiting, visible: false, asked: null };
    const show = (): void => {
      if (session.importing) session.importing = { ...session.importing, visible: true };
    };
    const timer = setTimeout(show, SHOW_AFTER);
    try {
      const imported = await runImport(files, {
        signal: running.signal,
        assets,
        progress: ({ doing, file, done, total }) => {
          if (session.importing) session.importing = { ...session.importing, doing, file, done, total };
        },
        ask: this.#asker(running.signal),
      });
      if (!imported)
        return editor.notify('news', editor.say({ code: 'import.cancelled', params: { n: files.length } }));
      await then(imported, running.signal);
    } finally {
      clearTimeout(timer);
      this.#running = this.#answer = null;
      session.importing = null;
    }
  }

  /** Asks one file after the other; who says "all" is asked again only where that encoding cannot be. */
  #asker(signal: AbortSignal): (file: string, choice: EncodingChoice) => Promise<string> {
    const { session } = this.#parts.editor;
    let forAll: string | null = null;
    return (file, choice) => {
      if (forAll !== null && choice.candidates.some(({ encoding }) => encoding === forAll))
        return Promise.resolve(forAll);
      const asking = (asked: { file: string; choice: EncodingChoice } | null): void => {
        if (session.importing) session.importing = { ...session.importing, asked };
      };
      asking({ file, choice });
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => asking(null));
        this.#answer = (encoding, all) => {
          this.#answer = null;
          asking(null);
          if (all) forAll = encoding;
          resolve(encoding);
        };
      });
    };
  }

  async #takeIn(imported: ImportedPages, { as, picturesOnly = false }: TakeOptions): Promise<void> {
    const { editor, workplace } = this.#parts;
    const { reading, pictures } = imported;
    if (pictures.length && (picturesOnly || !reading.sources.length)) return this.#takePictures(pictures, imported);
    if (!reading.sources.length) return this.#nothing(imported);
    const before = editor.isOpen && !editor.readOnly && !as ? editor.edition : null;
    let now: Edition;
    if (before) {
      const outcome = editor.run(call('edition.import', importArgs(before, [reading])), { origin: 'import' });
      if (!outcome.ok) return;
      now = outcome.edition;
      editor.session.page = Object.keys(now.pages).find((id) => !before.pages[id]) ?? editor.session.page;
    } else {
      now = { ...editionOf(reading, crypto.randomUUID()), ...as };
      await workplace.begin(now);
    }
    // As they were read, so they stand: the new sources are those of the reading, one by one.
    const fresh = Object.values(now.sources).filter(({ id }) => !before?.sources[id]);
    const found = fresh.flatMap((source, i) => {
      const picture = pictures[imported.pictureOf[i] ?? -1];
      return picture ? [{ source, picture }] : [];
    });
    const left = pictures.filter((picture) => !found.some((one) => one.picture === picture));
    const older = before ? matched(Object.values(before.sources), left) : [];
    const notes = await this.#keep([...found, ...older]);
    this.#tell(imported, {
      ...summary(now, before),
      pictures: found.length + older.length,
      notes,
      lost: left.filter((picture) => !older.some((one) => one.picture === picture)),
    });
    if (before) this.#parts.arrived(before);
  }

  /** Pictures that come after the text: each behind the page that is named as it is; one that fits no page, behind the one that is seen. */
  async #takePictures(pictures: readonly ImportedPicture[], imported: ImportedPages): Promise<void> {
    const { editor } = this.#parts;
    if (!editor.isOpen) throw new FormatError('import.pictures-alone');
    let found = matched(Object.values(editor.edition.sources), pictures);
    const [picture] = pictures;
    const source = editor.facsimileSource;
    if (!found.length && picture && pictures.length === 1 && source) found = [{ source, picture }];
    const lost = pictures.filter((one) => !found.some((each) => each.picture === one));
    const notes = await this.#keep(found);
    this.#tell(imported, { n: 0, characters: 0, fragments: 0, pictures: found.length, notes, lost });
  }

  /** Nothing could be read: one file's fault is a sentence, several are a list. */
  #nothing({ failures, files }: ImportedPages): void {
    const [first] = failures;
    if (failures.length > 1) return this.#report({ ...NOTHING, failures: failures.map(({ error }) => error) });
    if (!first) throw new FormatError('import.no-text', { n: files.length });
    throw new FormatError(first.error.code, first.error.params);
  }

  /** Notes where they cannot be kept: the text is in all the same. */
  async #keep(found: readonly { source: Source; picture: ImportedPicture }[]): Promise<Message[]> {
    const { pictures, workplace, editor } = this.#parts;
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

  #tell(
    { failures, reading }: ImportedPages,
    got: ReturnType<typeof summary> & {
      readonly pictures: number;
      readonly notes: readonly Message[];
      readonly lost: readonly ImportedPicture[];
    },
  ): void {
    const unknown = failures.filter(({ error }) => error.code === 'format.unknown');
    this.#report({
      pages: got.n,
      characters: got.characters,
      fragments: got.fragments,
      pictures: got.pictures,
      failures: failures.filter((one) => !unknown.includes(one)).map(({ error }) => error),
      skipped: unknown.map(({ name }) => name),
      notes: [
        ...reading.notes,
        ...got.notes,
        ...got.lost
          .filter(({ name }) => !/#page=\d+$/u.test(name))
          .map(({ name }) => ({ code: 'import.picture-of-no-page', params: { file: name } })),
      ],
    });
  }

  /** What went wrong is a list to read and close; else a sentence will do, which leads to the list. */
  #report(report: ImportReport): void {
    const { editor, t } = this.#parts;
    editor.session.report = report;
    if (report.failures.length || report.skipped.length) {
      editor.session.dialog = 'import-report';
      return;
    }
    const { pages, characters, fragments, pictures, notes } = report;
    const said = [
      ...(pages ? [t('opened', { n: pages, characters: characters.toLocaleString(), fragments })] : []),
      ...(pictures ? [editor.say({ code: 'import.pictures', params: { n: pictures } })] : []),
      ...(notes.length === 1 && notes[0] ? [editor.say(notes[0])] : []),
      ...(notes.length > 1 ? [editor.say({ code: 'import.notes', params: { n: notes.length } })] : []),
    ];
    editor.notify(notes.some(({ code }) => GRAVE.test(code)) ? 'error' : 'news', said.join(' '), notes.length > 1);
  }
}

const NOTHING: ImportReport = {
  pages: 0,
  characters: 0,
  fragments: 0,
  pictures: 0,
  failures: [],
  skipped: [],
  notes: [],
};

function matched(
  sources: readonly Source[],
  pictures: readonly ImportedPicture[],
): { source: Source; picture: ImportedPicture }[] {
  const at = matchFacsimiles(sources, pictures);
  return sources.flatMap((source, i) => {
    const picture = pictures[at[i] ?? -1];
    return picture ? [{ source, picture }] : [];
  });
}
