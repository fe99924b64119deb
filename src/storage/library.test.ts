import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DATABASE } from './indexed-db-store.ts';
import { openLibrary } from './open-library.ts';
import type { KeeperState, Library, OpenedFromLibrary } from './port.ts';
import type { JournalRecord, SnapshotRecord } from './records.ts';
import { editor, fakeBrowser, sampleEdition, settle, type Browser, type TestEditor } from './testing.ts';

const DAY = 86_400_000;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Reopens as another start of the program does. */
async function reopened(id: string): Promise<OpenedFromLibrary> {
  const opened = await (await openLibrary(fakeBrowser().tab())).open(id);
  if (!opened) throw new Error(`${id} is not there`);
  return opened;
}

async function begin(browser: Browser = fakeBrowser()) {
  const library = await openLibrary(browser.tab());
  const opened = await library.create(sampleEdition());
  const states: KeeperState[] = [];
  const keeper = await library.keep(opened, { onState: (state) => states.push(state) });
  return { browser, library, id: opened.position.id, keeper, hand: editor(opened, keeper), states };
}

async function stored(id: string): Promise<{ journal: JournalRecord[]; snapshots: SnapshotRecord[] }> {
  const db = await openDB(DATABASE);
  const of = <T extends { edition: string }>(all: T[]): T[] => all.filter((r) => r.edition === id);
  const found = { journal: of(await db.getAll('journal')), snapshots: of(await db.getAll('snapshots')) };
  db.close();
  return found;
}

async function change(
  store: 'journal' | 'snapshots' | 'cards',
  edit: (value: Record<string, unknown>) => Record<string, unknown> | null,
): Promise<void> {
  const db = await openDB(DATABASE);
  const tx = db.transaction(store, 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
    const value = edit(cursor.value as Record<string, unknown>);
    await (value ? cursor.update(value) : cursor.delete());
  }
  await tx.done;
  db.close();
}

const expectSame = (opened: OpenedFromLibrary, hand: TestEditor): void => {
  expect(opened.edition).toEqual(hand.edition);
  expect(opened.history).toEqual(hand.history);
};

describe('the journal', () => {
  test('brings back the edition and its undo', async () => {
    const { browser, id, hand, keeper } = await begin();
    for (let n = 1; n <= 5; n++) expect(await hand.edit(n)).toBe(true);
    await hand.undo();
    await hand.undo();
    expect(await hand.redo()).toBe(true);
    expect(keeper.state).toMatchObject({ kind: 'saved', seq: 8 });
    const again = await reopened(id);
    expect(again.warnings).toEqual([]);
    expectSame(again, hand);
    expect(browser.persistAsked()).toBe(1);
  });

  test('is in order, however fast the steps come', async () => {
    const { id, hand } = await begin();
    await Promise.all(Array.from({ length: 150 }, (_, n) => hand.edit(n)));
    expect((await stored(id)).journal.map((r) => r.seq)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
    expectSame(await reopened(id), hand);
  });

  test('acknowledges on complete and no earlier', async () => {
    const { hand, keeper } = await begin();
    await settle();
    const events: string[] = [];
    const real = IDBDatabase.prototype.transaction;
    const strict = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      const tx = real.apply(this, args);
      tx.addEventListener('complete', () => events.push('complete'));
      return tx;
    });
    const kept = hand.edit(1).then(() => events.push('acknowledged'));
    expect(keeper.state.kind).toBe('saving');
    await kept;
    expect(events).toEqual(['complete', 'acknowledged']);
    expect(strict.mock.calls[0]?.[2]).toEqual({ durability: 'strict' });
    strict.mockRestore();
  });

  test('keeps undo over snapshots and their thinning out', async () => {
    const { browser, id, hand } = await begin();
    for (let n = 1; n <= 900; n++) await hand.edit(n);
    for (let n = 0; n < 700; n++) await hand.undo();
    await browser.pass(60_000);
    for (let n = 0; n < 5; n++) await hand.edit(n);
    await browser.pass(60_000);
    for (const _ of [1, 2]) {
      for (let n = 0; n < 30; n++) await hand.edit(n);
      await browser.pass(60_000);
    }
    const { journal, snapshots } = await stored(id);
    expect(snapshots).toHaveLength(2);
    expect(journal).toHaveLength(200 + 5 + 30 + 30); // 1,600 steps were taken
    const again = await reopened(id);
    expect(again.warnings).toEqual([]);
    expectSame(again, hand);
  });

  test('takes over a history that the edition brings along', async () => {
    const { hand, library } = await begin();
    for (let n = 1; n <= 4; n++) await hand.edit(n);
    await hand.undo();
    const copy = await library.create(hand.edition, hand.history);
    expectSame(await reopened(copy.position.id), hand);
    const next = editor(copy, await library.keep(copy));
    await next.redo();
    await next.undo();
    await next.undo();
    expectSame(await reopened(copy.position.id), next);
  });
});

describe('damage', () => {
  test('of a step stops before it, says so, and what follows is kept', async () => {
    const { id, hand, keeper } = await begin();
    for (let n = 1; n <= 10; n++) await hand.edit(n);
    await keeper.close();
    await change('journal', (r) =>
      r['seq'] === 7 ? { ...r, step: String(r['step']).replace('Gazette', 'gazette') } : r,
    );
    const again = await reopened(id);
    expect(again.warnings).toEqual([{ code: 'storage.step-broken', params: { seq: 7, n: 4 } }]);
    expect(again.edition).toEqual(hand.states[5]?.edition);
    const library = await openLibrary(fakeBrowser().tab());
    const next = editor(again, await library.keep(again));
    await next.edit(20);
    await next.undo();
    await next.undo();
    const third = await reopened(id);
    expect(third.warnings).toEqual([]);
    expectSame(third, next);
  });

  test('of the newest snapshot: the older one and the journal give all of it', async () => {
    const { browser, id, hand } = await begin();
    for (let n = 1; n <= 230; n++) await hand.edit(n);
    await browser.pass(60_000);
    await change('snapshots', (s) => (s['seq'] === 0 ? s : { ...s, state: String(s['state']).slice(0, -40) }));
    const again = await reopened(id);
    expect(again.warnings.map((w) => w.code)).toContain('storage.snapshot-broken');
    expectSame(again, hand);
  });

  test('of all snapshots is an error that says so', async () => {
    const { id, library } = await begin();
    await change('snapshots', (s) => ({ ...s, sum: '0' }));
    await expect(library.open(id)).rejects.toMatchObject({ reason: 'unreadable' });
    expect((await library.list()).map((card) => card.id)).toEqual([id]);
  });

  test('of the list: the edition is still found', async () => {
    const { id, hand, library } = await begin();
    await hand.edit(1);
    await change('cards', () => null);
    expect(await library.list()).toMatchObject([{ id, damaged: true }]);
    expectSame(await reopened(id), hand);
  });

  test('steps cut off at the end are noticed', async () => {
    const { id, hand } = await begin();
    for (let n = 1; n <= 5; n++) await hand.edit(n);
    await change('journal', (r) => (Number(r['seq']) > 3 ? null : r));
    expect((await reopened(id)).warnings).toEqual([{ code: 'storage.steps-missing', params: { seq: 4, n: 2 } }]);
  });

  test('an emptied database is noticed, and filled again by the tab that is open', async () => {
    const { browser, id, hand, keeper, library } = await begin();
    await hand.edit(1);
    expect(await library.missing()).toEqual([]);
    for (const store of ['cards', 'snapshots', 'journal'] as const) await change(store, () => null);
    const other = await openLibrary(browser.tab());
    expect(await other.list()).toEqual([]);
    expect(await other.missing()).toMatchObject([{ id, title: 'Harbour Gazette 1', seq: 1 }]);
    expect(await hand.edit(2)).toBe(true);
    expect(keeper.state.kind).toBe('saved');
    expect((await reopened(id)).edition).toEqual(hand.edition);
    expect(await other.missing()).toEqual([]);
    other.forget(id);
    expect(browser.notes.size).toBe(0);
  });
});

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

  test('that does not answer: in memory after five seconds', async () => {
    globalThis.indexedDB = { open: () => new IDBOpenDBRequest() } as unknown as IDBFactory;
    const browser = fakeBrowser();
    const opening = openLibrary(browser.tab());
    await browser.pass(6_000);
    expect(await opening).toMatchObject({ persistent: false, reason: 'no-answer' });
  });
});

test('whatever was acknowledged is there after reopening', async () => {
  const command = fc.constantFrom('edit', 'edit', 'edit', 'undo', 'undo', 'redo', 'snapshot', 'reopen', 'wait');
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 5, maxLength: 60 }),
      fc.infiniteStream(fc.nat(3)),
      async (script, pauses) => {
        globalThis.indexedDB = new IDBFactory();
        let { browser, library, id, keeper, hand } = await begin();
        let n = 0;
        for (const word of script) {
          if (word === 'edit') void hand.edit(++n);
          else if (word === 'undo') void hand.undo();
          else if (word === 'redo') void hand.redo();
          else if (word === 'wait') await browser.pass(31_000);
          else if (word === 'snapshot') for (let i = 0; i < 21; i++) void hand.edit(++n);
          else {
            await keeper.close();
            const opened = await library.open(id);
            if (!opened) throw new Error('gone');
            expectSame(opened, hand);
            keeper = await library.keep(opened);
            hand = editor(opened, keeper);
          }
          await settle(pauses.next().value);
          if (word !== 'redo') continue;
          const now = await reopened(id);
          const before = hand.states.length - (keeper.state.kind === 'saved' ? 0 : keeper.state.unsaved);
          expect(now.warnings).toEqual([]);
          expect(now.position.seq).toBeGreaterThanOrEqual(keeper.state.seq);
          expect(before).toBeGreaterThanOrEqual(hand.acknowledged.filter(Boolean).length);
        }
        expect(await keeper.flush()).toBe(true);
        expectSame(await reopened(id), hand);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
