/** A paper for tests of jumps: for each page its articles, each a head, running text and jump lines as they are printed. */
import { editionOf, run } from '../commands/small-edition.test-support.ts';
import type { Edition } from '../model/edition.ts';
import { fragmentsOf, textOf } from '../model/selectors.ts';
import { parseJumpLine } from '../press/jump-lines.ts';
import { call } from '../transact.ts';

/** `# head`; a line that reads as a jump line is one; all else is body. */
export type Story = readonly string[];

const roleOf = (line: string): 'headline' | 'body' | 'jump-to' | 'jump-from' | 'teaser' => {
  if (line.startsWith('# ')) return 'headline';
  const jump = parseJumpLine(line);
  if (jump?.at !== 'whole') return 'body';
  return jump.kind === 'from' ? 'jump-from' : jump.kind === 'pointer' ? 'teaser' : 'jump-to';
};

/** Pages 1, 2, 3, …; every story is an article by itself. */
export function paperOf(...pages: readonly (readonly Story[])[]): Edition {
  const texts = pages.map((stories) => stories.flat().map((line) => line.replace(/^# /u, '')));
  let edition = editionOf(...texts);
  let n = 0;
  pages.forEach((stories, p) =>
    stories.forEach((story) => {
      const ids = story.map(() => `f${++n}`);
      edition = run(
        edition,
        ...story.map((line, i) => call('fragment.role', { ids: [ids[i] ?? ''], role: roleOf(line) })),
        call('page.lay', { page: `p${p + 1}`, fragments: ids.map((id) => ({ id, column: 0, span: 1 })) }),
        call('article.make', { ids }),
      );
    }),
  );
  return edition;
}

/** The fragment that reads like this. */
export function idOf(edition: Edition, start: string): string {
  const found = fragmentsOf(edition).find((f) => textOf(edition, f).startsWith(start));
  if (!found) throw new Error(`no fragment begins with ${start}`);
  return found.id;
}
