import type { ArticleKind } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';

/** METS types of newspaper parts; roles that have none stand in their zone as they are. */
export const METS_TYPES: Partial<Record<RoleId, string>> = {
  headline: 'HEADLINE',
  kicker: 'OVERLINE',
  subhead: 'SUBHEADLINE',
  body: 'TEXTBLOCK',
  byline: 'AUTHOR',
  caption: 'CAPTION',
  lead: 'ABSTRACT',
  section: 'SECTION',
  table: 'TABLE',
  ad: 'ADVERTISEMENT',
  notice: 'DEATH_NOTICE',
  masthead: 'TITLE_SECTION',
  folio: 'RUNNING_TITLE',
};

/** METS types of articles by their kind. */
export const KIND_TYPES: Record<ArticleKind, string> = {
  article: 'article',
  advertisement: 'ADVERTISEMENT',
  notice: 'NOTICE',
  other: 'article-other',
};
