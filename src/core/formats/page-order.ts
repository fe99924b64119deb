/** What stands on a page in the order in which it is read: what is over the articles, the articles as the outline has them, the rest. */
import { pageOfFragment, pagesIn } from '../continuations.ts';
import type { Article, Edition, Fragment, Page } from '../model/edition.ts';
import type { RoleId } from '../model/role.ts';
import { laidMembers } from './laid-articles.ts';
import { articleNumbers, articlesOf, articleTitle, columnOrder, readingOrder } from '../model/selectors.ts';

export interface ArticleOnPage {
  readonly article: Article;
  readonly number: number;
  readonly title: string;
  /** Which of the article's pages this is, from 1; 0 where the page holds only what is placed nowhere. */
  readonly part: number;
  readonly parts: number;
  /** Where the article goes to and fro between pages: the place of each member in the whole, from 1. */
  readonly places: readonly number[] | undefined;
  /** Those that are on this page, in reading order. */
  readonly members: readonly Fragment[];
}

export interface PageOrder {
  readonly first: readonly Fragment[];
  readonly articles: readonly ArticleOnPage[];
  readonly last: readonly Fragment[];
  /** In no article and not placed. */
  readonly strays: readonly Fragment[];
}

/** Stands over the articles. */
export const ON_TOP: ReadonlySet<RoleId> = new Set<RoleId>(['masthead', 'folio', 'section']);

/** `strays`: fragments that are not placed and yet belong to this page. */
export function pageOrder(
  edition: Edition,
  page: Page,
  strays: readonly Fragment[] = [],
  numbers: ReadonlyMap<string, number> = articleNumbers(edition),
): PageOrder {
  const placed = columnOrder(edition, page.id);
  const loose = placed.filter((f) => !f.article);
  const here = new Set([...placed, ...strays].map((f) => f.id));
  const articles = articlesOf(edition).flatMap((article): ArticleOnPage[] => {
    const members = readingOrder(edition, article.id).filter((f) => here.has(f.id));
    if (!members.length) return [];
    const pages = pagesIn(edition, article.id);
    const number = numbers.get(article.id) ?? 0;
    return [
      {
        article,
        number,
        title: articleTitle(edition, article.id),
        part: pages.indexOf(page.id) + 1,
        parts: pages.length,
        places: placesOf(edition, article, members),
        members,
      },
    ];
  });
  return {
    first: loose.filter((f) => ON_TOP.has(f.role)),
    articles,
    last: loose.filter((f) => !ON_TOP.has(f.role)),
    strays: strays.filter((f) => !f.article),
  };
}

/** Undefined where the pages of the article are read one after the other. */
function placesOf(edition: Edition, { id }: Article, members: readonly Fragment[]): readonly number[] | undefined {
  const all = laidMembers(edition, id);
  const pages = all.map(pageOfFragment);
  const runs = pages.filter((page, i) => i === 0 || page !== pages[i - 1]);
  const isForward = new Set(runs).size === runs.length && (runs.length < 2 || !runs.includes(undefined));
  return isForward ? undefined : members.map((one) => all.findIndex((other) => other.id === one.id) + 1);
}
