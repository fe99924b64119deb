/** A file of a newer version, as far as this one can read it: names that it does not know stand as the nearest that it does. */
import { ARTICLE_KINDS, DISCARD_REASONS, REVIEW_STATES } from '../../model/edition.ts';
import { ROLES } from '../../model/role.ts';
import { isObject, objects, type JsonObject } from '../json/parse.ts';
import { VERSION } from './schema.ts';

export const isNewer = (json: JsonObject): boolean =>
  typeof json['version'] === 'number' && Number.isInteger(json['version']) && json['version'] > VERSION;

const known = <T extends string>(all: readonly T[], value: unknown, otherwise: T): T =>
  all.find((one) => one === value) ?? otherwise;

function placement(p: unknown): unknown {
  if (!isObject(p) || p['at'] === 'page') return p;
  return p['at'] === 'discarded' ? { ...p, reason: known(DISCARD_REASONS, p['reason'], 'other') } : { at: 'unplaced' };
}

function review(r: unknown): unknown {
  return isObject(r) ? { state: known(REVIEW_STATES, r['state'], 'open'), ...textIn(r, 'note') } : r;
}

const textIn = (record: JsonObject, key: string): JsonObject =>
  typeof record[key] === 'string' ? { [key]: record[key] } : {};

function fragment({ jump, ...f }: JsonObject): JsonObject {
  const isKnown = isObject(jump) && (jump['direction'] === 'to' || jump['direction'] === 'from');
  return {
    ...f,
    role: known(ROLES, f['role'], 'unknown'),
    placement: placement(f['placement']),
    ...(isKnown ? { jump } : {}),
  };
}

/** What this version added to the contract is left out, derived records too. Nothing of it is saved: see `writePasteup`. */
export function asKnown(json: JsonObject): JsonObject {
  const rest = Object.fromEntries(
    Object.entries(json).filter(([key]) => !['muted', 'checks', 'checked', 'reviewStages', 'dismissed'].includes(key)),
  );
  return {
    ...rest,
    fragments: Array.isArray(json['fragments']) ? objects(json['fragments']).map(fragment) : json['fragments'],
    pages: Array.isArray(json['pages'])
      ? objects(json['pages']).map((p) => (p['review'] === undefined ? p : { ...p, review: review(p['review']) }))
      : json['pages'],
    articles: Array.isArray(json['articles'])
      ? objects(json['articles']).map((a) => ({
          ...a,
          kind: known(ARTICLE_KINDS, a['kind'], 'other'),
          review: review(a['review']),
        }))
      : json['articles'],
    continuations: [],
    ledger: [],
  };
}
