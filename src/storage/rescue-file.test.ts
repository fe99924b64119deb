import { expect, test } from 'vitest';
import { emptyHistory, FormatError, newEdition, replayStep } from '../core/index.ts';
import { storageMessages } from './messages.ts';
import { emptyTrail, journalRecord, snapshotRecord, type SnapshotRecord } from './records.ts';
import { readRescue } from './rescue-file.ts';
import { edit, sampleEdition } from './testing.ts';

const start = sampleEdition();
const { edition, step } = edit(start, 1);
const snapshot = snapshotRecord('x', 0, 0, start, emptyTrail);
const journal = [journalRecord('x', 1, 1, step)];
const file = (editions: unknown): string => JSON.stringify({ format: 'pasteup-rescue', version: 1, editions });

test('a rescued edition comes back with its undo', () => {
  const [back] = readRescue(file([{ id: 'x', card: { seq: 1 }, snapshots: [snapshot], journal }]), 'r.json') ?? [];
  expect(back).toEqual({ edition, history: replayStep(start, emptyHistory, step)?.history, warnings: [] });
});

test('damaged parts are left out and told', () => {
  const damaged = [{ ...journal[0], step: '{' }, { key: ['x', 2], unreadable: 'Error' }, null, 7];
  const [back] =
    readRescue(
      file([{ id: 'x', card: null, snapshots: [snapshot, { seq: 9 }], journal: damaged }, { id: 'y' }, 5]),
      'r.json',
    ) ?? [];
  expect(back?.edition).toEqual(start);
  expect(back?.warnings).toEqual([{ code: 'storage.step-broken', params: { seq: 1, n: 1 } }]);
});

test('the second copy serves where no snapshot is intact', () => {
  const broken = { ...snapshot, sum: '' };
  const [back] =
    readRescue(file([{ id: 'x', card: null, snapshots: [broken], copies: [snapshot], journal }]), 'r.json') ?? [];
  expect(back?.edition).toEqual(edition);
});

test('JSON of another kind is left to the other readers', () => {
  for (const text of ['', '{', '[]', '{"format":"pasteup-edition"}']) expect(readRescue(text, 'r.json')).toBeNull();
});

test('a file with nothing intact in it is refused', () => {
  expect(() => readRescue(file([{ id: 'x', snapshots: [{ ...snapshot, sum: '' }] }]), 'r.json')).toThrow(FormatError);
});

test('an edition that no opened file could hold is refused, however well it is sealed', () => {
  const sealed = (state: unknown): SnapshotRecord => snapshotRecord('x', 0, 0, state as typeof start, emptyTrail);
  for (const state of [{ ...start, fragments: {} }, { ...newEdition('e2'), title: 5 }, 3])
    expect(() => readRescue(file([{ id: 'x', snapshots: [sealed(state)] }]), 'r.json')).toThrow(FormatError);
});

test('every sentence is there in both languages', () => {
  for (const [code, sentence] of Object.entries(storageMessages)) {
    expect(sentence.en, code).not.toBe('');
    expect(sentence.zh, code).toMatch(/\p{sc=Han}/u);
  }
});
