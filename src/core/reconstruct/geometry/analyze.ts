/** One page with coordinates: its pieces, roles, articles, columns and reading order, each with a confidence and a reason. */
import type { Source, Span } from '../../model/edition.ts';
import type { Message } from '../../model/message.ts';
import type { RoleId } from '../../model/role.ts';
import { groupArticles, type Unit } from './articles.ts';
import { endsOf, type PartEnds } from './part-ends.ts';
import { cutFragments } from './fragments.ts';
import { layoutOf } from './page-layout.ts';
import type { Piece, ProposedPage } from '../proposal.ts';

export interface GeometryPart {
  readonly pieces: readonly number[];
  readonly confidence: number;
  readonly reasons: readonly { readonly piece: number; readonly confidence: number; readonly reason: Message }[];
  readonly ends: PartEnds;
}
export interface GeometryPage {
  readonly sourceId: string;
  readonly pieces: readonly Piece[];
  readonly parts: readonly GeometryPart[];
  readonly columns: ProposedPage['columns'];
  readonly order: readonly number[];
  readonly notes: readonly { readonly piece?: number; readonly message: Message }[];
}

export function analyzeGeometry(source: Source): GeometryPage {
  const { flows, measures, strips, furniture, frame } = layoutOf(source);
  const units: Unit[] = flows.flatMap((flow) => cutFragments(flow.lines, measures).map((fragment, i) => ({ fragment, opensBand: i === 0 && flow.opensBand })));
  const groups = groupArticles(units, measures.fineBlocks, strips);
  const pieces: Piece[] = [];
  const parts: GeometryPart[] = [];
  const loose = (index: number, role: RoleId): void => {
    const { start, end } = source.lines[index]!;
    pieces.push({ sourceId: source.id, spans: [[start, end]], text: source.text.slice(start, end), repairs: [], role, confidence: 0.7, reason: { code: 'geometry.x' }, place: null });
  };
  for (const { line, role } of furniture) loose(line.index, role);
  for (const index of frame.unplaced) loose(index, 'unknown');
  for (const group of groups) {
    const own: number[] = [];
    let seenBody = false;
    for (const { fragment } of group.units) {
      const indexes = fragment.lines.map((line) => line.placed.line.index);
      const spans = indexes.map((i): Span => [source.lines[i]!.start, source.lines[i]!.end]);
      const role: RoleId = fragment.kind === 'body' ? 'body' : seenBody ? 'crosshead' : 'headline';
      if (fragment.kind === 'body') seenBody = true;
      own.push(pieces.length);
      pieces.push({ sourceId: source.id, spans, text: spans.map(([a, b]) => source.text.slice(a, b)).join(' '), repairs: [], role, confidence: 0.5, reason: { code: 'geometry.x' }, place: null });
    }
    parts.push({ pieces: own, confidence: group.confidence, reasons: [], ends: endsOf(group) });
  }
  return { sourceId: source.id, pieces, parts, columns: strips.map((s) => ({ x: s.x0, width: s.x1 - s.x0 })), order: pieces.map((_, i) => i), notes: [] };
}
