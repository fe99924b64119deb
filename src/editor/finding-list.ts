/** The findings as a reader meets them, kept in order as news comes in. */
import type { Finding, Level } from '../core/index.ts';

const byRank = (a: Finding, b: Finding): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/**
 * A list without what was removed and with what was added, a finding of the same key in the place of the former one. There may
 * be tens of thousands after an edit that brings one: the old ones are not sorted again.
 */
export function withNews(
  list: readonly Finding[],
  added: readonly Finding[],
  removed: readonly string[],
): readonly Finding[] {
  const gone = new Set([...removed, ...added.map(({ key }) => key)]);
  const fresh = added.toSorted(byRank);
  const all: Finding[] = [];
  let next = 0;
  for (const finding of list) {
    if (gone.has(finding.key)) continue;
    for (let one = fresh[next]; one && byRank(one, finding) < 0; one = fresh[++next]) all.push(one);
    all.push(finding);
  }
  return all.concat(fresh.slice(next));
}

export interface PageMarks {
  readonly level: Level;
  readonly n: number;
}

/** What a list comes to, taken in one walk: it may be long, and every edit may change it. */
export interface Tally {
  readonly sums: Readonly<Record<Level | 'muted', number>>;
  /** By page: how many errors and warnings, and the worst of them. */
  readonly marks: ReadonlyMap<string, PageMarks>;
  /** By page: what is said of its fragments and not muted. */
  readonly onPage: ReadonlyMap<string, readonly Finding[]>;
}

export const WORST: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

export function tallyOf(list: readonly Finding[]): Tally {
  const sums = { error: 0, warning: 0, note: 0, muted: 0 };
  const marks = new Map<string, { level: Level; n: number }>();
  const onPage = new Map<string, Finding[]>();
  for (const finding of list) {
    const { level, muted, pageId, fragmentId } = finding;
    sums[muted ? 'muted' : level]++;
    if (pageId === undefined || muted) continue;
    if (fragmentId !== undefined) {
      const here = onPage.get(pageId);
      if (here) here.push(finding);
      else onPage.set(pageId, [finding]);
    }
    if (level === 'note') continue;
    const mark = marks.get(pageId);
    if (!mark) marks.set(pageId, { level, n: 1 });
    else {
      mark.n++;
      if (WORST[level] < WORST[mark.level]) mark.level = level;
    }
  }
  return { sums, marks, onPage };
}
