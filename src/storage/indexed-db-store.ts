/** The store in IndexedDB. A commit is one strict read-write transaction; only its `complete` event counts as done. */
import { openDB, unwrap, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { JournalRecord, SnapshotRecord, StoredCard } from './records.ts';
import { StorageError, storageError, type Change, type Store } from './store.ts';

export const DATABASE = 'pasteup';
const VERSION = 1;

interface Schema extends DBSchema {
  cards: { key: string; value: StoredCard };
  snapshots: { key: [edition: string, seq: number]; value: SnapshotRecord };
  journal: { key: [edition: string, seq: number]; value: JournalRecord };
  /** File handles to save to again; see `file-handles.ts`. */
  handles: { key: string; value: FileSystemFileHandle };
}
export type PasteupDatabase = IDBPDatabase<Schema>;
type Stores = ['cards', 'snapshots', 'journal'];
const STORES: Stores = ['cards', 'snapshots', 'journal'];

/** Every number of an edition above `after`. */
const rangeOf = (id: string, after = -1): IDBKeyRange => IDBKeyRange.bound([id, after], [id, Infinity], true);

function openDatabase(onLost: () => void): Promise<PasteupDatabase> {
  return openDB<Schema>(DATABASE, VERSION, {
    upgrade(db) {
      db.createObjectStore('cards', { keyPath: 'id' });
      db.createObjectStore('snapshots', { keyPath: ['edition', 'seq'] });
      db.createObjectStore('journal', { keyPath: ['edition', 'seq'] });
      db.createObjectStore('handles');
    },
    // A newer version in another tab wants the database, or it is being deleted: stepping aside is the only answer that blocks nobody.
    blocking(_from, _to, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}

/** The transaction's own word: its requests may succeed and the whole still be called off. */
function completed(tx: IDBPTransaction<Schema, Stores, 'readwrite'>): Promise<void> {
  tx.done.catch(() => undefined); // the same outcome, less precisely
  const raw = unwrap(tx) as IDBTransaction;
  return new Promise((resolve, reject) => {
    raw.addEventListener('complete', () => resolve());
    raw.addEventListener('abort', () =>
      reject(raw.error ?? new DOMException('The transaction was aborted.', 'AbortError')),
    );
  });
}

/** A request whose own outcome does not matter: that of its transaction does. */
function ask(request: Promise<unknown>): void {
  request.catch(() => undefined);
}

export interface IndexedDbStore extends Store {
  database(): Promise<PasteupDatabase>;
}

export function indexedDbStore(): IndexedDbStore {
  let opening: Promise<PasteupDatabase> | null = null;
  const drop = (): void => {
    opening?.then((db) => db.close()).catch(() => undefined); // it never opened: there is nothing to close
    opening = null;
  };
  function database(): Promise<PasteupDatabase> {
    if (opening) return opening;
    const mine = openDatabase(() => {
      if (opening === mine) opening = null;
    });
    mine.catch(() => {
      if (opening === mine) opening = null;
    });
    return (opening = mine);
  }

  /** A failed connection is not used again. A refusal of ours, or a full disk, is no fault of the connection. */
  async function using<T>(use: (db: PasteupDatabase) => Promise<T>): Promise<T> {
    try {
      return await use(await database());
    } catch (error) {
      const known = storageError(error);
      if (!(error instanceof StorageError) && known.reason !== 'quota') drop();
      throw known;
    }
  }

  async function commit(db: PasteupDatabase, id: string, change: Change): Promise<void> {
    const tx = db.transaction(STORES, 'readwrite', { durability: 'strict' });
    const outcome = completed(tx);
    outcome.catch(() => undefined); // awaited below, unless the guard or a call speaks first
    try {
      const before = await tx.objectStore('cards').get(id);
      const refused = change.guard?.(before);
      if (refused) throw new StorageError(refused);
      const card = typeof change.card === 'function' ? change.card(before) : change.card;
      if (card) ask(tx.objectStore('cards').put(card));
      for (const record of change.records ?? []) ask(tx.objectStore('journal').put(record));
      if (change.snapshot) ask(tx.objectStore('snapshots').put(change.snapshot));
      if (change.keepOnly) await thinOut(tx, id, change.keepOnly);
    } catch (error) {
      abort(tx);
      throw (unwrap(tx) as IDBTransaction).error ?? error;
    }
    await outcome;
  }

  return {
    persistent: true,
    database,
    drop,
    cards: () => using((db) => db.getAll('cards')),
    editionIds: () => using(async (db) => [...new Set((await db.getAllKeys('snapshots')).map(([id]) => id))]),
    card: (id) => using((db) => db.get('cards', id)),
    snapshots: (id) => using((db) => db.getAll('snapshots', rangeOf(id))),
    records: (id, after) => using((db) => db.getAll('journal', rangeOf(id, after))),
    commit: (id, change) => using((db) => commit(db, id, change)),
    erase: (id) =>
      using(async (db) => {
        const tx = db.transaction(STORES, 'readwrite', { durability: 'strict' });
        const outcome = completed(tx);
        ask(tx.objectStore('cards').delete(id));
        ask(tx.objectStore('snapshots').delete(rangeOf(id)));
        ask(tx.objectStore('journal').delete(rangeOf(id)));
        await outcome;
      }),
  };
}

async function thinOut(
  tx: IDBPTransaction<Schema, Stores, 'readwrite'>,
  id: string,
  { snapshots, records, recordsAfter }: NonNullable<Change['keepOnly']>,
): Promise<void> {
  for (const key of await tx.objectStore('snapshots').getAllKeys(rangeOf(id)))
    if (!snapshots.has(key[1])) await tx.objectStore('snapshots').delete(key);
  const upTo = IDBKeyRange.bound([id, -1], [id, recordsAfter]);
  for (const key of await tx.objectStore('journal').getAllKeys(upTo))
    if (!records.has(key[1])) await tx.objectStore('journal').delete(key);
}

/** One that has ended already cannot be aborted, and need not be. */
function abort(tx: IDBPTransaction<Schema, Stores, 'readwrite'>): void {
  try {
    tx.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
