/** Lines of body that stood alone beside a column's end and were taken for heads: no head begins in lower case or ends in a broken word. */
import type { CutPiece } from '../../cut-piece.ts';

const HEADS = new Set(['headline', 'kicker', 'subhead']);
/** iPhone, de Gaulle: what may begin a head in lower case. */
const SMALL_NAME = /^["'“‘]*(?:\p{Ll}\p{Lu}|(?:de|da|di|du|van|von|der|den|al|el|la|le)[\s-]\p{Lu})/u;
const LOWER = /^["'“‘(]*\p{Ll}/u;
const BROKEN = /\p{L}[-‐¬⸗]$/u;
const SHORT = 12;
const ENDS = /[.!?。！？…]["'”’」』）)]*$/u;

/** `before`: the piece that stands before it in the file. */
export function isMaskedBody(piece: CutPiece, before?: CutPiece): boolean {
  const text = piece.text.trim();
  // The line began with "by": a name follows, but the sentence was under way.
  if (piece.role === 'byline') return LOWER.test(text) && before?.role === 'body' && before.endsOpen;
  if (!HEADS.has(piece.role)) return false;
  if ((LOWER.test(text) && !SMALL_NAME.test(text)) || BROKEN.test(text)) return true;
  // The last word or two of a sentence left open right before.
  return before?.role === 'body' && before.endsOpen && text.length <= SHORT && ENDS.test(text);
}

/** The pieces, such lines as body. */
export function unmaskBodies(pieces: readonly CutPiece[]): readonly CutPiece[] {
  return pieces.map((piece, i) => {
    if (!isMaskedBody(piece, pieces[i - 1])) return piece;
    const text = piece.text.trim();
    return {
      ...piece,
      role: 'body',
      reason: { code: 'group.masked-body' },
      startsOpen: LOWER.test(text) || !!pieces[i - 1]?.endsOpen,
      endsOpen: !ENDS.test(text),
      confidence: 0.6,
    };
  });
}
