/** The sources' digests joined: articles and pages over all of them. A list that is as it was stays the same object. */
import { byOrder, type Member, type Placed } from '../model/selectors.ts';
import type { ShardDigest } from './check.ts';

export interface Joined {
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly placed: ReadonlyMap<string, readonly Placed[]>;
}

export function joinShards(shards: readonly ShardDigest[], before: Joined | null): Joined {
  return {
    members: joined(
      shards.map((shard) => shard.byArticle),
      before?.members,
      (f) => f.article.order,
    ),
    placed: joined(
      shards.map((shard) => shard.byPage),
      before?.placed,
      (f) => f.placement.order,
    ),
  };
}

function joined<V extends { readonly id: string }>(
  maps: readonly ReadonlyMap<string, readonly V[]>[],
  before: ReadonlyMap<string, readonly V[]> | undefined,
  orderOf: (value: V) => string,
): Map<string, readonly V[]> {
  const parts = new Map<string, (readonly V[])[]>();
  for (const map of maps)
    for (const [key, list] of map) {
      const known = parts.get(key);
      if (known) known.push(list);
      else parts.set(key, [list]);
    }
  const all = new Map<string, readonly V[]>();
  for (const [key, lists] of parts) {
    const now = lists.flat().sort((a, b) => byOrder({ order: orderOf(a), id: a.id }, { order: orderOf(b), id: b.id }));
    const was = before?.get(key);
    all.set(key, was && was.length === now.length && was.every((one, i) => one === now[i]) ? was : now);
  }
  return all;
}
