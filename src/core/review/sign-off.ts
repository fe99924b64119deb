/** What stands in the way of a page's sign-off, and how far the review of an edition is. */
import type { Finding } from '../checks/finding.ts';
import type { Edition } from '../model/edition.ts';
import { reviewOf, type Standing, type Subject } from '../model/review.ts';
import { articlesOf, fragmentsOnPage, pagesOf, remember } from '../model/selectors.ts';

/** A finding that somebody muted counts nowhere. */
export const isHeard = (finding: Finding): boolean => !finding.muted;

/** The errors that are open on a page: on itself, on what stands there, and on articles that have a part there. */
export function errorsOn(edition: Edition, page: string, findings: readonly Finding[]): Finding[] {
  const errors = findings.filter((f) => f.level === 'error' && isHeard(f));
  if (!errors.length) return [];
  const standing = fragmentsOnPage(edition, page);
  const fragments = new Set(standing.map((f) => f.id));
  const articles = new Set(standing.map((f) => f.article?.id));
  return errors.filter((f) => {
    if (f.pageId !== undefined) return f.pageId === page;
    if (f.fragmentId !== undefined) return fragments.has(f.fragmentId);
    return f.articleId !== undefined && articles.has(f.articleId);
  });
}

/** A page is signed off when enough people approved of it and no error is open on it. */
export const isSignedOff = (edition: Edition, page: string, findings: readonly Finding[]): boolean =>
  reviewOf(edition, { kind: 'page', id: page }).state === 'approved' && errorsOn(edition, page, findings).length === 0;

/** How a subject's review is shown: its state, and why it is open where it was not. */
export type StandingName = 'open' | 'approved' | 'rejected' | 'signed' | 'fell-back';

export function standingName({ state, signed, fellBack }: Standing): StandingName {
  if (state !== 'open') return state;
  return fellBack && !signed.length ? 'fell-back' : signed.length ? 'signed' : 'open';
}

export interface ReviewCount {
  readonly articles: number;
  readonly approved: number;
  readonly rejected: number;
  readonly fellBack: number;
  readonly pages: number;
  readonly pagesApproved: number;
}

/** How many of them there are, and how many stand where. */
function countStandings(edition: Edition, kind: Subject['kind'], of: readonly { readonly id: string }[]) {
  const count: Record<StandingName | 'all', number> = {
    all: of.length,
    open: 0,
    signed: 0,
    approved: 0,
    rejected: 0,
    'fell-back': 0,
  };
  for (const { id } of of) count[standingName(reviewOf(edition, { kind, id }))]++;
  return count;
}

/** Advertisements and notices are nobody's to approve; they can be, all the same. */
export const reviewCount = remember((edition: Edition): ReviewCount => {
  const asked = articlesOf(edition).filter((a) => a.kind === 'article' || a.review.decisions);
  const articles = countStandings(edition, 'article', asked);
  const pages = countStandings(edition, 'page', pagesOf(edition));
  return {
    articles: articles.all,
    approved: articles.approved,
    rejected: articles.rejected,
    fellBack: articles['fell-back'],
    pages: pages.all,
    pagesApproved: pages.approved,
  };
});
