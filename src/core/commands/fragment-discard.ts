import { DISCARD_REASONS, type DiscardReason } from '../model/edition.ts';
import { findFragments } from '../model/selectors.ts';
import { checkFragments, defineCommand, draftOf, dropEmptied, refuse, setPlacement } from './command.ts';

export interface DiscardArgs {
  readonly ids: readonly string[];
  readonly reason: DiscardReason;
  readonly note?: string;
}

/** Sets fragments aside with a reason. Their characters stay in the ledger; they leave their article. */
export const discardFragments = defineCommand<DiscardArgs>({
  check(edition, { ids, reason }) {
    if (!DISCARD_REASONS.includes(reason)) return refuse('refuse.reason');
    return checkFragments(edition, ids);
  },
  run(draft, { ids, reason, note }, edition) {
    const fragments = findFragments(edition, ids);
    dropEmptied(draft, edition, fragments);
    for (const fragment of fragments) {
      setPlacement(draft, fragment, note ? { at: 'discarded', reason, note } : { at: 'discarded', reason });
      const own = draftOf(draft, fragment);
      delete own.article;
      delete own.continues;
    }
  },
  label: (_, { ids }) => ({ code: 'command.discard', params: { n: ids.length } }),
});

/** Brings discarded fragments back into the tray. */
export const restoreFragments = defineCommand<{ readonly ids: readonly string[] }>({
  check(edition, { ids }) {
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    return findFragments(edition, ids).some((f) => f.placement.at === 'discarded')
      ? true
      : refuse('refuse.not-discarded');
  },
  run(draft, { ids }, edition) {
    for (const fragment of findFragments(edition, ids))
      if (fragment.placement.at === 'discarded') setPlacement(draft, fragment, { at: 'unplaced' });
  },
  label: (_, { ids }) => ({ code: 'command.restore', params: { n: ids.length } }),
});
