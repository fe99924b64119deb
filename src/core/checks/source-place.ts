/** Where a finding stands in the text that was read: for lists outside the app. */
import type { Edition, Fragment, Source, Span } from '../model/edition.ts';
import { charactersBefore } from '../model/offsets.ts';
import { readingText } from '../model/reading-text.ts';
import { findFragment, lineStarts, readingOrder } from '../model/selectors.ts';
import type { Finding } from './finding.ts';

export interface SourcePlace {
  readonly source: Source;
  /** UTF-16 offsets into the source's text. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1, as is `column`, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** The passage, else the fragment, else the article's first; null for what is no text's. */
export function sourcePlace(edition: Edition, finding: Finding): SourcePlace | null {
  const id =
    finding.fragmentId ??
    (finding.articleId === undefined ? undefined : readingOrder(edition, finding.articleId)[0]?.id);
  const fragment = id === undefined ? undefined : findFragment(edition, id);
  const source = fragment && edition.sources[fragment.sourceId];
  if (!fragment || !source) return null;
  const [start, end] = rangeOf(source, fragment, fragment.id === finding.fragmentId ? finding.at : undefined);
  const starts = lineStarts(source);
  let line = starts.findLastIndex((at) => at <= start);
  if (line < 0) line = 0;
  return { source, start, end, line: line + 1, column: start - (starts[line] ?? 0) + 1 };
}

function rangeOf(source: Source, fragment: Fragment, at: Finding['at']): readonly [number, number] {
  const spans = [...fragment.spans].sort((a, b) => a[0] - b[0]);
  const first = spans[0]?.[0] ?? 0;
  if (!at) return [first, Math.max(...spans.map((span) => span[1]))];
  const text = readingText(source, fragment);
  const from = offsetOf(source, fragment.spans, charactersBefore(source, fragment.spans, text, at[0])) ?? first;
  const last = offsetOf(source, fragment.spans, charactersBefore(source, fragment.spans, text, at[1]) - 1) ?? from;
  return [from, Math.max(from, last) + 1];
}

/** The offset of the n-th character that is not white space. */
function offsetOf(source: Source, spans: readonly Span[], n: number): number | null {
  let left = n;
  for (const [start, end] of spans) {
    let offset = start;
    for (const ch of source.text.slice(start, end)) {
      if (/\S/u.test(ch) && left-- <= 0) return offset;
      offset += ch.length;
    }
  }
  return null;
}
