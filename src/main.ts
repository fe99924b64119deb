/** The composition root: the only file that knows everything. */
import { mount } from 'svelte';
import { contentOf, FormatError, writeJournal, writePasteup, type Edition, type Scope } from './core/index.ts';
import { Editor } from './editor/editor.svelte.ts';
import { Preferences } from './editor/preferences.svelte.ts';
import type { Version } from './editor/comparison.svelte.ts';
import type { Services } from './editor/services.ts';
import { Intake } from './intake/intake.ts';
import {
  droppedFiles,
  fileNameOf,
  handOutFile,
  pastedFile,
  pickFiles,
  pickFolder,
  pickPictures,
  saveEdition,
  textFile,
  type PickedFile,
} from './storage/files.ts';
import { saveReport, saveReviewCopy, takeOverReview } from './review-files.ts';
import { openLibrary } from './storage/open-library.ts';
import { pagePicture } from './intake/page-pictures.ts';
import { storedPictures } from './storage/pictures.ts';
import { StorageError } from './storage/store.ts';
import { storageMessages } from './storage/messages.ts';
import { startChecks } from './workers/run-checks.ts';
import { keepAppOffline } from './workers/run-offline.ts';
import { packFormats, writeFormats } from './workers/run-export.ts';
import { runReconstruct } from './workers/run-reconstruct.ts';
import { Workplace } from './workplace.ts';
import App from './ui/App.svelte';
import { makeApp } from './ui/app-context.ts';
import './ui/app.css';
import './ui/hues.css';
import { Keeping } from './ui/keeping.svelte.ts';
import { keepPlace } from './ui/keep-place.svelte.ts';
import { keepPreferences } from './ui/keep-preferences.svelte.ts';
import { keepReview } from './ui/review/keep-review.svelte.ts';
import { keepTime } from './ui/review/keep-time.svelte.ts';
import { offsetAtPointer } from './ui/desk/offset-at-pointer.ts';
import { focusJumps, focusPanel } from './ui/focus-panel.ts';
import { printDocument } from './ui/document-frame.ts';
import { NewVersion } from './ui/new-version.svelte.ts';
import { Shelf } from './ui/shelf.svelte.ts';

const preferences = new Preferences();
keepPreferences(preferences);
const editor = new Editor(preferences, storageMessages);
keepPlace(editor);
keepReview(editor);
keepTime(editor);
editor.findings.connect(startChecks);
const keeping = new Keeping();
const shelf = new Shelf();
const workplace = new Workplace({ editor, keeping, shelf, guard });
const pictures = storedPictures();
/** What pdf.js looks up. */
const assets = new URL('./pdf/', document.baseURI).href;
const intake = new Intake({
  editor,
  workplace,
  pictures,
  assets,
  arrived: lookForArrived,
  t: (key, params) => app.t(key, params),
  takeOver: (copy) => takeOverReview(reviewParts(), copy),
});
const reviewParts = () => ({ editor, workplace, t: app.t, handOut: services.handOut });

/** What a page was waited for is looked for at once, and only proposed. */
function lookForArrived(before: Edition): void {
  const waited = editor.jumps.arrived(before);
  if (!waited) return;
  if (editor.session.notice?.kind !== 'error') editor.notify('news', app.t('arrived', { n: waited }));
  void editor.suggestions.run(services, 'edition');
}

/** Says what went wrong; nothing was changed. What nobody foresaw is said too. */
async function guard(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof FormatError) editor.notify('error', editor.say(error.said));
    else if (error instanceof StorageError)
      editor.notify('error', editor.say({ code: `storage.reason.${error.reason}` }));
    else {
      console.error(error);
      editor.notify(
        'error',
        app.t('error.unexpected', { why: error instanceof Error ? error.message : String(error) }),
      );
    }
  }
}

const opening = (work: () => Promise<void>): Promise<void> => guard(() => editor.opening.during(work));

const takeIn = (files: readonly PickedFile[]): Promise<void> => editor.opening.during(() => intake.take(files));

async function save(saveAs: boolean): Promise<void> {
  const { edition } = editor;
  const saved = await saveEdition({
    id: workplace.id ?? edition.id,
    title: edition.title || app.t('top.untitled'),
    text: writePasteup(edition),
    handles: workplace.handles,
    saveAs,
  });
  if (saved.kind !== 'called-off') editor.notify('news', app.t('saved-file', { name: saved.name }));
}

async function print(page?: string): Promise<void> {
  const scope: Scope = page === undefined ? { kind: 'edition' } : { kind: 'page', page };
  const { signal } = new AbortController();
  const [result] = (await writeFormats(editor.edition, { formats: ['print'], scope }, { signal })) ?? [];
  if (!result) return;
  if ('refusal' in result) throw new FormatError(result.refusal.code, result.refusal.params);
  const [file] = result.files;
  if (file) await printDocument(contentOf(file));
}

const SAMPLES = { zh: ['zh/page-1.txt', 'zh/page-2.txt'], en: ['en/page-1.txt', 'en/page-2.txt'] } as const;

const services: Services = {
  reconstruct: runReconstruct,
  pickText: async () => {
    const [file] = await pickFiles();
    return file ? { name: file.name, text: await file.blob.text() } : null;
  },
  openFiles: () => guard(async () => takeIn(await pickFiles())),
  openFolder: () => guard(async () => takeIn(await pickFolder())),
  picture: (source) => pagePicture(source, { shelf: pictures, edition: () => workplace.id, assets }),
  addPictures: () => guard(async () => intake.take(await pickPictures(), { picturesOnly: true })),
  cancelImport: () => intake.cancel(),
  chooseEncoding: (encoding, all) => intake.chooseEncoding(encoding, all),
  pasteText: (text, name = app.t('paste.name')) => opening(() => intake.take([textFile(`${name}.txt`, text)])),
  openSample: (id) =>
    opening(async () => {
      const files = await Promise.all(
        SAMPLES[id].map(async (path): Promise<PickedFile> => {
          const response = await fetch(new URL(`./samples/${path}`, document.baseURI));
          if (!response.ok) throw new Error(`samples/${path}: ${response.status}`);
          return { name: path.split('/').at(-1) ?? path, blob: await response.blob() };
        }),
      );
      await intake.take(files, { as: { title: app.t(`sample.${id}`), date: '2025-04-18' } });
    }),
  save: () => guard(() => save(false)),
  saveAs: () => guard(() => save(true)),
  saveReviewCopy: () => guard(() => saveReviewCopy(reviewParts())),
  saveJournal: () =>
    guard(() =>
      services.handOut({
        name: `${fileNameOf(editor.edition.title || app.t('top.untitled'))}.pasteup-journal.json`,
        content: writeJournal(editor.edition, editor.history),
        mediaType: 'application/json',
      }),
    ),
  saveReport: (options) => guard(() => saveReport(reviewParts(), options)),
  writeFormats,
  packFormats,
  handOut: ({ name, content, mediaType }) =>
    guard(async () => {
      const handed = await handOutFile(name, content, mediaType);
      if (handed.kind !== 'called-off') editor.notify('news', app.t(`export.${handed.kind}`, { name: handed.name }));
    }),
  print: (page) => guard(() => print(page)),
  leave: () => guard(() => workplace.leave()),
  keptVersions: () => workplace.otherEditions(),
  readVersion: async (id) => {
    let version: Version | null = null;
    await guard(async () => {
      if (id !== undefined) version = await workplace.readOnly(id);
      else {
        const files = await pickFiles();
        if (files.length) version = await intake.version(files);
      }
    });
    return version;
  },
  copy: (text) =>
    guard(async () => {
      await navigator.clipboard.writeText(text);
      editor.notify('news', app.t('copied'));
    }),
  offsetAtPointer: (id) => offsetAtPointer(editor, id),
  focusPanel,
  focusJumps: () => void focusJumps(),
};

const version = new NewVersion();
const app = makeApp(editor, services);
const target = document.getElementById('app');
if (!target) throw new Error('index.html lacks #app');
mount(App, { target, props: { app, keeping, shelf, version, ondropped: (data: DataTransfer) => void dropped(data) } });

/** The data of a drop is gone a moment later: it is read at once. */
function dropped(data: DataTransfer): Promise<void> {
  const hasFiles = data.files.length > 0 || [...data.items].some(({ kind }) => kind === 'file');
  const text = hasFiles ? null : pastedFile(data, app.t('paste.name'));
  const files = text ? [text] : droppedFiles(data);
  return opening(() => intake.take(files));
}

/** Keys that were pressed while the program loaded are pressed again, the first time that this is called: see public/early-keys.js. */
const pressEarlyKeys = (): boolean => dispatchEvent(new Event('pasteup-ready'));

void guard(async () => {
  await editor.opening.during(async () => {
    const sample = new URLSearchParams(location.search).get('sample');
    try {
      await workplace.start(await openLibrary());
    } catch (error) {
      pressEarlyKeys(); // they wait for what has failed, and are forgotten: the failure is said
      throw error;
    }
    if (editor.session.notice?.kind === 'error') pressEarlyKeys();
    if ((sample !== 'zh' && sample !== 'en') || editor.isOpen) return;
    pressEarlyKeys(); // they wait for the sample
    await services.openSample(sample);
  });
  pressEarlyKeys();
  if (shelf.persistent)
    await pictures.tidy([...shelf.recents, ...shelf.bin].map(({ id }) => id)).catch(() => undefined); // next time
});

// A development server has no such file; a browser that refuses has the app as long as there is a network.
if (import.meta.env.PROD)
  keepAppOffline(() => (version.waits = true)).catch((error: unknown) => console.warn('no offline use:', error));
