/** The source's text by lines, each cut where fragments begin and end. */
import type { Fragment, Source } from '../../core/index.ts';

export interface SourceRow {
  /** From 1. */
  readonly line: number;
  readonly parts: readonly { readonly id: string | null; readonly text: string; readonly placed: boolean }[];
}

export function sourceRows(source: Source, fragments: readonly Fragment[]): SourceRow[] {
  const spans = fragments
    .flatMap((f) => f.spans.map(([start, end]) => ({ start, end, id: f.id, placed: f.placement.at !== 'unplaced' })))
    .sort((a, b) => a.start - b.start);
  const rows: SourceRow[] = [];
  let offset = 0;
  let at = 0;
  for (const line of source.text.split('\n')) {
    const end = offset + line.length;
    const parts: { id: string | null; text: string; placed: boolean }[] = [];
    let reached = offset;
    while ((spans[at]?.end ?? Infinity) <= offset) at++;
    for (let i = at; i < spans.length; i++) {
      const span = spans[i];
      if (!span || span.start >= end) break;
      const from = Math.max(span.start, offset);
      if (from > reached) parts.push({ id: null, text: source.text.slice(reached, from), placed: false });
      reached = Math.min(span.end, end);
      parts.push({ id: span.id, text: source.text.slice(from, reached), placed: span.placed });
    }
    if (reached < end) parts.push({ id: null, text: source.text.slice(reached, end), placed: false });
    rows.push({ line: rows.length + 1, parts });
    offset = end + 1;
  }
  return rows;
}
