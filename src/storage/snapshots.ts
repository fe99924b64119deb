/**
 * Whole copies of what is on disk, taken off the hot path. Two are kept; the journal before the older one is thinned out
 * to the steps that can still be undone or redone.
 */
import type { Edition } from '../core/index.ts';
import { copyOf } from './mirror.ts';
import type { StorageWarning } from './port.ts';
import { isWhole, snapshotRecordAside, type Trail } from './records.ts';
import { storageError, type Change, type Store } from './store.ts';
import type { Surroundings } from './surroundings.ts';

/** Steps after which a copy is due, and steps that make one worth while once nothing happens. */
const DUE_AFTER = 200;
const WORTH_WHILE = 20;
const IDLE = 10_000;
/** A pause this many times as long as the last copy took comes before the next one. */
const PAUSE = 50;

export interface WriterPlace {
  readonly store: Store;
  readonly id: string;
  /** Names this writer to the store. */
  readonly token: string;
  readonly surroundings: Surroundings;
}

/** What is on disk: the edition after step `seq`. */
export interface Kept {
  readonly seq: number;
  readonly edition: Edition;
  readonly trail: Trail;
}

interface Parts {
  readonly place: WriterPlace;
  /** The step that the newest copy covers. */
  readonly last: number;
  kept(): Kept;
  commit(change: Change): Promise<void>;
  onWarning(warning: StorageWarning): void;
}

export class Snapshots {
  readonly #parts: Parts;
  #last: number;
  /** The step that the second copy covers, and what it cost. */
  #mirrored = -1;
  #cost = 0;
  #taking: Promise<void> | null = null;
  #callOffIdle: (() => void) | null = null;
  #callOffDue: (() => void) | null = null;
  #ended = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#last = parts.last;
  }

  /** A copy was written along with step `seq`. */
  written(seq: number): void {
    this.#last = seq;
  }

  get isWorthWhile(): boolean {
    return this.#parts.kept().seq - this.#last >= WORTH_WHILE;
  }

  /** After every step that is kept. */
  plan(): void {
    const { surroundings } = this.#parts.place;
    this.#callOffIdle?.();
    if (this.#ended) return;
    this.#callOffIdle = surroundings.after(IDLE + PAUSE * this.#cost, () => void this.rest());
    if (this.#parts.kept().seq - this.#last < DUE_AFTER || this.#taking) return;
    this.#callOffDue?.();
    this.#callOffDue = surroundings.whenIdle(() => void this.rest());
  }

  /** Nothing happens just now, or the edition is closed. */
  async rest(): Promise<void> {
    if (this.isWorthWhile) await this.take();
    await this.#mirror();
  }

  take(): Promise<void> {
    return (this.#taking ??= this.#take().finally(() => (this.#taking = null)));
  }

  end(): void {
    this.#ended = true;
    this.#callOffIdle?.();
    this.#callOffDue?.();
  }

  async #take(): Promise<void> {
    const { place, kept, commit, onWarning } = this.#parts;
    const { store, id, surroundings } = place;
    const { seq, edition, trail } = kept();
    if (seq === this.#last || this.#ended) return;
    this.#last = seq; // also where it fails: the journal is whole, and the next copy comes in due time
    try {
      const earlier = (await store.snapshots(id)).filter((s) => s.seq < seq && isWhole(s)).at(-1);
      const snapshot = await snapshotRecordAside(surroundings.sumAside, id, seq, surroundings.now(), edition, trail);
      if (!earlier) return await commit({ snapshot });
      const records = new Set([...trail.done, ...trail.undone, ...earlier.done, ...earlier.undone]);
      await commit({
        snapshot,
        keepOnly: { snapshots: new Set([seq, earlier.seq]), records, recordsAfter: earlier.seq },
      });
    } catch (error) {
      const { reason } = storageError(error);
      if (reason !== 'other-writer')
        onWarning({ code: 'storage.snapshot-failed', params: { reason: `storage.reason.${reason}` } });
    }
  }

  /** Apart from the database, which may be damaged as a whole. */
  async #mirror(): Promise<void> {
    const { place, kept } = this.#parts;
    const { mirror, now, sumAside } = place.surroundings;
    const { seq, edition } = kept();
    if (!mirror || !place.store.persistent || seq === this.#mirrored || this.#ended) return;
    this.#mirrored = seq;
    try {
      const before = now();
      const text = await copyOf(sumAside, place.id, seq, before, edition);
      this.#cost = Math.max(0, now() - before);
      await mirror.write(place.id, text);
    } catch {
      // The journal holds it all. The next copy comes with the next steps.
    }
  }
}
