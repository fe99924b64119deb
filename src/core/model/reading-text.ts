/** What a fragment reads as: its correction, else its source's lines with their hard wraps joined. */
import type { Fragment, Source, Span } from './edition.ts';

const LINE_BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/u;
/** Scripts and marks that are set without a space between lines. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\u3000-\u303f\uff01-\uff60]/u;

const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';
const firstOf = (text: string): string => Array.from(text.slice(0, 2))[0] ?? '';

const isSolid = (before: string, after: string): boolean =>
  UNSPACED.test(lastOf(before)) || UNSPACED.test(firstOf(after));

/** Two lines of one paragraph as one: no space where either side is Han or kana. */
export function joinTwo(before: string, after: string): string {
  if (!before || !after) return before + after;
  return isSolid(before, after) ? before + after : `${before} ${after}`;
}

/** Hard-wrapped lines as one paragraph; blank lines and white space at line ends do not count. */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  let last = '';
  for (const one of lines) {
    const line = one.trim();
    if (!line) continue;
    // Only the two lines are looked at: a text that grows is not read again for each of them.
    text += text && !isSolid(last, line) ? ` ${line}` : line;
    last = line;
  }
  return text;
}

export const splitLines = (text: string): string[] => text.split(LINE_BREAK);

/** The lines of the source that the spans cover, in their order, as they stand there. */
export function rawLines(source: Source, spans: readonly Span[]): string[] {
  return spans
    .flatMap(([start, end]) => splitLines(source.text.slice(start, end)))
    .filter((line) => line.trim() !== '');
}

/** The raw slice, unjoined: what "Read" shows in the inspector. */
export const rawText = (source: Source, spans: readonly Span[]): string => rawLines(source, spans).join('\n');

const readings = new WeakMap<readonly Span[], { source: Source; text: string }>();

/** The text without any correction. */
export function sourceReading(source: Source, spans: readonly Span[]): string {
  const known = readings.get(spans);
  if (known?.source === source) return known.text;
  const text = joinLines(rawLines(source, spans));
  readings.set(spans, { source, text });
  return text;
}

export const readingText = (source: Source, fragment: Pick<Fragment, 'spans' | 'corrected'>): string =>
  fragment.corrected ?? sourceReading(source, fragment.spans);
