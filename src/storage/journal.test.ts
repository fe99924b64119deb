import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, settle } from './fake-browser.ts';
import { memoryHandles } from './file-handles.ts';
import { makeLibrary } from './library.ts';
import { memoryStore } from './memory-store.ts';
import { begin, expectSame, reopened, stored } from './testing-library.ts';
import { editor, sampleEdition } from './testing.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  // A copy is made in slices of so many milliseconds, and a busy machine needs more of them than `pass` waits for.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});

afterEach(() => vi.restoreAllMocks());

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

  test('forgets no step, at whatever moment of the write before it it comes', async () => {
    for (let moment = 0; moment < 60; moment++) {
      const { tab } = fakeBrowser();
      const library = makeLibrary({
        store: memoryStore({ persistent: true }),
        surroundings: tab(),
        handles: memoryHandles(),
        reason: null,
      });
      const opened = await library.create(sampleEdition());
      const hand = editor(opened, await library.keep(opened));
      for (let i = 0; i < moment; i++) await Promise.resolve();
      const first = hand.edit(1);
      for (let i = 0; i < moment; i++) await Promise.resolve();
      void hand.edit(2);
      await first;
      await settle();
      expect(hand.acknowledged, `moment ${moment}`).toEqual([true, true]);
    }
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

test('whatever was acknowledged is there after reopening', async () => {
  const command = fc.constantFrom('edit', 'edit', 'edit', 'undo', 'undo', 'redo', 'snapshot', 'reopen', 'wait');
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 5, maxLength: 60 }),
      fc.infiniteStream(fc.nat(3)),
      async (script, pauses) => {
        globalThis.indexedDB = new IDBFactory();
        const { browser, library, id, ...begun } = await begin();
        let { keeper, hand } = begun;
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
