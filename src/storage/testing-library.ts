/** A library in fake-indexeddb, looked at and damaged from outside. For tests. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect } from 'vitest';
import { fakeBrowser, type Browser } from './fake-browser.ts';
import { DATABASE } from './indexed-db-store.ts';
import { openLibrary } from './open-library.ts';
import type { Keeper, KeeperState, Library, OpenedFromLibrary } from './port.ts';
import type { JournalRecord, SnapshotRecord } from './records.ts';
import { editor, sampleEdition, type TestEditor } from './testing.ts';

/** Reopens as another start of the program does. */
export async function reopened(id: string): Promise<OpenedFromLibrary> {
  const opened = await (await openLibrary(fakeBrowser().tab())).open(id);
  if (!opened) throw new Error(`${id} is not there`);
  return opened;
}

export interface Begun {
  readonly browser: Browser;
  readonly library: Library;
  readonly id: string;
  readonly keeper: Keeper;
  readonly hand: TestEditor;
  readonly states: KeeperState[];
}

/** A new edition, open for writing. */
export async function begin(browser: Browser = fakeBrowser()): Promise<Begun> {
  const library = await openLibrary(browser.tab());
  const opened = await library.create(sampleEdition());
  const states: KeeperState[] = [];
  const keeper = await library.keep(opened, { onState: (state) => states.push(state) });
  return { browser, library, id: opened.position.id, keeper, hand: editor(opened, keeper), states };
}

export async function stored(id: string): Promise<{ journal: JournalRecord[]; snapshots: SnapshotRecord[] }> {
  const db = await openDB(DATABASE);
  const of = <T extends { edition: string }>(all: T[]): T[] => all.filter((r) => r.edition === id);
  const found = { journal: of(await db.getAll('journal')), snapshots: of(await db.getAll('snapshots')) };
  db.close();
  return found;
}

export async function change(
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

export const expectSame = (opened: OpenedFromLibrary, hand: TestEditor): void => {
  expect(opened.edition).toEqual(hand.edition);
  expect(opened.history).toEqual(hand.history);
};
