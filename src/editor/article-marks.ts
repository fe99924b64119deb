/** An article's number, hue and title, as the sheet and the lists show them. The same object for as long as nothing of it changed. */
import { articleNumbers, articleTitle, fragmentsOnPage, readingOrder, type Edition } from '../core/index.ts';
import type { ArticleMark } from './scene.ts';

/** An article keeps its hue whatever its number becomes. */
export const hueOf = (articleId: string): number => (Number(articleId.replace(/\D+/gu, '')) || 1) - 1;

const known = new WeakMap<object, ArticleMark>();

/** Nothing where the edition has no such article. */
export function articleMark(edition: Edition, id: string): ArticleMark | undefined {
  const number = articleNumbers(edition).get(id);
  if (number === undefined) return undefined;
  const mark = { number, hue: hueOf(id), title: articleTitle(edition, id) };
  const members = readingOrder(edition, id);
  const before = known.get(members);
  if (before?.number === mark.number && before.hue === mark.hue && before.title === mark.title) return before;
  known.set(members, mark);
  return mark;
}

const NONE: ReadonlyMap<string, ArticleMark> = new Map();
const onPages = new WeakMap<object, ReadonlyMap<string, ArticleMark>>();

/** Those of the articles that have something on a page: what an edit elsewhere leaves as it was is not painted again. */
export function marksOnPage(edition: Edition, page: string | null): ReadonlyMap<string, ArticleMark> {
  if (page === null) return NONE;
  const placed = fragmentsOnPage(edition, page);
  const marks = new Map<string, ArticleMark>();
  for (const { article } of placed) {
    const mark = article && articleMark(edition, article.id);
    if (mark) marks.set(article.id, mark);
  }
  const before = onPages.get(placed);
  if (before && [...marks].every(([id, mark]) => before.get(id) === mark)) return before;
  onPages.set(placed, marks);
  return marks;
}
