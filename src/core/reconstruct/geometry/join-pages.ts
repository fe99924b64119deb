/** Articles that run on from one page to the next without a jump line: the text breaks off at the foot of a band and goes on at the top of one. */
import type { Message } from '../../model/message.ts';
import type { PageParts, PagePart } from '../page-parts.ts';
import type { GeometryPart } from './analyze.ts';
import { WEIGHTS } from './weights.ts';

export interface PageRun {
  readonly from: { readonly page: number; readonly part: number };
  readonly to: { readonly page: number; readonly part: number };
  readonly confidence: number;
  readonly reason: Message;
}

const W = WEIGHTS.run;
/** On real issues three of four were right where the text reads on; files of some archives end every article with its page. */
const SUREST = 0.75;
/** Into a page on which nothing else was seen to begin: the text surely goes on there, but how far is not known. Right once in three. */
const UNSURE = 0.35;

const isGeometry = (part: PagePart | undefined): part is GeometryPart => part !== undefined && 'ends' in part;
const bandOf = (page: PageParts, i: number): { band: number; headed: boolean } => {
  const part = page.parts[i];
  return isGeometry(part) ? part.ends : { band: 0, headed: true };
};

/** Parts at the foot of their band, and parts without head at the top of theirs. */
function endsAndStarts(page: PageParts): { ends: number[]; starts: number[] } {
  const lastOf = new Map<number, number>();
  const firstOf = new Map<number, number>();
  page.parts.forEach((part, i) => {
    if (!isGeometry(part) || part.ends.advertisement) return;
    lastOf.set(part.ends.band, i);
    if (!firstOf.has(part.ends.band)) firstOf.set(part.ends.band, i);
  });
  return { ends: [...lastOf.values()], starts: [...firstOf.values()].filter((i) => !bandOf(page, i).headed) };
}

function points(a: GeometryPart, b: GeometryPart, sameLevel: boolean): number {
  let sum = 0;
  sum += a.ends.endsOpen ? W.endsOpen : W.endsClosed;
  sum += a.ends.breaksWord ? W.breaksWord : 0;
  sum += b.ends.startsOpen ? W.startsOpen : b.ends.startsFlush ? W.startsFlush : 0;
  sum += sameLevel ? W.sameBand : W.otherBand;
  const ratio = a.ends.width / Math.max(1, b.ends.width);
  if (ratio < 0.85 || ratio > 1.18) sum += W.otherMeasure;
  if (a.ends.serial && b.ends.band > 0) sum += W.serial;
  return sum;
}

/**
 * Links between neighbouring pages, each part in one at most; pages without coordinates have none. `goesOn` and `comesFrom` say which parts
 * (as `page:part`) are joined already, by jump lines.
 */
export function runsOver(
  pages: readonly PageParts[],
  goesOn: ReadonlySet<string> = new Set(),
  comesFrom: ReadonlySet<string> = new Set(),
): PageRun[] {
  const runs: PageRun[] = [];
  for (let p = 0; p + 1 < pages.length; p++) {
    const [page, next] = [pages[p], pages[p + 1]];
    if (!page || !next) continue;
    const { ends } = endsAndStarts(page);
    const { starts } = endsAndStarts(next);
    const pairs = ends.flatMap((part, i) =>
      starts.flatMap((start) => {
        const [a, b] = [page.parts[part], next.parts[start]];
        // An article that fills a whole page between two others is rarer than a head that was not seen.
        if (!isGeometry(a) || !isGeometry(b) || a.ends.undivided) return [];
        if (goesOn.has(`${p}:${part}`) || comesFrom.has(`${p + 1}:${start}`)) return [];
        return [
          {
            part,
            start,
            most: b.ends.undivided ? UNSURE : SUREST,
            sum: points(a, b, Math.min(i, 1) === Math.min(b.ends.band, 1)),
          },
        ];
      }),
    );
    const taken = new Set<string>();
    for (const { part, start, sum, most } of pairs.sort(
      (a, b) => b.sum - a.sum || a.part - b.part || a.start - b.start,
    )) {
      if (sum < W.enough || taken.has(`a${part}`) || taken.has(`b${start}`)) continue;
      taken.add(`a${part}`).add(`b${start}`);
      runs.push({
        from: { page: p, part },
        to: { page: p + 1, part: start },
        confidence: Math.min(most, 0.4 + sum * 0.1),
        reason: { code: 'geometry.runs-over', params: { from: p + 1, to: p + 2 } },
      });
    }
  }
  return runs;
}
