import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RandomStep } from './commands/draw.test-support.ts';
import { callOf, randomStep, withJumps } from './commands/random-calls.test-support.ts';
import { FormatError } from './formats/format-error.ts';
import { writePasteup } from './formats/pasteup/write.ts';
import { randomEdition } from './formats/random-edition.test-support.ts';
import { emptyHistory, record, redo, undo, type History } from './history.ts';
import { replayJournal, writeJournal } from './journal.ts';
import type { Edition } from './model/edition.ts';
import { transact } from './transact.ts';

interface Worked {
  readonly edition: Edition;
  readonly history: History;
}

function worked(start: Edition, steps: readonly RandomStep[], back: number, forth: number): Worked {
  let now: Worked = { edition: start, history: emptyHistory };
  for (const step of steps) {
    const outcome = transact(now.edition, callOf(now.edition, step));
    if (outcome.ok) now = { edition: outcome.edition, history: record(now.history, outcome.transaction) };
  }
  for (let i = 0; i < back; i++) now = undo(now.edition, now.history) ?? now;
  for (let i = 0; i < forth; i++) now = redo(now.edition, now.history) ?? now;
  return now;
}

test('any work, with what was undone and done again, replays to the same bytes', () => {
  fc.assert(
    fc.property(
      randomEdition,
      fc.array(randomStep, { maxLength: 20, size: 'max' }),
      fc.nat(6),
      fc.nat(4),
      (bare, steps, back, forth) => {
        const { edition, history } = worked(withJumps(bare), steps, back, forth);
        expect(writePasteup(replayJournal(writeJournal(edition, history), 'j'))).toBe(writePasteup(edition));
      },
    ),
    { numRuns: Number(process.env['PASTEUP_RUNS'] ?? 60) },
  );
});

const said = (text: string): string => {
  try {
    replayJournal(text, 'j');
  } catch (error) {
    if (error instanceof FormatError) return `${error.said.code} ${error.said.params?.['line'] ?? '-'}`;
    throw error;
  }
  return 'replayed';
};

test('what is wrong with a journal is said, with the line of the step', () => {
  const [edition] = fc.sample(randomEdition, { numRuns: 1, seed: 5 });
  if (!edition) throw new Error('no edition');
  const journal = writeJournal(edition, emptyHistory);
  const withSteps = (...steps: readonly unknown[]): string =>
    journal.replace('"steps":[\n', `"steps":[\n${steps.map((step) => JSON.stringify(step)).join(',\n')}`);
  const patch = (path: readonly unknown[], value: unknown) => ({
    kind: 'do',
    transaction: { label: { code: 'x' }, origin: 'user', patches: [{ op: 'replace', path, value }], inverse: [] },
  });
  expect(said(journal)).toBe('replayed');
  expect(said(withSteps(patch(['title'], 'New')))).toBe('replayed');
  expect(said(withSteps({ kind: 'undo' }))).toBe('journal.step 2');
  expect(said(withSteps(patch(['title'], 'New'), patch(['nowhere', 'at', 'all'], 1)))).toBe('journal.step 3');
  expect(said(withSteps(patch(['title'], 7)))).toBe('journal.step 2');
  expect(said(withSteps({ kind: 'do' }))).toBe('journal.step 2');
  expect(said(journal.slice(0, -40))).toMatch(/^file\.not-json/u);
  expect(said('{"format":"pasteup-journal","steps":[]}')).toBe('journal.format -');
  expect(said('{"format":"pasteup-journal","state":{"id":"x"},"steps":[]}')).toBe('journal.format -');
});
