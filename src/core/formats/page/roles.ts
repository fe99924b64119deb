/** What PAGE calls a region, as a role; none where its name covers several roles or none of ours. */
import { isRole, type RoleId } from '../../model/role.ts';
import { DISCARD_REASONS } from '../../model/edition.ts';
import { readBreaks } from '../paragraphs.ts';
import type { GivenFragment } from '../reading.ts';
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
const KINDS: ReadonlyMap<string, RoleId> = new Map([
  ['TableRegion', 'table'],
  ['AdvertRegion', 'ad'],
]);

/** All that the file says of the region but its text. */
export function saidOf(region: PageRegion): Omit<GivenFragment, 'source' | 'spans'> {
  const labels = new Map(region.labels.map(({ type, value }) => [type, value]));
  const role = roleOf(region, labels.get('press-role'));
  const jump = labels.get('press-jump');
  const placement = placementOf(region, labels);
  const breaks = readBreaks(labels.get('press-paragraphs'));
  return {
    ...(region.id === undefined ? {} : { ref: region.id }),
    ...(role === undefined ? {} : { role }),
    ...(region.box ? { box: region.box } : {}),
    ...(region.continues ? { continues: true as const } : {}),
    ...(labels.get('press-confirmed') === 'true' ? { confirmed: true as const } : {}),
    ...(jump !== undefined && (role === 'jump-to' || role === 'jump-from')
      ? { jump: { direction: role === 'jump-to' ? ('to' as const) : ('from' as const), page: jump || null } }
      : {}),
    ...(placement ? { placement } : {}),
    ...(breaks ? { breaks } : {}),
  };
}

function roleOf(region: PageRegion, label: string | undefined): RoleId | undefined {
  if (label !== undefined && isRole(label)) return label;
  for (let above = region.parent; above; above = above.parent) {
    const kind = KINDS.get(above.kind);
    if (kind) return kind;
  }
  return KINDS.get(region.kind) ?? typeRole(region.type) ?? typeRole(region.custom.get('structure')?.get('type'));
}

function typeRole(type: string | undefined): RoleId | undefined {
  if (type === undefined) return undefined;
  return TYPES.get(type) ?? (isRole(type) && type !== 'unknown' ? type : undefined);
}

function placementOf(region: PageRegion, labels: ReadonlyMap<string, string>): GivenFragment['placement'] {
  if (labels.get('press-placement') === 'unplaced') return { at: 'unplaced' };
  for (let at: PageRegion | null = region; at; at = at.parent) {
    if (at.kind !== 'NoiseRegion') continue;
    const reason = DISCARD_REASONS.find((r) => r === labels.get('press-discarded')) ?? 'noise';
    const note = labels.get('press-note');
    return { at: 'discarded', reason, ...(note ? { note } : {}) };
  }
  return undefined;
}
