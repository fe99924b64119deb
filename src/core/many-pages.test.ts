/** What an edition of many pages costs: about as many times more as it has pages. Processor time, the least of three, with room for chance. */
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

const FEW = 100;
const TIMES = 8;
/** With the square of the pages it would be 64. */
const MOST = 20;

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

function costOf(work: () => unknown): number {
  const costs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...costs);
}

const few = paperOf(FEW);
const many = paperOf(FEW * TIMES);

test.each<[string, (edition: Edition) => unknown]>([
  ['written and read', (edition) => readPasteup(writePasteup(edition), 'many.json')],
  [
    'looked at after an edit',
    (edition) => {
      // An object of its own, as every step makes one; all of its parts are as new as after opening.
      const fresh = structuredClone(edition);
      for (const { id } of fragmentsOf(fresh)) findFragment(fresh, id);
      for (const { id } of articlesOf(fresh)) articleTitle(fresh, id);
      return continuations(fresh);
    },
  ],
])('an edition of eight times the pages is %s at a like multiple', (_, work) => {
  work(few); // made fast first
  expect(costOf(() => work(many)) / costOf(() => work(few))).toBeLessThan(MOST);
});
