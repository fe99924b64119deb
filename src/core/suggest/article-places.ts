/** The places of new articles among those that are there: as proposed, whatever was taken first. */
import type { Edition } from '../model/edition.ts';
import { articlesOf, findArticle } from '../model/selectors.ts';
import type { Proposal } from '../reconstruct/proposal.ts';
import { call, type Call } from '../transact.ts';
import { fragmentOfPiece } from './match.ts';

/** Articles with something proposed in them, in the order of the proposal. */
function inProposedOrder(edition: Edition, proposal: Proposal): string[] {
  const find = fragmentOfPiece(edition, proposal);
  const found = new Set<string>();
  for (const piece of proposal.articles.flatMap((one) => one.pieces)) {
    const article = find(piece)?.article;
    if (article) found.add(article.id);
  }
  return [...found];
}

/**
 * Each article that was not there `before` goes behind the one that is proposed before it, or else before the first one that was there.
 * Nothing that was there is moved, and what is proposed behind all of it stays last.
 */
export function articleMoves(edition: Edition, proposal: Proposal, before: Edition): Call[] {
  const isNew = (id: string): boolean => findArticle(before, id) === undefined;
  const all = articlesOf(edition);
  if (!all.some(({ id }) => isNew(id)) || all.every(({ id }) => isNew(id))) return [];
  const proposed = inProposedOrder(edition, proposal);
  const lastThere = proposed.findLastIndex((id) => !isNew(id));
  const firstThere = proposed.find((id) => !isNew(id));
  const front = all[all.findIndex(({ id }) => id === firstThere) - 1]?.id ?? null;
  return proposed
    .slice(0, Math.max(lastThere, 0))
    .flatMap((article, i) =>
      isNew(article) ? [call('article.move', { article, after: proposed[i - 1] ?? front })] : [],
    );
}
