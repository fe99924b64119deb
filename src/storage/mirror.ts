/**
 * A second copy of each edition, among the origin's private files: a database that is damaged as a whole does not take it
 * along. Best effort; what is deleted with the origin's data is deleted with it.
 */
import type { Edition } from '../core/index.ts';
import { emptyTrail, readState, snapshotRecordAside, type SnapshotRecord, type SumAside } from './records.ts';
import { stringifySlowly } from './slowly.ts';

export interface Mirror {
  write(id: string, text: string): Promise<void>;
  /** Null where there is none. */
  read(id: string): Promise<string | null>;
  remove(id: string): Promise<void>;
}

const FOLDER = 'editions';

const isAbsent = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

/** The origin's private file system; null where the browser has none. */
export function privateFiles(): Mirror | null {
  if (typeof navigator.storage?.getDirectory !== 'function') return null;
  const folder = async (): Promise<FileSystemDirectoryHandle> =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  const fileOf = (id: string): string => `${id}.json`;
  return {
    async write(id, text) {
      const file = await (await folder()).getFileHandle(fileOf(id), { create: true });
      const out = await file.createWritable(); // put in place whole when it is closed
      await out.write(text);
      await out.close();
    },
    async read(id) {
      try {
        return await (await (await (await folder()).getFileHandle(fileOf(id))).getFile()).text();
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    async remove(id) {
      try {
        await (await folder()).removeEntry(fileOf(id));
      } catch (error) {
        if (!isAbsent(error)) throw error;
      }
    },
  };
}

/** Without the steps: what can be undone is in the journal alone. */
export const copyOf = async (
  ...[sum, id, seq, at, edition]: [sum: SumAside, id: string, seq: number, at: number, edition: Edition]
): Promise<string> => stringifySlowly(await snapshotRecordAside(sum, id, seq, at, edition, emptyTrail));

export interface Copy {
  readonly edition: Edition;
  readonly seq: number;
  readonly at: number;
  readonly record: SnapshotRecord;
}

/** Null where there is no copy, or none that is intact. */
export async function readCopy(mirror: Mirror | null, id: string): Promise<Copy | null> {
  try {
    const text = await mirror?.read(id);
    if (!text) return null;
    const record = JSON.parse(text) as SnapshotRecord;
    const edition = readState(record);
    return edition && record.edition === id ? { edition, seq: record.seq, at: record.at, record } : null;
  } catch {
    return null; // unreadable or cut off: no copy
  }
}
