/** What is known of a page while its articles are told apart. */
import type { Vocabulary } from '../../similarity.ts';
import type { PairTable, Script } from './affinity.ts';
import type { ChainPlace, HeadPlace, HeadTie } from './heads.ts';
import type { Laid } from './units.ts';

export interface PageDraft {
  /** Sentences left open and not taken up at once. */
  readonly breaks: number;
  readonly woven: boolean;
  /** But one or two texts that were broken off are all that shows it. */
  readonly barely: boolean;
  readonly laid: Laid;
  readonly place: HeadPlace;
  readonly chains: readonly ChainPlace[];
  readonly ties: readonly HeadTie[];
  readonly captionTies: readonly number[];
  /** How sure the chain of every unit is. */
  readonly sureness: readonly number[];
  readonly vocabulary: Vocabulary;
  readonly pairs: PairTable;
  readonly script: Script;
}
