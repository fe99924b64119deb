/** Continuations are derived: where consecutive fragments of one article stand on different pages, and what jump lines say. */
import type { Edition, Fragment, Page } from './model/edition.ts';
import { isJumpLine } from './model/role.ts';
import { byOrder, isPlaced, readingOrder, remember, spreadArticles, textOf, type Member } from './model/selectors.ts';
import { parseJumpLine } from './press/jump-lines.ts';
import { normalizeLabel, samePage } from './press/page-label.ts';

/** matched: both ends point at each other · one-way · pending: the page is not in the edition · number-lost. */
export type ContinuationStatus = 'matched' | 'one-way' | 'pending' | 'number-lost';

export interface Continuation {
  readonly articleId: string;
  /** Labels as printed; empty where the number is lost. */
  readonly fromPage: string;
  readonly toPage: string;
  readonly fromFragmentId: string | null;
  readonly toFragmentId: string | null;
  readonly status: ContinuationStatus;
}

/** The id of the sheet that a fragment stands on. */
export const pageOfFragment = (fragment: Fragment): string | undefined =>
  isPlaced(fragment) ? fragment.placement.page : undefined;

/** The sheets that an article stands on, in reading order. */
export const pagesIn = (edition: Edition, articleId: string): string[] => [
  ...new Set(readingOrder(edition, articleId).flatMap((f) => pageOfFragment(f) ?? [])),
];

interface Part {
  readonly page: string;
  readonly fragments: readonly Member[];
}

/** An article's runs of fragments by page, in reading order; what is unplaced goes with the fragment before it. */
export function partsOf(edition: Edition, articleId: string): Part[] {
  const parts: { page: string; fragments: Member[] }[] = [];
  const waiting: Member[] = [];
  for (const fragment of readingOrder(edition, articleId)) {
    const page = pageOfFragment(fragment);
    const last = parts.at(-1);
    if (page === undefined) (last?.fragments ?? waiting).push(fragment);
    else if (last?.page === page) last.fragments.push(fragment);
    else parts.push({ page, fragments: parts.length ? [fragment] : [...waiting.splice(0), fragment] });
  }
  return parts;
}

export const continuations = remember((edition: Edition): readonly Continuation[] =>
  spreadArticles(edition).flatMap((id) => continuationsOf(edition, id)),
);

const known = new WeakMap<
  readonly Member[],
  { readonly of: Pick<Edition, 'pages' | 'sources'>; readonly found: readonly Continuation[] }
>();

/** Those of one article. The same list for as long as neither its fragments nor the pages changed. */
export function continuationsOf(edition: Edition, articleId: string): readonly Continuation[] {
  const members = readingOrder(edition, articleId);
  const before = known.get(members);
  if (before?.of.pages === edition.pages && before.of.sources === edition.sources) return before.found;
  const found = findContinuations(edition, articleId);
  known.set(members, { of: { pages: edition.pages, sources: edition.sources }, found });
  return found;
}

function findContinuations(edition: Edition, articleId: string): Continuation[] {
  const parts = partsOf(edition, articleId);
  const labelOf = (page: string): string => edition.pages[page]?.label ?? '';
  const found: Continuation[] = [];
  const told = new Set<string>();
  parts.slice(1).forEach((part, i) => {
    const before = parts[i] as Part;
    const from = labelOf(before.page);
    const to = labelOf(part.page);
    const leaves = before.fragments.findLast(
      (f) => f.role === 'jump-to' && f.jump?.page != null && samePage(f.jump.page, to),
    );
    const comes = part.fragments.find(
      (f) => f.role === 'jump-from' && f.jump?.page != null && samePage(f.jump.page, from),
    );
    const blankLeaves = before.fragments.findLast((f) => f.role === 'jump-to' && f.jump?.page == null);
    const blankComes = part.fragments.find((f) => f.role === 'jump-from' && f.jump?.page == null);
    const end = leaves ?? blankLeaves;
    const start = comes ?? blankComes;
    if (end) told.add(end.id);
    if (start) told.add(start.id);
    found.push({
      articleId,
      fromPage: from,
      toPage: to,
      fromFragmentId: (end ?? before.fragments.at(-1))?.id ?? null,
      toFragmentId: (start ?? part.fragments[0])?.id ?? null,
      status: leaves && comes ? 'matched' : 'one-way',
    });
  });
  for (const fragment of readingOrder(edition, articleId)) {
    if (told.has(fragment.id) || !isJumpLine(fragment)) continue;
    if (isNextIssue(edition, fragment)) continue;
    const here = pageOfFragment(fragment);
    found.push(dangling(edition, articleId, fragment, here === undefined ? '' : labelOf(here)));
  }
  return found;
}

/** "To be continued" names no page, and lacks none: it goes on in the next issue. */
export const isNextIssue = (edition: Edition, fragment: Fragment): boolean =>
  fragment.jump?.page == null && parseJumpLine(textOf(edition, fragment))?.kind === 'next-issue';

/** The sheet that a jump line means. Its label is looked up; only the front page has names that are unlike. */
const sheetNamed = remember((pages: Edition['pages']) => {
  const keyOf = (label: string): string => normalizeLabel(label).toLowerCase();
  const sheets = Object.values(pages).sort(byOrder);
  const byLabel = new Map(sheets.toReversed().map((sheet) => [keyOf(sheet.label), sheet]));
  byLabel.delete('');
  return (label: string): Page | undefined => {
    const key = keyOf(label);
    return (
      byLabel.get(key) ??
      (key === '1' || key === 'a1' ? sheets.find((sheet) => samePage(sheet.label, label)) : undefined)
    );
  };
});

/** A jump line that leads nowhere yet. */
function dangling(edition: Edition, articleId: string, fragment: Member, here: string): Continuation {
  const page = fragment.jump?.page ?? null;
  const sheet = page === null ? undefined : sheetNamed(edition.pages)(page);
  const there = page === null ? '' : (sheet?.label ?? normalizeLabel(page));
  const to = fragment.role === 'jump-to';
  return {
    articleId,
    fromPage: to ? here : there,
    toPage: to ? there : here,
    fromFragmentId: to ? fragment.id : null,
    toFragmentId: to ? null : fragment.id,
    status: page === null ? 'number-lost' : sheet ? 'one-way' : 'pending',
  };
}
