/** A proposal as suggestions: what an edition would gain, each with its confidence and its reason. What an editor did is not touched. */
import type { Edition, Fragment } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import { sourceReading } from '../model/reading-text.ts';
import { pagesOf, textOf } from '../model/selectors.ts';
import type { Proposal } from '../reconstruct/proposal.ts';
import { firstCharacter, matchPieces, type Match } from './match.ts';

export type SuggestionKind = 'cut' | 'text' | 'role' | 'article' | 'link' | 'page' | 'about';

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
  found.push(
    ...articleSuggestions(proposal, settled, keyOf),
    ...linkSuggestions(proposal, settled, keyOf),
    ...pageSuggestions(edition, proposal, settled, keyOf),
    ...(scope.ids ? [] : aboutSuggestions(edition, proposal, keyOf)),
  );
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

/** The pieces of a proposed article, page by page. */
function partsOf(proposal: Proposal, article: number): number[][] {
  const parts: number[][] = [];
  const sourceOf = (piece: number | undefined): string | undefined => proposal.pieces[piece ?? -1]?.sourceId;
  for (const piece of proposal.articles[article]?.pieces ?? []) {
    const last = parts.at(-1);
    if (last && sourceOf(last[0]) === sourceOf(piece)) last.push(piece);
    else parts.push([piece]);
  }
  return parts;
}

/** A part of an article whose members are free, or lie in one article that lacks some of them. */
function articleSuggestions(
  proposal: Proposal,
  settled: ReadonlyMap<number, Fragment | null>,
  keyOf: KeyOf,
): Suggestion[] {
  return proposal.articles.flatMap(({ confidence, reasons }, article): Suggestion[] => {
    const parts = partsOf(proposal, article);
    return parts.flatMap((pieces, at): Suggestion[] => {
      const free = pieces.filter((i) => settled.has(i) && !settled.get(i)?.article && !settled.get(i)?.confirmed);
      if (!free.length) return [];
      const inside = new Set(pieces);
      // What joins a part with the one before it is said by the link.
      const own = reasons.filter((reason) => inside.has(reason.piece) && (at === 0 || !joins(reason.reason.code)));
      const reason = own.toSorted((a, b) => b.confidence - a.confidence)[0]?.reason ?? { code: 'suggest.article' };
      return [
        {
          key: keyOf('article', pieces[0] ?? -1, String(pieces.length)),
          kind: 'article',
          confidence: parts.length < 2 || !own.length ? confidence : Math.min(...own.map((one) => one.confidence)),
          reason,
          pieces,
          article,
        },
      ];
    });
  });
}

/** True for the reason of a piece that is joined to an article over pages. */
export const joins = (code: string): boolean => code.startsWith('link.') || code === 'geometry.runs-over';

/** Both ends name each other's pages and nothing else fits: the rest is proposed and never taken for sure. */
const SAFE_LINK = 0.85;
export const isSafeLink = ({ kind, confidence, reason }: Suggestion): boolean =>
  kind === 'link' && confidence >= SAFE_LINK && reason.code === 'link.both-ways';

/** Two parts of an article on different pages that are not one article yet. Its pieces are those on both sides of the border. */
function linkSuggestions(
  proposal: Proposal,
  settled: ReadonlyMap<number, Fragment | null>,
  keyOf: KeyOf,
): Suggestion[] {
  return proposal.articles.flatMap(({ confidence, reasons }, article): Suggestion[] => {
    const parts = partsOf(proposal, article);
    return parts.slice(1).flatMap((part, i): Suggestion[] => {
      const before = parts[i] ?? [];
      const articleOf = (pieces: readonly number[]): string | undefined =>
        pieces.map((piece) => settled.get(piece)?.article?.id).find((id) => id !== undefined);
      const known = [before, part].every((pieces) => pieces.some((piece) => settled.has(piece)));
      const [a, b] = [articleOf(before), articleOf(part)];
      if (!known || (a !== undefined && a === b)) return [];
      if ([...before, ...part].some((piece) => settled.get(piece)?.confirmed)) return [];
      const inside = new Set(part);
      // Who proposes one article for two pages joins them, said or not.
      const why = reasons.find((reason) => inside.has(reason.piece) && joins(reason.reason.code)) ?? {
        confidence,
        reason: { code: 'suggest.article' },
      };
      const [last, first] = [before.at(-1), part[0]];
      if (last === undefined || first === undefined) return [];
      return [
        {
          key: keyOf('link', first, String(part.length)),
          kind: 'link',
          confidence: why.confidence,
          reason: why.reason,
          pieces: [last, first],
          article,
        },
      ];
    });
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

/** Title and date, where the edition has none of its own: a file's name is none. */
export function missingAbout(
  edition: Edition,
  { about }: Proposal,
): { readonly title?: string; readonly date?: string } {
  const stems = new Set(Object.values(edition.sources).map(({ name }) => name.replace(/\.[^.]*$/u, '')));
  return {
    ...(about?.title && (edition.title === '' || stems.has(edition.title)) ? { title: about.title } : {}),
    ...(about?.date && edition.date === undefined ? { date: about.date } : {}),
  };
}

function aboutSuggestions(edition: Edition, proposal: Proposal, keyOf: KeyOf): Suggestion[] {
  const { about } = proposal;
  const { title, date } = missingAbout(edition, proposal);
  const [first] = about?.pieces ?? [];
  if (first === undefined || (title === undefined && date === undefined)) return [];
  return [
    {
      key: keyOf('about', first),
      kind: 'about',
      confidence: 0.9,
      reason: { code: 'suggest.about', params: { what: [title, date].filter(Boolean).join(', ') } },
      pieces: about?.pieces ?? [],
      article: null,
    },
  ];
}

/** The sheet of a source: the one that most of its fragments stand on, else the one of the same place in the edition. */
export function pageOfSource(edition: Edition, sourceId: string): string | undefined {
  const votes = new Map<string, number>();
  for (const { placement } of Object.values(edition.fragments[sourceId] ?? {}))
    if (placement.at === 'page') votes.set(placement.page, (votes.get(placement.page) ?? 0) + 1);
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const at = Object.keys(edition.sources).indexOf(sourceId);
  return pagesOf(edition)[at]?.id;
}
