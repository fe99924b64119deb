/** What a place to store editions has to do. IndexedDB does it, and so does memory; all rules stand above it. */
import type { FailureReason } from './port.ts';
import type { JournalRecord, SnapshotRecord, StoredCard } from './records.ts';

/** All of it or nothing, and on disk when `commit` resolves. */
export interface Change {
  /** Asked within the transaction: a reason calls it off. */
  readonly guard?: (card: StoredCard | undefined) => FailureReason | null;
  readonly card?: StoredCard | ((card: StoredCard | undefined) => StoredCard | undefined);
  readonly records?: readonly JournalRecord[];
  readonly snapshot?: SnapshotRecord;
  /** Thins out what the kept snapshots no longer need. */
  readonly keepOnly?: {
    readonly snapshots: ReadonlySet<number>;
    readonly records: ReadonlySet<number>;
    readonly recordsAfter: number;
  };
}

export interface Store {
  readonly persistent: boolean;
  cards(): Promise<StoredCard[]>;
  /** Ids of all editions that have a snapshot, with a card or without. */
  editionIds(): Promise<string[]>;
  card(id: string): Promise<StoredCard | undefined>;
  snapshots(id: string): Promise<SnapshotRecord[]>;
  /** In order, those with a number above `after`. */
  records(id: string, after: number): Promise<JournalRecord[]>;
  commit(id: string, change: Change): Promise<void>;
  /** For good. */
  erase(id: string): Promise<void>;
  /** Lets go of a connection that gave no answer; the next call opens another. */
  drop(): void;
}

export class StorageError extends Error {
  readonly reason: FailureReason;
  constructor(reason: FailureReason, cause?: unknown) {
    super(`storage: ${reason}`, { cause });
    this.name = 'StorageError';
    this.reason = reason;
  }
}

const REASONS: Readonly<Record<string, FailureReason>> = {
  QuotaExceededError: 'quota',
  AbortError: 'aborted',
  InvalidStateError: 'unavailable',
  NotFoundError: 'unavailable',
  SecurityError: 'unavailable',
  VersionError: 'newer-version',
  TimeoutError: 'no-answer',
};

export function storageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new StorageError(Object.hasOwn(REASONS, name) ? (REASONS[name] ?? 'unknown') : 'unknown', error);
}
