/**
 * The writing end of an edition. Steps wait in order; each write is one transaction, acknowledged when it is on disk.
 * A failed write is tried again, with the same records under the same numbers, until it holds: a second time does no harm.
 */
import type { Edition, Step } from '../core/index.ts';
import { cardOf } from './card.ts';
import type { FailureReason, KeeperState, Position, StorageWarning } from './port.ts';
import { follow, isWhole, journalRecord, snapshotRecord, type StoredCard, type Trail } from './records.ts';
import { storageError, type Change, type Store } from './store.ts';
import { within, type Surroundings } from './surroundings.ts';

const BATCH = 64;
const ANSWER_WITHIN = 10_000;
const FIRST_RETRY = 250;
const LAST_RETRY = 5_000;
/** Steps after which a snapshot is due, and steps that make one worth while once nothing happens. */
const SNAPSHOT_AFTER = 200;
const SNAPSHOT_WHEN_IDLE = 20;
const IDLE = 30_000;

interface Waiting {
  readonly seq: number;
  readonly at: number;
  readonly step: Step;
  readonly edition: Edition;
  readonly settle: (kept: boolean) => void;
}

/** What is on disk. */
interface Kept {
  readonly seq: number;
  readonly edition: Edition;
  readonly trail: Trail;
}

export interface WriterPlace {
  readonly store: Store;
  readonly id: string;
  /** Names this writer to the store. */
  readonly token: string;
  readonly surroundings: Surroundings;
}

export interface WriterListener {
  onState(state: KeeperState): void;
  onKept(seq: number, edition: Edition): void;
  /** Another tab writes. `unsaved` steps of this one are not on disk. */
  onLost(unsaved: number): void;
  onWarning(warning: StorageWarning): void;
}

export class Writer {
  readonly #place: WriterPlace;
  readonly #listener: WriterListener;
  #kept: Kept;
  #queue: Waiting[] = [];
  #nextSeq: number;
  /** The store knows this writer. */
  #claimed = false;
  #wholeDue: boolean;
  #running: Promise<void> | null = null;
  #failures = 0;
  #failedSince = 0;
  #ended = false;
  #gaveUp = false;
  #snapshotSeq: number;
  #snapshotting: Promise<void> | null = null;
  #callOff: Record<'retry' | 'idle' | 'snapshot', (() => void) | null> = { retry: null, idle: null, snapshot: null };
  #state: KeeperState;
  lastSavedAt: number | null = null;

  constructor(place: WriterPlace, position: Position, edition: Edition, listener: WriterListener) {
    this.#place = place;
    this.#listener = listener;
    this.#kept = { seq: position.seq, edition, trail: position.trail };
    this.#nextSeq = position.seq + 1;
    this.#wholeDue = position.broken;
    this.#snapshotSeq = position.snapshot;
    this.#state = { kind: 'saved', seq: position.seq, at: null };
    void this.#run();
  }

  get state(): KeeperState {
    return this.#state;
  }

  get kept(): Kept {
    return this.#kept;
  }

  append(step: Step, edition: Edition): Promise<boolean> {
    if (this.#ended) return Promise.resolve(false);
    return new Promise((settle) => {
      this.#queue.push({ seq: this.#nextSeq++, at: this.#place.surroundings.now(), step, edition, settle });
      if (this.#state.kind !== 'failed') this.#say({ kind: 'saving', ...this.#unsaved() });
      else this.#say({ ...this.#state, ...this.#unsaved() });
      void this.#run();
    });
  }

  /** Tries now; true when all is on disk. */
  async flush(): Promise<boolean> {
    while (this.#hasWork()) {
      const before = this.#failures;
      await this.#run();
      if (this.#failures > before) return false;
    }
    return !this.#gaveUp;
  }

  /** After a last try. What could not be saved is answered with false. */
  async close(): Promise<void> {
    const saved = await this.flush();
    if (saved && this.#kept.seq - this.#snapshotSeq >= SNAPSHOT_WHEN_IDLE) await this.snapshot();
    this.end();
  }

  /** At once. */
  end(): void {
    this.#ended = true;
    if (this.#queue.length) this.#gaveUp = true;
    for (const callOff of Object.values(this.#callOff)) callOff?.();
    for (const { settle } of this.#queue.splice(0)) settle(false);
  }

  /** Memory takes steps too, and keeps none. */
  #unsaved(): { seq: number; unsaved: number } {
    if (!this.#place.store.persistent) return { seq: 0, unsaved: this.#kept.seq + this.#queue.length };
    return { seq: this.#kept.seq, unsaved: this.#queue.length };
  }

  #say(state: KeeperState): void {
    this.#state = state;
    this.#tell(() => this.#listener.onState(state));
  }

  /** A listener's mistake is reported, and does not stop the writing. */
  #tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.#place.surroundings.after(0, () => {
        throw error;
      });
    }
  }

  #hasWork(): boolean {
    return !this.#ended && (this.#queue.length > 0 || this.#wholeDue || !this.#claimed);
  }

  #run(): Promise<void> {
    this.#callOff.retry?.();
    return (this.#running ??= this.#writeAll().finally(() => (this.#running = null)));
  }

  async #writeAll(): Promise<void> {
    while (this.#hasWork()) {
      const batch = this.#queue.slice(0, BATCH);
      let kept: Kept;
      try {
        kept = await this.#write(batch);
      } catch (error) {
        const { reason } = storageError(error);
        if (reason !== 'gone' || this.#wholeDue) return this.#fail(reason);
        this.#claimed = false;
        this.#wholeDue = true; // the database was emptied under us: all of it again
        continue;
      }
      if (this.#ended) return;
      this.#acknowledge(batch, kept);
    }
  }

  /** One transaction. Its outcome decides; nothing here is changed before it is known. */
  async #write(batch: readonly Waiting[]): Promise<Kept> {
    const { id, surroundings } = this.#place;
    const seq = batch.at(-1)?.seq ?? this.#kept.seq;
    const edition = batch.at(-1)?.edition ?? this.#kept.edition;
    const trail = batch.reduce((before, one) => follow(before, one.seq, one.step.kind), this.#kept.trail);
    const at = surroundings.now();
    await this.#commit({
      records: batch.map((one) => journalRecord(id, one.seq, one.at, one.step)),
      card: (before) => ({ ...cardOf(id, edition, { seq, at, writer: this.#place.token }, before), ...(batch.length || !before ? {} : { updatedAt: before.updatedAt }) }),
      ...(this.#wholeDue ? { snapshot: snapshotRecord(id, seq, at, edition, trail) } : {}),
    });
    return { seq, edition, trail };
  }

  #commit(change: Change): Promise<void> {
    const { store, id, surroundings } = this.#place;
    return within(surroundings, ANSWER_WITHIN, store.commit(id, { ...change, guard: (card) => this.#guard(card) }));
  }

  #guard(card: StoredCard | undefined): FailureReason | null {
    if (!card) return this.#wholeDue ? null : 'gone';
    if (this.#claimed) return card.writer === this.#place.token ? null : 'other-writer';
    return card.writer === this.#place.token || card.seq <= this.#kept.seq ? null : 'other-writer';
  }

  #acknowledge(batch: readonly Waiting[], kept: Kept): void {
    if (this.#wholeDue) this.#snapshotSeq = kept.seq;
    this.#wholeDue = false;
    this.#claimed = true;
    this.#failures = 0;
    this.#kept = kept;
    this.#queue.splice(0, batch.length);
    if (!this.#place.store.persistent) return this.#notKept(batch);
    const at = this.#place.surroundings.now();
    if (batch.length) this.lastSavedAt = at;
    if (this.#queue.length) this.#say({ kind: 'saving', ...this.#unsaved() });
    else this.#say({ kind: 'saved', seq: kept.seq, at: this.lastSavedAt });
    for (const { settle } of batch) settle(true);
    if (batch.length) this.#tell(() => this.#listener.onKept(kept.seq, kept.edition));
    this.#planSnapshot();
  }

  #notKept(batch: readonly Waiting[]): void {
    this.#failedSince ||= this.#place.surroundings.now();
    this.#say({ kind: 'failed', reason: 'no-storage', since: this.#failedSince, ...this.#unsaved() });
    for (const { settle } of batch) settle(false);
  }

  #fail(reason: FailureReason): void {
    const { store, surroundings } = this.#place;
    if (this.#ended) return;
    if (!this.#failures++) this.#failedSince = surroundings.now();
    this.#say({ kind: 'failed', reason, since: this.#failedSince, ...this.#unsaved() });
    if (reason === 'other-writer') {
      const unsaved = this.#queue.length;
      this.end();
      this.#tell(() => this.#listener.onLost(unsaved));
      return;
    }
    if (reason === 'no-answer') store.drop();
    const wait = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** Math.min(10, this.#failures - 1));
    this.#callOff.retry = surroundings.after(wait, () => void this.#run());
  }

  #planSnapshot(): void {
    const { surroundings } = this.#place;
    const steps = this.#kept.seq - this.#snapshotSeq;
    const take = (): void => void this.snapshot();
    this.#callOff.idle?.();
    if (steps >= SNAPSHOT_WHEN_IDLE) this.#callOff.idle = surroundings.after(IDLE, take);
    if (steps < SNAPSHOT_AFTER || this.#snapshotting) return;
    this.#callOff.snapshot?.();
    this.#callOff.snapshot = surroundings.whenIdle(take);
  }

  /** A whole copy of what is on disk; then the journal before the last copy but one is thinned out. */
  snapshot(): Promise<void> {
    return (this.#snapshotting ??= this.#takeSnapshot().finally(() => (this.#snapshotting = null)));
  }

  async #takeSnapshot(): Promise<void> {
    const { store, id, surroundings } = this.#place;
    const { seq, edition, trail } = this.#kept;
    const last = this.#snapshotSeq;
    if (seq === last || this.#ended) return;
    this.#snapshotSeq = seq; // also where it fails: the journal is whole, and the next one comes in due time
    try {
      const earlier = (await store.snapshots(id)).filter((s) => s.seq < seq && isWhole(s)).at(-1);
      const records = new Set([...trail.done, ...trail.undone, ...(earlier?.done ?? []), ...(earlier?.undone ?? [])]);
      const keepOnly = earlier && { snapshots: new Set([seq, earlier.seq]), records, recordsAfter: earlier.seq };
      await this.#commit({ snapshot: snapshotRecord(id, seq, surroundings.now(), edition, trail), ...(keepOnly ? { keepOnly } : {}) });
    } catch (error) {
      const { reason } = storageError(error);
      if (reason !== 'other-writer')
        this.#tell(() => this.#listener.onWarning({ code: 'storage.snapshot-failed', params: { reason: `storage.reason.${reason}` } }));
    }
  }
}
