import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from './fake-browser.ts';
import { openLibrary } from './open-library.ts';
import type { KeeperState, Library } from './port.ts';
import { begin, expectSame, reopened, stored } from './testing-library.ts';
import { editor, sampleEdition } from './testing.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const DAY = 86_400_000;

describe('the list and the bin', () => {
  test('tell what an edition is', async () => {
    const { library, hand, id, browser } = await begin();
    await browser.pass(1000);
    await hand.edit(3);
    await library.create(sampleEdition());
    const list = await library.list();
    expect(list).toHaveLength(2);
    expect(list.find((card) => card.id === id)).toMatchObject({
      editionId: 'e1',
      title: 'Harbour Gazette 3',
      pages: 1,
      seq: 1,
    });
    expect(list[0]?.characters).toBeGreaterThan(200);
    expect(Object.keys(list[0] ?? {})).not.toContain('writer');
  });

  test('an edition goes into the bin and comes back, and not while it is open', async () => {
    const { library, hand, id, keeper } = await begin();
    await hand.edit(1);
    expect(await library.remove(id)).toBe(false);
    await keeper.close();
    expect(await library.remove(id)).toBe(true);
    expect(await library.list()).toEqual([]);
    expect(await library.missing()).toEqual([]);
    expect(await library.bin()).toMatchObject([{ id }]);
    await library.restore(id);
    expect(await library.list()).toMatchObject([{ id, title: 'Harbour Gazette 1' }]);
    expectSame(await reopened(id), hand);
  });

  test('the bin is emptied after 30 days, and a clock that jumps empties nothing', async () => {
    const { browser, library, id, keeper } = await begin();
    await keeper.close();
    await library.remove(id);
    const binAfter = async (ms: number): Promise<number> => {
      await browser.pass(ms);
      return (await (await openLibrary(browser.tab())).bin()).length;
    };
    expect(await binAfter(29 * DAY)).toBe(1);
    expect(await binAfter(400 * DAY)).toBe(1);
    expect(await binAfter(-400 * DAY)).toBe(1);
    expect(await binAfter(2 * DAY)).toBe(1);
    expect(await binAfter(2 * DAY)).toBe(0);
    expect(await stored(id)).toEqual({ journal: [], snapshots: [] });
  });
});

test('an edition that storage refuses is opened all the same, and stored as soon as there is room', async () => {
  const browser = fakeBrowser();
  const library = await openLibrary(browser.tab());
  const real = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function () {
    throw new DOMException('', 'QuotaExceededError');
  };
  const opened = await library.create(sampleEdition());
  expect(opened.warnings).toEqual([{ code: 'storage.not-created', params: { reason: 'storage.reason.quota' } }]);
  const keeper = await library.keep(opened);
  const hand = editor(opened, keeper);
  void hand.edit(1);
  void hand.undo();
  void hand.redo();
  await browser.pass(1000);
  expect(keeper.state).toMatchObject({ kind: 'failed', reason: 'quota', unsaved: 3 });
  IDBObjectStore.prototype.put = real;
  await browser.pass(10_000);
  expect(keeper.state.kind).toBe('saved');
  const again = await reopened(opened.position.id);
  expect(again.warnings).toEqual([]);
  expect(again.edition).toEqual(hand.edition);
});

describe('without storage', () => {
  const broken = (open: () => never): void => {
    globalThis.indexedDB = { open } as unknown as IDBFactory;
  };

  test.each([
    [
      'refused',
      (): never => {
        throw new DOMException('', 'SecurityError');
      },
    ],
    ['absent', null],
  ])('%s: a library in memory that never says saved', async (_, open) => {
    if (open) broken(open);
    else Reflect.deleteProperty(globalThis, 'indexedDB');
    const library: Library = await openLibrary(fakeBrowser().tab());
    expect(library).toMatchObject({ persistent: false, reason: 'unavailable' });
    const opened = await library.create(sampleEdition());
    const states: KeeperState[] = [];
    const keeper = await library.keep(opened, { onState: (state) => states.push(state) });
    const hand = editor(opened, keeper);
    expect(await hand.edit(1)).toBe(false);
    expect(keeper.state).toMatchObject({ kind: 'failed', reason: 'no-storage', unsaved: 1 });
    expect(states.map((s) => s.kind)).not.toContain('saved');
    expect((await library.open(opened.position.id))?.edition).toEqual(hand.edition);
    await keeper.close();
  });

  test('refused for once: editions that cannot be looked for are not called missing, and are not forgotten', async () => {
    const browser = fakeBrowser();
    const { id } = (await (await openLibrary(browser.tab())).create(sampleEdition())).position;
    const database = globalThis.indexedDB;
    broken(() => {
      throw new DOMException('', 'SecurityError');
    });
    const inMemory = await openLibrary(browser.tab());
    expect(await inMemory.missing()).toEqual([]);
    inMemory.forget(id);
    globalThis.indexedDB = new IDBFactory();
    expect(await (await openLibrary(browser.tab())).missing()).toMatchObject([{ id }]);
    globalThis.indexedDB = database;
    expect(await (await openLibrary(browser.tab())).missing()).toEqual([]);
  });

  test('that does not answer: in memory after five seconds', async () => {
    globalThis.indexedDB = { open: () => new IDBOpenDBRequest() } as unknown as IDBFactory;
    const browser = fakeBrowser();
    const opening = openLibrary(browser.tab());
    await browser.pass(6_000);
    expect(await opening).toMatchObject({ persistent: false, reason: 'no-answer' });
  });
});
