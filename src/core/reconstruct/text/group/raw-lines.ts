/** The printed lines under a piece's spans, blank ones left out. */
import type { Source, Span } from '../../../model/edition.ts';
import { remember } from '../../../model/selectors.ts';

export interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

const LINE = /[^\n\r\u000b\u000c\u0085\u2028\u2029]+/gu;

/** Remembered: a page is cut anew some times, and most of its pieces stay what they are. */
const linesBySpans = remember((source: Source) =>
  remember((spans: readonly Span[]): readonly RawLine[] => {
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
  }),
);

export const rawLinesOf = (source: Source, spans: readonly Span[]): readonly RawLine[] => linesBySpans(source)(spans);
