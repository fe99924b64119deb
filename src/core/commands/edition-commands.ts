import type { Draft } from 'immer';
import type { Article, Edition, Fragment, Page, Source } from '../model/edition.ts';
import { fragmentsOf } from '../model/selectors.ts';
import { defineCommand, refuse } from './command.ts';

export interface ImportArgs {
  readonly sources: readonly Source[];
  readonly fragments: readonly Fragment[];
  readonly pages: readonly Page[];
  readonly articles: readonly Article[];
}

/** Adds imported pages. Their ids must be new: see `import-pages.ts`, which makes them. */
export const importPages = defineCommand<ImportArgs>({
  check(edition, { sources, fragments, pages, articles }) {
    const taken =
      sources.some((s) => Object.hasOwn(edition.sources, s.id)) ||
      pages.some((p) => Object.hasOwn(edition.pages, p.id)) ||
      articles.some((a) => Object.hasOwn(edition.articles, a.id));
    if (taken) return refuse('refuse.already-imported');
    const own = new Set(sources.map((s) => s.id));
    const ids = new Set(fragmentsOf(edition).map((f) => f.id));
    const fresh = fragments.every((f) => own.has(f.sourceId) && !ids.has(f.id) && ids.add(f.id));
    return fresh ? true : refuse('refuse.already-imported');
  },
  run(draft, { sources, fragments, pages, articles }) {
    for (const source of sources) {
      draft.sources[source.id] = source as Draft<Source>;
      draft.fragments[source.id] = {};
    }
    for (const fragment of fragments)
      (draft.fragments[fragment.sourceId] ??= {})[fragment.id] = fragment as Draft<Fragment>;
    for (const page of pages) draft.pages[page.id] = page as Draft<Page>;
    for (const article of articles) draft.articles[article.id] = article as Draft<Article>;
  },
  label: (_, { sources }) => ({ code: 'command.import', params: { n: sources.length } }),
});

export type Description = Partial<Pick<Edition, 'title'>> & {
  readonly date?: string | null;
  readonly language?: string | null;
};

/** A day of the calendar, not just digits in its shape. */
const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(Date.parse(date));

/** Title, date (ISO 8601 day) and language (BCP 47) of the edition; null takes one away. */
export const describeEdition = defineCommand<Description>({
  check: (_, { date }) => (date == null || isDay(date) ? true : refuse('refuse.date')),
  run(draft, { title, date, language }) {
    if (title !== undefined) draft.title = title;
    if (date === null) delete draft.date;
    else if (date !== undefined) draft.date = date;
    if (language === null) delete draft.language;
    else if (language !== undefined) draft.language = language;
  },
  label: () => ({ code: 'command.describe' }),
});

/** Remembers that the editor turned suggestions down. */
export const dismissSuggestions = defineCommand<{ readonly keys: readonly string[] }>({
  check: (_, { keys }) => (keys.length ? true : refuse('refuse.nothing-selected')),
  run(draft, { keys }) {
    for (const key of keys) draft.dismissed[`s:${key}`] = true;
  },
  label: (_, { keys }) => ({ code: 'command.dismiss', params: { n: keys.length } }),
});
