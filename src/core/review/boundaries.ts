/**
 * The boundaries that a reviewer walks: where one article ends and the next begins on a page, where a head ends and its body begins,
 * and where an article's part ends and goes on elsewhere. Derived page by page, and anew only for a page on which something changed.
 */
import { HEAD_ROLES } from '../layout/type-style.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import {
  articlesOf,
  fragmentsOnPage,
  isMember,
  isPlaced,
  pagesOf,
  readingOrder,
  remember,
  type Member,
  type Placed,
} from '../model/selectors.ts';
import type { RoleId } from '../model/role.ts';
import { boundaryKey } from '../commands/review-commands.ts';

export type BoundaryKind = 'article' | 'head' | 'part';

export interface Side {
  /** Null: text that belongs to no article. */
  readonly article: string | null;
  /** The fragment at the border. */
  readonly fragment: string;
}

export interface Boundary {
  /** `before.fragment|after.fragment`: another pair is another boundary. */
  readonly key: string;
  readonly kind: BoundaryKind;
  /** The page that it is looked at on: where `before` stands. Null: in the tray. */
  readonly page: string | null;
  readonly before: Side;
  readonly after: Side;
}

/** What belongs to the page and to no article. */
const FURNITURE: ReadonlySet<RoleId> = new Set<RoleId>([
  'masthead',
  'folio',
  'imprint',
  'section',
  'ad',
  'notice',
  'teaser',
]);

/** A run of fragments of one article on one page; `article` null: loose text that stands together. */
interface Run {
  readonly article: string | null;
  readonly page: string | null;
  readonly fragments: readonly Fragment[];
}

/** An article's runs by page; what is unplaced goes with the fragment before it. */
export function runsOf(members: readonly Member[]): Run[] {
  const runs: { article: string; page: string | null; fragments: Fragment[] }[] = [];
  for (const fragment of members) {
    const page = isPlaced(fragment) ? fragment.placement.page : null;
    const last = runs.at(-1);
    if (last && (page === null || last.page === null || last.page === page)) {
      last.page ??= page;
      last.fragments.push(fragment);
    } else runs.push({ article: fragment.article.id, page, fragments: [fragment] });
  }
  return runs;
}

/** How many fragments at the beginning of a run are its head. */
export function headLength(fragments: readonly Fragment[]): number {
  const start = fragments.findIndex((f) => f.role !== 'jump-from');
  if (start < 0) return 0;
  const end = fragments.findIndex((f, i) => i >= start && !HEAD_ROLES.has(f.role));
  return end < 0 ? fragments.length : end;
}

function boundary(kind: BoundaryKind, before: Run, a: Fragment, after: Run, b: Fragment): Boundary {
  return {
    key: boundaryKey(a.id, b.id),
    kind,
    page: before.page,
    before: { article: before.article, fragment: a.id },
    after: { article: after.article, fragment: b.id },
  };
}

/** The seams within a run, and where the article goes on. */
function within(run: Run, runs: readonly Run[]): Boundary[] {
  const found: Boundary[] = [];
  const n = headLength(run.fragments);
  const [head, body] = [run.fragments[n - 1], run.fragments[n]];
  if (head && body && HEAD_ROLES.has(head.role)) found.push(boundary('head', run, head, run, body));
  const next = runs[runs.indexOf(run) + 1];
  const [last, first] = [run.fragments.at(-1), next?.fragments[0]];
  if (next && last && first) found.push(boundary('part', run, last, next, first));
  return found;
}

/** The articles and the loose text of a page, in the order in which they begin on it. */
function unitsOn(placed: readonly Placed[], runsOfArticle: (article: string) => readonly Run[]): (readonly Run[])[] {
  const units: (readonly Run[])[] = [];
  const seen = new Set<string>();
  let loose: Fragment[] | null = null;
  for (const fragment of placed) {
    const page = fragment.placement.page;
    if (!isMember(fragment)) {
      if (FURNITURE.has(fragment.role)) continue;
      if (loose) loose.push(fragment);
      else units.push([{ article: null, page, fragments: (loose = [fragment]) }]);
      continue;
    }
    const { id } = fragment.article;
    if (seen.has(id)) continue;
    loose = null;
    seen.add(id);
    units.push(runsOfArticle(id).filter((run) => run.page === page));
  }
  return units.filter((runs) => runs.length);
}

function ofUnits(units: readonly (readonly Run[])[], runsOfArticle: (article: string) => readonly Run[]): Boundary[] {
  return units.flatMap((runs, i) => {
    const found = runs.flatMap((run) => within(run, run.article === null ? [run] : runsOfArticle(run.article)));
    const [last, next] = [runs.at(-1), units[i + 1]?.[0]];
    const [a, b] = [last?.fragments.at(-1), next?.fragments[0]];
    if (last && next && a && b) found.push(boundary('article', last, a, next, b));
    return found;
  });
}

interface Known {
  readonly members: readonly (readonly Member[])[];
  readonly made: readonly Boundary[];
}
const known = new WeakMap<readonly Placed[], Known>();
const NONE: readonly Boundary[] = [];

/** The boundaries of a page, in reading order. The same list for as long as the page and its articles are the same. */
export function boundariesOn(edition: Edition, page: string): readonly Boundary[] {
  const placed = fragmentsOnPage(edition, page);
  if (!placed.length) return NONE;
  const ids = [...new Set(placed.flatMap((f) => f.article?.id ?? []))];
  const members = ids.map((id) => readingOrder(edition, id));
  const before = known.get(placed);
  if (before?.members.length === members.length && before.members.every((list, i) => list === members[i]))
    return before.made;
  const runs = new Map(ids.map((id, i) => [id, runsOf(members[i] ?? [])]));
  const runsOfArticle = (id: string): readonly Run[] => runs.get(id) ?? [];
  const made = ofUnits(unitsOn(placed, runsOfArticle), runsOfArticle);
  known.set(placed, { members, made });
  return made;
}

/** Articles of which nothing stands on a page yet, in the order of the outline. */
function inTray(edition: Edition): Boundary[] {
  const runs = new Map<string, readonly Run[]>();
  for (const { id } of articlesOf(edition)) {
    const members = readingOrder(edition, id);
    if (members.length && !members.some(isPlaced)) runs.set(id, runsOf(members));
  }
  return ofUnits([...runs.values()], (id) => runs.get(id) ?? []);
}

/** All of an edition's, page by page. */
export const boundariesOf = remember((edition: Edition): readonly Boundary[] => [
  ...pagesOf(edition).flatMap((page) => boundariesOn(edition, page.id)),
  ...inTray(edition),
]);
