/** What must hold whatever is done: nothing lost, undo exact, a refusal changes nothing, a saved file opens as it was. */
import fc from 'fast-check';
import { generateKeyBetween } from 'fractional-indexing';
import { expect, test } from 'vitest';
import { randomEdition } from '../formats/random-edition.test-support.ts';
import { readPasteup } from '../formats/pasteup/read.ts';
import { writePasteup } from '../formats/pasteup/write.ts';
import { emptyHistory, record, redo, undo, type History } from '../history.ts';
import { imbalances } from '../ledger.ts';
import type { Edition } from '../model/edition.ts';
import { fragmentsOf, readingOrder, sourceOf } from '../model/selectors.ts';
import { check, transact } from '../transact.ts';
import { COMMANDS } from './index.ts';
import { callOf, randomStep, withJumps, type RandomStep } from './random-calls.test-support.ts';

const RUNS = Number(process.env['PASTEUP_RUNS'] ?? 300);
/** `PASTEUP_SEED` runs a failing seed again. */
const options = {
  numRuns: RUNS,
  ...(process.env['PASTEUP_SEED'] ? { seed: Number(process.env['PASTEUP_SEED']) } : {}),
};

const isKey = (key: string): boolean => {
  try {
    return generateKeyBetween(key, null) > key;
  } catch {
    return false; // the library says "no key" by throwing
  }
};

/** Whatever an edition may never be. */
function faults(edition: Edition): string[] {
  const wrong: string[] = imbalances(edition).map((i) => `${i.sourceId}: ${i.lost} lost, ${i.twice} twice`);
  const seen = new Set<string>();
  for (const f of fragmentsOf(edition)) {
    const say = (what: string): number => wrong.push(`${f.id} ${what}`);
    if (seen.has(f.id)) say('is there twice');
    seen.add(f.id);
    const { text } = sourceOf(edition, f);
    if (!f.spans.length) say('has no span');
    for (const [start, end] of f.spans) {
      if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
        say(`has the span ${start}-${end}`);
      for (const at of [start, end])
        if (/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? ''))
          say(`cuts a character at ${at}`);
    }
    if (f.corrected?.trim() === '') say('reads as nothing');
    if (f.article && f.placement.at === 'discarded') say('is discarded and in an article');
    if (f.article && !(Object.hasOwn(edition.articles, f.article.id) && isKey(f.article.order)))
      say('is in no known article');
    if (f.jump && f.role !== 'jump-to' && f.role !== 'jump-from') say('says a page and is no jump line');
    if (f.placement.at === 'page') {
      const { page, column, span, order } = f.placement;
      const columns = Object.hasOwn(edition.pages, page) ? (edition.pages[page]?.columns ?? []) : [];
      const at = columns.findIndex((c) => c.id === column);
      if (at < 0 || !Number.isInteger(span) || span < 1 || at + span > columns.length || !isKey(order))
        say(`stands at ${page}/${column}+${span} (${order})`);
    }
  }
  for (const page of Object.values(edition.pages)) {
    if (
      !isKey(page.order) ||
      !page.columns.every((c) => Number.isFinite(c.x) && c.width > 0 && Number.isFinite(c.width))
    )
      wrong.push(`${page.id} is not a page`);
    if (new Set(page.columns.map((c) => c.id)).size < Math.max(1, page.columns.length))
      wrong.push(`${page.id} has a column twice, or none`);
  }
  const labels = Object.values(edition.pages).map((p) => p.label);
  if (new Set(labels).size < labels.length) wrong.push(`two pages of one label: ${labels.join()}`);
  for (const id of Object.keys(edition.articles))
    if (!readingOrder(edition, id).length) wrong.push(`article ${id} has no fragment`);
  return wrong;
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
      const start = jumps ? withJumps(bare) : bare;
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
