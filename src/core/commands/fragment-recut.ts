import type { Draft } from 'immer';
import type { Edition, Fragment, Span } from '../model/edition.ts';
import { countBetween } from '../model/characters.ts';
import { findFragments, sourceOf } from '../model/selectors.ts';
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
    const source = sourceOf(edition, first);
    const count = (spans: readonly Span[]): number => spans.reduce((n, [a, b]) => n + countBetween(source, a, b), 0);
    const had = fragments.reduce((n, f) => n + count(f.spans), 0);
    return had === pieces.reduce((n, spans) => n + count(spans), 0) ? true : refuse('refuse.recut');
  },
  run(draft, { ids, pieces }, edition) {
    const fragments = findFragments(edition, ids);
    const [first] = fragments;
    const shard = first && draft.fragments[first.sourceId];
    if (!first || !shard) return;
    dropEmptied(draft, edition, fragments);
    for (const fragment of fragments) delete shard[fragment.id];
    const names = namesFor(edition, first.sourceId, ids, pieces.length);
    pieces.forEach((spans, i) => {
      const id = names[i] ?? '';
      shard[id] = { id, sourceId: first.sourceId, spans, role: 'unknown', placement: { at: 'unplaced' } } as Draft<Fragment>;
    });
  },
  label: (_, { pieces }) => ({ code: 'command.recut', params: { n: pieces.length } }),
});

/** The ids that the pieces get: those that are there, then the last one's with numbers that are free. */
function namesFor(edition: Edition, sourceId: string, ids: readonly string[], n: number): string[] {
  const names = ids.slice(0, n);
  const shard = edition.fragments[sourceId] ?? {};
  for (let k = 2; names.length < n; k++) {
    const id = `${ids.at(-1)}-${k}`;
    if (!Object.hasOwn(shard, id)) names.push(id);
  }
  return names;
}
