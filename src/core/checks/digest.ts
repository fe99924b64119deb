/** What one source's fragments tell, remembered by the shard itself. */
import type { Edition, Fragment, Source } from '../model/edition.ts';
import { digestOf } from '../model/finding-key.ts';
import { readingText } from '../model/reading-text.ts';
import { isMember, isPlaced, type Member, type Placed } from '../model/selectors.ts';
import type { ShardDigest } from './check.ts';

type Shard = Edition['fragments'][string];

/** Shorter texts stand twice by right: headings, names, prices. */
const LEAST_LETTERS = 40;
const TEXTS = new Set(['body', 'lead', 'caption', 'quote']);

const known = new WeakMap<Shard, { source: Source | undefined; digest: ShardDigest }>();

export function digestOfShard(shard: Shard, sourceId: string, source: Source | undefined): ShardDigest {
  const before = known.get(shard);
  if (before && before.source === source) return before.digest;
  const digest = make(Object.values(shard), sourceId, source);
  known.set(shard, { source, digest });
  return digest;
}

function make(fragments: readonly Fragment[], sourceId: string, source: Source | undefined): ShardDigest {
  const byArticle = new Map<string, Member[]>();
  const byPage = new Map<string, Placed[]>();
  const unplaced: Fragment[] = [];
  const texts: { id: string; hash: string }[] = [];
  for (const f of fragments) {
    if (isMember(f)) push(byArticle, f.article.id, f);
    if (isPlaced(f)) push(byPage, f.placement.page, f);
    else if (f.placement.at === 'unplaced') unplaced.push(f);
    const hash = f.placement.at === 'discarded' || !TEXTS.has(f.role) || !source ? null : hashOf(source, f);
    if (hash !== null) texts.push({ id: f.id, hash });
  }
  return {
    sourceId,
    byArticle,
    byPage,
    unplaced: unplaced.sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)),
    placedCount: [...byPage.values()].reduce((n, list) => n + list.length, 0),
    jumps: fragments.filter((f) => f.role === 'jump-to' || f.role === 'jump-from'),
    folios: fragments.filter((f) => f.role === 'folio'),
    texts,
  };
}

const hashes = new WeakMap<Fragment, string | 'short'>();

/** A digest of the letters alone; null where they are few. */
function hashOf(source: Source, f: Fragment): string | null {
  let hash = hashes.get(f);
  if (hash === undefined) {
    const letters = readingText(source, f)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
    hash = letters.length < LEAST_LETTERS ? 'short' : `${letters.length}-${digestOf(letters)}`;
    hashes.set(f, hash);
  }
  return hash === 'short' ? null : hash;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
