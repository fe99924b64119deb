/** Files in and out: dropped, picked or pasted text comes in; an edition goes out to a file of the user's. */
import { directoryOpen, fileOpen, fileSave } from 'browser-fs-access';
import { FormatError, READABLE } from '../core/index.ts';
import type { HandleShelf } from './port.ts';

/** A file that is to be read. Its bytes are not touched here: the import worker reads them. */
export interface PickedFile {
  /** Its path, with `/`, where it came with its folder. */
  readonly name: string;
  readonly blob: Blob;
}

const OPENABLE = [
  {
    description: 'Pasteup, text, PDF, ALTO, PAGE, METS, hOCR, …',
    extensions: [...new Set(['json', 'zip', ...READABLE])].map((e) => `.${e}`),
    mimeTypes: ['application/json', 'text/plain'],
    id: 'pasteup-open',
    multiple: true as const,
  },
];

const PICTURES = [
  {
    description: 'JPEG, PNG, WebP, TIFF, PDF',
    extensions: ['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.pdf'],
    mimeTypes: ['image/*', 'application/pdf'],
    id: 'pasteup-pictures',
    multiple: true as const,
  },
];

/** In order of their paths, numbers as numbers. What operating systems put into folders is left out. */
export const sorted = (files: readonly PickedFile[]): PickedFile[] =>
  files
    .filter(({ name }) => !/(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX\/.*)$/iu.test(name))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

const pathOf = (file: File): string => file.webkitRelativePath || file.name;
const fromFiles = (files: readonly File[]): PickedFile[] =>
  sorted(files.map((file) => ({ name: pathOf(file), blob: file })));

/** Empty where the user thought better of it. */
async function picked(pick: () => Promise<readonly File[]>): Promise<PickedFile[]> {
  try {
    return fromFiles(await pick());
  } catch (error) {
    if (isCalledOff(error)) return [];
    throw error;
  }
}

export const pickFiles = (): Promise<PickedFile[]> =>
  picked(() => fileOpen(OPENABLE as [(typeof OPENABLE)[0]]) as Promise<File[]>);
export const pickPictures = (): Promise<PickedFile[]> =>
  picked(() => fileOpen(PICTURES as [(typeof PICTURES)[0]]) as Promise<File[]>);

/** All files in a folder, and in the folders in it. */
export const pickFolder = (): Promise<PickedFile[]> =>
  picked(async () => {
    const found = await directoryOpen({ recursive: true, id: 'pasteup-folder' });
    return found.filter((entry) => entry instanceof File);
  });

/** To be called in the drop event itself: its data is gone a moment later. Folders come with all that is in them. */
export function droppedFiles(data: DataTransfer): Promise<PickedFile[]> {
  const items = [...data.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));
  const files = items.length ? [] : [...data.files];
  return Promise.all([
    ...entries.map(({ entry, file }) => {
      if (entry?.isDirectory) return filesIn(entry as FileSystemDirectoryEntry);
      return file ? [{ name: file.name, blob: file }] : [];
    }),
    ...files.map((file) => [{ name: file.name, blob: file }]),
  ]).then((found) => sorted(found.flat()));
}

const pathIn = (entry: FileSystemEntry): string => entry.fullPath.replace(/^\//u, '');

const unreadable = (file: string, error: unknown): FormatError =>
  new FormatError('file.unreadable', { file, why: error instanceof Error ? error.message : String(error) });

async function filesIn(folder: FileSystemDirectoryEntry): Promise<PickedFile[]> {
  const reader = folder.createReader();
  const found: PickedFile[] = [];
  // A reader gives its entries a hundred at a time, and none when it is through.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, (error) => reject(unreadable(pathIn(folder), error)));
    });
    if (!entries.length) return found;
    for (const entry of entries) {
      if (entry.isDirectory) found.push(...(await filesIn(entry as FileSystemDirectoryEntry)));
      else found.push({ name: pathIn(entry), blob: await fileOf(entry as FileSystemFileEntry) });
    }
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, (error) => reject(unreadable(pathIn(entry), error))));

/** Pasted text as a file, named in the user's language; null where there is none. */
export function pastedFile(data: DataTransfer, name: string): PickedFile | null {
  const text = data.getData('text/plain');
  return text.trim() === '' ? null : textFile(`${name}.txt`, text);
}

export const textFile = (name: string, text: string): PickedFile => ({
  name,
  blob: new Blob([text], { type: 'text/plain' }),
});

export type SaveResult =
  /** Written to a file of the user's; `name` as the user chose it. */
  | { readonly kind: 'written'; readonly name: string }
  /** Handed to the browser's downloads: that it arrived there is not known. */
  | { readonly kind: 'downloaded'; readonly name: string }
  | { readonly kind: 'called-off' };

export const FILE_EXTENSION = '.pasteup.json';

/** A file name of a title: without what file systems refuse. */
export function fileNameOf(title: string): string {
  const plain = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/gu, '');
  return Array.from(plain).slice(0, 80).join('').trim() || 'edition';
}

export interface SaveOptions {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly handles: HandleShelf;
  /** Asks for a place even where one is known. */
  readonly saveAs?: boolean;
}

/**
 * Saves an edition: to the file it was saved to before, else where the user says, else as a download. A file that was
 * only opened is never written: the place to save is always chosen in the picker first. To be called in a click or key.
 */
export async function saveEdition({ id, title, text, handles, saveAs = false }: SaveOptions): Promise<SaveResult> {
  const fileName = fileNameOf(title) + FILE_EXTENSION;
  const blob = new Blob([text], { type: 'application/json' });
  const known = saveAs ? null : await allowed(await handles.get(id));
  if (known) {
    try {
      await writeTo(known, blob);
      return { kind: 'written', name: known.name };
    } catch (error) {
      if (!(error instanceof DOMException) || (error.name !== 'NotFoundError' && error.name !== 'NotAllowedError'))
        throw unwritable(known.name, error);
      await handles.set(id, null); // moved or deleted, or no longer allowed: ask for a place again
    }
  }
  try {
    const handle = await fileSave(blob, {
      fileName,
      extensions: ['.json'],
      mimeTypes: ['application/json'],
      id: 'pasteup-save',
    });
    if (handle) await handles.set(id, handle);
    return handle ? { kind: 'written', name: handle.name } : { kind: 'downloaded', name: fileName };
  } catch (error) {
    if (isCalledOff(error)) return { kind: 'called-off' };
    if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw unwritable(fileName, error);
    download(fileName, blob); // the click was too long ago for a picker
    return { kind: 'downloaded', name: fileName };
  }
}

/** Hands a written file to the user: to where they say, else to the downloads. To be called in a click or key. */
export async function handOutFile(name: string, content: string | Uint8Array, type: string): Promise<SaveResult> {
  const blob = new Blob([content as BlobPart], { type });
  const extension = /\.[A-Za-z0-9]+$/u.exec(name)?.[0] ?? '.txt';
  try {
    const handle = await fileSave(blob, {
      fileName: name,
      extensions: [extension],
      mimeTypes: [type],
      id: 'pasteup-export',
    });
    return handle ? { kind: 'written', name: handle.name } : { kind: 'downloaded', name };
  } catch (error) {
    if (isCalledOff(error)) return { kind: 'called-off' };
    if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw unwritable(name, error);
    download(name, blob, type); // the click was too long ago for a picker
    return { kind: 'downloaded', name };
  }
}

/** A download whatever the browser can do: what works when nothing else does. */
export function download(name: string, content: BlobPart, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Written to a copy by the browser, and put in place whole when it is closed. */
async function writeTo(handle: FileSystemFileHandle, blob: Blob): Promise<void> {
  const out = await handle.createWritable();
  try {
    await out.write(blob);
    await out.close();
  } catch (error) {
    await out.abort().catch(() => undefined); // the file stays as it was
    throw error;
  }
}

type Permissions = {
  queryPermission?(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
};

async function allowed(handle: FileSystemFileHandle | null): Promise<FileSystemFileHandle | null> {
  if (!handle) return null;
  const { queryPermission, requestPermission } = handle as FileSystemFileHandle & Permissions;
  if ((await queryPermission?.call(handle, { mode: 'readwrite' })) === 'granted') return handle;
  try {
    return (await requestPermission?.call(handle, { mode: 'readwrite' })) === 'granted' ? handle : null;
  } catch {
    return null; // not in answer to a click: the picker asks instead
  }
}

const isCalledOff = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

const unwritable = (file: string, error: unknown): FormatError =>
  new FormatError('file.unwritable', { file, why: error instanceof Error ? error.message : String(error) });
