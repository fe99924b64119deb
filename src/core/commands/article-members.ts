import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Edition, Fragment } from '../model/edition.ts';
import { articlesOf, findArticle, findFragments, readingOrder } from '../model/selectors.ts';
import {
  articleKeys,
  checkFragments,
  defineCommand,
  draftOf,
  dropEmptied,
  freeId,
  refuse,
  type EditionDraft,
} from './command.ts';

/** Adds an empty article after all others (or right after one) and says its id. */
export function addArticle(draft: EditionDraft, edition: Edition, after?: string): string {
  const id = freeId(Object.keys(edition.articles), 'a');
  const all = articlesOf(edition);
  const at = after === undefined ? all.length - 1 : all.findIndex((a) => a.id === after);
  const order = generateKeyBetween(all[at]?.order ?? null, all[at + 1]?.order ?? null);
  draft.articles[id] = { id, order, kind: 'article', review: { state: 'open' } };
  return id;
}

/** Gives fragments to an article in this order, with these keys. */
function enlist(draft: EditionDraft, fragments: readonly Fragment[], articleId: string, keys: readonly string[]): void {
  fragments.forEach((fragment, i) => {
    draftOf(draft, fragment).article = { id: articleId, order: keys[i] ?? '' };
  });
}

const notDiscarded = (fragments: readonly Fragment[]) =>
  fragments.every((f) => f.placement.at !== 'discarded') ? true : refuse('refuse.discarded-in-article');

/** Makes an article of fragments; the order of the ids is its reading order. */
export const makeArticle = defineCommand<{ readonly ids: readonly string[] }>({
  check(edition, { ids }) {
    const known = checkFragments(edition, ids);
    return known === true ? notDiscarded(findFragments(edition, ids)) : known;
  },
  run(draft, { ids }, edition) {
    const fragments = findFragments(edition, ids);
    const id = addArticle(draft, edition);
    dropEmptied(draft, edition, fragments);
    enlist(draft, fragments, id, generateNKeysBetween(null, null, fragments.length));
  },
  label: (_, { ids }) => ({ code: 'command.make-article', params: { n: ids.length } }),
});

export interface AddArgs {
  readonly ids: readonly string[];
  readonly article: string;
  /** The member that they are read after; null: first; absent: last. */
  readonly after?: string | null;
}

/** Gives fragments to an article, or another place in its reading order to those that are in it. */
export const addToArticle = defineCommand<AddArgs>({
  check(edition, { ids, article, after }) {
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    if (!findArticle(edition, article)) return refuse('refuse.no-such-article');
    if (after && !readingOrder(edition, article).some((f) => f.id === after)) return refuse('refuse.no-such-fragment');
    return notDiscarded(findFragments(edition, ids));
  },
  run(draft, { ids, article, after }, edition) {
    const fragments = findFragments(edition, ids);
    const moving = new Set(ids);
    let anchor = after;
    if (anchor && moving.has(anchor)) {
      const members = readingOrder(edition, article);
      const at = members.findIndex((f) => f.id === anchor);
      anchor = members.slice(0, at).findLast((f) => !moving.has(f.id))?.id ?? null;
    }
    dropEmptied(draft, edition, fragments, article);
    enlist(draft, fragments, article, articleKeys(edition, article, anchor, moving, fragments.length));
  },
  label: (edition, { ids, article }) => ({
    code: findFragments(edition, ids).every((f) => f.article?.id === article)
      ? 'command.order'
      : 'command.add-to-article',
    params: { n: ids.length },
  }),
});

/** Takes fragments out of their articles. They stay where they stand. */
export const takeOut = defineCommand<{ readonly ids: readonly string[] }>({
  check(edition, { ids }) {
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    return findFragments(edition, ids).some((f) => f.article) ? true : refuse('refuse.in-no-article');
  },
  run(draft, { ids }, edition) {
    const fragments = findFragments(edition, ids);
    dropEmptied(draft, edition, fragments);
    for (const fragment of fragments) {
      const own = draftOf(draft, fragment);
      delete own.article;
      delete own.continues;
    }
  },
  label: (_, { ids }) => ({ code: 'command.take-out', params: { n: ids.length } }),
});

/** Appends articles to the first one. */
export const mergeArticles = defineCommand<{ readonly articles: readonly string[] }>({
  check(edition, { articles }) {
    if (new Set(articles).size < 2) return refuse('refuse.merge-articles-needs-two');
    return articles.every((id) => findArticle(edition, id)) ? true : refuse('refuse.no-such-article');
  },
  run(draft, { articles }, edition) {
    const [first, ...rest] = [...new Set(articles)];
    if (first !== undefined) appendArticles(draft, edition, first, rest);
  },
  label: (_, { articles }) => ({ code: 'command.merge-articles', params: { n: articles.length } }),
});

export function appendArticles(draft: EditionDraft, edition: Edition, first: string, rest: readonly string[]): void {
  const members = rest.flatMap((id) => readingOrder(edition, id));
  enlist(draft, members, first, articleKeys(edition, first, undefined, new Set(), members.length));
  for (const id of rest) delete draft.articles[id];
}

/** Begins a new article at a member: it and all that is read after it. */
export const splitArticle = defineCommand<{ readonly at: string }>({
  check(edition, { at }) {
    const fragment = findFragments(edition, [at])[0];
    if (!fragment) return refuse('refuse.no-such-fragment');
    if (!fragment.article) return refuse('refuse.in-no-article');
    return readingOrder(edition, fragment.article.id)[0]?.id === at ? refuse('refuse.split-article-at-start') : true;
  },
  run(draft, { at }, edition) {
    splitBefore(draft, edition, at);
  },
  label: () => ({ code: 'command.split-article' }),
});

export function splitBefore(draft: EditionDraft, edition: Edition, at: string): void {
  const articleId = findFragments(edition, [at])[0]?.article?.id;
  if (!articleId) return;
  const members = readingOrder(edition, articleId);
  const tail = members.slice(members.findIndex((f) => f.id === at));
  const id = addArticle(draft, edition, articleId);
  enlist(draft, tail, id, generateNKeysBetween(null, null, tail.length));
}

/** Ungroups an article. No text is deleted. */
export const dissolveArticle = defineCommand<{ readonly article: string }>({
  check: (edition, { article }) => (findArticle(edition, article) ? true : refuse('refuse.no-such-article')),
  run(draft, { article }, edition) {
    for (const fragment of readingOrder(edition, article)) {
      const own = draftOf(draft, fragment);
      delete own.article;
      delete own.continues;
    }
    delete draft.articles[article];
  },
  label: () => ({ code: 'command.dissolve' }),
});
