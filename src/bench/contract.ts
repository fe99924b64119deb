/** A proposal as contract JSON, as far as the scorer reads it. */
import type { Source } from '../core/model/edition.ts';
import { normalizeLabel } from '../core/press/page-label.ts';
import type { Proposal } from '../core/reconstruct/proposal.ts';

export function contractOf(proposal: Proposal, sources: readonly Source[]) {
  const articleOf = new Map<number, string>();
  proposal.articles.forEach((article, a) => article.pieces.forEach((piece) => articleOf.set(piece, `a${a + 1}`)));
  const pageOf = new Map(proposal.pages.map((page) => [page.sourceId, page.label] as const));
  const fragments = proposal.pieces.map((piece, i) => ({
    id: `f${i + 1}`,
    sourceId: piece.sourceId,
    spans: piece.spans,
    text: piece.text,
    role: piece.role,
    articleId: articleOf.get(i) ?? null,
    ...(piece.continues ? { continues: true } : {}),
    ...(piece.jump ? { jump: piece.jump } : {}),
  }));
  const articles = proposal.articles.map((article, a) => ({
    id: `a${a + 1}`,
    kind: 'article',
    fragmentIds: article.pieces.map((piece) => `f${piece + 1}`),
  }));
  const continuations = proposal.articles.flatMap((article, a) =>
    article.pieces.flatMap((index, at) => {
      const piece = proposal.pieces[index]!;
      if (piece.jump?.direction !== 'to') return [];
      const fromPage = pageOf.get(piece.sourceId)!;
      const next = article.pieces.slice(at + 1).find((other) => proposal.pieces[other]!.sourceId !== piece.sourceId);
      const toPage =
        (piece.jump.page === null ? null : normalizeLabel(piece.jump.page)) ??
        (next === undefined ? null : pageOf.get(proposal.pieces[next]!.sourceId)!);
      if (toPage === null)
        return [
          {
            articleId: `a${a + 1}`,
            fromPage,
            toPage: '',
            fromFragmentId: `f${index + 1}`,
            toFragmentId: null,
            status: 'number-lost',
          },
        ];
      const inEdition = proposal.pages.some((page) => page.label === toPage);
      const status = next !== undefined ? 'matched' : inEdition ? 'one-way' : 'pending';
      return [
        {
          articleId: `a${a + 1}`,
          fromPage,
          toPage,
          fromFragmentId: `f${index + 1}`,
          toFragmentId: next === undefined ? null : `f${next + 1}`,
          status,
        },
      ];
    }),
  );
  return { sources, fragments, articles, continuations };
}

/** The rival: every line in the file's order, all of it one article. */
export function fileOrder(sources: readonly Source[]) {
  let n = 0;
  const fragments = sources.flatMap((source) =>
    source.lines
      .filter((line) => source.text.slice(line.start, line.end).trim())
      .map((line) => ({
        id: `f${++n}`,
        sourceId: source.id,
        spans: [[line.start, line.end]],
        text: source.text.slice(line.start, line.end).trim(),
        role: 'body',
        articleId: 'a1',
      })),
  );
  return {
    sources,
    fragments,
    articles: [{ id: 'a1', kind: 'article', fragmentIds: fragments.map((fragment) => fragment.id) }],
    continuations: [],
  };
}
