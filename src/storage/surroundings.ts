/** What storage needs of the browser, in one place, so that tests can stand in for it. */
import { privateFiles, type Mirror } from './mirror.ts';
import { sumAside, type SumAside } from './records.ts';
import { StorageError } from './store.ts';

export interface Surroundings {
  now(): number;
  /** Runs later; the answer calls it off. */
  after(ms: number, run: () => void): () => void;
  whenIdle(run: () => void): () => void;
  newId(): string;
  readonly sumAside: SumAside;
  /** Null where the browser has none: then every tab writes, and the store's own guard parts them. */
  readonly locks: Pick<LockManager, 'request'> | null;
  channel(name: string): Channel | null;
  /** A place outside IndexedDB; null where it is refused. */
  readonly notes: Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | null;
  /** A place for second copies, apart from IndexedDB; null where there is none. */
  readonly mirror: Mirror | null;
  /** Asks the browser not to evict this origin. */
  askToPersist(): Promise<void>;
}

export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'> & {
  onmessage: ((event: MessageEvent) => void) | null;
};

export function browserSurroundings(): Surroundings {
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    whenIdle(run) {
      if (typeof requestIdleCallback !== 'function') {
        const timer = setTimeout(run, 200);
        return () => clearTimeout(timer);
      }
      const idle = requestIdleCallback(run, { timeout: 5000 });
      return () => cancelIdleCallback(idle);
    },
    newId: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, '0')).join(''),
    sumAside,
    locks: navigator.locks ?? null,
    channel: (name) => (typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null),
    notes: localNotes(),
    mirror: privateFiles(),
    async askToPersist() {
      if (navigator.storage && !(await navigator.storage.persisted())) await navigator.storage.persist();
    },
  };
}

/** Reading `localStorage` throws where cookies are blocked. */
function localNotes(): Surroundings['notes'] {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Rejects with `no-answer` when it takes too long. What it was doing may still come to pass. */
export function within<T>({ after }: Pick<Surroundings, 'after'>, ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(ms, () => reject(new StorageError('no-answer')));
    work.then(resolve, reject).finally(cancel);
  });
}
