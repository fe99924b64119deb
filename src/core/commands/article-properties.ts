import { generateKeyBetween } from 'fractional-indexing';
import { ARTICLE_KINDS, type ArticleKind, type Edition } from '../model/edition.ts';
import { articlesOf, findArticle } from '../model/selectors.ts';
import { defineCommand, refuse } from './command.ts';

const known = (edition: Edition, article: string) =>
  findArticle(edition, article) ? true : refuse('refuse.no-such-article');

/** Gives an article a title of its own; null: its headline's text again. */
export const renameArticle = defineCommand<{ readonly article: string; readonly title: string | null }>({
  check: (edition, { article }) => known(edition, article),
  run(draft, { article, title }) {
    const own = draft.articles[article];
    if (!own) return;
    if (title?.trim()) own.title = title.trim();
    else delete own.title;
  },
  label: () => ({ code: 'command.rename-article' }),
});

export const setArticleKind = defineCommand<{ readonly article: string; readonly kind: ArticleKind }>({
  check: (edition, { article, kind }) =>
    ARTICLE_KINDS.includes(kind) ? known(edition, article) : refuse('refuse.no-such-kind'),
  run(draft, { article, kind }) {
    const own = draft.articles[article];
    if (own) own.kind = kind;
  },
  label: () => ({ code: 'command.article-kind' }),
});

/** Another place in the outline, and so another number. */
export const moveArticle = defineCommand<{ readonly article: string; readonly after: string | null }>({
  check(edition, { article, after }) {
    if (after === article) return refuse('refuse.no-such-article');
    return after === null || findArticle(edition, after) ? known(edition, article) : refuse('refuse.no-such-article');
  },
  run(draft, { article, after }, edition) {
    const others = articlesOf(edition).filter((a) => a.id !== article);
    const at = after === null ? -1 : others.findIndex((a) => a.id === after);
    const own = draft.articles[article];
    if (own) own.order = generateKeyBetween(others[at]?.order ?? null, others[at + 1]?.order ?? null);
  },
  label: () => ({ code: 'command.move-article' }),
});
