/** Every check. To add one: a file beside this one, a line in CHECKS, its words in `core/messages/checks.ts`. */
import type { Edition } from '../model/edition.ts';
import { account } from './account.ts';
import { boxes } from './boxes.ts';
import { characters } from './characters.ts';
import type { Check, Rule } from './check.ts';
import { Checker, type CheckReport } from './checker.ts';
import { duplicates } from './duplicates.ts';
import type { Finding } from './finding.ts';
import { jumpPlaces } from './jump-places.ts';
import { jumps } from './jumps.ts';
import { loose } from './loose.ts';
import { measures } from './measures.ts';
import { members } from './members.ts';
import { order } from './order.ts';
import { pages } from './pages.ts';
import { roles } from './roles.ts';
import { sentences } from './sentences.ts';
import { vocabulary } from './vocabulary.ts';

export const CHECKS: readonly Check[] = [
  account,
  pages,
  members,
  loose,
  sentences,
  order,
  jumps,
  jumpPlaces,
  vocabulary,
  measures,
  duplicates,
  boxes,
  roles,
  characters,
];

/** What can be found, each once, in the order of the checks. */
export const RULES: readonly Rule[] = [
  ...new Map(CHECKS.flatMap((check) => check.rules).map((rule) => [rule.code, rule])).values(),
];

/** A checker that remembers: asked again about a changed edition, it looks at what changed alone. */
export const createChecker = (): Checker => new Checker(CHECKS);

const checkers = new WeakMap<Edition, CheckReport>();

/** Everything that the checks find, muted findings among it. */
export function checkEdition(edition: Edition): CheckReport {
  let report = checkers.get(edition);
  if (!report) checkers.set(edition, (report = createChecker().run(edition)));
  return report;
}

/** What is open: found and not muted, by the edition's own profile of checks. */
export const runChecks = (edition: Edition): Finding[] =>
  checkEdition(edition).findings.filter((finding) => !finding.muted);
