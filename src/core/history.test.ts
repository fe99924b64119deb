import { expect, test } from 'vitest';
import { smallEdition } from './commands/small-edition.test-support.ts';
import { emptyHistory, record, stateAt, undo, type History } from './history.ts';
import type { Edition } from './model/edition.ts';
import { call, transact } from './transact.ts';

test('any state of the timeline is to be had, before and after, without going there', () => {
  const states: Edition[] = [smallEdition()];
  let history: History = emptyHistory;
  for (const role of ['headline', 'body', 'caption'] as const) {
    const outcome = transact(states.at(-1) as Edition, call('fragment.role', { ids: ['f1'], role }));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    states.push(outcome.edition);
    history = record(history, outcome.transaction);
  }
  states.forEach((state, n) => expect(stateAt(states[3] as Edition, history, n)).toEqual(state));
  const back = undo(states[3] as Edition, history);
  if (!back) throw new Error('there was something to undo');
  states.forEach((state, n) => expect(stateAt(back.edition, back.history, n)).toEqual(state));
});
