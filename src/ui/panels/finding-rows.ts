/** Findings as the rows of a list: grouped, each group with its name. */
import { articleNumbers, articleTitle, findPage, pagesOf, type Edition, type Finding } from '../../core/index.ts';
import type { GroupBy } from '../../editor/preferences.svelte.ts';

export interface FindingGroup {
  readonly key: string;
  readonly findings: readonly Finding[];
}
export type FindingRow =
  | { readonly kind: 'group'; readonly key: string; readonly group: FindingGroup }
  | { readonly kind: 'finding'; readonly key: string; readonly finding: Finding };

const LEVELS = ['error', 'warning', 'note'];

/** Which group a finding is in; empty: what belongs to none. */
function keyOf(finding: Finding, by: GroupBy): string {
  if (by === 'level') return finding.level;
  if (by === 'code') return finding.code;
  return (by === 'page' ? finding.pageId : finding.articleId) ?? '';
}

/** Groups in the order of what they are; within one, as a reader meets them. */
export function groupFindings(edition: Edition, findings: readonly Finding[], by: GroupBy): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding, by);
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  const pages = new Map(pagesOf(edition).map((page, i) => [page.id, i]));
  const numbers = articleNumbers(edition);
  const rank = (key: string): number => {
    if (by === 'level') return LEVELS.indexOf(key);
    if (by === 'code') return -(groups.get(key)?.length ?? 0);
    return (by === 'page' ? pages.get(key) : numbers.get(key)) ?? -1;
  };
  return [...groups].map(([key, list]) => ({ key, findings: list })).sort((a, b) => rank(a.key) - rank(b.key));
}

export const rowsOf = (groups: readonly FindingGroup[]): FindingRow[] =>
  groups.flatMap((group): FindingRow[] => [
    { kind: 'group', key: `group ${group.key}`, group },
    ...group.findings.map((finding): FindingRow => ({ kind: 'finding', key: finding.key, finding })),
  ]);

/** What a page or an article is called in the list; null where it has no name. */
export function placeName(edition: Edition, key: string, by: 'page' | 'article'): string | null {
  if (by === 'page') return findPage(edition, key)?.label ?? null;
  const n = articleNumbers(edition).get(key);
  return n === undefined ? null : `${n} ${articleTitle(edition, key)}`.trim();
}
