/** The baseline: recursive XY-cut on the boxes (widest white gap first), and a new article at every line that is much higher than body text. */
import type { Box, Source } from '../core/model/edition.ts';
import type { Piece, Proposal, ProposedArticle } from '../core/reconstruct/proposal.ts';

interface Item {
  readonly index: number;
  readonly box: Box;
}

/** The widest gap that no box crosses, on one axis (0: x, 1: y). */
function widestGap(items: readonly Item[], axis: 0 | 1): { at: number; width: number } | null {
  const order = [...items].sort((a, b) => a.box[axis] - b.box[axis]);
  let end = -Infinity;
  let best: { at: number; width: number } | null = null;
  for (const { box } of order) {
    if (end > -Infinity && box[axis] - end > (best?.width ?? 0))
      best = { at: end + (box[axis] - end) / 2, width: box[axis] - end };
    end = Math.max(end, box[axis] + box[axis === 0 ? 2 : 3]);
  }
  return best;
}

function cut(items: readonly Item[], least: readonly [number, number], out: Item[]): void {
  const [x, y] = [widestGap(items, 0), widestGap(items, 1)];
  const across = x && x.width >= least[0] ? x.width / least[0] : 0;
  const down = y && y.width >= least[1] ? y.width / least[1] : 0;
  if (items.length < 2 || (across === 0 && down === 0))
    return void out.push(...[...items].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]));
  const axis = across >= down ? 0 : 1;
  const at = (axis === 0 ? x?.at : y?.at) ?? 0;
  cut(
    items.filter(({ box }) => box[axis] < at),
    least,
    out,
  );
  cut(
    items.filter(({ box }) => box[axis] >= at),
    least,
    out,
  );
}

export function xyOrder(source: Source): number[] {
  const items = source.lines.flatMap((line, index) =>
    line.box && line.end > line.start ? [{ index, box: line.box }] : [],
  );
  const heights = items.map(({ box }) => box[3]).sort((a, b) => a - b);
  const body = heights[heights.length >> 1] ?? 1;
  const out: Item[] = [];
  cut(items, [body * 0.3, body * 0.3], out);
  return out.map(({ index }) => index);
}

export function xyCut(sources: readonly Source[]): Proposal {
  const pieces: Piece[] = [];
  const articles: ProposedArticle[] = [];
  const pages: Proposal['pages'][number][] = [];
  sources.forEach((source, p) => {
    const order = xyOrder(source);
    const heights = order.map((i) => source.lines[i]?.box?.[3] ?? 0).sort((a, b) => a - b);
    const body = heights[heights.length >> 1] ?? 1;
    const first = pieces.length;
    let current: number[] = [];
    for (const i of order) {
      const line = source.lines[i];
      if (!line) continue;
      const isHead = (line.box?.[3] ?? 0) > 1.5 * body;
      if (isHead && pieces[current.at(-1) ?? -1]?.role !== 'headline') {
        if (current.length) articles.push({ pieces: current, confidence: 0.5, reasons: [] });
        current = [];
      }
      current.push(pieces.length);
      pieces.push({
        sourceId: source.id,
        spans: [[line.start, line.end]],
        text: source.text.slice(line.start, line.end),
        repairs: [],
        role: isHead ? 'headline' : 'body',
        confidence: 0.5,
        reason: { code: 'bench.xy-cut' },
        place: null,
      });
    }
    if (current.length) articles.push({ pieces: current, confidence: 0.5, reasons: [] });
    pages.push({
      sourceId: source.id,
      label: String(p + 1),
      columns: [],
      order: pieces.slice(first).map((_, k) => first + k),
    });
  });
  return { pieces, articles, pages, notes: [] };
}
