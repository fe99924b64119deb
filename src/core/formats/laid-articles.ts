/** Articles as files with positions can hold them: members that stand somewhere, and numbers among those articles that have any. */
import type { Article, Edition } from '../model/edition.ts';
import { articlesOf, readingOrder, remember, type Member } from '../model/selectors.ts';
import { standsSomewhere } from './laid-sources.ts';

export const laidMembers = (edition: Edition, articleId: string): Member[] =>
  readingOrder(edition, articleId).filter((fragment) => standsSomewhere(edition, fragment));

export const laidArticles = remember((edition: Edition): readonly Article[] =>
  articlesOf(edition).filter(({ id }) => laidMembers(edition, id).length > 0),
);

/** From 1; an article that was opened again from such a file has the same. */
export const laidNumbers = remember(
  (edition: Edition): ReadonlyMap<string, number> => new Map(laidArticles(edition).map(({ id }, i) => [id, i + 1])),
);
