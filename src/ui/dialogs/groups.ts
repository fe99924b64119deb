import type { Group } from '../../editor/actions/action.ts';

/** In the order in which the job goes: what the palette and the key sheet show first. */
export const GROUPS: readonly Group[] = [
  'place',
  'role',
  'text',
  'article',
  'continuation',
  'suggestion',
  'finding',
  'compare',
  'review',
  'select',
  'edit',
  'page',
  'view',
  'file',
  'help',
];
