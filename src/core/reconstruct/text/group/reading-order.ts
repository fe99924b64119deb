/** The order in which one article's part is read, with the reason for every piece. */
import type { CutPiece } from '../../cut-piece.ts';
import type { PagePart, PieceReason } from '../../page-parts.ts';
import { sharedTerms, wordsAsRead } from '../../similarity.ts';
import { headRow } from './heads.ts';
import type { PageDraft } from './page-draft.ts';

/** Pairs of Han make a word only together: some more of them are asked for than words are said. */
const MOST_TERMS = 6;
/** Nothing but the lack of a better place speaks for it. */
const MOST_WEAK = 0.6;

const termsShared = (draft: PageDraft, a: number, b: number): string[] =>
  sharedTerms(draft.vocabulary.vectors[a]!, draft.vocabulary.vectors[b]!, MOST_TERMS);

/** What a text shares with units of the page, in words that stand in it. */
const words = (draft: PageDraft, text: string, row: number, units: readonly number[]): string[] =>
  wordsAsRead(text, new Set(units.flatMap((u) => termsShared(draft, row, u))));

/** Heads in the file's order (print's order from top to bottom), then body with its marks in column order, then captions, the jump line last. */
export function partOf(draft: PageDraft, pieces: readonly CutPiece[], chain: number): PagePart {
  const { laid, chains, ties, captionTies, sureness } = draft;
  const own = chains[chain]!;
  const reasons: PieceReason[] = [];
  const heads: number[] = [];
  const bylines: number[] = [];
  const inside = new Map<number, readonly number[]>();
  laid.heads.forEach((head, g) => {
    const tie = ties[g]!;
    if (tie.chain !== chain) return;
    if (tie.inside) inside.set(head.nextUnit, head.pieces);
    else heads.push(...head.pieces);
    bylines.push(...head.bylines);
    const text = head.pieces.map((i) => pieces[i]!.text).join('\n');
    const shared = words(draft, text, headRow(laid, g), own.units);
    const confidence = 1 / (1 + Math.exp(-tie.odds));
    const code = shared.length
      ? 'group.head-words'
      : tie.near
        ? `group.head-${draft.place === 'before' ? 'before' : 'after'}`
        : 'group.head-left';
    const params = shared.length ? { params: { words: shared.join(', ') } } : {};
    for (const piece of [...head.pieces, ...head.bylines])
      reasons.push({ piece, confidence, reason: { code, ...params } });
  });
  const body: number[] = [];
  const jumps: number[] = [];
  own.units.forEach((u, at) => {
    const unit = laid.units[u]!;
    body.push(...(inside.get(u) ?? []));
    for (const i of unit.pieces) {
      if (pieces[i]!.role === 'jump-to') jumps.push(i);
      else body.push(i);
      if (i !== unit.core) reasons.push({ piece: i, confidence: sureness[u]!, reason: { code: 'group.mark' } });
    }
    const reason = whyHere(draft, pieces, own.units, at);
    const confidence = reason.code === 'group.weak' ? Math.min(MOST_WEAK, sureness[u]!) : sureness[u]!;
    reasons.push({ piece: unit.core, confidence, reason });
  });
  const captions = laid.captions.filter((_, c) => captionTies[c] === chain);
  for (const piece of captions) reasons.push({ piece, confidence: 0.7, reason: { code: 'group.mark' } });
  const confidence = Math.min(...own.units.map((u) => sureness[u]!));
  const isNote = (i: number): boolean => pieces[i]!.role === 'editor-note';
  const notes = captions.filter(isNote);
  const below = captions.filter((i) => !isNote(i));
  return { pieces: [...heads, ...notes, ...bylines, ...body, ...below, ...jumps], confidence, reasons };
}

function whyHere(
  draft: PageDraft,
  pieces: readonly CutPiece[],
  units: readonly number[],
  at: number,
): PieceReason['reason'] {
  const { laid } = draft;
  const unit = laid.units[units[at]!]!;
  const piece = pieces[unit.core]!;
  if (at === 0) {
    if (unit.from) return { code: 'group.from' };
    return unit.opens
      ? { code: 'group.opening', params: { words: pieces[unit.pieces[0]!]!.text.slice(0, 12) } }
      : { code: 'group.begins' };
  }
  const before = units[at - 1]!;
  if (pieces[laid.units[before]!.core]!.endsOpen && piece.startsOpen) return { code: 'group.sentence' };
  const shared = words(draft, piece.text, units[at]!, units.slice(0, at));
  if (shared.length) return { code: 'group.words', params: { words: shared.join(', ') } };
  return { code: before === units[at]! - 1 ? 'group.follows' : 'group.weak' };
}

/** Heads without a body: with a teaser beside them they are one thing; else each group is an article of its own. */
export function restParts(draft: PageDraft, pieces: readonly CutPiece[]): PagePart[] {
  const { laid, ties } = draft;
  const parts: PagePart[] = [];
  const used = new Set<number>();
  laid.heads.forEach((head, g) => {
    if (ties[g]!.chain >= 0 || used.has(g)) return;
    used.add(g);
    const members = [...head.pieces, ...head.bylines];
    // Further lines of the same teaser directly below.
    for (
      let n = g + 1;
      !laid.heads[n - 1]!.pointer &&
      n < laid.heads.length &&
      ties[n]!.chain < 0 &&
      Math.min(...laid.heads[n]!.pieces, ...laid.heads[n]!.bylines) === Math.max(...members) + 1;
      n++
    ) {
      members.push(...laid.heads[n]!.pieces, ...laid.heads[n]!.bylines);
      used.add(n);
    }
    const next = pieces[Math.max(...members) + 1];
    if (next?.role === 'teaser' && laid.free.includes(Math.max(...members) + 1)) members.push(Math.max(...members) + 1);
    const reason = { code: 'group.teaser' };
    parts.push({
      pieces: members,
      confidence: 0.5,
      reasons: members.map((piece) => ({ piece, confidence: 0.5, reason })),
    });
  });
  return parts;
}
