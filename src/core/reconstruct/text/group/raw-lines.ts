/** The printed lines under a piece's spans, blank ones left out. */
import type { Source, Span } from '../../../model/edition.ts';

export interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

const LINE = /[^\n\r\u000b\u000c\u0085\u2028\u2029]+/gu;

export function rawLinesOf(source: Source, spans: readonly Span[]): RawLine[] {
  const lines: RawLine[] = [];
  for (const [from, to] of spans) {
    for (const { 0: whole, index } of source.text.slice(from, to).matchAll(LINE)) {
      const raw = whole.trim();
      if (!raw) continue;
      const start = from + index + (whole.length - whole.trimStart().length);
      lines.push({ start, end: start + raw.length, raw });
    }
  }
  return lines;
}
