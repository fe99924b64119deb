import type { Draft } from 'immer';
import { isWhite } from '../model/characters.ts';
import type { Edition, Fragment, Source, Span } from '../model/edition.ts';
import { cutsGrapheme } from '../model/graphemes.ts';
import { findFragment, findFragments, sourceOf } from '../model/selectors.ts';
import { checkFragments, defineCommand, dropEmptied, refuse } from './command.ts';

export interface RecutArgs {
  /** Fragments of one source. */
  readonly ids: readonly string[];
  /** What is to stand for the same characters. The first ids are taken up in order; the rest are made. */
  readonly pieces: readonly (readonly Span[])[];
}

/** Cuts the characters of some fragments in another way. What they were placed as, and belonged to, is theirs no more. */
export const recutFragments = defineCommand<RecutArgs>({
  check(edition, { ids, pieces }) {
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    const fragments = findFragments(edition, ids);
    const [first] = fragments;
    if (!first || fragments.some((f) => f.sourceId !== first.sourceId)) return refuse('refuse.merge-across-sources');
    if (fragments.some((f) => f.confirmed)) return refuse('refuse.confirmed');
    return standsFor(
      sourceOf(edition, first),
      [...new Set(fragments)].flatMap((f) => f.spans),
      pieces,
    )
      ? true
      : refuse('refuse.recut');
  },
  run(draft, { ids, pieces }, edition) {
    const fragments = findFragments(edition, ids);
    const [first] = fragments;
    const shard = first && draft.fragments[first.sourceId];
    if (!first || !shard) return;
    dropEmptied(draft, edition, fragments);
    for (const fragment of fragments) delete shard[fragment.id];
    const names = namesFor(edition, ids, pieces.length);
    pieces.forEach((spans, i) => {
      const id = names[i] ?? '';
      shard[id] = {
        id,
        sourceId: first.sourceId,
        spans,
        role: 'unknown',
        placement: { at: 'unplaced' },
      } as Draft<Fragment>;
    });
  },
  label: (_, { pieces }) => ({ code: 'command.recut', params: { n: pieces.length } }),
});

/** Do the pieces hold the spans' characters, each once, and cut none of them? */
function standsFor(source: Source, spans: readonly Span[], pieces: readonly (readonly Span[])[]): boolean {
  const { text } = source;
  const open = new Set<number>();
  const bounds = new Set(spans.flat());
  for (const [start, end] of spans) for (let i = start; i < end; i++) if (!isWhite(text[i] ?? ' ')) open.add(i);
  for (const piece of pieces) {
    let held = 0;
    for (const [start, end] of piece) {
      if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
        return false;
      if ([start, end].some((at) => !bounds.has(at) && cutsGrapheme(text, at))) return false;
      for (let i = start; i < end; i++) {
        if (isWhite(text[i] ?? ' ')) continue;
        if (!open.delete(i)) return false;
        held++;
      }
    }
    if (!held) return false;
  }
  return open.size === 0;
}

/** The ids that the pieces get: those that are there, then the last one's with numbers that are free. */
function namesFor(edition: Edition, ids: readonly string[], n: number): string[] {
  const names = ids.slice(0, n);
  for (let k = 2; names.length < n; k++) {
    const id = `${ids.at(-1)}-${k}`;
    if (!findFragment(edition, id)) names.push(id);
  }
  return names;
}
