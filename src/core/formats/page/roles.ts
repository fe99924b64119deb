/** What PAGE calls a region, as a role; undefined where its name covers several roles or none of ours. */
import { isRole, type RoleId } from '../../model/role.ts';
import type { PageRegion } from './parse.ts';

const TYPES: ReadonlyMap<string, RoleId> = new Map([
  ['heading', 'headline'],
  ['paragraph', 'body'],
  ['drop-capital', 'body'],
  ['caption', 'caption'],
  ['credit', 'byline'],
  ['page-number', 'folio'],
  ['footer', 'imprint'],
  ['TOC-entry', 'teaser'],
  ['advertisement', 'ad'],
]);
/** What a region round it makes of a text region that says nothing of its own. */
const KINDS: ReadonlyMap<string, RoleId> = new Map([['TableRegion', 'table'], ['AdvertRegion', 'ad']]);

export function roleOfRegion(region: PageRegion): RoleId | undefined {
  const label = region.labels.find(({ type, value }) => type === 'press-role' && isRole(value))?.value;
  if (label !== undefined && isRole(label)) return label;
  for (let above = region.parent; above; above = above.parent) {
    const kind = KINDS.get(above.kind);
    if (kind) return kind;
  }
  const own = KINDS.get(region.kind) ?? typeRole(region.type);
  return own ?? typeRole(region.custom.get('structure')?.get('type'));
}

function typeRole(type: string | undefined): RoleId | undefined {
  if (type === undefined) return undefined;
  return TYPES.get(type) ?? (isRole(type) && type !== 'unknown' ? type : undefined);
}

export function isNoise(region: PageRegion): boolean {
  for (let at: PageRegion | null = region; at; at = at.parent) if (at.kind === 'NoiseRegion') return true;
  return false;
}
