/** What must hold whatever is done: nothing lost, undo exact, a refusal changes nothing, a saved file opens as it was. */
import fc from 'fast-check';
import { freeze } from 'immer';
import { expect, test } from 'vitest';
import { randomEdition } from '../formats/random-edition.test-support.ts';
import { readPasteup } from '../formats/pasteup/read.ts';
import { writePasteup } from '../formats/pasteup/write.ts';
import { emptyHistory, record, redo, undo, type History } from '../history.ts';
import type { Edition } from '../model/edition.ts';
import { check, transact } from '../transact.ts';
import { COMMANDS } from './index.ts';
import { faults } from './faults.test-support.ts';
import type { RandomStep } from './draw.test-support.ts';
import { callOf, randomStep, withJumps } from './random-calls.test-support.ts';

const RUNS = Number(process.env['PASTEUP_RUNS'] ?? 300);
/** `PASTEUP_SEED` runs a failing seed again. */
const options = {
  numRuns: RUNS,
  ...(process.env['PASTEUP_SEED'] ? { seed: Number(process.env['PASTEUP_SEED']) } : {}),
};

function unfrozen(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Object.isFrozen(value)) return [path];
  return Object.entries(value).flatMap(([key, part]) => unfrozen(part, `${path}/${key}`));
}

interface Walk {
  readonly edition: Edition;
  readonly history: History;
  /** How often each command was done, and refused. */
  readonly tally: Map<string, [done: number, refused: number]>;
}

function walk(start: Edition, steps: readonly RandomStep[], tally: Walk['tally'] = new Map()): Walk {
  let edition = start;
  let history = emptyHistory;
  for (const step of steps) {
    const call = callOf(edition, step);
    const asked = check(edition, call);
    const outcome = transact(edition, call);
    const counts = tally.get(step.command) ?? [0, 0];
    tally.set(step.command, [counts[0] + Number(outcome.ok), counts[1] + Number(!outcome.ok)]);
    if (!outcome.ok) {
      // A command that was allowed must do: only pages that were read wrongly are caught by the ledger.
      expect(asked === true && step.command !== 'edition.import' ? call : null).toBeNull();
      continue;
    }
    expect(asked).toBe(true);
    const wrong = faults(outcome.edition);
    if (wrong.length) throw new Error(`${JSON.stringify(call)}: ${wrong.join('; ')}`);
    edition = outcome.edition;
    history = record(history, outcome.transaction);
  }
  return { edition, history, tally };
}

const steps = fc.array(randomStep, { minLength: 1, maxLength: 24, size: 'max' });

test('any commands: the ledger balances, refusals change nothing, undo and redo are exact, saving is', () => {
  const tally: Walk['tally'] = new Map();
  fc.assert(
    fc.property(randomEdition, fc.boolean(), steps, (bare, jumps, list) => {
      const start = freeze(jumps ? withJumps(bare) : bare, true);
      const before = writePasteup(start);
      const { edition: end, history } = walk(start, list, tally);
      expect(writePasteup(start)).toBe(before);

      let now: Edition = end;
      let trail: History = history;
      for (let back = undo(now, trail); back; back = undo(now, trail)) ({ edition: now, history: trail } = back);
      expect(now).toStrictEqual(start);
      expect(writePasteup(now)).toBe(before);
      for (let on = redo(now, trail); on; on = redo(now, trail)) ({ edition: now, history: trail } = on);
      expect(now).toStrictEqual(end);
      expect([...unfrozen(end), ...unfrozen(now)]).toEqual([]);

      const saved = writePasteup(end);
      const opened = readPasteup(saved, 'random.pasteup.json');
      expect(writePasteup(opened.edition)).toBe(saved);
      expect(faults(opened.edition)).toEqual([]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }),
    options,
  );
  // A command that no run could do is a command that was not tested.
  if (RUNS >= 300) {
    expect(Object.keys(COMMANDS).filter((id) => !tally.get(id)?.[0])).toEqual([]);
    if (process.env['PASTEUP_TALLY']) console.table(Object.fromEntries(tally));
  }
});
