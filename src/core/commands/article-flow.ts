import { HEAD_ROLES } from '../layout/type-style.ts';
import { bodySizeOf, columnWidth, setText } from '../layout/page-layout.ts';
import { shareOut } from '../layout/share-out.ts';
import type { Fragment } from '../model/edition.ts';
import type { RoleId } from '../model/role.ts';
import { findFragments, findPage, fragmentsOnPage, textOf } from '../model/selectors.ts';
import { checkFragments, defineCommand, pageKeys, refuse, setPlacement } from './command.ts';

export interface FlowArgs {
  /** In reading order. */
  readonly ids: readonly string[];
  readonly page: string;
  /** Leftmost column, and how many. */
  readonly column: string;
  readonly columns: number;
  /** What it goes under; absent: under everything that stands in these columns. */
  readonly after?: string | null;
}

/** Stand over what follows, and under what went before: not parted from it by a column's end. */
const OPENS: ReadonlySet<RoleId> = new Set<RoleId>(['crosshead', 'byline', 'dateline', 'jump-from']);
const CLOSES: ReadonlySet<RoleId> = new Set<RoleId>(['jump-to', 'source', 'photo-credit']);

/** Lays fragments over columns in one step: the heads that come first across all of them, the rest shared out evenly below. */
export const flowFragments = defineCommand<FlowArgs>({
  check(edition, { ids, page, column, columns }) {
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    const target = findPage(edition, page);
    if (!target) return refuse('refuse.no-such-page');
    const at = target.columns.findIndex((c) => c.id === column);
    if (at < 0) return refuse('refuse.no-such-column');
    return Number.isInteger(columns) && columns >= 1 && at + columns <= target.columns.length
      ? true
      : refuse('refuse.span');
  },
  run(draft, args, edition) {
    const { ids, page: pageId, column, columns } = args;
    const page = edition.pages[pageId];
    if (!page) return;
    const first = page.columns.findIndex((c) => c.id === column);
    const fragments = findFragments(edition, ids);
    const heads = leadingHeads(fragments);
    const rest = fragments.slice(heads.length);
    const moving = new Set(ids);
    const standing = fragmentsOnPage(edition, pageId).filter((f) => !moving.has(f.id));
    const after = args.after === undefined ? (standing.at(-1)?.id ?? null) : args.after;
    const keys = pageKeys(edition, pageId, after, moving, fragments.length);
    const width = columnWidth(page, first, 1);
    const heights = rest.map(
      (f) => setText(textOf(edition, f), f.role, 1, width, bodySizeOf(page), f.continues).height,
    );
    const shares = shareOut(
      heights,
      columns,
      rest.map((f, i) => OPENS.has(f.role) || CLOSES.has(rest[i + 1]?.role ?? f.role)),
    );
    fragments.forEach((fragment, i) => {
      const share = i < heads.length ? 0 : (shares[i - heads.length] ?? 0);
      setPlacement(draft, fragment, {
        at: 'page',
        page: pageId,
        column: page.columns[first + share]?.id ?? column,
        span: i < heads.length ? columns : 1,
        order: keys[i] ?? '',
      });
    });
  },
  label: (_, { columns }) => ({ code: 'command.flow', params: { n: columns } }),
});

function leadingHeads(fragments: readonly Fragment[]): readonly Fragment[] {
  const end = fragments.findIndex((f) => !HEAD_ROLES.has(f.role));
  return end < 0 ? fragments : fragments.slice(0, end);
}
