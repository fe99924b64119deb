/** Every article that a jump line may be linked to, the likeliest first, by the same reasons as the inbox's. */
import type { Edition } from '../model/edition.ts';
import { jumpEnds } from './ends.ts';
import { othersOf } from './inbox.ts';
import { judgeOf, rankOthers, type Candidate, type Other } from './rank.ts';

/** Beyond so many parts only those on the page that is named, and those that point here, are weighed. */
const MOST_WEIGHED = 200;

export function linkChoices(edition: Edition, line: string): readonly Candidate[] {
  const ends = jumpEnds(edition);
  const end = ends.find(({ fragment }) => fragment.id === line);
  if (!end) return [];
  const others = othersOf(edition, ends).all.filter(
    ({ part }) => part.article !== end.part?.article && part.page !== end.page,
  );
  const isNear = ({ part, end: other }: Other): boolean =>
    part.page === end.target || (other !== null && other.target !== null && other.target === end.page);
  const weighed = others.length > MOST_WEIGHED ? others.filter(isNear) : others;
  const judge = judgeOf(edition, [...(end.part ? [end.part] : []), ...weighed.map(({ part }) => part)]);
  const ranked = rankOthers(edition, end, weighed, judge);
  const unweighed = others.map(({ part }): Candidate => ({
    article: part.article,
    page: part.page,
    fragment: part.fragments[0]?.id ?? '',
    answers: false,
    score: 0,
    reasons: [],
  }));
  const best = new Map<string, Candidate>();
  for (const choice of [...ranked, ...unweighed]) if (!best.has(choice.article)) best.set(choice.article, choice);
  return [...best.values()];
}
