/** Takes suggestions: one step, whatever their number. */
import type { RecutArgs } from '../commands/fragment-recut.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import type { RoleId } from '../model/role.ts';
import { fragmentsOnPage, pagesOf, textOf } from '../model/selectors.ts';
import type { Proposal } from '../reconstruct/proposal.ts';
import { call, transact, type Call, type Outcome } from '../transact.ts';
import { articleMoves } from './article-places.ts';
import { fragmentOfPiece, matchPieces } from './match.ts';
import { missingAbout, pageOfSource, type Suggestion } from './suggestions.ts';

type Find = (piece: number) => Fragment | undefined;

/** Runs them as one transaction. The cuts come first, for the rest is about the fragments that they make. */
export function acceptSuggestions(edition: Edition, proposal: Proposal, chosen: readonly Suggestion[]): Outcome {
  const of = (kind: Suggestion['kind']): readonly Suggestion[] => chosen.filter((s) => s.kind === kind);
  return transact(
    edition,
    [
      (now) => cuts(now, proposal, of('cut')),
      (now) => texts(now, proposal, of('text')),
      (now) => roles(now, proposal, of('role')),
      (now) => articles(now, proposal, of('article')),
      (now) => articleMoves(now, proposal, edition),
      ...of('link').map((link) => (now: Edition) => joined(now, proposal, link)),
      (now) => lays(now, proposal, of('page')),
      (now) => described(now, proposal, of('about')),
    ],
    { origin: 'suggestion', label: { code: 'command.reconstruct', params: { n: chosen.length } } },
  );
}

function cuts(edition: Edition, proposal: Proposal, chosen: readonly Suggestion[]): Call[] {
  const wanted = new Set(chosen.flatMap((s) => s.pieces));
  return matchPieces(edition, proposal)
    .filter((match) => match.pieces.some((piece) => wanted.has(piece)))
    .map((match) => {
      const args: RecutArgs = {
        ids: match.fragments.map((f) => f.id),
        pieces: match.pieces.map((piece) => proposal.pieces[piece]?.spans ?? []),
      };
      return call('fragment.recut', args);
    });
}

function texts(edition: Edition, proposal: Proposal, chosen: readonly Suggestion[]): Call[] {
  const find = fragmentOfPiece(edition, proposal);
  const changed = chosen.flatMap((s) =>
    s.pieces.flatMap((piece) => {
      const fragment = find(piece);
      const text = proposal.pieces[piece]?.text;
      return fragment && text !== undefined && fragment.corrected === undefined && text !== textOf(edition, fragment)
        ? [{ id: fragment.id, text }]
        : [];
    }),
  );
  return changed.length ? [call('fragment.correct', { texts: changed })] : [];
}

function roles(edition: Edition, proposal: Proposal, chosen: readonly Suggestion[]): Call[] {
  const find = fragmentOfPiece(edition, proposal);
  const byRole = new Map<RoleId, string[]>();
  const continued: string[] = [];
  const jumps: Call[] = [];
  for (const index of chosen.flatMap((s) => s.pieces)) {
    const piece = proposal.pieces[index];
    const fragment = find(index);
    if (!piece || !fragment || fragment.confirmed) continue;
    byRole.set(piece.role, [...(byRole.get(piece.role) ?? []), fragment.id]);
    if (piece.continues) continued.push(fragment.id);
    if (piece.jump) jumps.push(call('fragment.jump', { id: fragment.id, page: piece.jump.page }));
  }
  return [
    ...[...byRole].map(([role, ids]) => call('fragment.role', { ids, role })),
    ...(continued.length ? [call('fragment.continues', { ids: continued, continues: true })] : []),
    ...jumps,
  ];
}

function articles(edition: Edition, proposal: Proposal, chosen: readonly Suggestion[]): Call[] {
  const find = fragmentOfPiece(edition, proposal);
  const inOrder = chosen.toSorted((a, b) => (a.article ?? 0) - (b.article ?? 0));
  return inOrder.flatMap((s): Call[] => {
    const members = s.pieces.map(find).filter((f) => f !== undefined && f.placement.at !== 'discarded') as Fragment[];
    const known = members.find((f) => f.article)?.article?.id;
    const ids = members.filter((f) => !f.article && !f.confirmed).map((f) => f.id);
    if (!ids.length) return [];
    return [known === undefined ? call('article.make', { ids }) : call('article.add', { ids, article: known })];
  });
}

/** The parts on both sides of a border as one article. One after the other: a part may have been joined before. */
function joined(edition: Edition, proposal: Proposal, { pieces }: Suggestion): Call[] {
  const find = fragmentOfPiece(edition, proposal);
  const [before, after] = pieces.map((piece) => find(piece)?.article?.id);
  if (before === undefined || after === undefined || before === after) return [];
  return [call('article.merge', { articles: [before, after] })];
}

function described(edition: Edition, proposal: Proposal, chosen: readonly Suggestion[]): Call[] {
  const missing = missingAbout(edition, proposal);
  return chosen.length && Object.keys(missing).length ? [call('edition.describe', missing)] : [];
}

function lays(edition: Edition, proposal: Proposal, chosen: readonly Suggestion[]): Call[] {
  const find = fragmentOfPiece(edition, proposal);
  return chosen.flatMap((s) => layCalls(edition, proposal, s, find));
}

function layCalls(edition: Edition, proposal: Proposal, { page: index, pieces }: Suggestion, find: Find): Call[] {
  const proposed = index === undefined ? undefined : proposal.pages[index];
  const page = proposed && pageOfSource(edition, proposed.sourceId);
  if (!proposed || page === undefined) return [];
  const sheet = edition.pages[page];
  const free = new Set(pieces);
  const empty = fragmentsOnPage(edition, page).length === 0;
  const count = empty ? proposed.columns.length : (sheet?.columns.length ?? 1);
  const fragments = proposed.order.flatMap((i) => {
    const fragment = free.has(i) ? find(i) : undefined;
    const place = proposal.pieces[i]?.place;
    if (!fragment || !place || fragment.confirmed || fragment.placement.at !== 'unplaced') return [];
    const column = Math.min(place.column, count - 1);
    return [{ id: fragment.id, column, span: Math.max(1, Math.min(place.span, count - column)) }];
  });
  const label = proposed.label;
  const taken = pagesOf(edition).some((p) => p.id !== page && p.label === label);
  return [
    ...(proposed.section && !sheet?.section ? [call('page.describe', { page, section: proposed.section })] : []),
    ...(label && label !== sheet?.label && !taken ? [call('page.label', { page, label })] : []),
    call('page.lay', { page, fragments, ...(empty && proposed.columns.length ? { columns: proposed.columns } : {}) }),
  ];
}
