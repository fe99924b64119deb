/** Pieces for tests, made from lines: one source whose text is the lines, every piece some of them. */
import type { Source } from '../../../model/edition.ts';
import { repairParagraph } from '../../../repair/index.ts';
import type { CutPiece } from '../../cut-piece.ts';
import type { RoleId } from '../../../model/role.ts';

export interface Given extends Partial<Pick<CutPiece, 'measure' | 'startsOpen' | 'endsOpen' | 'jump'>> {
  readonly role: RoleId;
  readonly lines: readonly string[];
}

export function pageOf(
  given: readonly Given[],
  id = 's1',
  name = 'page-1.txt',
): { source: Source; pieces: CutPiece[] } {
  let text = '';
  const lines: { start: number; end: number }[] = [];
  const pieces = given.map((piece): CutPiece => {
    const firstLine = lines.length;
    for (const line of piece.lines) {
      lines.push({ start: text.length, end: text.length + line.length });
      text += `${line}\n`;
    }
    return {
      sourceId: id,
      spans: [[lines[firstLine]!.start, lines.at(-1)!.end]],
      text: repairParagraph(piece.lines).text,
      repairs: [],
      role: piece.role,
      confidence: 1,
      reason: { code: 'test' },
      place: null,
      measure: piece.measure ?? (piece.role === 'body' ? 18 : null),
      firstLine,
      lastLine: lines.length - 1,
      startsOpen: piece.startsOpen ?? false,
      endsOpen: piece.endsOpen ?? false,
      glued: false,
      ...(piece.jump ? { jump: piece.jump } : {}),
    };
  });
  return { source: { id, name, mediaType: 'text/plain', encoding: 'utf-8', sha256: '', text, lines }, pieces };
}

export const head = (...lines: string[]): Given => ({ role: 'headline', lines });
export const body = (...lines: string[]): Given => ({ role: 'body', lines });
export const openEnd = (...lines: string[]): Given => ({ role: 'body', lines, endsOpen: true });
export const openStart = (...lines: string[]): Given => ({ role: 'body', lines, startsOpen: true });
