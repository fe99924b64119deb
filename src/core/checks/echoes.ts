/** Which fragments of the edition share a passage: an index of hashes that is kept up with what changes. */
import type { Fragment } from '../model/edition.ts';
import type { ShardDigest } from './check.ts';
import { Numbering } from './numbering.ts';

export interface Echo {
  readonly fragment: Fragment;
  /** The source's order. */
  readonly rank: string;
  readonly hashes: readonly number[];
}
/** Two fragments, or one with itself. */
export type EchoPair = readonly [Echo, Echo];

/** A phrase that stands in more places is the paper's own. */
const MOST = 6;

interface Counted {
  readonly pair: EchoPair;
  /** By how many hashes they are known to share something. */
  n: number;
}

export class Echoes {
  /** Every hash that was ever met has its number; most are one fragment's alone. */
  readonly #hashes = new Numbering();
  readonly #having: (Echo | Echo[] | null)[] = [];
  /** By a hash's number: the pairs of each that several have, and all of them together. */
  readonly #pairsOf = new Map<number, readonly EchoPair[]>();
  readonly #counted = new Map<Echo, Map<Echo, Counted>>();
  readonly #stale = new Set<number>();
  #known = new Map<string, readonly Echo[]>();
  #pairs: readonly EchoPair[] = [];

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

  /** Every pair once. The same list while no pair came or went. */
  pairs(): readonly EchoPair[] {
    if (!this.#stale.size) return this.#pairs;
    let changed = false;
    for (const hash of this.#stale) {
      const before = this.#pairsOf.get(hash);
      const list = this.#having[hash];
      const after = Array.isArray(list) ? pairsOf(list) : [];
      if (after.length) this.#pairsOf.set(hash, after);
      else this.#pairsOf.delete(hash);
      for (const pair of after) if (this.#count(pair, 1) === 1) changed = true;
      for (const pair of before ?? []) if (this.#count(pair, -1) === 0) changed = true;
    }
    this.#stale.clear();
    if (changed)
      this.#pairs = [...this.#counted.values()].flatMap((others) => Array.from(others.values(), ({ pair }) => pair));
    return this.#pairs;
  }

  #count(pair: EchoPair, by: 1 | -1): number {
    const [a, b] = pair;
    const others = this.#counted.get(a) ?? new Map<Echo, Counted>();
    const counted = others.get(b) ?? { pair, n: 0 };
    counted.n += by;
    if (counted.n > 0) this.#counted.set(a, others.set(b, counted));
    else {
      others.delete(b);
      if (!others.size) this.#counted.delete(a);
    }
    return counted.n;
  }

  #learn(echo: Echo): void {
    for (const one of echo.hashes) {
      const hash = this.#hashes.of(one);
      const list = this.#having[hash];
      if (!list) this.#having[hash] = echo;
      else {
        if (Array.isArray(list)) list.push(echo);
        else this.#having[hash] = [list, echo];
        this.#stale.add(hash);
      }
    }
  }

  #forget(echo: Echo): void {
    for (const one of echo.hashes) {
      const hash = this.#hashes.of(one);
      const list = this.#having[hash];
      if (list === echo) this.#having[hash] = null;
      if (!Array.isArray(list)) continue;
      const at = list.indexOf(echo);
      if (at < 0) continue;
      list.splice(at, 1);
      this.#stale.add(hash);
    }
  }
}

function pairsOf(echoes: readonly Echo[]): EchoPair[] {
  const list = echoes.toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0)).slice(0, MOST);
  return list.flatMap((a, i) => list.slice(i + 1).map((b): EchoPair => [a, b]));
}
