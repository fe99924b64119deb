/**
 * Heads that stand between two paragraphs of one article. Most are its crossheads; some are heads of other articles that a page's make-up put
 * there. What tells: whether another article without a head speaks their words, and whether this one has a head already.
 */
import { cosineOf, oddsOf } from './affinity.ts';
import type { CutPiece } from '../../cut-piece.ts';
import { headRow, type HeadTie } from './heads.ts';
import type { PageDraft } from './page-draft.ts';

/** How much better the words must fit another article to leave the one around them. */
const CLEARLY = 2;
/** A crosshead is short: in characters of Han and of other scripts. */
const LONGEST = { han: 18, latin: 44 } as const;

const chainsByUnit = (draft: PageDraft): number[] => {
  const chainOf: number[] = [];
  draft.chains.forEach((chain, c) => chain.units.forEach((u) => (chainOf[u] = c)));
  return chainOf;
};

/** The cutter's crossheads that are heads of another article: as headlines. Null where there are none. */
export function liftCrossheads(
  pieces: readonly CutPiece[],
  draft: PageDraft,
  count: (text: string) => ReadonlyMap<string, number>,
): CutPiece[] | null {
  const { laid, chains, ties, vocabulary } = draft;
  const headed = new Set(ties.map((tie) => tie.chain));
  const bare = chains.flatMap((chain, c) => (headed.has(c) || chain.from ? [] : [c]));
  if (!bare.length) return null;
  const chainOf = chainsByUnit(draft);
  const lifted = new Set<number>();
  laid.units.forEach((unit, u) => {
    for (const index of unit.pieces) {
      const piece = pieces[index]!;
      if (piece.role !== 'crosshead') continue;
      const terms = [...count(piece.text).keys()];
      const words = (chain: number): number => {
        const units = chains[chain]!.units;
        return terms.reduce(
          (sum, term) =>
            sum +
            (units.some((v) => holds(pieces, laid.units[v]!.pieces, index, term, count)) ? vocabulary.weight(term) : 0),
          0,
        );
      };
      const own = words(chainOf[u]!);
      const best = Math.max(...bare.filter((c) => c !== chainOf[u]).map(words), 0);
      if (best >= own + CLEARLY * 2) lifted.add(index);
    }
  });
  if (!lifted.size) return null;
  return pieces.map((piece, i) =>
    lifted.has(i) ? { ...piece, role: 'headline', reason: { code: 'cut.headline' }, confidence: 0.6 } : piece,
  );
}

const holds = (
  pieces: readonly CutPiece[],
  own: readonly number[],
  except: number,
  term: string,
  count: (text: string) => ReadonlyMap<string, number>,
): boolean => own.some((i) => i !== except && count(pieces[i]!.text).has(term));

/** Heads that no article claims, inside one that has its head: crossheads there. */
export function settleCrossheads(
  pieces: readonly CutPiece[],
  draft: PageDraft,
): { pieces: readonly CutPiece[]; draft: PageDraft } {
  const { laid, chains, pairs, script } = draft;
  const chainOf = chainsByUnit(draft);
  const headed = new Set(draft.ties.map((tie) => tie.chain));
  const settled = new Map<number, CutPiece>();
  /** Its article has a head besides. */
  const headedElsewhere = (g: number): boolean =>
    draft.ties.some((tie, h) => h !== g && tie.chain === draft.ties[g]!.chain && !laid.heads[h]!.jump);
  const ties = draft.ties.map((tie, g): HeadTie => {
    const head = laid.heads[g]!;
    const around = chainOf[head.nextUnit];
    const index = head.pieces[0]!;
    const piece = pieces[index]!;
    if (
      (tie.chain >= 0 && (tie.chain !== around || !headedElsewhere(g))) ||
      head.pieces.length > 1 ||
      head.jump ||
      head.pointer ||
      head.overTeaser ||
      head.bylines.length ||
      piece.role !== 'headline' ||
      piece.text.length > LONGEST[script] ||
      around === undefined ||
      !headed.has(around) ||
      chainOf[head.nextUnit - 1] !== around
    )
      return tie;
    const [before, after] = [laid.units[head.nextUnit - 1]!, laid.units[head.nextUnit]!];
    if (pieces[before.core]!.endsOpen || pieces[after.core]!.startsOpen || before.to || after.opens) return tie;
    const row = headRow(laid, g);
    const odds = (c: number): number =>
      Math.max(
        ...chains[c]!.units.map((u) => oddsOf(cosineOf(pairs.dot(row, u), pairs.square(row), pairs.square(u)), script)),
      );
    const elsewhere = Math.max(-Infinity, ...chains.flatMap((_, c) => (headed.has(c) ? [] : [odds(c)])));
    if (elsewhere > odds(around)) return tie;
    // clauses parted by a gap are a headline's, wherever it stands
    const inside = script !== 'han' || !/\s/u.test(piece.text);
    if (inside) settled.set(index, { ...piece, role: 'crosshead', reason: { code: 'cut.crosshead' } });
    return { chain: around, odds: 0, near: true, ...(inside ? { inside: true } : {}) };
  });
  return {
    pieces: settled.size ? pieces.map((piece, i) => settled.get(i) ?? piece) : pieces,
    draft: { ...draft, ties },
  };
}
