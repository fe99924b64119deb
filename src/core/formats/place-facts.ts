import type { GivenArticle } from './reading.ts';

/** What our own writers say of an article's place among the others, and of its members' places in it. */
export function placeFacts(
  number: string | undefined,
  places: string | undefined,
): Pick<GivenArticle, 'place' | 'places'> {
  const place = /^\d{1,9}$/u.test(number ?? '') ? Number(number) : undefined;
  const own = /^\d{1,9}(?: \d{1,9})*$/u.test(places ?? '') ? places?.split(' ').map(Number) : undefined;
  return { ...(place === undefined ? {} : { place }), ...(own ? { places: own } : {}) };
}
