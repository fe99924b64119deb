/** Which parts of an edition stand where their source says: the sources of pages, and the lines that a fragment covers. */
import type { Edition, Fragment, Source, SourceLine } from '../model/edition.ts';
import { fragmentsOnPage, isPlaced, pagesOf, remember, sourceOf } from '../model/selectors.ts';

/** An empty page of known size is laid too. */
const isLaid = (source: Source): boolean =>
  Boolean(source.width && source.height && (!source.lines.length || source.lines.some((line) => line.box)));

/** The laid-out source that most of each page comes from. A page that nothing stands on takes one that stands nowhere. */
export const pageSources = remember((edition: Edition): ReadonlyMap<string, Source> => {
  const found = new Map<string, Source>();
  const used = new Set<string>();
  for (const page of pagesOf(edition)) {
    const counts = new Map<Source, number>();
    for (const fragment of fragmentsOnPage(edition, page.id)) {
      const source = sourceOf(edition, fragment);
      used.add(source.id);
      if (isLaid(source)) counts.set(source, (counts.get(source) ?? 0) + fragment.spans.length);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (most) found.set(page.id, most[0]);
  }
  const idle = Object.values(edition.sources).filter((source) => !used.has(source.id) && isLaid(source));
  for (const page of pagesOf(edition)) {
    if (fragmentsOnPage(edition, page.id).length) continue;
    const source = idle.shift();
    if (source) found.set(page.id, source);
  }
  return found;
});

function firstLineAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((source.lines[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Cut {
  readonly line: SourceLine;
  readonly start: number;
  readonly end: number;
}

/** The source's lines, or parts of lines, that a fragment covers. */
export function cutsOf(source: Source, fragment: Fragment): Cut[] {
  const cuts: Cut[] = [];
  for (const [from, to] of fragment.spans)
    for (let i = firstLineAt(source, from); i < source.lines.length; i++) {
      const line = source.lines[i];
      if (!line || line.start >= to) break;
      const cut = { line, start: Math.max(from, line.start), end: Math.min(to, line.end) };
      if (source.text.slice(cut.start, cut.end).trim() !== '') cuts.push(cut);
    }
  return cuts;
}

export const isWhole = ({ line, start, end }: Cut): boolean => start === line.start && end === line.end;

export const isWhollyLaid = (source: Source, fragment: Fragment): boolean => {
  const cuts = cutsOf(source, fragment);
  return cuts.length > 0 && cuts.every(({ line }) => line.box);
};

const onPages = remember((edition: Edition): ReadonlySet<Source> => new Set(pageSources(edition).values()));

/** Is it written by formats with positions? What is not placed is, where its place in a page's source is known. */
export const standsSomewhere = (edition: Edition, fragment: Fragment): boolean => {
  if (isPlaced(fragment)) return true;
  const source = sourceOf(edition, fragment);
  return onPages(edition).has(source) && isWhollyLaid(source, fragment);
};
