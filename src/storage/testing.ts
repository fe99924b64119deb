/** An edition to test with, and an editor that hands every step to a keeper. */
import {
  call,
  importArgs,
  newEdition,
  readingsOf,
  readText,
  record,
  redo,
  transact,
  undo,
  type Edition,
  type History,
  type Step,
} from '../core/index.ts';
import type { Keeper, OpenedFromLibrary } from './port.ts';

const TEXT = `Harbour bridge opens a week early

The new footbridge over the inner harbour opened on Monday, a week
before the day that the town had named.

Some forty people stood at the rope when the mayor cut it.

港区人行桥提前开放

本报讯 港区新建的人行桥周一开放，比原定日期早了一周。

Market moves to the square

Stalls stand on the square from Saturday, since the hall needs a roof.
`;

export function sampleEdition(): Edition {
  const empty = newEdition('e1', 'Harbour Gazette');
  const done = transact(
    empty,
    call('edition.import', importArgs(empty, readingsOf([readText(new TextEncoder().encode(TEXT), 'page-1.txt')]))),
  );
  if (!done.ok) throw new Error(done.refusal.code);
  return done.edition;
}

/** The n-th of an endless row of small edits. */
export function edit(edition: Edition, n: number): { edition: Edition; step: Step } {
  const done = transact(edition, call('edition.describe', { title: `Harbour Gazette ${n}` }));
  if (!done.ok) throw new Error(done.refusal.code);
  return { edition: done.edition, step: { kind: 'do', transaction: done.transaction } };
}

/** An editor as the program has one: state, history, and every step handed to the keeper. */
export function editor(opened: Pick<OpenedFromLibrary, 'edition' | 'history'>, keeper: Keeper) {
  let edition: Edition = opened.edition;
  let history: History = opened.history;
  /** The state after each step, by its number. */
  const states: { edition: Edition; history: History }[] = [];
  const acknowledged: boolean[] = [];
  function hand(step: Step): Promise<boolean> {
    const at = states.push({ edition, history }) - 1;
    const kept = keeper.append(step, edition);
    void kept.then((value) => (acknowledged[at] = value));
    return kept;
  }
  return {
    states,
    acknowledged,
    get edition() {
      return edition;
    },
    get history() {
      return history;
    },
    edit(n: number): Promise<boolean> {
      const done = edit(edition, n);
      if (done.step.kind !== 'do') throw new Error('an edit is done');
      history = record(history, done.step.transaction);
      edition = done.edition;
      return hand(done.step);
    },
    undo(): Promise<boolean> {
      const back = undo(edition, history);
      if (!back) return Promise.resolve(true);
      ({ edition, history } = back);
      return hand({ kind: 'undo' });
    },
    redo(): Promise<boolean> {
      const on = redo(edition, history);
      if (!on) return Promise.resolve(true);
      ({ edition, history } = on);
      return hand({ kind: 'redo' });
    },
  };
}

export type TestEditor = ReturnType<typeof editor>;
