import { beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryHandles } from './file-handles.ts';
import { droppedFiles, fileNameOf, pastedFile, saveEdition } from './files.ts';

const picked = vi.hoisted(() => ({ save: vi.fn() }));
vi.mock('browser-fs-access', () => ({ supported: true, fileOpen: vi.fn(), fileSave: picked.save }));

interface Written {
  text: string;
  aborted: boolean;
}

function fakeHandle(
  name: string,
  { permission = 'granted', fail = '' } = {},
): { handle: FileSystemFileHandle; written: Written } {
  const written = { text: '', aborted: false };
  const handle = {
    name,
    kind: 'file',
    queryPermission: async () => 'prompt',
    requestPermission: async () => permission,
    async createWritable() {
      if (fail) throw new DOMException('injected', fail);
      let draft = '';
      return {
        write: async (blob: Blob) => void (draft = await blob.text()),
        close: async () => void (written.text = draft),
        abort: async () => void (written.aborted = true),
      };
    },
  };
  return { handle: handle as unknown as FileSystemFileHandle, written };
}

/** What a drop gives for a file, or for a folder with entries in it: those come one at a time, as a browser gives them by the hundred. */
function fileItem(file: File): DataTransferItem {
  return { kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => entryOf(file) } as unknown as DataTransferItem;
}
const entryOf = (file: File, path = `/${file.name}`): object => ({
  isDirectory: false,
  fullPath: path,
  file: (found: (file: File) => void) => found(file),
});
function folderEntry(path: string, entries: readonly object[], fails = false): object {
  const left = [...entries];
  return {
    isDirectory: true,
    fullPath: path,
    createReader: () => ({
      readEntries(found: (some: object[]) => void, failed: (error: Error) => void) {
        if (fails) failed(new DOMException('It is gone.', 'NotFoundError'));
        else found(left.splice(0, 1));
      },
    }),
  };
}
const folderItem = (path: string, entries: readonly object[], fails = false): DataTransferItem =>
  ({
    kind: 'file',
    getAsFile: () => null,
    webkitGetAsEntry: () => folderEntry(path, entries, fails),
  }) as unknown as DataTransferItem;

const drop = (...items: DataTransferItem[]): DataTransfer => ({ items, files: [] }) as unknown as DataTransfer;

beforeEach(() => picked.save.mockReset());

describe('files in', () => {
  test('come in the order of their numbers', async () => {
    const names = ['page-10.txt', 'page-2.txt', 'page-1.txt'];
    const files = await droppedFiles(drop(...names.map((name) => fileItem(new File([name], name)))));
    expect(files.map((f) => f.name)).toEqual(['page-1.txt', 'page-2.txt', 'page-10.txt']);
    expect(await files[0]?.blob.text()).toBe('page-1.txt');
  });

  test('a folder comes with all that is in it, but for what systems put there', async () => {
    const file = (path: string): object => entryOf(new File([path], path.split('/').at(-1) ?? ''), path);
    const folder = folderItem('/May', [
      file('/May/mets.xml'),
      folderEntry('/May/alto', [file('/May/alto/10.xml'), file('/May/alto/9.xml'), file('/May/alto/.DS_Store')]),
      file('/May/Thumbs.db'),
    ]);
    const files = await droppedFiles(drop(folder, fileItem(new File(['x'], 'a.txt'))));
    expect(files.map((f) => f.name)).toEqual(['a.txt', 'May/alto/9.xml', 'May/alto/10.xml', 'May/mets.xml']);
  });

  test('a folder that cannot be read is named', async () => {
    await expect(droppedFiles(drop(folderItem('/May', [], true)))).rejects.toMatchObject({
      said: { code: 'file.unreadable', params: { file: 'May', why: 'It is gone.' } },
    });
  });

  test('pasted text is a file, blank text is none', async () => {
    const data = (text: string): DataTransfer => ({ getData: () => text }) as unknown as DataTransfer;
    const file = pastedFile(data('桥已开放'), 'Pasted text');
    expect(file?.name).toBe('Pasted text.txt');
    expect(await file?.blob.text()).toBe('桥已开放');
    expect(pastedFile(data(' \n'), 'Pasted text')).toBeNull();
  });
});

describe('saving', () => {
  const edition = (): Parameters<typeof saveEdition>[0] => ({
    id: 'x',
    title: 'Harbour Gazette',
    text: '{}',
    handles: memoryHandles(),
  });

  test('asks for a place once, and then goes to the same file', async () => {
    const { handle, written } = fakeHandle('mine.pasteup.json');
    picked.save.mockResolvedValueOnce(handle);
    const first = edition();
    expect(await saveEdition(first)).toEqual({ kind: 'written', name: 'mine.pasteup.json' });
    expect(picked.save.mock.calls[0]?.[1]).toMatchObject({ fileName: 'Harbour Gazette.pasteup.json' });
    expect(await saveEdition({ ...first, text: '{"a":1}' })).toEqual({ kind: 'written', name: 'mine.pasteup.json' });
    expect(written.text).toBe('{"a":1}');
    expect(picked.save).toHaveBeenCalledTimes(1);
    picked.save.mockResolvedValueOnce(handle);
    await saveEdition({ ...first, saveAs: true });
    expect(picked.save).toHaveBeenCalledTimes(2);
  });

  test.each([{ permission: 'denied' }, { fail: 'NotFoundError' }, { fail: 'NotAllowedError' }])(
    'asks again when the file is out of reach: %j',
    async (trouble) => {
      const one = edition();
      await one.handles.set('x', fakeHandle('old.json', trouble).handle);
      picked.save.mockResolvedValueOnce(fakeHandle('new.json').handle);
      expect(await saveEdition(one)).toEqual({ kind: 'written', name: 'new.json' });
    },
  );

  test('says why a file cannot be written, and leaves it as it was', async () => {
    const one = edition();
    const { handle, written } = fakeHandle('full.json', { fail: 'QuotaExceededError' });
    await one.handles.set('x', handle);
    await expect(saveEdition(one)).rejects.toMatchObject({
      said: { code: 'file.unwritable', params: { file: 'full.json' } },
    });
    expect(written.text).toBe('');
  });

  test('called off is no error, and a download says that it is one', async () => {
    picked.save.mockRejectedValueOnce(new DOMException('', 'AbortError'));
    expect(await saveEdition(edition())).toEqual({ kind: 'called-off' });
    picked.save.mockResolvedValueOnce(null);
    expect(await saveEdition(edition())).toEqual({ kind: 'downloaded', name: 'Harbour Gazette.pasteup.json' });
  });

  test('a title makes a file name that every system takes', () => {
    expect(fileNameOf('港区/早报: "A1" <b>')).toBe('港区 早报 A1 b');
    expect(fileNameOf('...')).toBe('edition');
    expect(fileNameOf('x'.repeat(300))).toHaveLength(80);
    expect(fileNameOf('a\u0000b\nc')).toBe('a b c');
  });
});
