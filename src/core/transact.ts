/** The only way an edition changes: a command asked, run, balanced, and kept as patches both ways. */
import type { Draft, Patch } from 'immer';
import { COMMANDS, type ArgsOf, type CommandId } from './commands/index.ts';
import type { Command } from './commands/command.ts';
import { imbalances } from './ledger.ts';
import type { Edition } from './model/edition.ts';
import type { Message } from './model/message.ts';
import { produceWithPatches } from './patches.ts';

/** Who asked for it. An automatic pass never touches what a user confirmed. */
export type Origin = 'user' | 'import' | 'suggestion';

export interface Transaction {
  readonly label: Message;
  readonly origin: Origin;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

export type Outcome =
  | { readonly ok: true; readonly edition: Edition; readonly transaction: Transaction }
  | { readonly ok: false; readonly refusal: Message };

/** A command with its arguments: what palettes, keys, suggestions and scripts hand around. */
export type Call = { [Id in CommandId]: { readonly id: Id; readonly args: ArgsOf<Id> } }[CommandId];

export const call = <Id extends CommandId>(id: Id, args: ArgsOf<Id>): Call => ({ id, args }) as Call;

const commandOf = (id: CommandId): Command<unknown> => COMMANDS[id] as Command<unknown>;

/** What may be done in a copy for a reviewer. */
const IN_REVIEW: ReadonlySet<CommandId> = new Set<CommandId>([
  'article.review',
  'page.review',
  'review.note',
  'review.adopt',
  'boundary.check',
]);

/** Would this be done? `true`, or the sentence that says why not. */
export const check = (edition: Edition, { id, args }: Call): true | Message =>
  edition.forReview && !IN_REVIEW.has(id) ? { code: 'refuse.review-copy' } : commandOf(id).check(edition, args);

/** Calls that can only be made once those before them are done. */
export type CallsFor = (edition: Edition) => readonly Call[];

/**
 * Runs calls one after the other as one step. All or nothing: the first refusal leaves the edition as it was.
 * `label` names the step; without it the last call's own label does.
 */
export function transact(
  edition: Edition,
  calls: Call | readonly (Call | CallsFor)[],
  options: { readonly origin?: Origin; readonly label?: Message } = {},
): Outcome {
  const list: readonly (Call | CallsFor)[] = Array.isArray(calls) ? calls : [calls as Call];
  let now = edition;
  let label: Message = { code: 'command.nothing' };
  const patches: Patch[] = [];
  const inverse: Patch[][] = [];
  for (const entry of list)
    for (const one of typeof entry === 'function' ? entry(now) : [entry]) {
      const command = commandOf(one.id);
      const allowed = check(now, one);
      if (allowed !== true) return { ok: false, refusal: allowed };
      label = command.label(now, one.args);
      const before = now;
      const [after, forward, back] = produceWithPatches(now, (draft: Draft<Edition>) => {
        command.run(draft, one.args, before);
      });
      now = after;
      for (const patch of forward) patches.push(patch);
      inverse.unshift(back);
    }
  const wrong = imbalances(now)[0];
  if (wrong)
    return {
      ok: false,
      refusal: { code: 'ledger.unbalanced', params: { source: wrong.sourceId, lost: wrong.lost, twice: wrong.twice } },
    };
  return {
    ok: true,
    edition: now,
    transaction: { label: options.label ?? label, origin: options.origin ?? 'user', patches, inverse: inverse.flat() },
  };
}
