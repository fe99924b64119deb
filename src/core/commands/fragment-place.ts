import type { Edition, PlacedAt } from '../model/edition.ts';
import { findFragments, findPage, fragmentsOnPage, isPlaced } from '../model/selectors.ts';
import { checkFragments, defineCommand, pageKeys, refuse, setPlacement } from './command.ts';

export interface PlaceArgs {
  /** In the order in which they are to stand. */
  readonly ids: readonly string[];
  readonly page: string;
  readonly column: string;
  /** The fragment that they go under; null: to the page's top. */
  readonly after: string | null;
  /** Columns to cover; without it each keeps its own span. */
  readonly span?: number;
}

/** Puts fragments into a column. */
export const placeFragments = defineCommand<PlaceArgs>({
  check(edition, { ids, page, column, after, span }) {
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    const target = findPage(edition, page);
    if (!target) return refuse('refuse.no-such-page');
    if (!target.columns.some((c) => c.id === column)) return refuse('refuse.no-such-column');
    if (span !== undefined && !(Number.isInteger(span) && span >= 1)) return refuse('refuse.span');
    if (after !== null && !findFragments(edition, [after]).some((f) => isPlaced(f) && f.placement.page === page))
      return refuse('refuse.no-such-fragment');
    return true;
  },
  run(draft, { ids, page, column, after, span }, edition) {
    const moving = new Set(ids);
    const keys = pageKeys(edition, page, anchorOf(edition, page, after, moving), moving, ids.length);
    const columns = edition.pages[page]?.columns ?? [];
    const room = columns.length - columns.findIndex((c) => c.id === column);
    findFragments(edition, ids).forEach((fragment, i) => {
      const own = isPlaced(fragment) ? fragment.placement.span : 1;
      setPlacement(draft, fragment, {
        at: 'page',
        page,
        column,
        span: Math.min(span ?? own, room),
        order: keys[i] ?? '',
      });
    });
  },
  label: (_, { ids }) => ({ code: 'command.place', params: { n: ids.length } }),
});

/** The anchor itself may be moving: then whatever stands above it. */
function anchorOf(edition: Edition, page: string, after: string | null, moving: ReadonlySet<string>): string | null {
  if (after === null || !moving.has(after)) return after;
  const anchor = findFragments(edition, [after])[0];
  if (!anchor || !isPlaced(anchor)) return null;
  const above = fragmentsOnPage(edition, page).filter(
    (f) => !moving.has(f.id) && f.placement.order < anchor.placement.order,
  );
  return above.at(-1)?.id ?? null;
}

export interface SpanArgs {
  readonly ids: readonly string[];
  readonly span: number;
  /** A new leftmost column, where the left edge was dragged. */
  readonly column?: string;
}

/** Makes placed fragments cover so many columns. */
export const spanFragments = defineCommand<SpanArgs>({
  check(edition, { ids, span, column }) {
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    for (const fragment of findFragments(edition, ids)) {
      if (!isPlaced(fragment)) return refuse('refuse.not-placed');
      const columns = edition.pages[fragment.placement.page]?.columns ?? [];
      const at = columns.findIndex((c) => c.id === (column ?? (fragment.placement as PlacedAt).column));
      if (at < 0) return refuse('refuse.no-such-column');
      if (!(Number.isInteger(span) && span >= 1 && at + span <= columns.length)) return refuse('refuse.span');
    }
    return true;
  },
  run(draft, { ids, span, column }, edition) {
    for (const fragment of findFragments(edition, ids).filter(isPlaced))
      setPlacement(draft, fragment, { ...fragment.placement, span, column: column ?? fragment.placement.column });
  },
  label: (_, { span }) => ({ code: 'command.span', params: { n: span } }),
});

/** Takes fragments off the sheet, back into the tray. */
export const unplaceFragments = defineCommand<{ readonly ids: readonly string[] }>({
  check(edition, { ids }) {
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    return findFragments(edition, ids).some(isPlaced) ? true : refuse('refuse.not-placed');
  },
  run(draft, { ids }, edition) {
    for (const fragment of findFragments(edition, ids).filter(isPlaced))
      setPlacement(draft, fragment, { at: 'unplaced' });
  },
  label: (_, { ids }) => ({ code: 'command.unplace', params: { n: ids.length } }),
});
