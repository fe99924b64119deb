/** The N-th call to IndexedDB fails, for every N of a script of thirty commands, in every way that it can. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser, settle, type Browser } from './fake-browser.ts';
import { openLibrary } from './open-library.ts';
import type { Keeper, KeeperState } from './port.ts';
import { editor, sampleEdition, type TestEditor } from './testing.ts';

const FAULTS = [
  'Quota',
  'Abort',
  'Unknown',
  'never settles, done',
  'never settles, not done',
  'connection closed',
] as const;
type Fault = (typeof FAULTS)[number];

type Inner = IDBTransaction & { _abort(name: string): void };
const CALLS = ['put', 'get', 'getAll', 'getAllKeys', 'delete'] as const;
const original = {
  transaction: IDBDatabase.prototype.transaction,
  ...Object.fromEntries(CALLS.map((name) => [name, IDBObjectStore.prototype[name]])),
};
const real = original as unknown as Record<string, (...args: unknown[]) => unknown>;

/** Breaks calls `from` to `to`, counted from 1. */
function breakCalls(fault: Fault, from: number, to = from): { calls(): number; mend(): void } {
  let calls = 0;
  const due = (): boolean => ++calls >= from && calls <= to;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: unknown[]) {
    if (!due()) return real['transaction']?.apply(this, args) as IDBTransaction;
    if (fault === 'connection closed') this.close();
    if (fault === 'Quota' || fault === 'Unknown')
      throw new DOMException('injected', fault === 'Quota' ? 'QuotaExceededError' : 'UnknownError');
    const tx = real['transaction']?.apply(this, args) as IDBTransaction;
    if (fault.startsWith('never')) {
      tx.addEventListener = () => undefined; // whoever asks in this turn is not told
      queueMicrotask(() => Reflect.deleteProperty(tx, 'addEventListener'));
    }
    if (fault === 'never settles, not done') setImmediate(() => tx.abort());
    return tx;
  } as typeof IDBDatabase.prototype.transaction;
  for (const name of CALLS)
    (IDBObjectStore.prototype as unknown as Record<string, unknown>)[name] = function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (!due()) return real[name]?.apply(this, args);
      if (fault === 'Unknown') throw new DOMException('injected', 'UnknownError');
      const request = real[name]?.apply(this, args);
      if (fault === 'Quota') (this.transaction as Inner)._abort('QuotaExceededError');
      else if (fault === 'Abort') this.transaction.abort();
      else if (fault === 'connection closed') this.transaction.db.close();
      return request;
    };
  return {
    calls: () => calls,
    mend() {
      IDBDatabase.prototype.transaction = real['transaction'] as typeof IDBDatabase.prototype.transaction;
      for (const name of CALLS) (IDBObjectStore.prototype as unknown as Record<string, unknown>)[name] = real[name];
    },
  };
}

let mend: (() => void) | null = null;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => mend?.());

async function command(hand: TestEditor, n: number): Promise<void> {
  void (n % 7 === 3 ? hand.undo() : n % 7 === 4 ? hand.redo() : hand.edit(n));
  await settle(n % 3 ? 12 : 1);
}

async function begin(
  browser: Browser,
  states: KeeperState[],
): Promise<{ id: string; keeper: Keeper; hand: TestEditor }> {
  const library = await openLibrary(browser.tab());
  const opened = await library.create(sampleEdition());
  const keeper = await library.keep(opened, { onState: (state) => states.push(state) });
  return { id: opened.position.id, keeper, hand: editor(opened, keeper) };
}

/** What another start of the program finds now: all that was acknowledged, and no half of a step. */
async function expectKept(id: string, hand: TestEditor): Promise<void> {
  const opened = await (await openLibrary(fakeBrowser().tab())).open(id);
  const found = opened?.position.seq ?? -1;
  expect(found).toBeGreaterThanOrEqual(hand.acknowledged.filter(Boolean).length);
  expect(opened?.warnings).toEqual([]);
  if (found > 0) expect({ edition: opened?.edition, history: opened?.history }).toEqual(hand.states[found - 1]);
}

describe('a storage call fails', () => {
  test.each(FAULTS)(
    '%s: once, at any call',
    async (fault) => {
      for (let n = 1; ; n++) {
        globalThis.indexedDB = new IDBFactory();
        const browser = fakeBrowser();
        const states: KeeperState[] = [];
        const { id, keeper, hand } = await begin(browser, states);
        const broken = breakCalls(fault, n);
        mend = broken.mend;
        for (let i = 1; i <= 30; i++) await command(hand, i);
        await settle();
        broken.mend();
        await expectKept(id, hand);
        for (const state of states) if (state.kind !== 'saved') expect(state.unsaved).toBeGreaterThanOrEqual(0);
        if (hand.acknowledged.filter(Boolean).length < hand.states.length) expect(keeper.state.kind).not.toBe('saved');
        await browser.pass(30_000);
        expect(hand.acknowledged).toEqual(hand.states.map(() => true));
        expect(keeper.state).toMatchObject({ kind: 'saved', seq: hand.states.length });
        await expectKept(id, hand);
        if (broken.calls() < n) break;
      }
    },
    120_000,
  );

  test.each(FAULTS)('%s: for a long time, and heals by itself', async (fault) => {
    const browser = fakeBrowser();
    const states: KeeperState[] = [];
    const { id, keeper, hand } = await begin(browser, states);
    for (let i = 1; i <= 5; i++) await command(hand, i);
    await settle();
    const broken = breakCalls(fault, 1, Infinity);
    mend = broken.mend;
    for (let i = 6; i <= 20; i++) await command(hand, i);
    await browser.pass(60_000);
    expect(keeper.state).toMatchObject({ kind: 'failed', unsaved: hand.states.length - 5 });
    expect(hand.acknowledged.slice(5).filter((value) => value !== undefined)).toEqual([]);
    expect(states.slice(states.findIndex((s) => s.kind === 'failed')).some((s) => s.kind === 'saved')).toBe(false);
    broken.mend();
    await browser.pass(20_000);
    expect(keeper.state).toMatchObject({ kind: 'saved', seq: hand.states.length });
    expect(hand.acknowledged).toEqual(hand.states.map(() => true));
    await expectKept(id, hand);
  });

  test('the reason is told', async () => {
    const browser = fakeBrowser();
    const { keeper, hand } = await begin(browser, []);
    await settle();
    for (const [fault, reason] of [
      ['Quota', 'quota'],
      ['Abort', 'aborted'],
      ['Unknown', 'unknown'],
      ['never settles, done', 'no-answer'],
      ['connection closed', 'unavailable'],
    ] as const) {
      const broken = breakCalls(fault, 1, Infinity);
      mend = broken.mend;
      void hand.edit(1);
      await browser.pass(11_000);
      expect(keeper.state).toMatchObject({ kind: 'failed', reason });
      broken.mend();
      await browser.pass(20_000);
      expect(keeper.state.kind).toBe('saved');
    }
  });
});
