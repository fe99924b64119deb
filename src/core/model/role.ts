/** What a fragment is on the page. The list and its meanings: docs/roles.md. */
export const ROLES = [
  'headline',
  'kicker',
  'subhead',
  'lead',
  'body',
  'crosshead',
  'byline',
  'dateline',
  'caption',
  'photo-credit',
  'source',
  'editor-note',
  'quote',
  'jump-to',
  'jump-from',
  'jump-head',
  'section',
  'teaser',
  'table',
  'ad',
  'notice',
  'masthead',
  'folio',
  'imprint',
  'unknown',
] as const;

export type RoleId = (typeof ROLES)[number];

/** Does it say where a text goes on, or where it comes from? */
export const isJumpLine = ({ role }: { readonly role: RoleId }): boolean => role === 'jump-to' || role === 'jump-from';

export const isRole = (value: string): value is RoleId => (ROLES as readonly string[]).includes(value);
