/** Walking and extending the selection: pure questions about the edition's order. */
import {
  columnOrder,
  findFragment,
  fragmentsOf,
  isPlaced,
  pageLayout,
  pagesOf,
  readingOrder,
  unplacedFragments,
  type Edition,
  type Fragment,
  type RoleId,
} from '../core/index.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The list that a fragment is walked in: its page's columns, or the tray. */
export function listOf(edition: Edition, fragment: Fragment): readonly Fragment[] {
  return isPlaced(fragment) ? columnOrder(edition, fragment.placement.page) : unplacedFragments(edition);
}

/** Ids in document order: pages with their columns, then the tray, then the rest. */
export function inDocumentOrder(edition: Edition, ids: Iterable<string>): string[] {
  const wanted = new Set(ids);
  const found: string[] = [];
  const take = (list: readonly Fragment[]): void => {
    for (const fragment of list) if (wanted.delete(fragment.id)) found.push(fragment.id);
  };
  for (const page of pagesOf(edition)) {
    if (!wanted.size) break;
    take(columnOrder(edition, page.id));
  }
  if (wanted.size) take(unplacedFragments(edition));
  if (wanted.size) take(fragmentsOf(edition));
  return found;
}

const HEAD_RANK: Partial<Record<RoleId, number>> = {
  'jump-from': 0,
  'jump-head': 1,
  kicker: 2,
  headline: 3,
  subhead: 4,
};
const LAST_RANK: Partial<Record<RoleId, number>> = { 'jump-to': 1, caption: 2, 'photo-credit': 3 };

/** The order in which a reader would take these up: heads first, jump lines and captions last, the rest as they stand. */
export function inReadingOrder(edition: Edition, ids: readonly string[]): string[] {
  const rank = (id: string): number => {
    const role = findFragment(edition, id)?.role ?? 'unknown';
    return HEAD_RANK[role] ?? 10 + (LAST_RANK[role] ?? 0);
  };
  return inDocumentOrder(edition, ids)
    .map((id, i) => ({ id, i, rank: rank(id) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ id }) => id);
}

/**
 * The member of an article after which these are read when they join it: the one before them where they stand. Null:
 * first; undefined: last, for nothing of it stands on their page.
 */
export function readAfter(edition: Edition, article: string, ids: readonly string[]): string | null | undefined {
  const moving = new Set(ids);
  const all = readingOrder(edition, article).filter((f) => !moving.has(f.id));
  const first = inReadingOrder(edition, ids)[0];
  const fragment = first === undefined ? undefined : findFragment(edition, first);
  if (!fragment) return undefined;
  const page = isPlaced(fragment) ? fragment.placement.page : null;
  const near = page === null ? all : all.filter((f) => isPlaced(f) && f.placement.page === page);
  const order = inReadingOrder(edition, [...near.map((f) => f.id), fragment.id]);
  const before = order[order.indexOf(fragment.id) - 1];
  if (before !== undefined) return before;
  return near[0] && (all[all.indexOf(near[0]) - 1]?.id ?? null);
}

/** Everything between two fragments of one list; only `to` where they stand in different lists. */
export function range(edition: Edition, from: string, to: string): string[] {
  const end = findFragment(edition, to);
  if (!end) return [];
  const list = listOf(edition, end);
  const a = list.findIndex((f) => f.id === from);
  const b = list.findIndex((f) => f.id === to);
  return a < 0 ? [to] : list.slice(Math.min(a, b), Math.max(a, b) + 1).map((f) => f.id);
}

/** The next one in reading order: the article's, else the page's or the tray's; null past the ends. */
export function next(edition: Edition, id: string, step: 1 | -1): string | null {
  const fragment = findFragment(edition, id);
  if (!fragment) return null;
  const list = listOf(edition, fragment);
  return list[list.findIndex((f) => f.id === id) + step]?.id ?? null;
}

/** The neighbour on the sheet; in the tray up and down alone lead on. */
export function neighbour(edition: Edition, id: string, direction: Direction): string | null {
  const fragment = findFragment(edition, id);
  if (!fragment) return null;
  if (!isPlaced(fragment))
    return direction === 'up' ? next(edition, id, -1) : direction === 'down' ? next(edition, id, 1) : null;
  const layout = pageLayout(edition, fragment.placement.page);
  const box = layout.byId.get(id);
  if (!box) return null;
  const vertical = direction === 'up' || direction === 'down';
  const forward = direction === 'down' || direction === 'right';
  const column = vertical ? box.column : forward ? box.column + box.span : box.column - 1;
  const candidates = layout.boxes.filter(
    (b) => b.fragment.id !== id && column >= b.column && column < b.column + b.span,
  );
  const distance = (y: number, height: number): number => {
    if (vertical) return forward ? y - box.y : box.y - y;
    return y <= box.y && y + height > box.y ? 0 : Math.abs(y - box.y) + 1;
  };
  return (
    candidates
      .map((b) => ({ id: b.fragment.id, d: distance(b.y, b.height) }))
      .filter(({ d }) => (vertical ? d > 0 : d >= 0))
      .sort((a, b) => a.d - b.d)[0]?.id ?? null
  );
}

export const membersOf = (edition: Edition, articleId: string): string[] =>
  readingOrder(edition, articleId).map((f) => f.id);

export const withRole = (edition: Edition, role: RoleId): string[] =>
  fragmentsOf(edition)
    .filter((f) => f.role === role && f.placement.at !== 'discarded')
    .map((f) => f.id);
