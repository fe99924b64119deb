import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { undo, redo, record, type Edition, type History, type Step } from '../core/index.ts';
import { openLibrary } from './open-library.ts';
import type { Keeper, KeeperState, OpenedFromLibrary } from './port.ts';
import { edit, fakeBrowser, sampleEdition } from './testing.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** An editor as the program has one: state, history, and every step handed to the keeper. */
function editor(opened: OpenedFromLibrary, keeper: Keeper) {
  let edition: Edition = opened.edition;
  let history: History = opened.history;
  const hand = (step: Step): Promise<boolean> => keeper.append(step, edition);
  return {
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

async function reopened(id: string, tab = fakeBrowser().tab()): Promise<OpenedFromLibrary> {
  const opened = await (await openLibrary(tab)).open(id);
  if (!opened) throw new Error(`${id} is not there`);
  return opened;
}

describe('what was acknowledged', () => {
  test('is there after reopening, with its undo', async () => {
    const browser = fakeBrowser();
    const library = await openLibrary(browser.tab());
    const opened = await library.create(sampleEdition());
    const states: KeeperState[] = [];
    const keeper = await library.keep(opened, { onState: (state) => states.push(state) });
    const hand = editor(opened, keeper);
    for (let n = 1; n <= 5; n++) expect(await hand.edit(n)).toBe(true);
    await hand.undo();
    await hand.undo();
    expect(await hand.redo()).toBe(true);
    expect(keeper.state).toMatchObject({ kind: 'saved', seq: 8 });
    const again = await reopened(opened.position.id);
    expect(again.warnings).toEqual([]);
    expect(again.edition).toEqual(hand.edition);
    expect(again.history).toEqual(hand.history);
    expect(browser.persistAsked()).toBe(1);
  });
});
