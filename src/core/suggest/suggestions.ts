/** A proposal as suggestions: what an edition would gain, each with its confidence and its reason. What an editor did is not touched. */
import type { Edition, Fragment } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import { sourceReading } from '../model/reading-text.ts';
import { pagesOf, textOf } from '../model/selectors.ts';
import type { Proposal } from '../reconstruct/proposal.ts';
import { firstCharacter, matchPieces, type Match } from './match.ts';

export type SuggestionKind = 'cut' | 'text' | 'role' | 'article' | 'page';

export interface Suggestion {
  /** The same for the same proposal on the same source: what was turned down stays so. */
  readonly key: string;
  readonly kind: SuggestionKind;
  /** 0..1 */
  readonly confidence: number;
  readonly reason: Message;
  /** Indexes into the proposal's pieces. */
  readonly pieces: readonly number[];
  /** Index of the proposed article that it belongs to. */
  readonly article: number | null;
  /** Index into the proposal's pages, of a page suggestion. */
  readonly page?: number;
}

/** Did nobody touch it yet? */
const isFresh = (f: Fragment): boolean =>
  !f.confirmed && f.role === 'unknown' && f.corrected === undefined && !f.article && f.placement.at === 'unplaced';

const sure = 0.6;

export interface Scope {
  /** Fragments to suggest for; without it all. */
  readonly ids?: ReadonlySet<string>;
}

export function suggestionsFor(edition: Edition, proposal: Proposal, scope: Scope = {}): Suggestion[] {
  const articleOf = new Map<number, number>();
  proposal.articles.forEach((article, a) => article.pieces.forEach((piece) => articleOf.set(piece, a)));
  const keyOf = (kind: SuggestionKind, piece: number, detail = ''): string => {
    const { sourceId, spans } = proposal.pieces[piece] ?? { sourceId: '', spans: [] };
    const source = edition.sources[sourceId];
    // Pages of one file have one sum.
    const origin = source ? source.sha256.slice(0, 12) + (/#page=\d+$/u.exec(source.name)?.[0] ?? '') : '';
    return `${kind}/${origin}/${source ? firstCharacter(source, spans) : -1}${detail && `/${detail}`}`;
  };
  const found: Suggestion[] = [];
  const settled = new Map<number, Fragment | null>();
  for (const match of matchPieces(edition, proposal)) {
    if (scope.ids && !match.fragments.some((f) => scope.ids?.has(f.id))) continue;
    const [fragment] = match.fragments;
    if (match.fragments.length === 1 && match.pieces.length === 1 && fragment) {
      settled.set(match.pieces[0] ?? -1, fragment);
      continue;
    }
    if (!match.fragments.every(isFresh)) continue;
    for (const piece of match.pieces) settled.set(piece, null);
    found.push(cutSuggestion(proposal, match, keyOf, articleOf));
  }
  for (const [index, fragment] of settled) {
    const piece = proposal.pieces[index];
    if (!piece) continue;
    const article = articleOf.get(index) ?? null;
    if (fragment === null ? readsOtherwise(edition, piece) : canCorrect(edition, fragment, piece.text))
      found.push({
        key: keyOf('text', index),
        kind: 'text',
        confidence: 0.9,
        reason: {
          code: 'suggest.text',
          params: { repairs: piece.repairs.map((r) => `command.repair-${r}`).join(', ') },
        },
        pieces: [index],
        article,
      });
    if (piece.role !== 'unknown' && (fragment === null || (fragment.role === 'unknown' && !fragment.confirmed)))
      found.push({
        key: keyOf('role', index, piece.role),
        kind: 'role',
        confidence: piece.confidence,
        reason: piece.reason,
        pieces: [index],
        article,
      });
  }
  found.push(...articleSuggestions(proposal, settled, keyOf), ...pageSuggestions(edition, proposal, settled, keyOf));
  return found.filter((s) => !edition.dismissed[`s:${s.key}`]);
}

type KeyOf = (kind: SuggestionKind, piece: number, detail?: string) => string;

function cutSuggestion(
  proposal: Proposal,
  match: Match,
  keyOf: KeyOf,
  articleOf: ReadonlyMap<number, number>,
): Suggestion {
  const pieces = match.pieces;
  return {
    key: keyOf('cut', pieces[0] ?? -1, String(pieces.length)),
    kind: 'cut',
    confidence: Math.min(...pieces.map((i) => proposal.pieces[i]?.confidence ?? 0)),
    reason: {
      code: match.fragments.length > pieces.length ? 'suggest.joins' : 'suggest.cuts',
      params: { n: match.fragments.length, pieces: pieces.length },
    },
    pieces,
    article: articleOf.get(pieces[0] ?? -1) ?? null,
  };
}

function readsOtherwise(edition: Edition, { sourceId, spans, text }: Proposal['pieces'][number]): boolean {
  const source = edition.sources[sourceId];
  return source !== undefined && sourceReading(source, spans) !== text;
}

const canCorrect = (edition: Edition, fragment: Fragment, text: string): boolean =>
  fragment.corrected === undefined &&
  !fragment.confirmed &&
  fragment.placement.at !== 'discarded' &&
  textOf(edition, fragment) !== text;

/** An article whose members are free, or lie in one article that lacks some of them. */
function articleSuggestions(
  proposal: Proposal,
  settled: ReadonlyMap<number, Fragment | null>,
  keyOf: KeyOf,
): Suggestion[] {
  return proposal.articles.flatMap(({ pieces, confidence, reasons }, article): Suggestion[] => {
    const free = pieces.filter((i) => settled.has(i) && !settled.get(i)?.article && !settled.get(i)?.confirmed);
    if (!free.length) return [];
    const reason = reasons.toSorted((a, b) => b.confidence - a.confidence)[0]?.reason ?? { code: 'suggest.article' };
    return [
      {
        key: keyOf('article', pieces[0] ?? -1, String(pieces.length)),
        kind: 'article',
        confidence,
        reason,
        pieces,
        article,
      },
    ];
  });
}

function pageSuggestions(
  edition: Edition,
  proposal: Proposal,
  settled: ReadonlyMap<number, Fragment | null>,
  keyOf: KeyOf,
): Suggestion[] {
  return proposal.pages.flatMap((page, index): Suggestion[] => {
    const free = page.order.filter((i) => {
      const fragment = settled.get(i);
      return (
        settled.has(i) &&
        proposal.pieces[i]?.place &&
        (fragment === null || (fragment?.placement.at === 'unplaced' && !fragment.confirmed))
      );
    });
    if (!free.length || !pageOfSource(edition, page.sourceId)) return [];
    return [
      {
        key: keyOf('page', page.order[0] ?? -1),
        kind: 'page',
        confidence: sure,
        reason: { code: 'suggest.page', params: { n: page.columns.length } },
        pieces: free,
        article: null,
        page: index,
      },
    ];
  });
}

/** The sheet that was made for a source: the one of the same place in the edition. */
export function pageOfSource(edition: Edition, sourceId: string): string | undefined {
  const at = Object.keys(edition.sources).indexOf(sourceId);
  return pagesOf(edition)[at]?.id;
}
