import { describe, expect, test } from 'vitest';
import { emptyHistory, replayStep, type Edition, type History, type Step } from '../core/index.ts';
import {
  emptyTrail,
  follow,
  journalRecord,
  snapshotRecord,
  type JournalRecord,
  type SnapshotRecord,
  type Trail,
} from './records.ts';
import { recover } from './recover.ts';
import { edit, sampleEdition } from './testing.ts';

const flip = (text: string): string => `${text.slice(0, -8)}#${text.slice(-7)}`;

/** Twelve steps over three snapshots, as a keeper leaves them: states[n] is what step n made. */
function written(): {
  states: { edition: Edition; history: History; trail: Trail }[];
  records: JournalRecord[];
  snapshots: SnapshotRecord[];
} {
  const states = [{ edition: sampleEdition(), history: emptyHistory, trail: emptyTrail }];
  const records: JournalRecord[] = [];
  const kinds: Step['kind'][] = ['do', 'do', 'do', 'undo', 'undo', 'redo', 'do', 'do', 'undo', 'do', 'undo', 'redo'];
  kinds.forEach((kind, i) => {
    const before = states[i];
    if (!before) throw new Error('no state before');
    const step: Step = kind === 'do' ? edit(before.edition, i).step : { kind };
    const after = replayStep(before.edition, before.history, step);
    if (!after) throw new Error('a step that does not fit');
    states.push({ edition: after.edition, history: after.history, trail: follow(before.trail, i + 1, kind) });
    records.push(journalRecord('x', i + 1, i, step));
  });
  const snapshots = [0, 5, 9].map((seq) => {
    const { edition, trail } = states[seq] ?? { edition: sampleEdition(), trail: emptyTrail };
    return snapshotRecord('x', seq, 0, edition, trail);
  });
  return { states, records, snapshots };
}

const stateOf = (recovered: ReturnType<typeof recover>): unknown =>
  recovered && { edition: recovered.edition, history: recovered.history, trail: recovered.trail };

describe('recover', () => {
  const { states, records, snapshots } = written();

  test('comes back exactly, from any one of the snapshots', () => {
    for (const snapshot of snapshots) {
      const back = recover({ seq: 12, snapshots: [snapshot], records });
      expect(stateOf(back)).toEqual(states[12]);
      expect(back?.warnings).toEqual([]);
    }
  });

  test('stops before a broken step and says how many are left out', () => {
    for (let broken = 10; broken <= 12; broken++) {
      const damaged = records.map((r) => (r.seq === broken ? { ...r, step: flip(r.step) } : r));
      const back = recover({ seq: 12, snapshots, records: damaged });
      expect(stateOf(back)).toEqual(states[broken - 1]);
      expect(back?.lastSeq).toBe(12);
      expect(back?.warnings).toEqual([{ code: 'storage.step-broken', params: { seq: broken, n: 13 - broken } }]);
    }
  });

  test('notices steps that are missing in the middle and at the end', () => {
    const gap = recover({ seq: 12, snapshots, records: records.filter((r) => r.seq !== 11) });
    expect(stateOf(gap)).toEqual(states[10]);
    expect(gap?.warnings).toEqual([{ code: 'storage.steps-missing', params: { seq: 11, n: 2 } }]);
    const cut = recover({ seq: 12, snapshots, records: records.filter((r) => r.seq <= 10) });
    expect(stateOf(cut)).toEqual(states[10]);
    expect(cut?.warnings).toEqual([{ code: 'storage.steps-missing', params: { seq: 11, n: 2 } }]);
  });

  test('takes an older snapshot where the newest is broken, and loses nothing', () => {
    const damaged = snapshots.map((s) => (s.seq === 9 ? { ...s, state: flip(s.state) } : s));
    const back = recover({ seq: 12, snapshots: damaged, records });
    expect(stateOf(back)).toEqual(states[12]);
    expect(back?.warnings).toEqual([{ code: 'storage.snapshot-broken', params: { seq: 9 } }]);
  });

  test('keeps the edition where only an undo is broken', () => {
    const damaged = records.map((r) => (r.seq === 1 ? { ...r, sum: flip(r.sum) } : r));
    const back = recover({ seq: 12, snapshots, records: damaged });
    expect(back?.edition).toEqual(states[12]?.edition);
    expect(back?.history.done).toEqual(states[12]?.history.done.slice(1));
    expect(back?.warnings).toEqual([{ code: 'storage.undo-cut', params: { seq: 1 } }]);
  });

  test('refuses a step that does not fit its state', () => {
    const last = records[11];
    const strange = journalRecord('x', 12, 1, {
      kind: 'do',
      transaction: {
        label: { code: 'command.nothing' },
        origin: 'user',
        patches: [{ op: 'replace', path: ['pages', 'p99', 'label'], value: 'x' }],
        inverse: [],
      },
    });
    expect(last).toBeDefined();
    const back = recover({ seq: 12, snapshots, records: [...records.slice(0, 11), strange] });
    expect(stateOf(back)).toEqual(states[11]);
    expect(back?.warnings[0]?.code).toBe('storage.step-unfit');
  });

  test('says so where no snapshot is intact', () => {
    expect(recover({ seq: 12, snapshots: snapshots.map((s) => ({ ...s, sum: '' })), records })).toBeNull();
  });
});
