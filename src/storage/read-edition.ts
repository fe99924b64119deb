/** Reads one edition from the store, as far as it is intact. */
import type { OpenedFromLibrary } from './port.ts';
import { recover, type Recovered } from './recover.ts';
import { StorageError, type Store } from './store.ts';

/** Null where there is no such edition; throws where there is one and no snapshot of it is intact. */
export async function readEdition(store: Store, id: string, expectedSeq = 0): Promise<Recovered | null> {
  const [card, snapshots, records] = await Promise.all([store.card(id), store.snapshots(id), store.records(id, -1)]);
  if (!card && !snapshots.length && !records.length) return null;
  const recovered = recover({ seq: Math.max(card?.seq ?? 0, expectedSeq), snapshots, records });
  if (!recovered) throw new StorageError('unreadable');
  return recovered;
}

export function openedFrom(
  id: string,
  { edition, history, warnings, seq, lastSeq, snapshot, trail }: Recovered,
): OpenedFromLibrary {
  const broken = seq < lastSeq;
  return { edition, history, warnings, position: { id, seq: broken ? lastSeq + 1 : lastSeq, broken, snapshot, trail } };
}
