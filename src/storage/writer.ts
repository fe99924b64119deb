/**
 * The writing end of an edition. Steps wait in order; each write is one transaction, acknowledged when it is on disk.
 * A failed write is tried again, with the same records under the same numbers, until it holds: a second time does no harm.
 */
import type { Edition, Step } from '../core/index.ts';
import { cardOf } from './card.ts';
import type { FailureReason, KeeperState, Position, StorageWarning } from './port.ts';
import { follow, journalRecord, snapshotRecord, type StoredCard } from './records.ts';
import { Snapshots, type Kept, type WriterPlace } from './snapshots.ts';
import { storageError, type Change } from './store.ts';
import { within } from './surroundings.ts';

const BATCH = 64;
const ANSWER_WITHIN = 10_000;
const FIRST_RETRY = 250;
const LAST_RETRY = 5_000;

interface Waiting {
  readonly seq: number;
  readonly at: number;
  readonly step: Step;
  readonly edition: Edition;
  readonly settle: (kept: boolean) => void;
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
  readonly #snapshots: Snapshots;
  #callOffRetry: (() => void) | null = null;
  #state: KeeperState;
  lastSavedAt: number | null = null;

  constructor(place: WriterPlace, position: Position, edition: Edition, listener: WriterListener) {
    this.#place = place;
    this.#listener = listener;
    this.#kept = { seq: position.seq, edition, trail: position.trail };
    this.#nextSeq = position.seq + 1;
    this.#wholeDue = position.broken;
    this.#snapshots = new Snapshots({
      place,
      last: position.snapshot,
      kept: () => this.#kept,
      commit: (change) => this.#commit(change),
      onWarning: (warning) => this.#tell(() => listener.onWarning(warning)),
    });
    this.#state = position.broken
      ? { kind: 'saving', ...this.#unsaved() }
      : { kind: 'saved', seq: position.seq, at: null };
    void this.#run();
  }

  get state(): KeeperState {
    return this.#state;
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
    if (saved) await this.#snapshots.rest();
    this.end();
  }

  /** At once. */
  end(): void {
    this.#ended = true;
    if (this.#queue.length) this.#gaveUp = true;
    this.#callOffRetry?.();
    this.#snapshots.end();
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
    this.#callOffRetry?.();
    if (!this.#hasWork()) return Promise.resolve();
    return (this.#running ??= this.#writeAll());
  }

  /** Over in the same turn that finds no work left: a step that comes a moment later starts it anew. */
  async #writeAll(): Promise<void> {
    try {
      let goesOn = true;
      while (goesOn && this.#hasWork()) goesOn = await this.#writeBatch(this.#queue.slice(0, BATCH));
    } finally {
      this.#running = null;
    }
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<boolean> {
    try {
      const kept = await this.#write(batch);
      if (!this.#ended) this.#acknowledge(batch, kept);
      return true;
    } catch (error) {
      const { reason } = storageError(error);
      if (reason !== 'gone' || this.#wholeDue) return this.#fail(reason);
      this.#claimed = false;
      this.#wholeDue = true; // the database was emptied under us: all of it again
      return true;
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
      card: (before) => ({
        ...cardOf(id, edition, { seq, at, writer: this.#place.token }, before),
        ...(batch.length || !before ? {} : { updatedAt: before.updatedAt }),
      }),
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
    if (this.#wholeDue) this.#snapshots.written(kept.seq);
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
    this.#snapshots.plan();
  }

  #notKept(batch: readonly Waiting[]): void {
    this.#failedSince ||= this.#place.surroundings.now();
    this.#say({ kind: 'failed', reason: 'no-storage', since: this.#failedSince, ...this.#unsaved() });
    for (const { settle } of batch) settle(false);
  }

  /** False: not now. */
  #fail(reason: FailureReason): false {
    const { store, surroundings } = this.#place;
    if (this.#ended) return false;
    if (!this.#failures++) this.#failedSince = surroundings.now();
    this.#say({ kind: 'failed', reason, since: this.#failedSince, ...this.#unsaved() });
    if (reason === 'other-writer') {
      const unsaved = this.#queue.length;
      this.end();
      this.#tell(() => this.#listener.onLost(unsaved));
      return false;
    }
    if (reason === 'no-answer') store.drop();
    const wait = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** Math.min(10, this.#failures - 1));
    this.#callOffRetry = surroundings.after(wait, () => void this.#run());
    return false;
  }
}
