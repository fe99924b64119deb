/** The composition root: the only file that knows everything. */
import { mount } from 'svelte';
import { call, FormatError, importArgs, writePasteup, type Edition } from './core/index.ts';
import { Editor } from './editor/editor.svelte.ts';
import { Preferences } from './editor/preferences.svelte.ts';
import type { Services } from './editor/services.ts';
import { editionOf, openFiles, summary, type Opened } from './open-files.ts';
import { droppedFiles, pickFiles, saveEdition, type OpenedFile } from './storage/files.ts';
import { openLibrary } from './storage/open-library.ts';
import { StorageError } from './storage/store.ts';
import { storageMessages } from './storage/messages.ts';
import { runReconstruct } from './workers/run-reconstruct.ts';
import { Workplace } from './workplace.ts';
import App from './ui/App.svelte';
import { makeApp } from './ui/app-context.ts';
import './ui/app.css';
import './ui/hues.css';
import { Keeping } from './ui/keeping.svelte.ts';
import { keepPreferences } from './ui/keep-preferences.svelte.ts';
import { offsetAtPointer } from './ui/desk/offset-at-pointer.ts';
import { focusJumps, focusPanel } from './ui/focus-panel.ts';
import { Shelf } from './ui/shelf.svelte.ts';

const preferences = new Preferences();
keepPreferences(preferences);
const editor = new Editor(preferences, storageMessages);
const keeping = new Keeping();
const shelf = new Shelf();
const workplace = new Workplace({ editor, keeping, shelf, guard });

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

const opening = (work: () => Promise<void>): Promise<void> => guard(() => editor.whileOpening(work));

async function take(files: readonly OpenedFile[]): Promise<void> {
  if (!files.length) return;
  editor.notify('news', app.t('opening', { n: files.length }));
  const opened = await openFiles(files);
  if (opened.kind === 'edition') return workplace.begin(opened.edition, { readOnly: opened.readOnly });
  if (opened.kind === 'rescued') {
    for (const { edition, history } of opened.editions) await workplace.begin(edition, { history });
    return;
  }
  if (!editor.isOpen || editor.readOnly) {
    const edition = editionOf(opened.reading, crypto.randomUUID());
    await workplace.begin(edition);
    return told(opened, edition);
  }
  const before = editor.edition;
  if (editor.run(call('edition.import', importArgs(before, [opened.reading])), { origin: 'import' }).ok) {
    editor.session.page = Object.keys(editor.edition.pages).find((id) => !before.pages[id]) ?? editor.session.page;
    const waited = editor.jumps.arrived(before);
    told(opened, added(before, editor.edition), waited ? [app.t('arrived', { n: waited })] : []);
    // What a page was waited for is looked for at once, and only proposed.
    if (waited) void editor.suggestions.run(services, 'edition');
  }
}

/** What came in, and what did not. */
function told(opened: Extract<Opened, { kind: 'pages' }>, what: Edition, more: readonly string[] = []): void {
  const bad = [...opened.failures, ...opened.reading.notes].map((message) => editor.say(message));
  editor.notify(bad.length ? 'error' : 'news', [app.t('opened', summary(what)), ...more, ...bad].join(' '));
}

/** What the second has and the first has not: for the message alone. */
function added(before: Edition, now: Edition): Edition {
  const fresh = <T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(b).filter(([id]) => !(id in a)));
  return {
    ...now,
    sources: fresh(before.sources, now.sources),
    fragments: fresh(before.fragments, now.fragments),
    pages: fresh(before.pages, now.pages),
  };
}

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

const SAMPLES = { zh: ['zh/page-1.txt', 'zh/page-2.txt'], en: ['en/page-1.txt', 'en/page-2.txt'] } as const;

const services: Services = {
  reconstruct: runReconstruct,
  openFiles: () =>
    guard(async () => {
      const files = await pickFiles();
      await editor.whileOpening(() => take(files));
    }),
  pasteText: (text, name = app.t('paste.name')) =>
    opening(() => take([{ name: `${name}.txt`, bytes: new TextEncoder().encode(text) }])),
  openSample: (id) =>
    opening(async () => {
      const files = await Promise.all(
        SAMPLES[id].map(async (path): Promise<OpenedFile> => {
          const response = await fetch(new URL(`./samples/${path}`, document.baseURI));
          if (!response.ok) throw new Error(`samples/${path}: ${response.status}`);
          return { name: path.split('/').at(-1) ?? path, bytes: new Uint8Array(await response.arrayBuffer()) };
        }),
      );
      const opened = await openFiles(files);
      if (opened.kind !== 'pages') return;
      const edition = editionOf(opened.reading, crypto.randomUUID());
      await workplace.begin({ ...edition, title: app.t(`sample.${id}`), date: '2025-04-18' });
      told(opened, edition);
    }),
  save: () => guard(() => save(false)),
  saveAs: () => guard(() => save(true)),
  leave: () => guard(() => workplace.leave()),
  copy: (text) =>
    guard(async () => {
      await navigator.clipboard.writeText(text);
      editor.notify('news', app.t('copied'));
    }),
  offsetAtPointer: (id) => offsetAtPointer(editor, id),
  focusPanel,
  focusJumps: () => void focusJumps(),
};

const app = makeApp(editor, services);
const target = document.getElementById('app');
if (!target) throw new Error('index.html lacks #app');
mount(App, { target, props: { app, keeping, shelf, ondropped: (data: DataTransfer) => void dropped(data) } });

/** The data of a drop is gone a moment later: it is read at once. */
function dropped(data: DataTransfer): Promise<void> {
  const text = data.files.length || data.items.length > 1 ? '' : data.getData('text/plain');
  if (text.trim()) return services.pasteText(text);
  const reading = droppedFiles(data);
  return opening(async () => take(await reading));
}

void opening(async () => {
  await workplace.start(await openLibrary());
  const sample = new URLSearchParams(location.search).get('sample');
  if ((sample === 'zh' || sample === 'en') && !editor.isOpen) await services.openSample(sample);
});
