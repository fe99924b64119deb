/** For tests: an edition whose fragments are the lines of its pages, f1, f2, … over all of them. */
import {
  call,
  importArgs,
  newEdition,
  readingsOf,
  readText,
  transact,
  type Call,
  type Edition,
} from '../core/index.ts';

/** Runs calls as one step; a refusal fails the test. */
export function run(edition: Edition, ...calls: Call[]): Edition {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

export function paper(...pages: readonly (readonly string[])[]): Edition {
  const empty = newEdition('e');
  const drafts = pages.map((lines, i) => readText(new TextEncoder().encode(lines.join('\n\n')), `page-${i + 1}.txt`));
  const args = importArgs(empty, readingsOf(drafts));
  let n = 0;
  const fragments = args.sources.flatMap((source) =>
    source.lines
      .filter((line) => line.end > line.start)
      .map((line) => ({
        id: `f${++n}`,
        sourceId: source.id,
        spans: [[line.start, line.end]] as const,
        role: 'body' as const,
        placement: { at: 'unplaced' } as const,
      })),
  );
  return run(empty, call('edition.import', { ...args, fragments }));
}
