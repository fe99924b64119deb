/** A store that ends with the page: for browsers that refuse storage, and for tests. */
import type { JournalRecord, SnapshotRecord, StoredCard } from './records.ts';
import { StorageError, type Change, type Store } from './store.ts';

interface Shelf {
  card?: StoredCard;
  readonly snapshots: Map<number, SnapshotRecord>;
  readonly records: Map<number, JournalRecord>;
}

export function memoryStore({ persistent = false }: { readonly persistent?: boolean } = {}): Store {
  const shelves = new Map<string, Shelf>();
  const sorted = <T>(map: ReadonlyMap<number, T> | undefined): T[] =>
    [...(map ?? [])].sort(([a], [b]) => a - b).map(([, value]) => value);

  function commit(id: string, change: Change): void {
    const shelf: Shelf = shelves.get(id) ?? { snapshots: new Map(), records: new Map() };
    const refused = change.guard?.(shelf.card);
    if (refused) throw new StorageError(refused);
    const card = typeof change.card === 'function' ? change.card(shelf.card) : change.card;
    if (card) shelf.card = card;
    for (const record of change.records ?? []) shelf.records.set(record.seq, record);
    if (change.snapshot) shelf.snapshots.set(change.snapshot.seq, change.snapshot);
    if (change.keepOnly) {
      const { snapshots, records, recordsAfter } = change.keepOnly;
      for (const seq of shelf.snapshots.keys()) if (!snapshots.has(seq)) shelf.snapshots.delete(seq);
      for (const seq of shelf.records.keys()) if (seq <= recordsAfter && !records.has(seq)) shelf.records.delete(seq);
    }
    shelves.set(id, shelf);
  }

  return {
    persistent,
    cards: async () => [...shelves.values()].flatMap(({ card }) => card ?? []),
    editionIds: async () => [...shelves].filter(([, shelf]) => shelf.snapshots.size).map(([id]) => id),
    card: async (id) => shelves.get(id)?.card,
    snapshots: async (id) => sorted(shelves.get(id)?.snapshots),
    records: async (id, after) => sorted(shelves.get(id)?.records).filter((r) => r.seq > after),
    commit: async (id, change) => commit(id, change),
    erase: async (id) => void shelves.delete(id),
    drop: () => undefined,
  };
}
