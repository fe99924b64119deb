/**
 * Lines of body that stood alone beside a column's end and were taken for heads: no head begins in lower case or ends in a broken word, and a
 * quotation in another script is none for its letters.
 */
import type { CutPiece } from '../../cut-piece.ts';

const HEADS = new Set(['headline', 'kicker', 'subhead']);
/** iPhone, de Gaulle: what may begin a head in lower case. */
const SMALL_NAME = /^["'“‘]*(?:\p{Ll}\p{Lu}|(?:de|da|di|du|van|von|der|den|al|el|la|le)[\s-]\p{Lu})/u;
const LOWER = /^["'“‘(]*\p{Ll}/u;
const BROKEN = /\p{L}[-‐¬⸗]$/u;
/** 鱼。塘边: a full stop inside a line; heads end without one, and have a space where they have two clauses. */
const WITHIN = /\p{Script=Han}[”’」』）]?。[\p{L}\p{N}《“「]/u;
const CLAUSE = /\p{Script=Han}[，、；]$|\p{Ll}["”’]?[,;]$/u;
/** No abbreviation is so long: Gov. Lamont, Sept. 11. */
const WITHIN_LATIN = /\p{Ll}{5}[.!?]["'”’]?\s+["“‘]?\p{Lu}/u;
const SENTENCE = /(?:\S+\s+){4,}\S*\p{Ll}{2}[.]["'”’]?$/u;
const LONG = 110;
const SHORT = 12;
const ENDS = /[.!?。！？…।॥؟]["'”’」』）)]*$/u;

/** A sentence that ends within the line or a clause with it; in Latin also a sentence between two others, or one that is too long for a head. */
function isRunning(text: string, before: CutPiece | undefined, after: CutPiece | undefined): boolean {
  if (WITHIN.test(text) || (ENDS.test(text) && text.length > LONG)) return true;
  if (HEADS.has(after?.role ?? '')) return false;
  if (CLAUSE.test(text) || WITHIN_LATIN.test(text)) return true;
  return before?.role === 'body' && after?.role === 'body' && SENTENCE.test(text);
}

/** `before`, `after`: the pieces that stand next to it in the file. */
export function isMaskedBody(piece: CutPiece, before?: CutPiece, foreign = false, after?: CutPiece): boolean {
  const text = piece.text.trim();
  // The line began with "by": a name follows, but the sentence was under way.
  if (piece.role === 'byline') return LOWER.test(text) && before?.role === 'body' && before.endsOpen;
  if (!HEADS.has(piece.role)) return false;
  if (foreign && before?.role === 'body') return true;
  if ((LOWER.test(text) && !SMALL_NAME.test(text)) || BROKEN.test(text)) return true;
  if (isRunning(text, before, after)) return true;
  // The last word or two of a sentence left open right before.
  return before?.role === 'body' && before.endsOpen && text.length <= SHORT && ENDS.test(text);
}

/** Letters of scripts that have no small ones, and of those in which no paper that is read here is set as a rule. */
const OTHER =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Khmer}\p{Script=Tibetan}]/gu;
const othersIn = (text: string): number => text.match(OTHER)?.length ?? 0;
/** Share of such letters that makes a line foreign, and that a page may have at the most. */
const FOREIGN = 0.4;
const ON_PAGE = 0.1;

/** The pieces, such lines as body. */
export function unmaskBodies(pieces: readonly CutPiece[]): readonly CutPiece[] {
  const letters = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const mixed = pieces.reduce((sum, piece) => sum + othersIn(piece.text), 0);
  const strange = mixed > 0 && mixed < letters * ON_PAGE;
  let before: CutPiece | undefined;
  return pieces.map((piece, i) => {
    const foreign = strange && othersIn(piece.text) >= piece.text.length * FOREIGN;
    const own = unmask(piece, foreign ? before : pieces[i - 1], foreign, pieces[i + 1]);
    before = own;
    return own;
  });
}

function unmask(
  piece: CutPiece,
  before: CutPiece | undefined,
  foreign: boolean,
  after: CutPiece | undefined,
): CutPiece {
  if (!isMaskedBody(piece, before, foreign, after)) return piece;
  const text = piece.text.trim();
  return {
    ...piece,
    role: 'body',
    reason: { code: 'group.masked-body' },
    startsOpen: LOWER.test(text) || !!before?.endsOpen,
    endsOpen: !ENDS.test(text),
    confidence: 0.6,
  };
}
