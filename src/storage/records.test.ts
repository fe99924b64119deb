import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyHistory, record, redo, undo, type Edition, type History, type Transaction } from '../core/index.ts';
import {
  emptyTrail,
  snapshotRecordAside,
  sumAside,
  follow,
  isWhole,
  journalRecord,
  readState,
  readStep,
  snapshotRecord,
} from './records.ts';
import { sampleEdition } from './testing.ts';

const nothing = (n: number): Transaction => ({
  label: { code: 'command.nothing', params: { n } },
  origin: 'user',
  patches: [],
  inverse: [],
});

test('a step and a snapshot read back as they were written', () => {
  const step = { kind: 'do' as const, transaction: nothing(1) };
  expect(readStep(journalRecord('x', 1, 5, step))).toEqual(step);
  const edition = sampleEdition();
  expect(readState(snapshotRecord('x', 1, 5, edition, emptyTrail))).toEqual(edition);
});

test('a sum made aside is the same as any', async () => {
  const edition: Edition = { ...sampleEdition(), title: 'a\ud800b 港' };
  const trail = { done: [1, 2], undone: [3] };
  expect(await snapshotRecordAside(sumAside, 'x', 1, 5, edition, trail)).toEqual(
    snapshotRecord('x', 1, 5, edition, trail),
  );
});

test('lone surrogates, U+2028 and NUL survive', () => {
  const edition: Edition = { ...sampleEdition(), title: 'a\ud800b\u2028c\u0000\u{1f469}\u200d\u{1f680}' };
  expect(readState(snapshotRecord('x', 1, 5, edition, emptyTrail))).toEqual(edition);
});

test('any changed part of a record is noticed', () => {
  const written = journalRecord('x', 7, 5, { kind: 'undo' });
  for (const change of [
    { edition: 'y' },
    { seq: 8 },
    { at: 6 },
    { step: '{"kind":"redo"}' },
    { sum: '' },
    { step: undefined },
  ])
    expect(readStep({ ...written, ...change } as typeof written)).toBeNull();
  const whole = snapshotRecord('x', 7, 5, sampleEdition(), { done: [1, 2], undone: [] });
  for (const change of [{ done: [1] }, { undone: [3] }, { state: `${whole.state} ` }, { done: null }])
    expect(isWhole({ ...whole, ...change } as typeof whole)).toBe(false);
});

test('a trail goes as the history of the core goes, past its limit too', () => {
  const follows = (kinds: readonly ('do' | 'undo' | 'redo')[]): void => {
    const edition = sampleEdition();
    let history: History = emptyHistory;
    let trail = emptyTrail;
    kinds.forEach((kind, i) => {
      if (kind === 'do') history = record(history, nothing(i + 1));
      else history = (kind === 'undo' ? undo : redo)(edition, history)?.history ?? history;
      trail = follow(trail, i + 1, kind);
    });
    const numbers = (list: readonly Transaction[]): unknown[] => list.map((t) => t.label.params?.['n']);
    expect(trail).toEqual({ done: numbers(history.done), undone: numbers(history.undone) });
  };
  follows([...Array<'do'>(1300).fill('do'), 'undo', 'undo', 'redo', ...Array<'undo'>(1100).fill('undo'), 'redo']);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 60 }), (kinds) =>
      follows(kinds as 'do'[]),
    ),
  );
});
