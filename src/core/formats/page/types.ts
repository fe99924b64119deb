/** How each role is told in PAGE XML. The exact role always goes to a label as well. */
import type { RoleId } from '../../model/role.ts';

const TYPES: Record<RoleId, string> = {
  headline: 'heading',
  kicker: 'heading',
  subhead: 'heading',
  crosshead: 'heading',
  'jump-head': 'heading',
  lead: 'paragraph',
  body: 'paragraph',
  dateline: 'paragraph',
  'editor-note': 'paragraph',
  notice: 'paragraph',
  byline: 'credit',
  'photo-credit': 'credit',
  source: 'credit',
  caption: 'caption',
  'jump-to': 'other',
  'jump-from': 'other',
  section: 'header',
  masthead: 'header',
  folio: 'header',
  imprint: 'footer',
  quote: 'floating',
  teaser: 'TOC-entry',
  table: 'paragraph',
  ad: 'paragraph',
  unknown: 'other',
};

/** A TextRegion's type; a folio of nothing but a number is a page number. */
export const textTypeOf = (role: RoleId, text: string): string =>
  role === 'folio' && /^[\p{N}\p{P}\s]+$/u.test(text) ? 'page-number' : TYPES[role];

/** The region that a role's TextRegion stands in, where PAGE has one that holds no text itself. */
export const REGION_AROUND: Partial<Record<RoleId, string>> = { table: 'TableRegion', ad: 'AdvertRegion' };

const LANGUAGES: Record<string, string> = {
  zh: 'Chinese',
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  ja: 'Japanese',
  ko: 'Korean',
};

/** The schema's name of a language; undefined for one that this list lacks. */
export const languageName = (tag: string | undefined): string | undefined =>
  LANGUAGES[/^[a-z]+/iu.exec(tag ?? '')?.[0].toLowerCase() ?? ''];
