import type { Source } from '../../model/edition.ts';
import type { Proposal } from '../proposal.ts';
import type { GeometryPage } from './analyze.ts';

export function joinGeometryPages(pages: readonly GeometryPage[], sources: readonly Source[]): Proposal {
  const pieces: Proposal['pieces'][number][] = [];
  const articles: Proposal['articles'][number][] = [];
  const proposed: Proposal['pages'][number][] = [];
  pages.forEach((page, p) => {
    const offset = pieces.length;
    pieces.push(...page.pieces);
    for (const part of page.parts) articles.push({ pieces: part.pieces.map((i) => i + offset), confidence: part.confidence, reasons: [] });
    proposed.push({ sourceId: sources[p]!.id, label: String(p + 1), columns: page.columns, order: page.order.map((i) => i + offset) });
  });
  return { pieces, articles, pages: proposed, notes: [] };
}
