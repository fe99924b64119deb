/** Joins what the inbox found: one step, whatever its number. */
import type { Edition } from '../model/edition.ts';
import { findFragment } from '../model/selectors.ts';
import { call, transact, type Call, type Outcome } from '../transact.ts';
import { jumpInbox, type JumpRow } from './inbox.ts';

/** The call that joins a row with its candidate: the "to" side's article reads on in the "from" side's. */
export function linkCall(edition: Edition, row: JumpRow, candidate = row.candidates[0]): Call | null {
  if (row.linked || !candidate || !findFragment(edition, row.line)?.article) return null;
  return call('continuation.link', { id: row.line, article: candidate.article });
}

/** Those that can be joined without a look: see `JumpRow.safe`. */
export const safeRows = (edition: Edition): readonly JumpRow[] => jumpInbox(edition).filter((row) => row.safe);

/** Joins all safe ones. Each is looked at again after the ones before it: parts that were joined are one article then. */
export function linkSafe(edition: Edition, rows: readonly JumpRow[] = safeRows(edition)): Outcome {
  return transact(
    edition,
    rows.map((row) => (now: Edition): Call[] => {
      const other = row.toFragment === null ? undefined : findFragment(now, row.toFragment)?.article?.id;
      const own = findFragment(now, row.line)?.article?.id;
      return own === undefined || other === undefined || own === other
        ? []
        : [call('continuation.link', { id: row.line, article: other })];
    }),
    { label: { code: 'command.link-safe', params: { n: rows.length } } },
  );
}
