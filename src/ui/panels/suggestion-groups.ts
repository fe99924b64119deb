/** Suggestions by the article that they would make; pages and loose pieces come last. */
import type { Proposal, Suggestion } from '../../core/index.ts';

export interface SuggestionGroup {
  readonly key: string;
  /** Index of the proposed article; null: what belongs to none. */
  readonly article: number | null;
  readonly title: string;
  readonly suggestions: readonly Suggestion[];
}

export function groupSuggestions(proposal: Proposal, suggestions: readonly Suggestion[]): SuggestionGroup[] {
  const groups = new Map<number | null, Suggestion[]>();
  for (const suggestion of suggestions) {
    const list = groups.get(suggestion.article);
    if (list) list.push(suggestion);
    else groups.set(suggestion.article, [suggestion]);
  }
  return [...groups]
    .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([article, list]) => ({
      key: String(article),
      article,
      title: article === null ? '' : titleOf(proposal, article),
      suggestions: list.toSorted((a, b) => Number(b.kind === 'article') - Number(a.kind === 'article')),
    }));
}

function titleOf(proposal: Proposal, article: number): string {
  const pieces = (proposal.articles[article]?.pieces ?? []).map((i) => proposal.pieces[i]);
  const head = pieces.find((p) => p?.role === 'headline') ?? pieces.find((p) => p?.role === 'kicker') ?? pieces[0];
  return head?.text.slice(0, 60) ?? '';
}
