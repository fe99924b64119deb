/** What is stored of an edition. Steps and snapshots are JSON text, each under a checksum that also covers where it belongs. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Edition, Step, Transaction } from '../core/index.ts';
import type { EditionCard } from './port.ts';
import { encodeSlowly, stringifySlowly } from './slowly.ts';

/** As stored: with the token of the tab that may write. */
export interface StoredCard extends EditionCard {
  readonly writer: string | null;
  /** When the bin's time was first seen to be over; it is emptied a day later, so that a wrong clock empties nothing. */
  readonly expiredAt?: number;
}

/** One step of the journal. */
export interface JournalRecord {
  readonly edition: string;
  readonly seq: number;
  readonly at: number;
  /** JSON of a `Step`. */
  readonly step: string;
  readonly sum: string;
}

/**
 * The whole edition after step `seq`. `done` and `undone` name, by the number of their record, the steps that can be
 * undone and redone from here: so undo survives a reload although the journal before it is thinned out.
 */
export interface SnapshotRecord {
  readonly edition: string;
  readonly seq: number;
  readonly at: number;
  /** JSON of an `Edition`, as it is: order keys and all, since later patches name them. */
  readonly state: string;
  readonly done: readonly number[];
  readonly undone: readonly number[];
  readonly sum: string;
}

const sumOf = (parts: readonly (string | number)[]): string => bytesToHex(sha256(utf8ToBytes(parts.join('\n'))));

/** Makes the checksum of texts, one below the other, in its own time. */
export type SumAside = (parts: readonly (string | number)[]) => Promise<string>;

/** In a thread of the browser's own, where it has one to lend: not on an insecure origin. */
export const sumAside: SumAside = async (parts) => {
  const bytes = await encodeSlowly(parts.map(String));
  const { subtle } = globalThis.crypto;
  return bytesToHex(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes));
};

const journalSum = (r: Omit<JournalRecord, 'sum'>): string => sumOf(['step', r.edition, r.seq, r.at, r.step]);
const snapshotParts = (r: Omit<SnapshotRecord, 'sum'>): (string | number)[] => [
  ...['snapshot', r.edition, r.seq, r.at],
  ...[r.done.join(','), r.undone.join(','), r.state],
];
const snapshotSum = (r: Omit<SnapshotRecord, 'sum'>): string => sumOf(snapshotParts(r));

export function journalRecord(edition: string, seq: number, at: number, step: Step): JournalRecord {
  const record = { edition, seq, at, step: JSON.stringify(step) };
  return { ...record, sum: journalSum(record) };
}

export function snapshotRecord(edition: string, seq: number, at: number, state: Edition, trail: Trail): SnapshotRecord {
  const record = { edition, seq, at, state: JSON.stringify(state), done: trail.done, undone: trail.undone };
  return { ...record, sum: snapshotSum(record) };
}

/** The same, for where it can wait: with a large edition it would hold up the page. */
export async function snapshotRecordAside(
  sum: SumAside,
  ...[edition, seq, at, state, trail]: Parameters<typeof snapshotRecord>
): Promise<SnapshotRecord> {
  const text = await stringifySlowly(state);
  const record = { edition, seq, at, state: text, done: trail.done, undone: trail.undone };
  return { ...record, sum: await sum(snapshotParts(record)) };
}

/** The step, or null where the record is not what was written. */
export function readStep(record: JournalRecord): Step | null {
  if (!isIntact(record, journalSum)) return null;
  return JSON.parse(record.step) as Step;
}

export function readTransaction(record: JournalRecord | undefined): Transaction | null {
  const step = record && readStep(record);
  return step?.kind === 'do' ? step.transaction : null;
}

export const isWhole = (record: SnapshotRecord): boolean => isIntact(record, snapshotSum);

/** The edition, or null where the snapshot is not what was written. */
export function readState(record: SnapshotRecord): Edition | null {
  return isWhole(record) ? (JSON.parse(record.state) as Edition) : null;
}

/** A damaged record may lack anything: what cannot be summed is not intact. */
function isIntact<R extends { readonly sum: string }>(record: R, sum: (record: R) => string): boolean {
  try {
    return sum(record) === record.sum;
  } catch {
    return false;
  }
}

/** A history by the numbers of its records. It goes as `record`, `undo` and `redo` of the core go. */
export interface Trail {
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

export const emptyTrail: Trail = { done: [], undone: [] };

/** As many steps as the core's history holds (a test compares them). */
const TRAIL_LIMIT = 1000;

export function follow(trail: Trail, seq: number, kind: Step['kind']): Trail {
  if (kind === 'do') return { done: [...trail.done.slice(-(TRAIL_LIMIT - 1)), seq], undone: [] };
  const [from, to] = kind === 'undo' ? [trail.done, trail.undone] : [trail.undone, trail.done];
  const last = from.at(-1);
  if (last === undefined) return trail;
  const less = from.slice(0, -1);
  const more = [...to, last];
  return kind === 'undo' ? { done: less, undone: more } : { done: more, undone: less };
}
