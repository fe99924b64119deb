/** Articles that run on from one page to the next without a jump line: the text breaks off at the foot of a band and goes on at the top of one. */
import type { Message } from '../../model/message.ts';
import type { Proposal } from '../proposal.ts';
import type { GeometryPage, GeometryPart } from './analyze.ts';

export interface PageRun {
  readonly from: { readonly page: number; readonly part: number };
  readonly to: { readonly page: number; readonly part: number };
  readonly confidence: number;
  readonly reason: Message;
}

const ENOUGH = 2;

/** Parts at the foot of their band, and parts without head at the top of theirs. */
function endsAndStarts(page: GeometryPage): { ends: number[]; starts: number[] } {
  const lastOf = new Map<number, number>();
  const firstOf = new Map<number, number>();
  page.parts.forEach((part, i) => {
    lastOf.set(part.ends.band, i);
    if (!firstOf.has(part.ends.band)) firstOf.set(part.ends.band, i);
  });
  return { ends: [...lastOf.values()], starts: [...firstOf.values()].filter((i) => page.parts[i]?.ends.headed === false) };
}

function points(a: GeometryPart, b: GeometryPart, sameLevel: boolean): number {
  let sum = 0;
  sum += a.ends.endsOpen ? 1.5 : -0.5;
  sum += a.ends.breaksWord ? 0.5 : 0;
  sum += b.ends.startsOpen ? 1.5 : 0;
  sum += sameLevel ? 0.7 : -0.5;
  const ratio = a.ends.width / Math.max(1, b.ends.width);
  if (ratio < 0.85 || ratio > 1.18) sum -= 1;
  if (a.ends.serial && b.ends.band > 0) sum += 2;
  return sum;
}

/** Links between neighbouring pages, each part in one at most. */
export function runsOver(pages: readonly GeometryPage[]): PageRun[] {
  const runs: PageRun[] = [];
  for (let p = 0; p + 1 < pages.length; p++) {
    const [page, next] = [pages[p], pages[p + 1]];
    if (!page || !next) continue;
    const { ends } = endsAndStarts(page);
    const { starts } = endsAndStarts(next);
    const pairs = ends.flatMap((part, i) => starts.map((start) => ({ part, start, sum: points(page.parts[part] as GeometryPart, next.parts[start] as GeometryPart, Math.min(i, 1) === Math.min(next.parts[start]?.ends.band ?? 0, 1)) })));
    const taken = new Set<string>();
    for (const { part, start, sum } of pairs.sort((a, b) => b.sum - a.sum || a.part - b.part || a.start - b.start)) {
      if (sum < ENOUGH || taken.has(`a${part}`) || taken.has(`b${start}`)) continue;
      taken.add(`a${part}`).add(`b${start}`);
      runs.push({ from: { page: p, part }, to: { page: p + 1, part: start }, confidence: Math.min(0.95, 0.5 + sum * 0.1), reason: { code: 'geometry.runs-over', params: { from: p + 1, to: p + 2 } } });
    }
  }
  return runs;
}

export function joinGeometryPages(pages: readonly GeometryPage[]): Proposal {
  const offsets: number[] = [];
  let total = 0;
  for (const page of pages) {
    offsets.push(total);
    total += page.pieces.length;
  }
  const next = new Map(runsOver(pages).map((run) => [`${run.from.page}:${run.from.part}`, run]));
  const continued = new Set([...next.values()].map((run) => `${run.to.page}:${run.to.part}`));
  const articles: Proposal['articles'][number][] = [];
  pages.forEach((page, p) =>
    page.parts.forEach((_, a) => {
      if (continued.has(`${p}:${a}`)) return;
      const pieces: number[] = [];
      const reasons: Proposal['articles'][number]['reasons'][number][] = [];
      let confidence = 1;
      for (let at: PageRun['to'] | undefined = { page: p, part: a }; at; ) {
        const part: GeometryPart | undefined = pages[at.page]?.parts[at.part];
        const offset = offsets[at.page] ?? 0;
        if (!part) break;
        pieces.push(...part.pieces.map((i) => i + offset));
        reasons.push(...part.reasons.map((reason) => ({ ...reason, piece: reason.piece + offset })));
        const run: PageRun | undefined = next.get(`${at.page}:${at.part}`);
        confidence = Math.min(confidence, part.confidence, run?.confidence ?? 1);
        at = run?.to;
      }
      articles.push({ pieces, confidence, reasons });
    }),
  );
  return {
    pieces: pages.flatMap((page) => page.pieces),
    articles,
    pages: pages.map((page, p) => ({ sourceId: page.sourceId, label: String(p + 1), columns: page.columns, order: page.order.map((i) => i + (offsets[p] ?? 0)) })),
    notes: pages.flatMap((page, p) => page.notes.map((note) => (note.piece === undefined ? note : { ...note, piece: note.piece + (offsets[p] ?? 0) }))),
  };
}
