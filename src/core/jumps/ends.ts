/** The ends of jumps: what every jump line of an edition says, and the part of the article that it stands in. */
import { isNextIssue, pageOfFragment, partsOf } from '../continuations.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import { isJumpLine } from '../model/role.ts';
import { articlesOf, findPage, fragmentsOf, pagesOf, remember, textOf } from '../model/selectors.ts';
import { parseJumpLine } from '../press/jump-lines.ts';
import { normalizeLabel } from '../press/page-label.ts';
import { endTextOf, type EndText } from '../reconstruct/continuations-match.ts';

/** A run of an article's fragments on one page. */
export interface Part extends EndText {
  readonly article: string;
  /** The sheet's id. */
  readonly page: string;
  /** From 0: the article's first part. */
  readonly index: number;
  readonly last: boolean;
  readonly fragments: readonly Fragment[];
}

export interface JumpEnd {
  readonly fragment: Fragment;
  readonly direction: 'to' | 'from';
  readonly kind: 'page' | 'next-issue' | 'pointer';
  /** The sheet that it stands on; null while it lies in the tray. */
  readonly page: string | null;
  /** What it names, in the labels' one form; null: the number is lost, or none is meant. */
  readonly label: string | null;
  /** The sheet of that label, where the edition has it. */
  readonly target: string | null;
  /** Null while it is in no article. */
  readonly part: Part | null;
}

/** Every part of every article, in the outline's order. */
export const partsOfEdition = remember((edition: Edition): readonly Part[] =>
  articlesOf(edition).flatMap(({ id }) => {
    const parts = partsOf(edition, id);
    return parts.map(({ page, fragments }, index): Part => {
      const said = fragments.map((f) => ({ role: f.role, text: textOf(edition, f), isJump: isJumpLine(f) }));
      return {
        article: id,
        page,
        index,
        last: index === parts.length - 1,
        fragments,
        ...endTextOf(said, ''),
      };
    });
  }),
);

/** Sheets by their labels in one form, the aliases too. */
export const sheetsByLabel = remember((edition: Edition): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const page of pagesOf(edition))
    for (const label of [page.label, ...(page.aliases ?? [])]) {
      const key = normalizeLabel(label);
      if (key && !found.has(key)) found.set(key, page.id);
    }
  // "Page One" means A1 where no page is called 1.
  const front = found.get('A1');
  if (front !== undefined && !found.has('1')) found.set('1', front);
  return found;
});

/** Jump lines in the order of pages and articles, then teasers that point to a page. */
export const jumpEnds = remember((edition: Edition): readonly JumpEnd[] => {
  const partOf = new Map(partsOfEdition(edition).flatMap((part) => part.fragments.map((f) => [f.id, part] as const)));
  const sheets = sheetsByLabel(edition);
  const at = new Map(pagesOf(edition).map((page, i) => [page.id, i]));
  const ends = fragmentsOf(edition).flatMap((fragment): JumpEnd[] => {
    if (fragment.placement.at === 'discarded') return [];
    if (!isJumpLine(fragment) && fragment.role !== 'teaser') return [];
    const read = parseJumpLine(textOf(edition, fragment));
    if (fragment.role === 'teaser' && !read?.pages.length) return [];
    const said = fragment.role === 'teaser' ? read?.pages[0] : fragment.jump?.page;
    const label = said ? normalizeLabel(said) : null;
    const part = partOf.get(fragment.id) ?? null;
    return [
      {
        fragment,
        direction: fragment.role === 'jump-from' ? 'from' : 'to',
        kind: fragment.role === 'teaser' ? 'pointer' : isNextIssue(edition, fragment) ? 'next-issue' : 'page',
        page: pageOfFragment(fragment) ?? part?.page ?? null,
        label,
        target: label === null ? null : (sheets.get(label) ?? null),
        part: part && read?.slug ? { ...part, slug: read.slug } : part,
      },
    ];
  });
  const place = (end: JumpEnd): number => (end.page === null ? Infinity : (at.get(end.page) ?? Infinity));
  return ends.sort((a, b) => place(a) - place(b));
});

export const labelOfSheet = (edition: Edition, page: string | null): string =>
  page === null ? '' : (findPage(edition, page)?.label ?? '');
