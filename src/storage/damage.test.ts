import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from './fake-browser.ts';
import { openLibrary } from './open-library.ts';
import { begin, change, expectSame, reopened } from './testing-library.ts';
import { editor } from './testing.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
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

  test('a database lost as a whole: the second copy is offered, and becomes an edition again', async () => {
    const { browser, id, hand } = await begin();
    for (let n = 1; n <= 4; n++) await hand.edit(n);
    await browser.pass(31_000);
    await hand.edit(5);
    globalThis.indexedDB = new IDBFactory();
    const library = await openLibrary(browser.tab());
    expect(await library.missing()).toMatchObject([{ id, title: 'Harbour Gazette 5', seq: 5, copy: { seq: 4 } }]);
    const restored = await library.restoreCopy(id);
    expect(restored?.edition).toEqual(hand.states[3]?.edition);
    expect(await library.missing()).toEqual([]);
    expect(await library.list()).toMatchObject([{ title: 'Harbour Gazette 4' }]);
  });

  test('steps lost before the second copy was taken: the copy is opened', async () => {
    for (const lost of ['journal', 'snapshots'] as const) {
      globalThis.indexedDB = new IDBFactory();
      const { browser, id, hand, keeper } = await begin();
      for (let n = 1; n <= 8; n++) await hand.edit(n);
      await browser.pass(31_000);
      await hand.edit(9);
      const library = await openLibrary(browser.tab());
      if (lost === 'journal') await change('journal', (r) => (Number(r['seq']) > 3 ? null : r));
      else await change('snapshots', (s) => ({ ...s, sum: '' }));
      const again = await library.open(id);
      expect(again?.edition).toEqual(hand.states[lost === 'journal' ? 7 : 8]?.edition);
      expect(again?.warnings[0]).toEqual({ code: 'storage.copy-used', params: { seq: 8 } });
      await keeper.close();
      if (!again) throw new Error('gone');
      const next = editor(again, await library.keep(again));
      expect(await next.edit(10)).toBe(true);
      const third = await reopened(id);
      expect(third.warnings).toEqual([]);
      expectSame(third, next);
    }
  });

  test('a second copy that is damaged is none', async () => {
    const { browser, id, hand } = await begin();
    await hand.edit(1);
    await browser.pass(31_000);
    globalThis.indexedDB = new IDBFactory();
    const library = await openLibrary(browser.tab());
    for (const damaged of ['', '{', (browser.copies.get(id) ?? '').replace('Gazette', 'gazette')]) {
      browser.copies.set(id, damaged);
      expect(await library.missing()).toMatchObject([{ id, copy: null }]);
      expect(await library.restoreCopy(id)).toBeNull();
    }
  });
});
