/** The engine for who imports sources and reconstructs them at once: what the import cut is not cut again. */
import type { Source } from '../model/edition.ts';
import { remember } from '../model/selectors.ts';
import { cutSource, hasCoordinates } from './cut-source.ts';
import { analyzeGeometry } from './geometry/analyze.ts';
import { reconstructWith } from './index.ts';
import type { Reconstruct } from './proposal.ts';
import { cutText } from './text/cut/cut-text.ts';
import { groupPage } from './text/group/group.ts';

export interface OneReading {
  /** For `importArgs`. */
  readonly cut: typeof cutSource;
  readonly reconstruct: Reconstruct;
}

/** What was read of a source is held as long as the source itself is. */
export function readOnce(): OneReading {
  const analyzed = remember(analyzeGeometry);
  const cut = remember(cutText);
  return {
    cut: (source: Source) => cutSource(source, (one) => (hasCoordinates(one) ? analyzed(one).pieces : cut(one))),
    reconstruct: reconstructWith((source) =>
      hasCoordinates(source) ? analyzed(source) : groupPage(source, cut(source)),
    ),
  };
}
