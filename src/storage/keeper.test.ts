import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser, settle, type Browser } from './fake-browser.ts';
import { openLibrary } from './open-library.ts';
import type { Followed, Keeper, KeeperRole } from './port.ts';
import { editor, sampleEdition, type TestEditor } from './testing.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

interface Tab {
  readonly keeper: Keeper;
  /** Takes up what the keeper says to show. */
  hand: TestEditor;
  shown: Followed;
  readonly roles: (KeeperRole | 'adrift')[];
  kill(): void;
}

async function openTab(browser: Browser, id: string): Promise<Tab> {
  const surroundings = browser.tab();
  const library = await openLibrary(surroundings);
  const opened = await library.open(id);
  if (!opened) throw new Error('gone');
  const roles: Tab['roles'] = [];
  let tab: Tab | null = null;
  let latest: Followed = opened;
  const show = (now: Followed): void => {
    latest = now;
    if (tab) {
      tab.shown = now;
      tab.hand = editor(now, tab.keeper);
    }
  };
  const keeper = await library.keep(opened, {
    onFollow: show,
    onRole(role, now) {
      roles.push(now ? role : 'adrift');
      if (now) show(now);
    },
  });
  tab = { keeper, hand: editor(latest, keeper), shown: latest, roles, kill: () => surroundings.kill() };
  return tab;
}

async function newEditionIn(browser: Browser): Promise<string> {
  return (await (await openLibrary(browser.tab())).create(sampleEdition())).position.id;
}

async function twoTabs(): Promise<{ browser: Browser; id: string; first: Tab; second: Tab }> {
  const browser = fakeBrowser();
  const id = await newEditionIn(browser);
  const first = await openTab(browser, id);
  const second = await openTab(browser, id);
  return { browser, id, first, second };
}

describe('two tabs on one edition', () => {
  test('one writes, the other follows', async () => {
    const { first, second } = await twoTabs();
    expect([first.keeper.role, second.keeper.role]).toEqual(['writer', 'follower']);
    expect(await second.hand.edit(9)).toBe(false);
    await first.hand.edit(1);
    await first.hand.edit(2);
    await first.hand.undo();
    await settle();
    expect(second.shown).toEqual({ edition: first.hand.edition, history: first.hand.history });
  });

  test('the follower takes over, and back again', async () => {
    const { first, second } = await twoTabs();
    await first.hand.edit(1);
    expect(await second.keeper.takeOver()).toBe(true);
    await settle();
    expect([first.keeper.role, second.keeper.role]).toEqual(['follower', 'writer']);
    expect(await first.hand.edit(5)).toBe(false);
    expect(await second.hand.edit(2)).toBe(true);
    await second.hand.undo();
    await settle();
    expect(first.shown).toEqual({ edition: second.hand.edition, history: second.hand.history });
    expect(await first.keeper.takeOver()).toBe(true);
    await settle();
    expect(await first.hand.redo()).toBe(true);
    await settle();
    expect(second.shown.edition).toEqual(first.hand.edition);
    expect(second.roles).toEqual(['writer', 'follower']);
  });

  test('the follower writes at once when the writer closes or dies', async () => {
    for (const way of ['close', 'die'] as const) {
      globalThis.indexedDB = new IDBFactory();
      const { first, second } = await twoTabs();
      await first.hand.edit(1);
      if (way === 'close') await first.keeper.close();
      else first.kill();
      await settle();
      expect(second.keeper.role).toBe('writer');
      expect(second.shown.edition).toEqual(first.hand.edition);
      expect(await second.hand.edit(2)).toBe(true);
    }
  });

  test('a frozen writer that wakes up writes nothing, and keeps what it shows', async () => {
    const { browser, id, first, second } = await twoTabs();
    await first.hand.edit(1);
    first.kill(); // its lock is gone and it hears nothing; the page itself goes on
    await settle();
    expect(await second.hand.edit(2)).toBe(true);
    expect(await first.hand.edit(3)).toBe(false);
    await settle();
    expect(first.keeper.role).toBe('follower');
    expect(first.roles).toEqual(['adrift']);
    expect((await openTab(browser, id)).shown.edition).toEqual(second.hand.edition);
  });

  test('a writer that cannot save is not pushed aside unless told to', async () => {
    const { browser, first, second } = await twoTabs();
    await first.hand.edit(1);
    await settle();
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function () {
      throw new DOMException('', 'QuotaExceededError');
    };
    void first.hand.edit(2);
    await settle();
    const asked = second.keeper.takeOver();
    await browser.pass(100);
    expect(await asked).toBe(false);
    expect(first.keeper.role).toBe('writer');
    const forced = second.keeper.takeOver({ force: true });
    await browser.pass(100);
    expect(await forced).toBe(true);
    IDBObjectStore.prototype.put = real;
    await browser.pass(20_000);
    expect(first.roles).toEqual(['adrift']);
    expect(first.hand.edition.title).toBe('Harbour Gazette 2');
    expect(second.shown.edition.title).toBe('Harbour Gazette 1');
    expect(await second.hand.edit(7)).toBe(true);
    await settle();
    expect(first.hand.edition.title).toBe('Harbour Gazette 2');
  });

  test('random edits and takeovers from both: one line of steps, none lost', async () => {
    for (const seed of [3, 17, 91]) {
      globalThis.indexedDB = new IDBFactory();
      const { browser, id, first, second } = await twoTabs();
      let state = seed;
      const random = (n: number): number => (state = (state * 48271) % 2147483647) % n;
      let acknowledged = 0;
      for (let i = 0; i < 60; i++) {
        const tab = random(2) ? first : second;
        const what = random(6);
        if (what === 0) {
          const asked = tab.keeper.takeOver();
          await browser.pass(10);
          expect(await asked).toBe(true);
        } else if (await (what === 1 ? tab.hand.undo() : tab.hand.edit(i)))
          acknowledged = Math.max(acknowledged, tab.keeper.state.seq);
        await settle(random(20));
      }
      await settle(100);
      expect([first.keeper.role, second.keeper.role].sort()).toEqual(['follower', 'writer']);
      const opened = await (await openLibrary(browser.tab())).open(id);
      expect(opened?.warnings).toEqual([]);
      expect(opened?.position.seq).toBe(acknowledged);
      const writer = first.keeper.role === 'writer' ? first : second;
      const follower = writer === first ? second : first;
      expect(opened?.edition).toEqual(writer.hand.edition);
      expect(follower.shown.edition).toEqual(writer.hand.edition);
    }
  });

  test('opened twice in one tab, the later keeper takes over from the earlier', async () => {
    const browser = fakeBrowser();
    const library = await openLibrary(browser.tab());
    const opened = await library.create(sampleEdition());
    const early = library.keep(opened);
    const late = library.keep(opened);
    const first = editor(opened, await early);
    const second = editor(opened, await late);
    expect((await late).role).toBe('writer');
    expect(await first.edit(1)).toBe(false);
    expect(await second.edit(2)).toBe(true);
  });

  test('without locks the later tab writes and the earlier one is told', async () => {
    const browser = fakeBrowser();
    const id = await newEditionIn(browser);
    const library = await openLibrary({ ...browser.tab(), locks: null });
    const opened = await library.open(id);
    const other = await openLibrary({ ...browser.tab(), locks: null });
    if (!opened) throw new Error('gone');
    const roles: unknown[] = [];
    const early = editor(opened, await library.keep(opened, { onRole: (role, now) => roles.push(role, now) }));
    await settle();
    const late = editor(opened, await other.keep(opened));
    expect(await late.edit(1)).toBe(true);
    expect(await early.edit(2)).toBe(false);
    await settle();
    expect(roles).toEqual(['follower', null]);
  });
});
