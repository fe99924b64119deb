/** Suggestions by the article that they would make, a row for each piece; pages and loose pieces come last. */
import type { Proposal, Suggestion } from '../../core/index.ts';

/** All that is suggested about one piece, or one suggestion about more than a piece. */
export interface SuggestionRow {
  readonly at: 'row';
  readonly key: string;
  /** The one that names the row comes first: what the piece is, before how its text is repaired. */
  readonly suggestions: readonly Suggestion[];
  /** Of the first one. */
  readonly confidence: number;
}

export interface SuggestionGroup {
  readonly at: 'group';
  readonly key: string;
  /** Index of the proposed article; null: what belongs to none. */
  readonly article: number | null;
  readonly title: string;
  readonly suggestions: readonly Suggestion[];
  readonly rows: readonly SuggestionRow[];
}

export type SuggestionItem = SuggestionGroup | SuggestionRow;

const WEIGHT: Readonly<Record<Suggestion['kind'], number>> = {
  article: 0,
  link: 0,
  page: 1,
  about: 1,
  cut: 2,
  role: 3,
  text: 4,
};
const TITLE = 60;

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
      at: 'group',
      key: `group-${article}`,
      article,
      title: article === null ? '' : titleOf(proposal, article),
      suggestions: list,
      rows: rowsOf(proposal, article, list),
    }));
}

/** One list from top to bottom. */
export const itemsOf = (groups: readonly SuggestionGroup[]): SuggestionItem[] =>
  groups.flatMap((group) => [group, ...group.rows]);

/** About more than a piece. */
const isWhole = ({ kind }: Suggestion): boolean =>
  kind === 'article' || kind === 'link' || kind === 'page' || kind === 'about';

function rowsOf(proposal: Proposal, article: number | null, suggestions: readonly Suggestion[]): SuggestionRow[] {
  const rows = new Map<string, Suggestion[]>();
  for (const one of suggestions) {
    const key = isWhole(one) ? one.key : `piece-${one.pieces[0] ?? -1}`;
    const row = rows.get(key);
    if (row) row.push(one);
    else rows.set(key, [one]);
  }
  const order = new Map((article === null ? [] : (proposal.articles[article]?.pieces ?? [])).map((p, i) => [p, i]));
  // Before the pieces of its part; a link before the part that it leads to.
  const place = ([first]: readonly Suggestion[]): number => {
    const at = order.get((first?.kind === 'link' ? first.pieces[1] : first?.pieces[0]) ?? -1) ?? Infinity;
    return first?.kind === 'page' || first?.kind === 'about'
      ? -1
      : first?.kind === 'link'
        ? at - 0.6
        : first?.kind === 'article'
          ? at - 0.3
          : at;
  };
  return [...rows]
    .sort(([, a], [, b]) => place(a) - place(b))
    .map(([key, list]) => {
      const ordered = list.toSorted((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind]);
      return { at: 'row', key: `row-${key}`, suggestions: ordered, confidence: ordered[0]?.confidence ?? 0 };
    });
}

function titleOf(proposal: Proposal, article: number): string {
  const pieces = (proposal.articles[article]?.pieces ?? []).map((i) => proposal.pieces[i]);
  const head = pieces.find((p) => p?.role === 'headline') ?? pieces.find((p) => p?.role === 'kicker') ?? pieces[0];
  return head?.text.slice(0, TITLE) ?? '';
}

const AROUND = 9;
const SHOWN = 26;

/** The first place where a text was changed, before and after, with a little around it. */
export function changeOf(before: string, after: string): { readonly before: string; readonly after: string } {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const from = Math.max(0, at - AROUND);
  const part = (text: string): string =>
    `${from ? '…' : ''}${text.slice(from, from + SHOWN).replace(/\n/gu, '⏎')}${text.length > from + SHOWN ? '…' : ''}`;
  return { before: part(before), after: part(after) };
}
