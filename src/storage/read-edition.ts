/** Reads one edition from the store, as far as it is intact. */
import { readCopy, type Mirror } from './mirror.ts';
import type { OpenedFromLibrary } from './port.ts';
import { recover, type Recovered } from './recover.ts';
import { StorageError, type Store } from './store.ts';

export interface ReadEdition extends Recovered {
  /** The database alone would not have come this far. */
  readonly fromCopy: boolean;
}

interface Place {
  readonly store: Store;
  readonly surroundings: { readonly mirror: Mirror | null };
}

/** Null where there is no such edition; throws where there is one and nothing of it is intact. `noted` is the last step known elsewhere. */
export async function readEdition({ store, surroundings }: Place, id: string, noted = 0): Promise<ReadEdition | null> {
  const [card, snapshots, records] = await Promise.all([store.card(id), store.snapshots(id), store.records(id, -1)]);
  if (!card && !snapshots.length && !records.length) return null;
  const stored = { seq: Math.max(card?.seq ?? 0, noted), snapshots, records };
  const recovered = recover(stored);
  if (recovered && recovered.seq === recovered.lastSeq) return { ...recovered, fromCopy: false };
  const copy = await readCopy(surroundings.mirror, id);
  if (copy && copy.seq > (recovered?.seq ?? -1)) {
    const further = recover({ ...stored, snapshots: [...snapshots, copy.record] });
    const warning = { code: 'storage.copy-used', params: { seq: copy.seq } };
    if (further) return { ...further, warnings: [warning, ...further.warnings], fromCopy: true };
  }
  if (!recovered) throw new StorageError('unreadable');
  return { ...recovered, fromCopy: false };
}

export function openedFrom(id: string, read: ReadEdition): OpenedFromLibrary {
  const { edition, history, warnings, seq, lastSeq, snapshot, trail } = read;
  const broken = read.fromCopy || seq < lastSeq;
  return { edition, history, warnings, position: { id, seq: broken ? lastSeq + 1 : lastSeq, broken, snapshot, trail } };
}
