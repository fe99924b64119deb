import type { Draft } from 'immer';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Column } from '../model/edition.ts';
import { findFragments, findPage, fragmentsOnPage } from '../model/selectors.ts';
import { MAX_COLUMNS } from '../model/sheet.ts';
import { defineCommand, refuse, setPlacement } from './command.ts';

export interface LayArgs {
  readonly page: string;
  /** The page's columns from left to right, in page units; absent: as they are. */
  readonly columns?: readonly { readonly x: number; readonly width: number }[];
  /** From top to bottom: where each stands, by the index of its leftmost column. */
  readonly fragments: readonly { readonly id: string; readonly column: number; readonly span: number }[];
}

/** Lays a page: its columns, and many fragments at once, under whatever stands there. */
export const layPage = defineCommand<LayArgs>({
  check(edition, { page, columns, fragments }) {
    const target = findPage(edition, page);
    if (!target) return refuse('refuse.no-such-page');
    if (
      columns &&
      (columns.length < 1 || columns.some((c) => !(c.width > 0 && Number.isFinite(c.width) && Number.isFinite(c.x))))
    )
      return refuse('refuse.column-count', { most: MAX_COLUMNS });
    if (columns && fragmentsOnPage(edition, page).length) return refuse('refuse.page-not-empty');
    if (
      findFragments(
        edition,
        fragments.map((f) => f.id),
      ).length < fragments.length
    )
      return refuse('refuse.no-such-fragment');
    const count = (columns ?? target.columns).length;
    return fragments.every(
      ({ column, span }) =>
        Number.isInteger(column) && Number.isInteger(span) && column >= 0 && span >= 1 && column + span <= count,
    )
      ? true
      : refuse('refuse.span');
  },
  run(draft, { page, columns, fragments }, edition) {
    const own = draft.pages[page];
    if (!own) return;
    if (columns) own.columns = columns.map((c, i): Draft<Column> => ({ id: `c${i + 1}`, x: c.x, width: c.width }));
    const ids = own.columns.map((c) => c.id);
    const moving = new Set(fragments.map((f) => f.id));
    const last = fragmentsOnPage(edition, page).findLast((f) => !moving.has(f.id))?.placement.order ?? null;
    const keys = generateNKeysBetween(last, null, fragments.length);
    findFragments(
      edition,
      fragments.map((f) => f.id),
    ).forEach((fragment, i) => {
      const { column, span } = fragments[i] ?? { column: 0, span: 1 };
      setPlacement(draft, fragment, { at: 'page', page, column: ids[column] ?? '', span, order: keys[i] ?? '' });
    });
  },
  label: (_, { fragments }) => ({ code: 'command.lay', params: { n: fragments.length } }),
});
