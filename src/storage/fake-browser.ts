/** Stands in for the browser in tests: a clock that is turned by hand, locks and channels shared by "tabs". */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Channel, Surroundings } from './surroundings.ts';

/** Lets everything that is ready happen; fake-indexeddb works in macrotasks. */
export async function settle(turns = 30): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** What tabs of one browser share. */
export interface Browser {
  tab(): Surroundings & { kill(): void };
  /** Turns the clock and runs what falls due. */
  pass(ms: number): Promise<void>;
  readonly notes: Map<string, string>;
  readonly copies: Map<string, string>;
  readonly persistAsked: () => number;
}

export function fakeBrowser(): Browser {
  let now = Date.UTC(2031, 4, 5, 6);
  let ids = 0;
  let asked = 0;
  let timers: { at: number; run: () => void; tab: object }[] = [];
  const notes = new Map<string, string>();
  const copies = new Map<string, string>();
  const locks = fakeLocks();
  const channels = new Map<string, Set<Channel & { tab: object }>>();

  function tab(): Surroundings & { kill(): void } {
    const me = {};
    return {
      now: () => now,
      after(ms, run) {
        const timer = { at: now + ms, run, tab: me };
        timers.push(timer);
        return () => void (timers = timers.filter((t) => t !== timer));
      },
      whenIdle(run) {
        const timer = { at: now + 1, run, tab: me };
        timers.push(timer);
        return () => void (timers = timers.filter((t) => t !== timer));
      },
      newId: () => `id${++ids}`,
      locks: locks.tab(me),
      channel(name) {
        const all = channels.get(name) ?? new Set();
        channels.set(name, all);
        const channel: Channel & { tab: object } = {
          tab: me,
          onmessage: null,
          postMessage(data: unknown) {
            for (const other of all)
              if (other !== channel) setImmediate(() => other.onmessage?.({ data } as MessageEvent));
          },
          close: () => void all.delete(channel),
        };
        all.add(channel);
        return channel;
      },
      notes: {
        get length() {
          return notes.size;
        },
        key: (i) => [...notes.keys()][i] ?? null,
        getItem: (key) => notes.get(key) ?? null,
        setItem: (key, value) => void notes.set(key, value),
        removeItem: (key) => void notes.delete(key),
      },
      sumAside: async (parts) => bytesToHex(sha256(utf8ToBytes(parts.join('\n')))),
      mirror: {
        write: async (id, text) => void copies.set(id, text),
        read: async (id) => copies.get(id) ?? null,
        remove: async (id) => void copies.delete(id),
      },
      askToPersist: async () => void asked++,
      kill() {
        timers = timers.filter((t) => t.tab !== me);
        for (const all of channels.values()) for (const channel of all) if (channel.tab === me) all.delete(channel);
        locks.kill(me);
      },
    };
  }

  return {
    tab,
    notes,
    copies,
    persistAsked: () => asked,
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((t) => t !== next);
        now = Math.max(now, next.at);
        next.run();
        await settle(200);
      }
      now = end;
    },
  };
}

interface Claim {
  readonly tab: object;
  readonly grant: (lock: Lock) => Promise<unknown> | undefined;
  readonly reject: (error: DOMException) => void;
}

/** Web Locks as far as they are used: exclusive, `ifAvailable`, `steal`, `signal`. */
function fakeLocks(): { tab(me: object): LockManager; kill(me: object): void } {
  const holders = new Map<string, Claim>();
  const waiting = new Map<string, Claim[]>();
  const give = (name: string, claim: Claim, resolve: (value: unknown) => void): void => {
    holders.set(name, claim);
    void Promise.resolve(claim.grant({ name, mode: 'exclusive' })).then((value) => {
      if (holders.get(name) !== claim) return;
      holders.delete(name);
      resolve(value);
      next(name);
    });
  };
  const next = (name: string): void => {
    const claim = waiting.get(name)?.shift();
    if (claim) give(name, claim, () => undefined);
  };
  const request = (
    me: object,
    name: string,
    options: LockOptions,
    run: (lock: Lock | null) => Promise<unknown> | undefined,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const claim: Claim = { tab: me, grant: run, reject };
      setImmediate(() => {
        if (options.steal) {
          holders.get(name)?.reject(new DOMException('stolen', 'AbortError'));
          return give(name, claim, resolve);
        }
        if (!holders.has(name)) return give(name, claim, resolve);
        if (options.ifAvailable) return resolve(run(null));
        waiting.set(name, [...(waiting.get(name) ?? []), claim]);
        options.signal?.addEventListener('abort', () => {
          waiting.set(
            name,
            (waiting.get(name) ?? []).filter((c) => c !== claim),
          );
          if (holders.get(name) !== claim) reject(new DOMException('aborted', 'AbortError'));
        });
      });
    });
  return {
    tab: (me) =>
      ({
        request: (name: string, options: LockOptions, run: (lock: Lock | null) => Promise<unknown> | undefined) =>
          request(me, name, options, run),
      }) as unknown as LockManager,
    kill(me) {
      for (const [name, queue] of waiting)
        waiting.set(
          name,
          queue.filter((c) => c.tab !== me),
        );
      for (const [name, holder] of [...holders])
        if (holder.tab === me) {
          holders.delete(name);
          next(name);
        }
    },
  };
}
