/** What METS calls a div, as a role of ours or a kind of article. */
import type { ArticleKind } from '../../model/edition.ts';
import { isRole, type RoleId } from '../../model/role.ts';

const ROLES: ReadonlyMap<string, RoleId> = new Map([
  ['HEADLINE', 'headline'],
  ['HEADING', 'headline'],
  ['TITLE', 'headline'],
  ['OVERLINE', 'kicker'],
  ['SUBHEADLINE', 'subhead'],
  ['SUBTITLE', 'subhead'],
  ['AUTHOR', 'byline'],
  ['ABSTRACT', 'lead'],
  ['TEXTBLOCK', 'body'],
  ['TEXT', 'body'],
  ['PARAGRAPH', 'body'],
  ['BODY', 'body'],
  ['BODY_CONTENT', 'body'],
  ['INTERTITLE', 'crosshead'],
  ['CAPTION', 'caption'],
  ['TABLE', 'table'],
  ['ADVERTISEMENT', 'ad'],
  ['DEATH_NOTICE', 'notice'],
  ['OBITUARY', 'notice'],
  ['TITLE_SECTION', 'masthead'],
  ['PAGE_NUMBER', 'folio'],
  ['RUNNING_TITLE', 'folio'],
  ['RUNNING_HEAD', 'folio'],
  ['FOOTER', 'imprint'],
]);
const ARTICLES: ReadonlyMap<string, ArticleKind> = new Map([
  ['ARTICLE', 'article'],
  ['REVIEW', 'article'],
  ['LETTER', 'article'],
  ['FEUILLETON', 'article'],
  ['EDITORIAL', 'article'],
  ['WEATHER', 'article'],
  ['ADVERTISEMENT', 'advertisement'],
  ['DEATH_NOTICE', 'notice'],
  ['OBITUARY', 'notice'],
  ['BIRTH_NOTICE', 'notice'],
  ['MARRIAGE_NOTICE', 'notice'],
  ['NOTICE', 'notice'],
  ['ARTICLE_OTHER', 'other'],
]);

const plain = (type: string): string => type.replace(/[\s-]+/gu, '_');

export function roleOfType(type: string): RoleId | undefined {
  const known = ROLES.get(plain(type));
  if (known) return known;
  const own = type.toLowerCase().replace(/_/gu, '-');
  return isRole(own) && own !== 'unknown' ? own : undefined;
}
export const kindOfType = (type: string): ArticleKind | undefined => ARTICLES.get(plain(type));
