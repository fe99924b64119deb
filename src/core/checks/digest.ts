/** What one source's fragments tell, made anew for those that changed. */
import { same } from './alike.ts';
import type { Edition, Fragment, Source } from '../model/edition.ts';
import { readingText } from '../model/reading-text.ts';
import { isJumpLine } from '../model/role.ts';
import { isMember, isPlaced, type Member, type Placed } from '../model/selectors.ts';
import type { ShardDigest } from './check.ts';
import { windowOf } from './duplicates.ts';
import type { Echo } from './echoes.ts';
import { isHan } from './prose.ts';
import { echoesOf } from './repeated.ts';
import { isUntouched } from './waiting.ts';

/** Heads, tables and advertisements stand twice by right. */
const TEXTS = new Set(['body', 'lead', 'caption', 'quote', 'unknown']);

/** `before`: what the same source's fragments told the last time. */
export function digestOfShard(
  shard: Edition['fragments'][string],
  sourceId: string,
  source: Source | undefined,
  before?: ShardDigest,
): ShardDigest {
  const fragments = Object.values(shard);
  const byArticle = new Map<string, Member[]>();
  const byPage = new Map<string, Placed[]>();
  const unplaced: Fragment[] = [];
  const echoes: Echo[] = [];
  const known = new Map(before?.echoes.map((echo) => [echo.fragment, echo]));
  for (const f of fragments) {
    if (isMember(f)) push(byArticle, f.article.id, f);
    if (isPlaced(f)) push(byPage, f.placement.page, f);
    else if (f.placement.at === 'unplaced') unplaced.push(f);
    if (source && f.placement.at !== 'discarded' && TEXTS.has(f.role) && !isUntouched(f))
      echoes.push(known.get(f) ?? echoOf(source, sourceId, f));
  }
  const standing = [...byPage].sort((a, b) => b[1].length - a[1].length).map(([page]) => page);
  return {
    sourceId,
    byArticle,
    byPage,
    unplaced: unplaced.sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)),
    placedCount: [...byPage.values()].reduce((n, list) => n + list.length, 0),
    standing: same(before?.standing, standing),
    jumps: same(before?.jumps, fragments.filter(isJumpLine)),
    folios: same(
      before?.folios,
      fragments.filter((f) => f.role === 'folio'),
    ),
    echoes,
  };
}

function echoOf(source: Source, sourceId: string, fragment: Fragment): Echo {
  const text = readingText(source, fragment);
  const rank = `${sourceId} ${String(fragment.spans[0]?.[0] ?? 0).padStart(9, '0')}`;
  return { fragment, rank, hashes: echoesOf(text, windowOf(isHan(text))) };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
