/** What threads a page's units into articles: chains of units, and the states of the search that holds them. */
import type { CutPiece } from '../../cut-piece.ts';
import type { PairTable, Script } from './affinity.ts';
import type { Unit } from './units.ts';

/** What the heads between two units say: log-odds that the unit begins an article, and that the unit before ended one. */
export interface Hint {
  readonly begins: number;
  readonly ended: number;
}

export interface Chain {
  readonly id: number;
  readonly last: number;
  readonly size: number;
  readonly before: Chain | null;
  readonly square: number;
  readonly measure: number | null;
  readonly measureLines: number;
  /** Printed lines of the leg that it stands in, and of the first leg that was left: the depth that all its legs should have. */
  readonly leg: number;
  readonly depth: number | null;
  /** Its dot product with every unit that is still to come. */
  readonly dots: Float64Array;
}

export interface State {
  readonly cost: number;
  readonly chains: readonly Chain[];
  /** The last unit and the size of every chain as one number each, ascending: what a state's future hangs on. */
  readonly ends: readonly number[];
  readonly choice: number;
  readonly parent: State | null;
}

export interface Threading {
  /** The chain of every unit. */
  readonly chainOf: readonly number[];
  /** 0..1 for every unit: how far its choice was ahead of the next best. */
  readonly sureness: readonly number[];
}

export interface Thread {
  readonly units: readonly Unit[];
  readonly pieces: readonly CutPiece[];
  readonly pairs: PairTable;
  readonly script: Script;
  readonly hints: readonly Hint[];
  /** Articles of this page are cut into each other: columns were read one after the other over all of them. */
  readonly woven: boolean;
  /** But one or two texts that were broken off are all that shows it. */
  readonly barely: boolean;
  /** Heads stand right before or right after their bodies. */
  readonly headed: boolean;
  /** Articles of this page begin with openings (bylines, datelines). */
  readonly marked: boolean;
  /** Printed lines of every unit, heads left out. */
  readonly depths: readonly number[];
  /** Join odds by their spelling: a hyphen that makes a word, a sentence that goes on. */
  readonly fit: (before: CutPiece, after: CutPiece) => number;
}

export const coreOf = (thread: Thread, u: number): CutPiece => thread.pieces[thread.units[u]!.core]!;
export const linesOf = (piece: CutPiece): number => piece.lastLine - piece.firstLine + 1;
export const isOpen = (thread: Thread, chain: Chain): boolean =>
  coreOf(thread, chain.last).endsOpen && !thread.units[chain.last]!.to;
