/** All lines of a woven page given to articles at once: the pieces cut where a leg ends inside them, and the article of each. */
import type { Source } from '../../../../model/edition.ts';
import type { CutPiece } from '../../../cut-piece.ts';
import type { Script } from '../affinity.ts';
import { hintsOf } from '../heads.ts';
import { readLines, type TermCount } from '../line-models.ts';
import { splitPiece } from '../join.ts';
import type { PageDraft } from '../page-draft.ts';
import { rawLinesOf } from '../raw-lines.ts';
import { kinshipOf } from './kinship.ts';
import { readLegLines } from './leg-lines.ts';
import { searchLegs, type Found } from './search.ts';

/** Longer pages are not woven in full; shorter ones have no columns to speak of. */
const MOST_LINES = { woven: 700, barely: 300 } as const;
const LEAST_LINES = 24;
/** Of the legs that take an article up again, so many are exactly as deep as its first: else the page is no woven one. */
const EXACT = 0.4;
/** And in Han, where pieces tell more by themselves, lines must be so sure of their article on the whole: else the page is read piece by piece. */
const SURE = 0.9;
/** A single open end may be a text broken off, and a single leg as deep as another chance: then two have to be. In Han. */
const SOME_BREAKS = 2;

export interface Placed {
  readonly article: number;
  readonly sureness: number;
}

export interface Told {
  readonly pieces: CutPiece[];
  /** The article of every piece of running text and how sure that is, by where the piece begins in the source. */
  readonly articleAt: ReadonlyMap<number, Placed>;
}

export function tellLegs(
  source: Source,
  pieces: readonly CutPiece[],
  draft: PageDraft,
  words: ReadonlySet<string>,
  count: TermCount,
): Told | null {
  const { laid, pairs, script, place } = draft;
  const most = draft.barely ? MOST_LINES.barely : MOST_LINES.woven;
  const body = laid.units.flatMap((unit) => unit.pieces.map((i) => pieces[i]!.spans));
  const lines = body.reduce((sum, spans) => sum + rawLinesOf(source, spans).length, 0);
  if (lines > most || lines < LEAST_LINES || pieces.some((piece) => piece.spans.length > 1)) return null;
  const page = readLines(source, pieces, words, count);
  const hints = hintsOf(laid, pairs, script, place);
  const read = readLegLines(
    pieces,
    laid,
    page,
    script,
    hints,
    (own) =>
      kinshipOf(
        own.map(({ piece, line }) => page.lines[piece]![line]!),
        draft.vocabulary.weight,
      ),
    words,
  );
  const starters = laid.units.filter((unit) => unit.opens || unit.from).length;
  const found = searchLegs({
    read,
    laid,
    kin: read.kin,
    hints,
    script,
    words,
    expected:
      laid.heads.filter((head) => !head.jump && !head.pointer && !head.overTeaser).length +
      laid.units.filter((unit) => unit.from).length,
    barely: draft.barely,
    marked: starters > 0 && starters * 2 >= laid.heads.length,
    headed: place !== 'last' && laid.heads.length > 1,
  });
  if (!found || !bearsOut(found, script, draft.breaks < SOME_BREAKS)) return null;
  const { owner, sureness } = found;
  const cuts = new Map<number, number[]>();
  const articleOf = new Map<string, Placed>();
  read.lines.forEach(({ piece, line }, i) => {
    if (line === 0 || owner[i] !== owner[i - 1])
      articleOf.set(`${piece}:${line}`, { article: owner[i]!, sureness: sureness[i]! });
    if (line > 0 && owner[i] !== owner[i - 1]) cuts.set(piece, [...(cuts.get(piece) ?? []), line]);
  });
  const articleAt = new Map<number, Placed>();
  const cut = pieces.flatMap((piece, i) => {
    let rest = piece;
    let done = 0;
    const parts: CutPiece[] = [];
    for (const line of cuts.get(i) ?? []) {
      const [before, after] = splitPiece(source, rest, line - done, words);
      parts.push(before);
      rest = after;
      done = line;
    }
    const all = [...parts, rest];
    [0, ...(cuts.get(i) ?? [])].forEach((line, nth) => {
      const placed = articleOf.get(`${i}:${line}`);
      if (placed) articleAt.set(all[nth]!.spans[0]![0], placed);
    });
    return all;
  });
  return { pieces: cut, articleAt };
}

/** Does what was found show itself to be a woven page? */
export const bearsOut = ({ owner, sureness }: Found, script: Script, scant = false): boolean =>
  isWoven(owner) && (script !== 'han' || (meanOf(sureness) >= SURE && (!scant || asDeep(owner) >= SOME_BREAKS)));

const meanOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

/** The legs that take an article up again, by how many lines they are deeper than its first. */
function resumptions(owner: readonly number[]): number[] {
  const depths = new Map<number, number>();
  const deeper: number[] = [];
  for (let first = 0, end = 0; first < owner.length; first = end) {
    const own = owner[first]!;
    while (owner[end] === own) end++;
    const depth = depths.get(own);
    if (depth === undefined) depths.set(own, end - first);
    else deeper.push(end - first - depth);
  }
  return deeper;
}

/** Columns of one depth are what shows a woven page. */
function isWoven(owner: readonly number[]): boolean {
  const deeper = resumptions(owner);
  const exact = deeper.filter((by) => by === 0).length;
  return exact > 0 && exact >= deeper.length * EXACT;
}

const asDeep = (owner: readonly number[]): number => resumptions(owner).filter((by) => Math.abs(by) <= 1).length;
