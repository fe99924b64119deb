/** Lines of body that stood alone beside a column's end and were taken for heads: no head begins in lower case or ends in a broken word. */
import type { CutPiece } from '../../cut-piece.ts';

const HEADS = new Set(['headline', 'kicker', 'subhead']);
/** iPhone, de Gaulle: what may begin a head in lower case. */
const SMALL_NAME = /^["'“‘]*(?:\p{Ll}\p{Lu}|(?:de|da|di|du|van|von|der|den|al|el|la|le)[\s-]\p{Lu})/u;
const LOWER = /^["'“‘(]*\p{Ll}/u;
const BROKEN = /\p{L}[-‐¬⸗]$/u;
const ENDS = /[.!?。！？…]["'”’」』）)]*$/u;

export const isMaskedBody = (piece: CutPiece): boolean =>
  HEADS.has(piece.role) && ((LOWER.test(piece.text) && !SMALL_NAME.test(piece.text)) || BROKEN.test(piece.text.trimEnd()));

/** The pieces, such lines as body. */
export function unmaskBodies(pieces: readonly CutPiece[]): readonly CutPiece[] {
  if (!pieces.some(isMaskedBody)) return pieces;
  return pieces.map((piece) => {
    if (!isMaskedBody(piece)) return piece;
    const text = piece.text.trim();
    return { ...piece, role: 'body', reason: { code: 'group.masked-body' }, startsOpen: LOWER.test(text), endsOpen: !ENDS.test(text), confidence: 0.6 };
  });
}
