/** Which fragments of the edition share a passage: an index of hashes that is kept up with what changes. */
import type { ShardDigest } from './check.ts';

export type Echo = ShardDigest['echoes'][number];
/** Two fragments, or one with itself. */
export type EchoPair = readonly [Echo, Echo];

export class Echoes {
  readonly #byHash = new Map<number, Echo[]>();
  readonly #shared = new Set<number>();
  #known = new Map<string, readonly Echo[]>();

  /** Takes in what is new and forgets what is gone. */
  update(shards: readonly ShardDigest[]): void {
    const now = new Map(shards.map(({ sourceId, echoes }) => [sourceId, echoes]));
    for (const [id, before] of this.#known) {
      const after = now.get(id);
      if (after === before) continue;
      const stays = new Set(after);
      for (const echo of before) if (!stays.has(echo)) this.#forget(echo);
    }
    for (const [id, after] of now) {
      const before = this.#known.get(id);
      if (after === before) continue;
      const was = new Set(before);
      for (const echo of after) if (!was.has(echo)) this.#learn(echo);
    }
    this.#known = now;
  }

  /** Every pair once. */
  pairs(): EchoPair[] {
    const pairs = new Map<string, EchoPair>();
    for (const hash of this.#shared) {
      // A phrase that stands in many places is the paper's own.
      const list = (this.#byHash.get(hash) ?? []).slice(0, MOST);
      for (const [i, a] of list.entries())
        for (const b of list.slice(i + 1)) {
          const [x, y] = a.rank <= b.rank ? [a, b] : [b, a];
          pairs.set(`${x.id} ${y.id}`, [x, y]);
        }
    }
    return [...pairs.values()];
  }

  #learn(echo: Echo): void {
    for (const hash of echo.hashes) {
      const list = this.#byHash.get(hash);
      if (!list) this.#byHash.set(hash, [echo]);
      else {
        list.push(echo);
        this.#shared.add(hash);
      }
    }
  }

  #forget(echo: Echo): void {
    for (const hash of echo.hashes) {
      const list = this.#byHash.get(hash);
      const at = list?.indexOf(echo) ?? -1;
      if (!list || at < 0) continue;
      list.splice(at, 1);
      if (list.length < 2) this.#shared.delete(hash);
      if (!list.length) this.#byHash.delete(hash);
    }
  }
}

const MOST = 6;
