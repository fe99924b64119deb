/** A block of lines as a piece: its span, its repaired text, what its jump line says. */
import type { Source } from '../../../model/edition.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { repairParagraph } from '../../../repair/index.ts';
import type { Block } from './blocks.ts';
import type { CutPage } from './lines.ts';

export function pieceOf(source: Source, page: CutPage, block: Block, vocabulary: ReadonlySet<string>): CutPiece {
  const lines = page.lines.slice(block.first, block.last + 1);
  const head = lines[0];
  const tail = lines.at(-1);
  const { text, repairs } = repairParagraph(lines.map((line) => line.raw), { head: block.kind !== 'text', vocabulary, keepLatinSpacing: block.kind === 'head' && page.solidLatin });
  const direction = block.mark.jump?.direction;
  return {
    sourceId: source.id,
    spans: [[head?.start ?? 0, tail?.end ?? 0]],
    text,
    repairs,
    role: block.role,
    confidence: block.confidence,
    reason: block.reason,
    ...(block.kind === 'alone' && (direction === 'to' || direction === 'from') ? { jump: { direction, page: block.mark.jump?.page ?? null } } : {}),
    place: null,
    measure: block.measure,
    firstLine: head?.sourceLine ?? 0,
    lastLine: tail?.sourceLine ?? 0,
    startsOpen: block.startsOpen,
    endsOpen: block.endsOpen,
    glued: page.parted && (head?.glued ?? false),
  };
}
