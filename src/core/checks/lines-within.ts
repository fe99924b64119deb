/** The lines of a source that lie in spans, in the spans' order. */
import type { Source, SourceLine, Span } from '../model/edition.ts';
import { remember } from '../model/selectors.ts';

const byStart = remember((source: Source): readonly SourceLine[] => source.lines.toSorted((a, b) => a.start - b.start));

export function linesWithin(source: Source, spans: readonly Span[]): SourceLine[] {
  const lines = byStart(source);
  return spans.flatMap(([start, end]) => {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found: SourceLine[] = [];
    for (let line = lines[low]; line && line.start < end; line = lines[++low]) if (line.end <= end) found.push(line);
    return found;
  });
}
