/** What of this very edition a format cannot carry, with numbers: a loss that does not happen is not spoken of. */
import type { Edition, SourceLine } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import {
  articlesOf,
  discardedFragments,
  fragmentsOf,
  isPlaced,
  pagesOf,
  sourceOf,
  unplacedFragments,
} from '../model/selectors.ts';
import type { FormatWriter } from './writer.ts';

type Count = (edition: Edition) => number;

const fragments =
  (isLost: (fragment: ReturnType<typeof fragmentsOf>[number], edition: Edition) => boolean): Count =>
  (edition) =>
    fragmentsOf(edition).filter((fragment) => isLost(fragment, edition)).length;

const lines =
  (isLost: (line: SourceLine) => boolean): Count =>
  (edition) =>
    Object.values(edition.sources).reduce((n, source) => n + source.lines.filter(isLost).length, 0);

/** For each `loses.` code, how often it happens. */
const COUNTS: Readonly<Record<string, Count>> = {
  'loses.source': fragments(({ corrected }) => corrected !== undefined),
  'loses.boxes': lines(({ box }) => box !== undefined),
  // Lines without a place or a name are hard wraps: nobody misses them.
  'loses.lines': lines(({ box, ref }) => box !== undefined || ref !== undefined),
  'loses.roles': fragments((f) => isPlaced(f) && f.role !== 'body' && f.role !== 'unknown'),
  'loses.articles': (edition) => articlesOf(edition).length,
  'loses.pages': (edition) => pagesOf(edition).length,
  'loses.columns': (edition) => pagesOf(edition).filter((page) => page.columns.length > 1).length,
  'loses.jumps': fragments(({ role }) => role === 'jump-to' || role === 'jump-from'),
  'loses.loose': fragments((f) => isPlaced(f) && !f.article),
  'loses.unplaced': (edition) => unplacedFragments(edition).length,
  'loses.unplaced-boxes': (edition) =>
    unplacedFragments(edition).filter((f) => !sourceOf(edition, f).lines.some(({ box }) => box)).length,
  'loses.discarded': (edition) => discardedFragments(edition).length,
  'loses.review': (edition) =>
    articlesOf(edition).filter(({ review }) => review.state !== 'open' || review.note !== undefined).length,
};

/** One message a loss, `lost.jumps` with its number, in the order in which the format names its losses. */
export const lossesIn = (edition: Edition, writer: FormatWriter): Message[] =>
  writer.loses.flatMap(({ code }) => {
    const count = COUNTS[code];
    if (!count) throw new Error(`nobody counts ${code}`);
    const n = count(edition);
    return n ? [{ code: `lost.${code.slice('loses.'.length)}`, params: { n } }] : [];
  });
