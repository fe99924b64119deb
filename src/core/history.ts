/** Undo and redo: one labelled timeline of everything. Plain data, so that it can be rebuilt from the journal after a reload. */
import type { Patch } from 'immer';
import type { Edition } from './model/edition.ts';
import { applyPatches } from './patches.ts';
import type { Transaction } from './transact.ts';

export interface History {
  readonly done: readonly Transaction[];
  readonly undone: readonly Transaction[];
}

export const emptyHistory: History = { done: [], undone: [] };

/** Steps that can be undone; older ones are forgotten. */
export const HISTORY_LIMIT = 1000;

export type Step =
  { readonly kind: 'do'; readonly transaction: Transaction } | { readonly kind: 'undo' } | { readonly kind: 'redo' };

/** Patches of immer may be applied to any state they were made on; nothing else changes an edition. */
export const applyTo = (edition: Edition, patches: readonly Patch[]): Edition =>
  applyPatches(edition, patches as Patch[]);

/** The edition after one step back, or null where there is none. */
export function undo(
  edition: Edition,
  history: History,
): { edition: Edition; history: History; transaction: Transaction } | null {
  const transaction = history.done.at(-1);
  if (!transaction) return null;
  return {
    edition: applyTo(edition, transaction.inverse),
    history: { done: history.done.slice(0, -1), undone: [...history.undone, transaction] },
    transaction,
  };
}

export function redo(
  edition: Edition,
  history: History,
): { edition: Edition; history: History; transaction: Transaction } | null {
  const transaction = history.undone.at(-1);
  if (!transaction) return null;
  return {
    edition: applyTo(edition, transaction.patches),
    history: { done: [...history.done, transaction], undone: history.undone.slice(0, -1) },
    transaction,
  };
}

/** The edition as it was, or will be again, after `n` steps of the timeline. */
export function stateAt(edition: Edition, history: History, n: number): Edition {
  let at = { edition, history };
  for (;;) {
    const { done } = at.history;
    const next = done.length > n ? undo(at.edition, at.history) : done.length < n ? redo(at.edition, at.history) : null;
    if (!next) return at.edition;
    at = next;
  }
}

export const record = (history: History, transaction: Transaction): History => ({
  done: [...history.done.slice(-(HISTORY_LIMIT - 1)), transaction],
  undone: [],
});

/** Takes one journalled step again; a step that has nothing to undo or redo answers null. */
export function replayStep(
  edition: Edition,
  history: History,
  step: Step,
): { edition: Edition; history: History } | null {
  if (step.kind === 'do')
    return { edition: applyTo(edition, step.transaction.patches), history: record(history, step.transaction) };
  return step.kind === 'undo' ? undo(edition, history) : redo(edition, history);
}
