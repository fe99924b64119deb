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

const fileItem = (file: File | null, directory: string | null = null): DataTransferItem =>
  ({
    kind: 'file',
    getAsFile: () => file,
    webkitGetAsEntry: () => ({ isDirectory: directory !== null, name: directory ?? file?.name }),
  }) as unknown as DataTransferItem;

const drop = (...items: DataTransferItem[]): DataTransfer => ({ items, files: [] }) as unknown as DataTransfer;

beforeEach(() => picked.save.mockReset());

describe('files in', () => {
  test('come in the order of their numbers', async () => {
    const names = ['page-10.txt', 'page-2.txt', 'page-1.txt'];
    const files = await droppedFiles(drop(...names.map((name) => fileItem(new File([name], name)))));
    expect(files.map((f) => f.name)).toEqual(['page-1.txt', 'page-2.txt', 'page-10.txt']);
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe('page-1.txt');
  });

  test('a folder is refused by name', async () => {
    await expect(droppedFiles(drop(fileItem(new File(['x'], 'a.txt')), fileItem(null, 'May')))).rejects.toMatchObject({
      said: { code: 'file.directory', params: { file: 'May' } },
    });
  });

  test('a file that cannot be read is named', async () => {
    const gone = {
      name: 'gone.txt',
      arrayBuffer: () => Promise.reject(new DOMException('It is gone.', 'NotFoundError')),
    };
    await expect(droppedFiles(drop(fileItem(gone as unknown as File)))).rejects.toMatchObject({
      said: { code: 'file.unreadable', params: { file: 'gone.txt', why: 'It is gone.' } },
    });
  });

  test('pasted text is a file, blank text is none', () => {
    const data = (text: string): DataTransfer => ({ getData: () => text }) as unknown as DataTransfer;
    const file = pastedFile(data('桥已开放'), 'Pasted text');
    expect(file?.name).toBe('Pasted text.txt');
    expect(new TextDecoder().decode(file?.bytes)).toBe('桥已开放');
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
