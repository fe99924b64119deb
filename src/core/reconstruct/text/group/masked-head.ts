/**
 * A head whose lines are as long as its page's columns are wide, taken for body: right above a byline stands no sentence that breaks off, unless a
 * column ends there, and a column's last line is a full one. Left as body its open end would be joined with a sentence of another article.
 */
import type { Source } from '../../../model/edition.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { rawLinesOf } from './raw-lines.ts';

const MOST_LINES = 5;
/** The last line's share of the measure at the most. */
const SHORT = 0.8;
const BEGINS = /^["'“‘]*[\p{Lu}\p{Lt}\p{N}]/u;
/** A full stop after a word, no abbreviation: Gov., B.C. */
const STOP = /\p{Ll}{4}[.]["'”’]?(?:\s|$)/u;
const CLAUSE = /[,;:‐–—-]["'”’]?$/u;
/** Words that no head ends in, only a line that breaks off in mid-sentence: articles, conjunctions, possessives, auxiliaries; not "in" or "up". */
const BREAKS_OFF =
  /\b(?:an?|the|and|or|but|nor|that|which|whose|of|its|their|his|your|is|are|was|were|been|has|have|had|will|would|could|should)$/iu;
const HAN = /\p{Script=Han}/u;

/** The pieces, such bodies as headlines, also where several stand over each other. No line of Han is as short by chance. */
export function unmaskHeads(source: Source, pieces: readonly CutPiece[]): readonly CutPiece[] {
  const told = [...pieces];
  let under = false;
  for (let i = told.length - 1; i >= 0; i--) {
    const piece = told[i]!;
    under = (under || told[i + 1]?.role === 'byline') && isMaskedHead(source, piece, told[i - 1]);
    if (under)
      told[i] = { ...piece, role: 'headline', reason: { code: 'group.masked-head' }, endsOpen: false, confidence: 0.6 };
  }
  return told;
}

function isMaskedHead(source: Source, piece: CutPiece, before: CutPiece | undefined): boolean {
  if (piece.role !== 'body' || !piece.endsOpen || piece.startsOpen || piece.measure === null) return false;
  const text = piece.text.trim();
  if (!BEGINS.test(text) || STOP.test(text) || CLAUSE.test(text) || BREAKS_OFF.test(text) || HAN.test(text))
    return false;
  const lines = rawLinesOf(source, piece.spans);
  const last = lines.at(-1);
  // two of its letters are as wide as one Han
  if (before?.role === 'body' && before.endsOpen && !isMaskedHead(source, before, undefined)) return false;
  return !!last && lines.length > 1 && lines.length <= MOST_LINES && last.raw.length < 2 * piece.measure * SHORT;
}
