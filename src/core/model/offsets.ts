/** Between a corrected text and the source that it stands for: which characters are the same ones. */
import { editScript } from './edit-script.ts';
import type { Source, Span } from './edition.ts';

interface Place {
  readonly offset: number;
  readonly ch: string;
}

/** The characters of the spans that are not white space, with their offsets in the source. */
function placesOf(source: Source, spans: readonly Span[]): Place[] {
  const places: Place[] = [];
  for (const [start, end] of spans) {
    let offset = start;
    for (const ch of source.text.slice(start, end)) {
      if (/\S/u.test(ch)) places.push({ offset, ch });
      offset += ch.length;
    }
  }
  return places;
}

/**
 * How many of the source's characters (white space aside) stand before offset `at` of `text`.
 * Exact where only white space differs; else by the shortest edit script between the two.
 */
export function charactersBefore(source: Source, spans: readonly Span[], text: string, at: number): number {
  const raw = placesOf(source, spans).map((place) => place.ch);
  const bare = (part: string): string[] => Array.from(part).filter((ch) => /\S/u.test(ch));
  const now = bare(text);
  const wanted = bare(text.slice(0, at)).length;
  if (raw.length === now.length && raw.every((ch, i) => ch === now[i])) return wanted;
  let inRaw = 0;
  let inNow = 0;
  for (const part of editScript(raw, now)) {
    const n = part.value.length;
    if (part.removed) {
      inRaw += n;
      continue;
    }
    if (inNow + n >= wanted && !part.added) return inRaw + (wanted - inNow);
    if (inNow + n > wanted) return inRaw;
    inNow += n;
    if (!part.added) inRaw += n;
  }
  return inRaw;
}

/** Cuts spans after `n` characters. White space at the cut belongs to nobody. */
export function cutSpans(source: Source, spans: readonly Span[], n: number): readonly [Span[], Span[]] {
  const next = placesOf(source, spans)[n];
  if (!next) return [[...spans], []];
  const before: Span[] = [];
  const after: Span[] = [];
  let counted = 0;
  let cut = false;
  for (const [start, end] of spans) {
    if (cut) {
      after.push([start, end]);
      continue;
    }
    const here = placesOf(source, [[start, end]]).length;
    if (counted + here <= n) before.push([start, end]);
    else {
      const trimmed = start + source.text.slice(start, next.offset).trimEnd().length;
      if (trimmed > start) before.push([start, trimmed]);
      after.push([next.offset, end]);
      cut = true;
    }
    counted += here;
  }
  return [before, after];
}

/** Joins neighbours between which the source has only white space. */
export function joinSpans(source: Source, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last && start >= last[1] && source.text.slice(last[1], start).trim() === '')
      joined[joined.length - 1] = [last[0], end];
    else joined.push([start, end]);
  }
  return joined;
}
