/** What written files say of the whole edition: its own day, never today's, and its language where it is a proper tag. */
import type { Edition } from '../model/edition.ts';
import { carriable } from './carriable.ts';

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

/** The edition's language as xsd:language has it; undefined where there is none or it is no language tag. */
export const languageOf = (edition: Edition): string | undefined =>
  edition.language !== undefined && /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(edition.language)
    ? edition.language
    : undefined;

/** Its title as a file can hold it; empty where nothing of it is left. */
export const titleOf = (edition: Edition): string => carriable(edition.title).trim();
