/** Notes outside IndexedDB of what should be in it: a damaged database opens empty and says nothing. Best effort. */
import type { Surroundings } from './surroundings.ts';

const PREFIX = 'pasteup.edition.';

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly seq: number;
  readonly at: number;
}

export interface Sentinel {
  all(): Note[];
  note(entry: Note): void;
  forget(id: string): void;
}

export function sentinelOf(notes: Surroundings['notes']): Sentinel {
  return {
    all() {
      if (!notes) return [];
      return Array.from({ length: notes.length }, (_, i) => notes.key(i))
        .filter((key) => key?.startsWith(PREFIX) === true)
        .flatMap((key) => readEntry(key?.slice(PREFIX.length) ?? '', notes.getItem(key ?? '')) ?? []);
    },
    note({ id, title, seq, at }) {
      try {
        notes?.setItem(PREFIX + id, JSON.stringify({ title, seq, at }));
      } catch {
        // Full or refused. The note is a second line of defence; the journal itself says whether it is kept.
      }
    },
    forget: (id) => notes?.removeItem(PREFIX + id),
  };
}

function readEntry(id: string, text: string | null): Note | null {
  try {
    const { title, seq, at } = JSON.parse(text ?? '') as Partial<Note>;
    return { id, title: String(title ?? ''), seq: Number(seq) || 0, at: Number(at) || 0 };
  } catch {
    return { id, title: '', seq: 0, at: 0 };
  }
}
