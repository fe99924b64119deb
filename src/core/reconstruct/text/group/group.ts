/** Articles of one page of text without coordinates: what belongs together, in which order it is read, and why. */
import type { Source } from '../../../model/edition.ts';
import { vocabularyOf as brokenWords } from '../../../repair/index.ts';
import type { CutPiece } from '../../cut-piece.ts';
import type { PagePart, PageParts } from '../../page-parts.ts';
import { termCounter, vocabularyOf } from '../../similarity.ts';
import { pairTable, scriptOf, type Script } from './affinity.ts';
import { withoutCredit } from './caption-clues.ts';
import { tieCaptions } from './captions.ts';
import type { Threading } from './chain.ts';
import { threadUnits } from './chains.ts';
import { fitOf, type Fit } from './fit.ts';
import { liftCrossheads, settleCrossheads } from './crossheads.ts';
import { hintsOf, tieHeads, voteHeads, type ChainPlace } from './heads.ts';
import { joinPieces } from './join.ts';
import { tellLegs, type Told } from './legs/legs.ts';
import type { PageDraft } from './page-draft.ts';
import { partByHeads } from './part-by-heads.ts';
import { partByLead } from './part-by-lead.ts';
import { layOut } from './place.ts';
import { unmaskBodies } from './masked-body.ts';
import { unmaskHeads } from './masked-head.ts';
import { rawLinesOf } from './raw-lines.ts';
import { recut } from './recut.ts';
import { stretchesOf } from './stretches.ts';
import { partBraided } from './unbraid.ts';
import { partOf, restParts } from './reading-order.ts';
import { layUnits, type Laid } from './units.ts';

/** How often the cut is looked at again with the articles known. */
const ROUNDS = 3;
/** One open end may be a text that was broken off; two are columns cut by their ends. */
const WOVEN_FROM = 1;

/** Tells the articles of one page apart. */
export function draftPage(
  pieces: readonly CutPiece[],
  fit: Fit,
  linesOf: (piece: CutPiece) => number,
  count = termCounter(),
  told?: Told,
): PageDraft {
  const laid = layUnits(pieces);
  const textOf = (list: readonly number[]): string => list.map((i) => pieces[i]!.text).join('\n');
  const texts = [
    ...laid.units.map((unit) => textOf(unit.pieces.filter((i) => pieces[i]!.role !== 'byline'))),
    ...laid.heads.map((head) => textOf(head.pieces)),
    ...laid.captions.map((caption) => withoutCredit(textOf([caption]))),
  ];
  const script = scriptOf(texts.join(''));
  const vocabulary = vocabularyOf(texts, count);
  const pairs = pairTable(
    vocabulary,
    texts.map((_, i) => i),
  );
  const place = voteHeads(laid, pieces, pairs, script);
  const hints = hintsOf(laid, pairs, script, place);
  const starters = laid.units.filter((unit) => unit.opens || unit.from).length;
  const marked = starters > 0 && starters * 2 >= laid.heads.length;
  const { breaks, woven, barely } = countBreaks(laid, pieces, script);
  const depths = laid.units.map((unit) => unit.pieces.reduce((sum, i) => sum + linesOf(pieces[i]!), 0));
  const thread = {
    units: laid.units,
    pieces,
    pairs,
    script,
    hints,
    fit,
    depths,
    woven,
    barely,
    marked,
    headed: place !== 'last' && laid.heads.length > 1,
  };
  const { chainOf, sureness } = told ? asTold(laid, pieces, told) : threadUnits(thread);
  const threaded: { units: number[]; from: boolean }[] = [];
  chainOf.forEach((chain, u) => {
    (threaded[chain] ??= { units: [], from: laid.units[u]!.from }).units.push(u);
  });
  let chains: readonly ChainPlace[] = threaded;
  let ties = tieHeads(laid, chains, pairs, script, place, pieces);
  for (let more = laid.heads.length; more > 0; more--) {
    const parted =
      partByHeads(laid, pieces, chains, ties, pairs, script, place) ??
      partByLead(laid, pieces, chains, ties, pairs, script);
    if (!parted) break;
    chains = parted;
    ties = tieHeads(laid, chains, pairs, script, place, pieces);
  }
  const unbraided = partBraided(laid, pieces, chains, ties, depths, count, pairs, script);
  if (unbraided) ties = tieHeads(laid, (chains = unbraided), pairs, script, place, pieces);
  const firstCaption = laid.units.length + laid.heads.length;
  const captionRow = (caption: number): number => firstCaption + caption;
  const captionTies = tieCaptions(laid, pieces, chains, pairs, script, captionRow, vocabulary, ties);
  return { breaks, woven, barely, laid, place, chains, ties, captionTies, sureness, vocabulary, pairs, script };
}

function asTold(laid: Laid, pieces: readonly CutPiece[], { articleAt }: Told): Threading {
  const placed = laid.units.map((unit) => articleAt.get(pieces[unit.core]!.spans[0]![0]));
  const numbers = new Map<number, number>(placed.map((own, u) => [own?.article ?? -u - 1, 0] as const));
  [...numbers.keys()].forEach((article, number) => numbers.set(article, number));
  return {
    chainOf: placed.map((own, u) => numbers.get(own?.article ?? -u - 1)!),
    sureness: placed.map((own) => own?.sureness ?? 0.5),
  };
}

/** So many open ends are columns cut, though no open beginning was seen. */
const MANY_ENDS = 3;

/** How often a sentence is left open and not taken up at once: the columns run through several articles. */
function countBreaks(
  laid: Laid,
  pieces: readonly CutPiece[],
  script: Script,
): { breaks: number; woven: boolean; barely: boolean } {
  let breaks = 0;
  let resumed = 0;
  laid.units.forEach((unit, u) => {
    const next = laid.units[u + 1];
    const open = pieces[unit.core]!.endsOpen && !unit.to;
    if (!next) return;
    const takenUp = pieces[next.core]!.startsOpen && !next.opens;
    if (open && !takenUp) breaks++;
    if (!open && takenUp && !next.from) resumed++;
  });
  // texts broken off at their ends, and no sentence that goes on anywhere: that may be all
  return { breaks, woven: breaks >= WOVEN_FROM, barely: script === 'han' && !resumed && breaks < MANY_ENDS };
}

/** The page as the proposal needs it: cut paragraphs made whole, articles in reading order, everything in a column. */
export function groupPage(source: Source, given: readonly CutPiece[]): PageParts {
  const words = brokenWords(
    given
      .map((piece) => source.text.slice(piece.spans[0]![0], piece.spans.at(-1)![1]))
      .flatMap((text) => text.split('\n')),
  );
  const whole = inOne(stretchesOf(given).map((stretch) => groupStretch(source, stretch, words)));
  const layout = layOut(
    whole.pieces,
    whole.parts.map((part) => part.pieces),
  );
  const pieces = whole.pieces.map((piece, i) => ({ ...piece, place: layout.places[i]! }));
  return { sourceId: source.id, pieces, parts: whole.parts, columns: layout.columns, order: layout.order, notes: [] };
}

interface Grouped {
  readonly pieces: readonly CutPiece[];
  readonly parts: readonly PagePart[];
}

function groupStretch(source: Source, given: readonly CutPiece[], words: ReadonlySet<string>): Grouped {
  const count = termCounter();
  let cut = unmaskHeads(source, unmaskBodies(given));
  const fit = fitOf(words);
  const linesOf = lineCounter(source);
  let draft = draftPage(cut, fit, linesOf, count);
  const told = draft.woven ? tellLegs(source, cut, draft, words, count) : null;
  if (told) draft = draftPage((cut = told.pieces), fit, linesOf, count, told);
  for (let round = 0; !told && round < ROUNDS && draft.breaks > 0; round++) {
    const finer = recut(source, cut, draft, words, count);
    if (!finer) break;
    cut = finer;
    draft = draftPage(cut, fit, linesOf, count);
  }
  const lifted = liftCrossheads(cut, draft, count);
  if (lifted) draft = draftPage((cut = lifted), fit, linesOf, count);
  ({ pieces: cut, draft } = settleCrossheads(cut, draft));
  const parts: PagePart[] = draft.chains.map((_, chain) => partOf(draft, cut, chain));
  return joinCut(source, [...parts, ...restParts(draft, cut)], cut, draft, words);
}

function inOne(stretches: readonly Grouped[]): Grouped {
  const pieces: CutPiece[] = [];
  const parts: PagePart[] = [];
  for (const stretch of stretches) {
    const before = pieces.length;
    pieces.push(...stretch.pieces);
    for (const part of stretch.parts)
      parts.push({
        ...part,
        pieces: part.pieces.map((i) => before + i),
        reasons: part.reasons.map((reason) => ({ ...reason, piece: before + reason.piece })),
      });
  }
  return { pieces, parts };
}

/** Printed lines of a piece; remembered, for most pieces are asked for again after a new cut. */
function lineCounter(source: Source): (piece: CutPiece) => number {
  const known = new Map<CutPiece, number>();
  return (piece) => {
    let lines = known.get(piece);
    if (lines === undefined) known.set(piece, (lines = rawLinesOf(source, piece.spans).length));
    return lines;
  };
}

/** Joins what a column end cut in mid-sentence, and renumbers. */
function joinCut(
  source: Source,
  parts: readonly PagePart[],
  cut: readonly CutPiece[],
  draft: PageDraft,
  words: ReadonlySet<string>,
): { pieces: CutPiece[]; parts: PagePart[] } {
  const cores = new Set(draft.laid.units.map((unit) => unit.core));
  const into = new Map<number, number>();
  const made = new Map<number, CutPiece>();
  for (const part of parts) {
    let host = -1;
    for (const i of part.pieces) {
      const piece = cut[i]!;
      if (!cores.has(i)) {
        host = -1;
        continue;
      }
      const before = host < 0 ? null : made.get(host)!;
      if (before && before.endsOpen && piece.startsOpen && before.role === piece.role) {
        made.set(host, joinPieces(source, before, piece, words));
        into.set(i, host);
      } else {
        host = i;
        made.set(i, piece);
      }
    }
  }
  const numbers = new Map<number, number>();
  const pieces: CutPiece[] = [];
  cut.forEach((piece, i) => {
    if (into.has(i)) return;
    numbers.set(i, pieces.length);
    pieces.push(made.get(i) ?? piece);
  });
  const renumbered = parts.map((part) => ({
    ...part,
    pieces: part.pieces.filter((i) => !into.has(i)).map((i) => numbers.get(i)!),
    reasons: part.reasons
      .filter(({ piece }) => !into.has(piece))
      .map((reason) => ({ ...reason, piece: numbers.get(reason.piece)! })),
  }));
  return { pieces, parts: renumbered };
}
