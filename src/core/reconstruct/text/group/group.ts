/** Articles of one page: what belongs together and in which order it is read. */
import type { CutPiece } from '../../cut-piece.ts';
import type { Vocabulary } from '../../similarity.ts';
import { pairTable, scriptOf } from './affinity.ts';
import { threadUnits } from './chains.ts';
import { fitOf, wordsOf } from './fit.ts';
import { hintsOf, tieHeads, voteHeads, type ChainPlace } from './heads.ts';
import { layUnits, type Laid } from './units.ts';

/** Articles as piece indexes in reading order. */
export function groupPage(pieces: readonly CutPiece[], vocabularyFor: (texts: readonly string[]) => Vocabulary) {
  const laid = layUnits(pieces);
  const textOf = (list: readonly number[]): string => list.map((i) => pieces[i]!.text).join('\n');
  const texts = [...laid.units.map((unit) => textOf(unit.pieces.filter((i) => pieces[i]!.role !== 'byline'))), ...laid.heads.map((head) => textOf(head.pieces))];
  const script = scriptOf(texts.join(''));
  const vocabulary = vocabularyFor(texts);
  const pairs = pairTable(vocabulary, texts.map((_, i) => i));
  const place = voteHeads(laid, pairs, script);
  const hints = hintsOf(laid, pairs, script, place);
  const fit = fitOf(wordsOf(texts));
  const starters = laid.units.filter((unit) => unit.opens || unit.from).length;
  const marked = starters * 2 >= laid.heads.length && starters > 0;
  const woven = isWoven(laid, pieces);
  const { chainOf, sureness } = threadUnits({ units: laid.units, pieces, pairs, script, hints, fit, woven, marked });
  const chains: (ChainPlace & { units: number[] })[] = [];
  chainOf.forEach((chain, u) => {
    (chains[chain] ??= { units: [], from: laid.units[u]!.from }).units.push(u);
  });
  const ties = tieHeads(laid, chains, pairs, script, place);
  return { laid, place, chains, ties, sureness, pairs, script };
}

/** A sentence left open and not taken up at once: the columns run through several articles. */
function isWoven(laid: Laid, pieces: readonly CutPiece[]): boolean {
  let breaks = 0;
  laid.units.forEach((unit, u) => {
    const next = laid.units[u + 1];
    if (!next || unit.to || !pieces[unit.core]!.endsOpen) return;
    const after = pieces[next.core]!;
    if (!after.startsOpen || next.opens) breaks++;
  });
  return breaks >= 2;
}
