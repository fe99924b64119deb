/** A small paper to try commands on: two pages of text, as they are just after import. */
import { readingsOf } from '../import-args.ts';
import { importArgs } from '../import-pages.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import { newEdition } from '../model/new-edition.ts';
import { findFragment } from '../model/selectors.ts';
import { call, transact, type Call } from '../transact.ts';

/** Each text is one source, each of its lines one fragment: f1, f2 and so on. */
export function editionOf(...texts: readonly (readonly string[])[]): Edition {
  const drafts = texts.map((lines, i) => {
    let at = 0;
    const laid = lines.map((line) => {
      const start = at;
      at += line.length + 2;
      return { start, end: start + line.length };
    });
    return {
      name: `page-${i + 1}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      sha256: `${i}`,
      text: lines.join('\n\n'),
      lines: laid,
    };
  });
  const args = importArgs(newEdition('e1', 'Harbour Gazette'), readingsOf(drafts));
  let n = 0;
  const fragments = args.sources.flatMap((source) =>
    source.lines.map((line): Fragment => ({
      id: `f${++n}`,
      sourceId: source.id,
      spans: [[line.start, line.end]],
      role: 'unknown',
      placement: { at: 'unplaced' },
    })),
  );
  return run(newEdition('e1', 'Harbour Gazette'), call('edition.import', { ...args, fragments }));
}

/** The paper of most tests: f1 headline, f2 to f4 body, f5 jump line; on page 2 f6 jump line, f7 body, f8 head, f9 body. */
export const smallEdition = (): Edition =>
  editionOf(
    [
      'New bridge opens',
      'The bridge was opened on Sunday.',
      'It took three years to',
      'build and is free.',
      'Continued on page 2',
    ],
    ['Continued from page 1', 'The old one will be taken down.', 'Market moves', '市场迁到河边，周末照常开放。'],
  );

/** Does the calls, which must be allowed. */
export function run(edition: Edition, ...calls: readonly Call[]): Edition {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.edition;
}

/** The code of the refusal, or `done`. */
export function ask(edition: Edition, one: Call): string {
  const outcome = transact(edition, one);
  return outcome.ok ? 'done' : outcome.refusal.code;
}

export function fragment(edition: Edition, id: string): Fragment {
  const found = findFragment(edition, id);
  if (!found) throw new Error(`no fragment ${id}`);
  return found;
}
