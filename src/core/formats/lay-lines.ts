/** Lines that were read become a source's text: one after the other in file order, joined by line breaks. */
import type { SourceLine, Span } from '../model/edition.ts';

export interface ReadLine extends Omit<SourceLine, 'start' | 'end'> {
  readonly text: string;
}

const BROKEN = /[\r\n\f\v\u0085\u2028\u2029]/;
const BREAK = /[\r\n\f\v\u0085\u2028\u2029]+/gu;

/** Lines of white space are left out: give none. */
export function layLines(read: readonly ReadLine[]): { readonly text: string; readonly lines: SourceLine[] } {
  const texts: string[] = [];
  let at = 0;
  const lines = read.map(({ text: raw, ...rest }): SourceLine => {
    const text = BROKEN.test(raw) ? raw.replace(BREAK, ' ') : raw;
    texts.push(text);
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length, ...rest };
  });
  return { text: texts.join('\n'), lines };
}

/** These lines, in this order, as spans: neighbours become one. */
export function spansOfLines(lines: readonly SourceLine[], indexes: readonly number[]): Span[] {
  const spans: Span[] = [];
  let last = -2;
  for (const index of indexes) {
    const line = lines[index];
    if (!line) continue;
    const span = spans.at(-1);
    if (span && index === last + 1) spans[spans.length - 1] = [span[0], line.end];
    else spans.push([line.start, line.end]);
    last = index;
  }
  return spans;
}
