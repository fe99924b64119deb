import type { Edition } from './edition.ts';

/** An edition of nothing. */
export const newEdition = (id: string, title = ''): Edition => ({
  version: 1,
  id,
  title,
  sources: {},
  fragments: {},
  pages: {},
  articles: {},
  dismissed: {},
});
