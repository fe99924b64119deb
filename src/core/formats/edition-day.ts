/** The day that written files bear: the edition's own, never today's. */
import type { Edition } from '../model/edition.ts';

const FIXED = '1970-01-01';

/** A day that exists, as YYYY-MM-DD; undefined where the edition has none. */
export function dayOf(edition: Edition): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(edition.date ?? '');
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? match[0] : undefined;
}

export const momentOf = (edition: Edition): string => `${dayOf(edition) ?? FIXED}T00:00:00Z`;
