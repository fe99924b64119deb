import { REPAIRS, repairParagraph, type RepairCode } from '../repair/index.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import { HEAD_ROLES } from '../layout/type-style.ts';
import { joinLines, rawLines } from '../model/reading-text.ts';
import { findFragments, sourceOf, textOf } from '../model/selectors.ts';
import { checkFragments, defineCommand, refuse } from './command.ts';
import { correct } from './fragment-text.ts';

export interface RepairArgs {
  readonly ids: readonly string[];
  /** One repair, or all of them in their order. */
  readonly repair: RepairCode | 'all';
}

const IS_HEAD = new Set([...HEAD_ROLES, 'crosshead', 'section', 'teaser']);

/** What the fragment would read as. An uncorrected one is repaired line by line, as it was read. */
export function repaired(edition: Edition, fragment: Fragment, repair: RepairArgs['repair']): string {
  const head = IS_HEAD.has(fragment.role);
  const typed = fragment.corrected;
  const lines = typed === undefined ? rawLines(sourceOf(edition, fragment), fragment.spans) : typed.split('\n');
  if (repair === 'all' && typed === undefined) return repairParagraph(lines, { head }).text;
  let text = lines.join('\n');
  for (const one of REPAIRS) {
    if (one.code !== repair && (repair !== 'all' || one.code === 'join-lines')) continue;
    text = one.apply(text);
  }
  return typed === undefined ? joinLines(text.split('\n')) : text;
}

const changed = (edition: Edition, { ids, repair }: RepairArgs): { fragment: Fragment; text: string }[] =>
  findFragments(edition, ids)
    .map((fragment) => ({ fragment, text: repaired(edition, fragment, repair) }))
    .filter(({ fragment, text }) => text.trim() !== '' && text !== textOf(edition, fragment));

/** Mends what extraction did to the text. Each repair is a correction: the source stays, and reverting takes it back. */
export const repairText = defineCommand<RepairArgs>({
  check(edition, args) {
    const known = checkFragments(edition, args.ids);
    if (known !== true) return known;
    return changed(edition, args).length ? true : refuse('refuse.nothing-to-repair');
  },
  run(draft, args, edition) {
    for (const { fragment, text } of changed(edition, args)) correct(draft, edition, fragment, text);
  },
  label: (_, { repair, ids }) => ({ code: `command.repair-${repair}`, params: { n: ids.length } }),
});
