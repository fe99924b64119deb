/** Orders that can be compared. */
import type { Edition } from '../model/edition.ts';
import { fragmentsOnPage, type Placed } from '../model/selectors.ts';

/**
 * A page's fragments so that two pages that look the same give the same list. What stands in one column keeps its order;
 * which of two columns was filled first shows nowhere, so the leftmost column goes first wherever it can.
 */
export function pageSequence(edition: Edition, pageId: string): Placed[] {
  const columns = edition.pages[pageId]?.columns ?? [];
  const at = new Map(columns.map((column, i) => [column.id, i]));
  const queues: Placed[][] = columns.map(() => []);
  const covered = (fragment: Placed): number[] => {
    const first = at.get(fragment.placement.column) ?? 0;
    const last = Math.min(first + fragment.placement.span, columns.length);
    return Array.from({ length: Math.max(1, last - first) }, (_, i) => first + i);
  };
  for (const fragment of fragmentsOnPage(edition, pageId)) for (const i of covered(fragment)) queues[i]?.push(fragment);
  const heads = columns.map(() => 0);
  const sequence: Placed[] = [];
  const isReady = (fragment: Placed): boolean =>
    covered(fragment).every((i) => queues[i]?.[heads[i] ?? 0] === fragment);
  for (;;) {
    const next = queues.map((queue, i) => queue[heads[i] ?? 0]).find((fragment) => fragment && isReady(fragment));
    if (!next) return sequence;
    sequence.push(next);
    for (const i of covered(next)) heads[i] = (heads[i] ?? 0) + 1;
  }
}

/** Those that would have to move to bring `from` into the order of `to`: as few as can be. Both hold the same ids. */
export function outOfOrder(from: readonly string[], to: readonly string[]): Set<string> {
  const rank = new Map(to.map((id, i) => [id, i]));
  // The longest run that already ascends stays (patience sorting).
  const tails: number[] = [];
  const before: number[] = [];
  const ranks = from.map((id) => rank.get(id) ?? 0);
  ranks.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranks[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[i] = tails[low - 1] ?? -1;
    tails[low] = i;
  });
  const stays = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) stays.add(i);
  return new Set(from.filter((_, i) => !stays.has(i)));
}

/** `standing` with what is in `arriving` put where `wanted` has it: after the nearest before it that stands. */
export function withArrivals(
  standing: readonly string[],
  wanted: readonly string[],
  arriving: ReadonlySet<string>,
): string[] {
  const list = standing.filter((id) => !arriving.has(id));
  const inList = new Set(list);
  let last: string | null = null;
  for (const id of wanted) {
    if (arriving.has(id)) {
      list.splice(last === null ? 0 : list.indexOf(last) + 1, 0, id);
      inList.add(id);
    }
    if (inList.has(id)) last = id;
  }
  return list;
}
