/** What an edition of many pages costs: about what as many pages cost in small editions. Processor time, the least of five, with room for chance. */
import { expect, test } from 'vitest';
import {
  articlesOf,
  articleTitle,
  call,
  continuations,
  findFragment,
  fragmentsOf,
  importArgs,
  newEdition,
  readPasteup,
  transact,
  writePasteup,
  type Edition,
} from './index.ts';
import { spentSince } from './processor-time.test-support.ts';

const FEW = 100;
const TIMES = 8;
/** With the square of the pages it would be eight times as much. */
const MOST = 4;

/** On each page an article with a head, text and a jump to a page that is not there. */
function paperOf(pages: number): Edition {
  const empty = newEdition('e1');
  const sources = Array.from({ length: pages }, (_, i) => ({
    name: `${i + 1}.txt`,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256: i.toString(16).padStart(64, '0'),
    text: `Bridge ${i} opens\n\nThe bridge was opened on Friday.\n\nContinued on Page ${i + 5000}`,
    lines: [],
  }));
  let outcome = transact(empty, call('edition.import', importArgs(empty, [{ sources }])));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const calls = Object.values(outcome.edition.fragments).flatMap((shard, i) => {
    const ids = Object.keys(shard);
    const [head, jump] = [ids[0], ids.at(-1)];
    return [
      call('article.make', { ids }),
      call('fragment.role', { ids: [head ?? ''], role: 'headline' }),
      call('fragment.role', { ids: [jump ?? ''], role: 'jump-to' }),
      call('fragment.jump', { id: jump ?? '', page: String(i + 5000) }),
    ];
  });
  outcome = transact(outcome.edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

/** `prepare` is not counted. */
function costOf<T>(prepare: () => T, work: (prepared: T) => void): number {
  const prepared = prepare();
  const begin = spentSince();
  work(prepared);
  return spentSince(begin);
}

const few = paperOf(FEW);
const many = paperOf(FEW * TIMES);

test.each<[string, (edition: Edition) => unknown]>([
  ['written and read', (edition) => readPasteup(writePasteup(edition), 'many.json')],
  [
    'looked at after an edit',
    (edition) => {
      for (const { id } of fragmentsOf(edition)) findFragment(edition, id);
      for (const { id } of articlesOf(edition)) articleTitle(edition, id);
      return continuations(edition);
    },
  ],
])('an edition of eight times the pages is %s at the cost of eight editions', (_, work) => {
  // Objects of their own, as every step makes them: all of their parts are as new as after opening.
  const one = (): Edition => structuredClone(many);
  const eight = (): Edition[] => Array.from({ length: TIMES }, () => structuredClone(few));
  const rounds = Array.from({ length: 5 }, () => [
    costOf(one, work),
    costOf(eight, (editions) => editions.forEach(work)),
  ]);
  const least = (at: 0 | 1): number => Math.min(...rounds.map((round) => round[at] ?? Infinity));
  expect(least(0) / least(1)).toBeLessThan(MOST);
});
