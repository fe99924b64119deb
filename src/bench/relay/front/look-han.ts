/** How one Chinese front page was made up and extracted: every figure is a range, so that no two pages are alike. */
import type { Random } from '../random.ts';
import type { Spacing } from './damage.ts';

export interface FrontLook {
  /** Where heads stand in the dump to their bodies. */
  readonly heads: 'after' | 'before' | 'mixed' | 'last';
  /** Share of articles whose heads stand elsewhere, or in the middle of a body. */
  readonly strays: number;
  readonly holes: number;
  /** Share of articles whose body lies in several frames, and of those frames that come after other articles. */
  readonly frames: number;
  readonly apart: number;
  /** Share of articles that go over to another measure. */
  readonly remeasured: number;
  readonly measures: readonly number[];
  readonly rhythm: 'lines' | 'blocks' | 'none';
  readonly spacing: Spacing;
  readonly spacedArticles: number;
  readonly spacedLines: number;
  readonly spacedParts: number;
  readonly spacedHeads: number;
  readonly padsDigits: boolean;
  /** Share of first lines of a block with the second right under them, of frames that begin with blanks, of lines that end with one. */
  readonly gluedFirst: number;
  readonly indented: number;
  readonly trailing: number;
  /** Share of heads of two lines whose lines stand together. */
  readonly gluedHeads: number;
  readonly boldTwice: number;
  readonly jumps: number;
  readonly jumpInLine: number;
  readonly cutSentence: number;
  readonly captions: number;
  readonly teasers: number;
  readonly masthead: 'top' | 'bottom' | 'scattered' | 'none';
  readonly staff: boolean;
  readonly slogans: number;
}

export function frontLook(random: Random): FrontLook {
  const all = [12, 13, 14, 15, 16, 17, 18, 18, 19, 20, 21, 22, 24, 26, 28, 30];
  return {
    heads: random.pick(['after', 'after', 'after', 'after', 'before', 'before', 'mixed', 'mixed', 'last']),
    strays: random.pick([0, 0, 0.1, 0.2]),
    holes: random.pick([0, 0, 0.15, 0.3]),
    frames: random.pick([0, 0.2, 0.4]),
    apart: random.pick([0, 0, 0.3, 0.6]),
    remeasured: random.pick([0, 0.15, 0.3]),
    measures: random.shuffled(all).slice(0, random.whole(2, 5)),
    rhythm: random.pick(['lines', 'lines', 'lines', 'lines', 'lines', 'blocks', 'none']),
    spacing: random.pick(['tight', 'tight', 'open']),
    spacedArticles: random.pick([0, 0.1, 0.2, 0.3]),
    spacedLines: random.pick([0, 0.05, 0.1, 0.2, 0.35]),
    spacedParts: random.pick([0, 0.1, 0.3]),
    spacedHeads: random.pick([0, 0.15, 0.3]),
    padsDigits: random.chance(0.7),
    gluedFirst: random.pick([0, 0.05, 0.1, 0.3]),
    indented: random.pick([0, 0.3, 0.6]),
    trailing: random.pick([0, 0.05, 0.3]),
    gluedHeads: random.pick([1, 1, 1, 0.8]),
    boldTwice: random.pick([0, 0, 0, 0.2, 0.4]),
    jumps: random.pick([0.1, 0.3, 0.5]),
    jumpInLine: random.pick([0, 0, 0.3]),
    cutSentence: random.pick([0, 0.3, 0.6]),
    captions: random.whole(0, 3),
    teasers: random.pick([0, 0, 1, 2, 3, 5]),
    masthead: random.pick(['top', 'top', 'bottom', 'scattered', 'none']),
    staff: random.chance(0.5),
    slogans: random.whole(0, 2),
  };
}
