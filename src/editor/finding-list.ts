/** The findings as a reader meets them, kept in order as news comes in. */
import type { Finding } from '../core/index.ts';

const byRank = (a: Finding, b: Finding): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/**
 * A list without what was removed and with what was added, a finding of the same key in the place of the former one. There may
 * be tens of thousands after an edit that brings one: the old ones are not sorted again.
 */
export function withNews(
  list: readonly Finding[],
  added: readonly Finding[],
  removed: readonly string[],
): readonly Finding[] {
  const gone = new Set([...removed, ...added.map(({ key }) => key)]);
  const fresh = added.toSorted(byRank);
  const all: Finding[] = [];
  let next = 0;
  for (const finding of list) {
    if (gone.has(finding.key)) continue;
    for (let one = fresh[next]; one && byRank(one, finding) < 0; one = fresh[++next]) all.push(one);
    all.push(finding);
  }
  return all.concat(fresh.slice(next));
}
