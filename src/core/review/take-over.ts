/** What a reviewer's copy holds that the edition does not: for `review.adopt`. */
import { newDecisions, type AdoptArgs } from '../commands/review-adopt.ts';
import type { Edition } from '../model/edition.ts';
import { reviewOf, storedReview, type Subject } from '../model/review.ts';
import { findArticle, findFragment, findPage } from '../model/selectors.ts';

export interface TakeOver extends AdoptArgs {
  /** Decisions that do not hold, for what they were on has changed since or is gone. */
  readonly stale: number;
}

export function reviewsToTakeOver(ours: Edition, theirs: Edition): TakeOver {
  const subjects: Subject[] = [
    ...Object.keys(theirs.articles).map((id): Subject => ({ kind: 'article', id })),
    ...Object.keys(theirs.pages).map((id): Subject => ({ kind: 'page', id })),
  ];
  const isThere = ({ kind, id }: Subject): boolean =>
    (kind === 'article' ? findArticle : findPage)(ours, id) !== undefined;
  const isNews = (on: Subject): boolean => {
    const [own, other] = [storedReview(ours, on), storedReview(theirs, on)];
    return newDecisions(own, other).length > 0 || (other.note !== undefined && other.note !== own.note);
  };
  const news = subjects.filter(isNews);
  const reviews = news.filter(isThere).map((on) => ({ on, review: storedReview(theirs, on) }));
  const gone = news.length - reviews.length;
  const changed = reviews.filter(({ on, review }) => {
    const last = review.decisions?.at(-1);
    // The same content has the same digest, in the copy and here.
    return last !== undefined && reviewOf({ ...ours, ...withReview(ours, on, review) }, on).changes.length > 0;
  }).length;
  return {
    reviews,
    checked: Object.keys(theirs.checked ?? {}).filter(
      (key) => !ours.checked?.[key] && key.split('|').every((id) => findFragment(ours, id)),
    ),
    stale: gone + changed,
  };
}

function withReview(
  edition: Edition,
  { kind, id }: Subject,
  review: AdoptArgs['reviews'][number]['review'],
): Partial<Edition> {
  if (kind === 'article') {
    const article = edition.articles[id];
    return article ? { articles: { ...edition.articles, [id]: { ...article, review } } } : {};
  }
  const page = edition.pages[id];
  return page ? { pages: { ...edition.pages, [id]: { ...page, review } } } : {};
}
