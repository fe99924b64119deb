/** A journal as a file: a state, and the steps that were taken from it. What replays to the same edition anywhere. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { FormatError } from './formats/format-error.ts';
import { isObject, parseJson, type JsonObject } from './formats/json/parse.ts';
import { readPasteup } from './formats/pasteup/read.ts';
import { writePasteup } from './formats/pasteup/write.ts';
import { placeIn } from './formats/place-in.ts';
import { emptyHistory, replayStep, stateAt, type History, type Step } from './history.ts';
import { imbalances } from './ledger.ts';
import type { Edition } from './model/edition.ts';

const FORMAT = 'pasteup-journal';

/**
 * The steps that can be undone or redone, from the state before the first of them. What was undone is done and undone:
 * the end is the edition that was given. The state is the model's own, for a saved file has other order keys.
 */
export function writeJournal(edition: Edition, history: History): string {
  const { done, undone } = history;
  const steps: Step[] = [
    ...[...done, ...[...undone].reverse()].map((transaction): Step => ({ kind: 'do', transaction })),
    ...undone.map((): Step => ({ kind: 'undo' })),
  ];
  const state = stateAt(edition, history, 0);
  const lines = steps.map((step) => JSON.stringify(step)).join(',\n');
  return `{"format":"${FORMAT}","version":1,"state":${JSON.stringify(state)},"steps":[\n${lines}\n]}\n`;
}

/** The edition that a journal leads to. @throws FormatError with line and column */
export function replayJournal(text: string, file: string): Edition {
  const { start, steps } = opened(text, file);
  let at: { edition: Edition; history: History } = { edition: start, history: emptyHistory };
  steps.forEach((step, i) => {
    const next = taken(at, step);
    if (typeof next === 'string')
      throw new FormatError('journal.step', { file, ...placeOf(text, i), step: i + 1, why: next });
    at = next;
  });
  const last = Math.max(0, steps.length - 1);
  if (!isSound(at.edition))
    throw new FormatError('journal.step', {
      file,
      ...placeOf(text, last),
      step: last + 1,
      why: 'what it leads to is no edition',
    });
  return at.edition;
}

/** The state after the step, or why there is none. */
function taken(at: { edition: Edition; history: History }, step: unknown): typeof at | string {
  if (!isStep(step)) return 'it is no step';
  try {
    return replayStep(at.edition, at.history, step) ?? `there is nothing to ${step.kind}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const isStep = (step: unknown): step is Step => {
  if (!isObject(step)) return false;
  if (step['kind'] !== 'do') return step['kind'] === 'undo' || step['kind'] === 'redo';
  const { transaction } = step;
  return isObject(transaction) && Array.isArray(transaction['patches']) && Array.isArray(transaction['inverse']);
};

function opened(text: string, file: string): { readonly start: Edition; readonly steps: readonly unknown[] } {
  const json = parseJson(text, file);
  if (!isObject(json) || json['format'] !== FORMAT || !Array.isArray(json['steps']))
    throw new FormatError('journal.format', { file });
  const start = startOf(json, file);
  if (!start) throw new FormatError('journal.format', { file });
  return { start, steps: json['steps'] as unknown[] };
}

function startOf(journal: JsonObject, file: string): Edition | null {
  const { state, start } = journal;
  if (isObject(start)) return readPasteup(JSON.stringify(start), file).edition;
  return isSound(state) ? state : null;
}

/** Held to what any opened file is held to. */
function isSound(state: unknown): state is Edition {
  try {
    return readPasteup(writePasteup(state as Edition), '').edition.id !== '' && !imbalances(state as Edition).length;
  } catch {
    return false; // it lacks what an edition has
  }
}

function placeOf(text: string, n: number): { readonly line: number; readonly column: number } {
  const root = parseTree(text);
  return placeIn(text, (root && findNodeAtLocation(root, ['steps', n])?.offset) ?? 0);
}
