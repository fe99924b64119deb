/** From what is stored to an edition with its history: newest intact snapshot, then the journal as far as it is intact. */
import { emptyHistory, replayStep, type Edition, type History, type Transaction } from '../core/index.ts';
import type { StorageWarning } from './port.ts';
import {
  follow,
  readState,
  readStep,
  readTransaction,
  type JournalRecord,
  type SnapshotRecord,
  type Trail,
} from './records.ts';

export interface Stored {
  /** The last step that the list entry knows of; null where there is no entry. */
  readonly seq: number | null;
  readonly snapshots: readonly SnapshotRecord[];
  readonly records: readonly JournalRecord[];
}

export interface Recovered {
  readonly edition: Edition;
  readonly history: History;
  readonly trail: Trail;
  /** The step that `edition` is the state after. */
  readonly seq: number;
  /** The highest number in use, intact or not. */
  readonly lastSeq: number;
  readonly snapshot: number;
  readonly warnings: readonly StorageWarning[];
}

const numberOf = (value: { readonly seq: number }): number => value.seq;
const byNumber = (a: { readonly seq: number }, b: { readonly seq: number }): number => a.seq - b.seq;

/** Null where no snapshot is intact. */
export function recover(stored: Stored): Recovered | null {
  const warnings: StorageWarning[] = [];
  const snapshots = [...stored.snapshots].sort(byNumber).reverse();
  const lastSeq = Math.max(0, stored.seq ?? 0, ...snapshots.map(numberOf), ...stored.records.map(numberOf));
  for (const snapshot of snapshots) {
    const edition = readState(snapshot);
    if (!edition) {
      warnings.push({ code: 'storage.snapshot-broken', params: { seq: snapshot.seq } });
      continue;
    }
    const { history, trail } = historyAt(snapshot, stored.records, warnings);
    const reached = replay(
      { edition, history, trail, seq: snapshot.seq },
      stored.records.filter((r) => r.seq > snapshot.seq).sort(byNumber),
    );
    if (reached.stopped || reached.seq < lastSeq)
      warnings.push({
        code: reached.stopped ?? 'storage.steps-missing',
        params: { seq: reached.seq + 1, n: lastSeq - reached.seq },
      });
    return { ...reached, lastSeq, snapshot: snapshot.seq, warnings };
  }
  return null;
}

/** The steps that could be undone and redone at the snapshot. What lies behind a broken one is out of reach. */
function historyAt(
  snapshot: SnapshotRecord,
  records: readonly JournalRecord[],
  warnings: StorageWarning[],
): { history: History; trail: Trail } {
  const bySeq = new Map(records.map((r) => [r.seq, r]));
  const reach = (seqs: readonly number[]): { seqs: number[]; transactions: Transaction[] } => {
    const found = { seqs: [] as number[], transactions: [] as Transaction[] };
    for (const seq of [...seqs].reverse()) {
      const transaction = readTransaction(bySeq.get(seq));
      if (!transaction) {
        warnings.push({ code: 'storage.undo-cut', params: { seq } });
        break;
      }
      found.seqs.unshift(seq);
      found.transactions.unshift(transaction);
    }
    return found;
  };
  const done = reach(snapshot.done);
  const undone = reach(snapshot.undone);
  return {
    history: { done: done.transactions, undone: undone.transactions },
    trail: { done: done.seqs, undone: undone.seqs },
  };
}

export interface Reached {
  readonly edition: Edition;
  readonly history: History;
  readonly trail: Trail;
  readonly seq: number;
}

/** Takes the records one after the other; `stopped` says why it did not come to the end. */
export function replay(
  from: Reached,
  records: readonly JournalRecord[],
): Reached & { readonly stopped: string | null } {
  let now = from;
  for (const record of records) {
    if (record.seq !== now.seq + 1) return { ...now, stopped: 'storage.steps-missing' };
    const step = readStep(record);
    if (!step) return { ...now, stopped: 'storage.step-broken' };
    const next = takeStep(now, step);
    if (!next) return { ...now, stopped: 'storage.step-unfit' };
    now = { ...next, trail: follow(now.trail, record.seq, step.kind), seq: record.seq };
  }
  return { ...now, stopped: null };
}

/** Null where the step does not fit the state: its patch names what is not there, or there is nothing to undo. */
function takeStep(now: Reached, step: Parameters<typeof replayStep>[2]): { edition: Edition; history: History } | null {
  try {
    const next = replayStep(now.edition, now.history, step);
    return next && { edition: next.edition, history: next.history };
  } catch {
    return null;
  }
}

/** A history that a new edition brings along, as steps from nothing: what the journal must hold for it. */
export function stepsOf(history: History = emptyHistory): { transactions: readonly Transaction[]; trail: Trail } {
  const numbers = (from: number, n: number): number[] => Array.from({ length: n }, (_, i) => from + i);
  const { done, undone } = history;
  return {
    transactions: [...done, ...undone],
    trail: { done: numbers(1, done.length), undone: numbers(done.length + 1, undone.length) },
  };
}
