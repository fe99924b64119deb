/** What becomes of the fragments of a source when another reading of the same page takes its place. */
import { jumpOf } from '../commands/fragment-role.ts';
import type { KeptFragment, ReplaceArgs } from '../commands/source-replace.ts';
import { openSpans } from '../import-args.ts';
import { countBetween } from '../model/characters.ts';
import type { Edition, Fragment, Source, Span } from '../model/edition.ts';
import { readingText, sourceReading } from '../model/reading-text.ts';
import { rebase } from './rebase.ts';
import { runsOf } from './runs.ts';
import { spread, type OldPlace, type Spread } from './spread.ts';

/** A page as it was read anew: its source, and the pieces that an import would cut it into. */
export interface NewReading {
  readonly source: Omit<Source, 'id'>;
  readonly pieces: readonly (readonly Span[])[];
}

export interface ChangedFragment {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** What the editor had typed: brought on to the new text, or kept although the new text differs in the same place. */
  readonly correction?: 'rebased' | 'conflict';
}

export interface Replacement {
  readonly args: ReplaceArgs;
  /** Fragments that read as they did. */
  readonly same: readonly string[];
  readonly changed: readonly ChangedFragment[];
  /** Fragments that have nothing left, with what they read as. */
  readonly gone: readonly { readonly id: string; readonly text: string }[];
  /** Characters that no fragment had; they go to the tray, in `args.fresh`. */
  readonly freshCharacters: number;
  readonly fresh: readonly string[];
}

/** Finds for every fragment of source `id` its text in the new reading. Nothing is changed by it. */
export function replacementOf(edition: Edition, id: string, reading: NewReading): Replacement {
  const old = edition.sources[id];
  if (!old) throw new Error(`no source ${id}`);
  const fragments = Object.values(edition.fragments[id] ?? {});
  const source = sourceAfter(old, reading.source);
  const spans = old.text === source.text ? fragments.map((f) => f.spans) : spansAfter(old, source, fragments);
  const kept: KeptFragment[] = [];
  const same: string[] = [];
  const changed: ChangedFragment[] = [];
  const gone: { id: string; text: string }[] = [];
  fragments.forEach((fragment, i) => {
    const own = spans[i] ?? [];
    const before = readingText(old, fragment);
    if (!own.length) {
      gone.push({ id: fragment.id, text: before });
      return;
    }
    const { correction, ...moved } = movedOn(old, fragment, source, own);
    const after = readingText(source, moved);
    kept.push(moved);
    if (bare(before) === bare(after) && !correction) same.push(fragment.id);
    else changed.push({ id: fragment.id, before, after, ...(correction ? { correction } : {}) });
  });
  const taken = kept.flatMap((one) => one.spans);
  const fresh = openSpans(source, taken, () => reading.pieces);
  return {
    args: { source, kept, fresh },
    same,
    changed,
    gone,
    fresh: fresh.map((piece) => sourceReading(source, piece)),
    freshCharacters: fresh.flat().reduce((n, [start, end]) => n + countBetween(source, start, end), 0),
  };
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Under the old id, so that pages, pictures and marks find it; a picture stays where the new file names none. */
const sourceAfter = (old: Source, read: NewReading['source']): Source => ({
  ...read,
  id: old.id,
  ...(read.image === undefined && old.image !== undefined ? { image: old.image } : {}),
});

function spansAfter(old: Source, source: Source, fragments: readonly Fragment[]): Span[][] {
  const { offsets } = runsOf(old.text);
  const places: OldPlace[] = offsets.map(() => ({ owner: -1, span: 0, rank: 0 }));
  const at = new Map(offsets.map((offset, i) => [offset, i]));
  fragments.forEach((fragment, owner) => {
    let rank = 0;
    fragment.spans.forEach(([start, end], span) => {
      for (let offset = start; offset < end; offset++) {
        const i = at.get(offset);
        if (i !== undefined) places[i] = { owner, span, rank: rank++ };
      }
    });
  });
  const found = spread(old.text, source.text, places);
  return fragments.map((_, owner) => spansOf(source.text, found, owner, places));
}

/** A fragment's stretches of the new text, in the order in which it was read before. */
function spansOf(text: string, { offsets, owner, old }: Spread, own: number, places: readonly OldPlace[]): Span[] {
  const stretches: { start: number; end: number; last: number; place: OldPlace | null }[] = [];
  owner.forEach((one, i) => {
    if (one !== own) return;
    const start = offsets[i] ?? 0;
    const end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    const place = places[old[i] ?? -1] ?? null;
    const last = stretches.at(-1);
    const goesOn =
      last?.last === i - 1 &&
      (!place || !last.place || (place.span === last.place.span && place.rank > last.place.rank));
    if (!last || !goesOn) stretches.push({ start, end, last: i, place });
    else Object.assign(last, { end, last: i, place: place ?? last.place });
  });
  const ranks = stretches.map(({ place }, i) => place?.rank ?? stretches[i - 1]?.place?.rank ?? -1);
  return stretches
    .map(({ start, end }, i): readonly [number, Span] => [ranks[i] ?? -1, [start, end]])
    .sort((x, y) => x[0] - y[0] || x[1][0] - y[1][0])
    .map(([, span]) => span);
}

function movedOn(
  old: Source,
  fragment: Fragment,
  source: Source,
  spans: readonly Span[],
): KeptFragment & Pick<ChangedFragment, 'correction'> {
  const [was, is] = [sourceReading(old, fragment.spans), sourceReading(source, spans)];
  const typed = fragment.corrected;
  let corrected = typed;
  let correction: ChangedFragment['correction'];
  if (typed !== undefined && bare(was) !== bare(is)) {
    const based = rebase(was, typed, is);
    corrected = based.text.trim() === '' ? typed : based.text;
    correction = based.conflict ? 'conflict' : 'rebased';
  }
  if (corrected === is) corrected = undefined;
  const before = jumpOf(readingText(old, fragment), fragment.role);
  const isRead = fragment.jump?.page === before?.page;
  const jump = isRead ? jumpOf(corrected ?? is, fragment.role) : fragment.jump;
  return {
    id: fragment.id,
    spans,
    ...(corrected === undefined ? {} : { corrected }),
    ...(jump ? { jump } : {}),
    ...(correction ? { correction } : {}),
  };
}
