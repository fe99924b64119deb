import { describe, expect, it } from 'vitest';
import { importArgs, newEdition, transact, call, writePasteup } from '../core/index.ts';
import { serveImports, type ImportedPages, type ImportReply, type ImportRequest } from './import.ts';
import { runImport, unpacked } from './run-import.ts';

function worker(): {
  readonly send: (request: ImportRequest) => void;
  readonly until: <T extends ImportReply['type']>(type: T) => Promise<Extract<ImportReply, { type: T }>>;
  readonly replies: ImportReply[];
} {
  const replies: ImportReply[] = [];
  const waiting: { type: string; resolve: (reply: never) => void }[] = [];
  let listener: (event: { readonly data: ImportRequest }) => void = () => undefined;
  serveImports({
    postMessage(reply) {
      replies.push(reply);
      waiting.filter(({ type }) => type === reply.type).forEach(({ resolve }) => resolve(reply as never));
    },
    addEventListener: (_, added) => {
      listener = added;
    },
  });
  return {
    send: (data) => listener({ data }),
    until: (type) => new Promise((resolve) => waiting.push({ type, resolve })),
    replies,
  };
}

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => ({ name, blob: new Blob([content]) });

async function read(...files: readonly ReturnType<typeof file>[]): Promise<ImportedPages> {
  const { send, until } = worker();
  const done = until('done');
  send({ type: 'read', files });
  const imported = await unpacked((await done).imported);
  if (imported.kind !== 'pages') throw new Error('no pages');
  return imported;
}

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (ch) => ch.charCodeAt(0),
);

describe('the import worker', () => {
  it('reads a batch, and says how far it is', async () => {
    const { send, until, replies } = worker();
    const done = until('done');
    send({ type: 'read', files: [file('a.txt', 'Ferry runs'), file('bad.xml', '<?xml version="1.0"?><PcGts>')] });
    expect(await unpacked((await done).imported)).toMatchObject({
      failures: [{ name: 'bad.xml' }],
      reading: { sources: [{ name: 'a.txt' }] },
    });
    expect(replies[0]).toMatchObject({ type: 'progress', doing: 'reading', file: 'a.txt' });
  });

  it('leaves nothing to be cut', async () => {
    const { reading } = await read(file('a.txt', 'Ferry runs\n\nThe ferry runs again.'));
    const given = reading.structure?.fragments.flatMap(({ spans }) => spans) ?? [];
    expect(given.length).toBeGreaterThan(0);
    expect(importArgs(newEdition('e'), [reading]).fragments).toHaveLength(reading.structure?.fragments.length ?? 0);
  });

  it('asks where an encoding is not certain, and keeps the answer', async () => {
    const { send, until } = worker();
    const [asked, done] = [until('ask'), until('done')];
    // Two Han characters in GB18030, four Cyrillic letters in Windows-1251.
    send({ type: 'read', files: [file('a.txt', Uint8Array.of(0xb8, 0xdb, 0xc7, 0xf8))] });
    expect(await asked).toMatchObject({ file: 'a.txt', choice: { certain: false } });
    send({ type: 'encoding', encoding: 'gb18030' });
    expect(await unpacked((await done).imported)).toMatchObject({
      reading: { notes: [], sources: [{ text: '港区', encoding: 'gb18030' }] },
    });
  });

  it('gives the pictures with their pages, which remember their names', async () => {
    const { reading, pictures, pictureOf } = await read(file('May/p1.txt', 'Ferry runs'), file('May/p1.png', PNG));
    expect(reading.sources[0]?.image).toBe('p1.png');
    expect(pictureOf).toEqual([0]);
    expect(pictures[0]).toMatchObject({ name: 'May/p1.png', width: 1, height: 1 });
    expect(pictures[0]?.blob.type).toBe('image/png');
  });

  it('opens a saved edition alone, and names one among others', async () => {
    const { send, until } = worker();
    const done = until('done');
    const empty = newEdition('e', 'Gazette');
    const args = importArgs(empty, [await read(file('a.txt', 'Ferry runs')).then(({ reading }) => reading)]);
    const outcome = transact(empty, call('edition.import', args));
    const saved = file('e.pasteup.json', outcome.ok ? writePasteup(outcome.edition) : '');
    send({ type: 'read', files: [saved] });
    expect((await done).imported).toMatchObject({ kind: 'edition', edition: { title: 'Gazette' }, readOnly: false });
    expect((await read(saved, file('b.txt', 'Market moves'))).failures).toMatchObject([
      { error: { code: 'file.edition-among-others' } },
    ]);
  });

  it('names a file that is gone', async () => {
    const gone = { name: 'gone.txt', blob: { arrayBuffer: () => Promise.reject(new Error('It is gone.')) } };
    const { failures } = await read(gone as never, file('a.txt', 'Ferry runs'));
    expect(failures).toMatchObject([{ error: { code: 'file.unreadable', params: { why: 'It is gone.' } } }]);
  });
});

describe('its other side', () => {
  /** A worker whose answers the test gives. */
  function stub() {
    const sent: unknown[] = [];
    const one = {
      ended: false,
      onmessage: null as ((event: MessageEvent) => void) | null,
      onmessageerror: null as (() => void) | null,
      onerror: null as ((event: ErrorEvent) => void) | null,
      postMessage: (message: unknown) => void sent.push(message),
      terminate: () => void (one.ended = true),
    };
    return { one, sent };
  }
  const options = (signal = new AbortController().signal) => ({
    signal,
    progress: () => undefined,
    ask: () => Promise.resolve('gb18030'),
  });

  it('ends the worker at once when it is called off', async () => {
    const { one } = stub();
    const calling = new AbortController();
    const running = runImport([file('a.txt', 'x')], options(calling.signal), () => one as never);
    calling.abort();
    expect(await running).toBeNull();
    expect(one.ended).toBe(true);
  });

  it('says that the worker broke down', async () => {
    const { one } = stub();
    const running = runImport([file('a.txt', 'x')], options(), () => one as never);
    one.onerror?.({ message: 'out of memory' } as ErrorEvent);
    await expect(running).rejects.toMatchObject({
      said: { code: 'import.broke-down', params: { why: 'out of memory' } },
    });
    expect(one.ended).toBe(true);
  });

  it('hands on a question and its answer', async () => {
    const { one, sent } = stub();
    const running = runImport([file('a.txt', 'x')], options(), () => one as never);
    one.onmessage?.({ data: { type: 'ask', file: 'a.txt', choice: { candidates: [] } } } as MessageEvent);
    await Promise.resolve();
    expect(sent.at(-1)).toEqual({ type: 'encoding', encoding: 'gb18030' });
    one.onmessage?.({ data: { type: 'refused', error: { code: 'file.empty', params: {} } } } as MessageEvent);
    await expect(running).rejects.toMatchObject({ said: { code: 'file.empty' } });
  });
});
