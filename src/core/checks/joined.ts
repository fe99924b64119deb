/** The sources' digests joined: articles and pages over all of them. What no changed source takes part in stays as it was. */
import { byOrder, type Member, type Placed } from '../model/selectors.ts';
import { same } from './alike.ts';
import type { ShardDigest } from './check.ts';

export interface Joined {
  readonly of: ReadonlySet<ShardDigest>;
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly placed: ReadonlyMap<string, readonly Placed[]>;
}

export function joinShards(shards: readonly ShardDigest[], before: Joined | null): Joined {
  const of = new Set(shards);
  const changed = shards.filter((shard) => !before?.of.has(shard));
  for (const shard of before?.of ?? []) if (!of.has(shard)) changed.push(shard);
  if (before && !changed.length) return before;
  return {
    of,
    members: joined(
      changed.map((shard) => shard.byArticle),
      shards.map((shard) => shard.byArticle),
      before?.members,
      (f) => f.article.order,
    ),
    placed: joined(
      changed.map((shard) => shard.byPage),
      shards.map((shard) => shard.byPage),
      before?.placed,
      (f) => f.placement.order,
    ),
  };
}

type Lists<V> = ReadonlyMap<string, readonly V[]>;

function joined<V extends { readonly id: string }>(
  changed: readonly Lists<V>[],
  maps: readonly Lists<V>[],
  before: Lists<V> | undefined,
  orderOf: (value: V) => string,
): Lists<V> {
  const parts = new Map<string, (readonly V[])[]>();
  for (const map of changed) for (const key of map.keys()) parts.set(key, []);
  // A few keys are asked of every source; where there are many, it is quicker to go through all that the sources have.
  if (parts.size < 100) {
    for (const [key, lists] of parts)
      for (const map of maps) {
        const list = map.get(key);
        if (list) lists.push(list);
      }
  } else for (const map of maps) for (const [key, list] of map) parts.get(key)?.push(list);
  const all = new Map(before);
  for (const [key, lists] of parts) {
    if (!lists.length) {
      all.delete(key);
      continue;
    }
    const now = lists.flat().sort((a, b) => byOrder({ order: orderOf(a), id: a.id }, { order: orderOf(b), id: b.id }));
    all.set(key, same(before?.get(key), now));
  }
  return all;
}
