/** What nobody has begun to work on: what is wrong with it is said when it is, and not before. */
import type { Fragment } from '../model/edition.ts';

/** In the tray as it was read, without a role, an article or a correction. */
export const isUntouched = (f: Fragment): boolean =>
  f.placement.at === 'unplaced' && f.role === 'unknown' && f.article === undefined && f.corrected === undefined;

/** Given by a file or made, and nothing of it stands on a page yet. An article without members is empty, and waits for nothing. */
export const isWaiting = (members: readonly Fragment[]): boolean =>
  members.length > 0 && members.every((f) => f.placement.at === 'unplaced');
