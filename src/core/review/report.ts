/** What is to be said of the review of an edition, as plain data; `report-html.ts` and `report-csv.ts` lay it out. */
import type { Finding } from '../checks/finding.ts';
import { runChecks } from '../checks/index.ts';
import type { History } from '../history.ts';
import { ledgerTotal } from '../ledger.ts';
import type { Decision, Edition } from '../model/edition.ts';
import { reviewOf, storedReview, type Standing, type Subject } from '../model/review.ts';
import {
  articleNumbers,
  articlesOf,
  articleTitle,
  findFragment,
  isPlaced,
  pagesOf,
  readingOrder,
  textOf,
} from '../model/selectors.ts';
import type { Origin } from '../transact.ts';
import { automaticFaults, type AutomaticFaults } from './automatic-faults.ts';
import { errorsOn, isHeard, reviewCount, type ReviewCount } from './sign-off.ts';

/** Milliseconds of work, by what was done. */
export interface TimeSpent {
  readonly build: number;
  readonly review: number;
  readonly read: number;
}

export interface ReportInput {
  readonly edition: Edition;
  /** Edits by kind are counted from it; a saved file has none. */
  readonly history?: History;
  readonly time?: TimeSpent;
  /** Tell what the automatic start got wrong, too. */
  readonly automatic?: boolean;
}

export interface ReportSubject {
  readonly on: Subject;
  /** A page's label, an article's number. */
  readonly label: string;
  readonly title: string;
  /** Labels of the pages that it stands on. */
  readonly pages: readonly string[];
  readonly standing: Standing;
  readonly decisions: readonly Decision[];
  /** Open errors; of pages alone. */
  readonly errors: number;
}

export interface ReportFinding {
  readonly finding: Finding;
  readonly page: string;
  readonly article: string;
  readonly text: string;
}

export interface Report {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly characters: ReturnType<typeof ledgerTotal>;
  readonly count: ReviewCount;
  readonly boundariesRight: number;
  readonly pages: readonly ReportSubject[];
  readonly articles: readonly ReportSubject[];
  readonly findings: readonly ReportFinding[];
  readonly edits: readonly { readonly code: string; readonly origin: Origin; readonly n: number }[];
  readonly time?: TimeSpent;
  readonly automatic?: AutomaticFaults;
}

/** How often each kind of step was done, the most frequent first. */
export function editsByKind(history: History): Report['edits'] {
  const counts = new Map<string, { code: string; origin: Origin; n: number }>();
  for (const { label, origin } of history.done) {
    const key = `${origin} ${label.code}`;
    const known = counts.get(key);
    if (known) known.n++;
    else counts.set(key, { code: label.code, origin, n: 1 });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1));
}

const LEVELS: readonly Finding['level'][] = ['error', 'warning', 'note'];
const EXCERPT = 60;

export function reportOf({ edition, history, time, automatic }: ReportInput): Report {
  const findings = runChecks(edition).filter(isHeard);
  const numbers = articleNumbers(edition);
  const labelOf = (page: string): string => edition.pages[page]?.label ?? '';
  const pagesOfArticle = (id: string): string[] => [
    ...new Set(readingOrder(edition, id).flatMap((f) => (isPlaced(f) ? labelOf(f.placement.page) : []))),
  ];
  const subject = (on: Subject): Pick<ReportSubject, 'on' | 'standing' | 'decisions'> => ({
    on,
    standing: reviewOf(edition, on),
    decisions: storedReview(edition, on).decisions ?? [],
  });
  const placeOf = (finding: Finding): ReportFinding => {
    const fragment = finding.fragmentId === undefined ? undefined : findFragment(edition, finding.fragmentId);
    const article = fragment?.article?.id ?? finding.articleId;
    const standing = fragment && isPlaced(fragment) ? [labelOf(fragment.placement.page)] : [];
    const pages = standing.length || article === undefined ? standing : pagesOfArticle(article);
    return {
      finding,
      page: pages.join(', '),
      article: article === undefined ? '' : String(numbers.get(article) ?? ''),
      text: fragment ? excerpt(textOf(edition, fragment)) : '',
    };
  };
  return {
    id: edition.id,
    title: edition.title,
    date: edition.date ?? '',
    characters: ledgerTotal(edition),
    count: reviewCount(edition),
    boundariesRight: Object.keys(edition.checked ?? {}).length,
    pages: pagesOf(edition).map(({ id, label }) => ({
      ...subject({ kind: 'page', id }),
      label,
      title: '',
      pages: [label],
      errors: errorsOn(edition, id, findings).length,
    })),
    articles: articlesOf(edition).map(({ id }) => ({
      ...subject({ kind: 'article', id }),
      label: String(numbers.get(id) ?? ''),
      title: articleTitle(edition, id),
      pages: pagesOfArticle(id),
      errors: 0,
    })),
    findings: LEVELS.flatMap((level) => findings.filter((f) => f.level === level)).map(placeOf),
    edits: history ? editsByKind(history) : [],
    ...(time ? { time } : {}),
    ...(automatic && history ? { automatic: automaticFaults(history) } : {}),
  };
}

function excerpt(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')}…` : characters.join('');
}
