/** How each role is told in TEI (DTA base format for newspapers). */
import type { RoleId } from '../../model/role.ts';
import { el, type Child, type XmlElement } from '../xml-writer.ts';

const HEAD_TYPES: Partial<Record<RoleId, string>> = {
  headline: 'main',
  kicker: 'kicker',
  subhead: 'sub',
  'jump-head': 'jump',
  section: 'section',
  crosshead: 'crosshead',
};

export const isHead = (role: RoleId): boolean => HEAD_TYPES[role] !== undefined;

export const headOf = (role: RoleId, content: readonly Child[]): XmlElement =>
  el('head', { type: HEAD_TYPES[role] }, content);

/** What may stand at the top of a division, before its first paragraph. */
export function topOf(role: RoleId, content: readonly Child[]): XmlElement | undefined {
  if (role === 'byline' || role === 'dateline') return el(role, {}, content);
  return role === 'lead' ? el('argument', {}, el('p', {}, content)) : undefined;
}

/** Forme work: it may stand anywhere. */
export function formeWork(role: RoleId, content: readonly Child[]): XmlElement | undefined {
  if (role === 'masthead') return el('fw', { type: 'masthead', place: 'top' }, '', content);
  if (role === 'folio') {
    const isNumber = content.every((child) => typeof child !== 'string' || /^[\p{N}\p{P}\s]+$/u.test(child));
    return el('fw', { type: isNumber ? 'pageNum' : 'header', place: 'top' }, '', content);
  }
  return role === 'imprint' ? el('fw', { type: 'footer', place: 'bottom' }, '', content) : undefined;
}

/** Everything else, as a part of a division beside its paragraphs. */
export function partOf(role: RoleId, content: readonly Child[]): XmlElement {
  switch (role) {
    case 'caption':
      return el('figure', {}, el('head', {}, content));
    case 'photo-credit':
      return el('figure', {}, el('bibl', { type: 'credit' }, content));
    case 'source':
      return el('bibl', { type: 'source' }, content);
    case 'editor-note':
      return el('note', { type: 'editorial' }, content);
    case 'quote':
      return el('quote', { rend: 'pull' }, content);
    case 'teaser':
      return el('list', { type: 'teaser' }, el('item', {}, el('ref', {}, content)));
    case 'table':
      return el('table', {}, el('row', {}, el('cell', {}, content)));
    case 'unknown':
      return el('ab', {}, content);
    default:
      return el('ab', { type: role }, content);
  }
}

/** The type of the division that a fragment of no article stands in. */
export const looseType = (role: RoleId): string =>
  role === 'ad' ? 'advertisement' : role === 'notice' || role === 'section' || role === 'teaser' ? role : 'loose';
