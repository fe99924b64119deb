/** Where a truth's fragments stand: article by article in columns, or by the boxes of their lines. */
import { generateNKeysBetween } from 'fractional-indexing';
import {
  call,
  pagesOf,
  reconstruct,
  transact,
  type Box,
  type Call,
  type Edition,
  type Fragment,
  type SourceLine,
} from '../core/index.ts';

const FIRST = new Set(['masthead', 'folio', 'section']);

function done(edition: Edition, calls: readonly Call[]): Edition {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

/** Furniture on top, then each article over two columns and a half, then what is loose. */
export function laidByFlow(edition: Edition): Edition {
  const sources = Object.keys(edition.sources);
  return pagesOf(edition).reduce((start, page, at) => {
    let now = start;
    const own = Object.values(now.fragments[sources[at] ?? ''] ?? {}).filter((f) => f.placement.at === 'unplaced');
    const loose = own.filter((f) => !f.article);
    const columns = page.columns.map((c) => c.id);
    const lay = (list: readonly Fragment[]): void => {
      const fragments = list.map((f) => ({ id: f.id, column: 0, span: columns.length }));
      if (fragments.length) now = done(now, [call('page.lay', { page: page.id, fragments })]);
    };
    lay(loose.filter((f) => FIRST.has(f.role)));
    [...new Set(own.flatMap((f) => f.article?.id ?? []))].forEach((id, i) => {
      const ids = own
        .filter((f) => f.article?.id === id)
        .toSorted((a, b) => ((a.article?.order ?? '') < (b.article?.order ?? '') ? -1 : 1))
        .map((f) => f.id);
      const column = columns[(i * 2) % (columns.length - 1)] ?? '';
      now = done(now, [call('article.flow', { ids, page: page.id, column, columns: 2 })]);
    });
    lay(loose.filter((f) => !FIRST.has(f.role)));
    return now;
  }, edition);
}

/** Lines that go down one column: a new run where the next line does not stand under the last. */
export function runsOfLines(lines: readonly SourceLine[]): SourceLine[][] {
  const runs: SourceLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    const under =
      last?.box && line.box
        ? line.box[1] > last.box[1] - line.box[3] / 2 &&
          (line.box[1] < last.box[1] + last.box[3] / 2 ||
            Math.min(last.box[0] + last.box[2], line.box[0] + line.box[2]) > Math.max(last.box[0], line.box[0]))
        : last !== undefined;
    if (under) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** In the columns that the engine sees, from the top down. */
export function laidByBoxes(edition: Edition): Edition {
  const sources = Object.values(edition.sources);
  const proposed = new Map(reconstruct(sources).pages.map((page) => [page.sourceId, page.columns]));
  const pages = { ...edition.pages };
  const fragments = { ...edition.fragments };
  pagesOf(edition).forEach((page, at) => {
    const source = sources[at];
    if (!source) return;
    const columns = (proposed.get(source.id) ?? page.columns).map((c, i) => ({
      id: `c${i + 1}`,
      x: c.x,
      width: c.width,
    }));
    pages[page.id] = { ...page, columns };
    const boxOf = (f: Fragment): Box => {
      const all = f.spans.flatMap(([start]) => source.lines.find((line) => line.start === start)?.box ?? []);
      const boxes: Box[] = [];
      for (let i = 0; i + 3 < all.length; i += 4)
        boxes.push([all[i] ?? 0, all[i + 1] ?? 0, all[i + 2] ?? 0, all[i + 3] ?? 0]);
      const x = Math.min(...boxes.map((b) => b[0]));
      const y = Math.min(...boxes.map((b) => b[1]));
      return [x, y, Math.max(...boxes.map((b) => b[0] + b[2])) - x, 1];
    };
    const shard = { ...(fragments[source.id] ?? {}) };
    const standing = Object.values(shard)
      .filter((f) => f.placement.at === 'unplaced')
      .map((f) => {
        const [x, y, width] = boxOf(f);
        const share = columns.map((c) => Math.min(c.x + c.width, x + width) - Math.max(c.x, x));
        const column = Math.max(
          0,
          share.findIndex((s, i) => s > 0.5 * Math.min(width, columns[i]?.width ?? 1)),
        );
        const span = Math.max(1, share.filter((s, i) => i >= column && s > 0.5 * (columns[i]?.width ?? 1)).length);
        return { f, y, column, span: Math.min(span, columns.length - column) };
      })
      .sort((a, b) => a.column - b.column || a.y - b.y);
    const keys = generateNKeysBetween(null, null, standing.length);
    standing.forEach(({ f, column, span }, i) => {
      shard[f.id] = {
        ...f,
        placement: { at: 'page', page: page.id, column: columns[column]?.id ?? 'c1', span, order: keys[i] ?? '' },
      };
    });
    fragments[source.id] = shard;
  });
  return { ...edition, pages, fragments };
}
