/** What is remembered from edition to edition says the same as what is asked anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callOf, randomStep } from '../commands/random-calls.test-support.ts';
import { continuations, continuationsOf } from '../continuations.ts';
import { importArgs } from '../import-pages.ts';
import { call, transact } from '../transact.ts';
import { run } from '../commands/small-edition.test-support.ts';
import type { Edition, Fragment } from './edition.ts';
import { newEdition } from './new-edition.ts';
import { articleNumbers, articlesOf, fragmentsOf, fragmentsOnPage, pagesOf, readingOrder } from './selectors.ts';

const SOURCES = 12;

function manySources(): Edition {
  const empty = newEdition('e1');
  const pages = Array.from({ length: SOURCES }, (_, n) => ({
    sources: [
      {
        name: `p${n}.txt`,
        mediaType: 'text/plain',
        encoding: 'utf-8',
        sha256: n.toString(16).repeat(64),
        text: `第${n}桥今日通车\n\n本报讯 桥上行人不断。\n（下转第${n + 2}版）`,
        lines: [],
      },
    ],
  }));
  const outcome = transact(empty, call('edition.import', importArgs(empty, pages)));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

const told = (edition: Edition): unknown => ({
  pages: pagesOf(edition).map(({ id }) => fragmentsOnPage(edition, id)),
  articles: articlesOf(edition).map(({ id }) => readingOrder(edition, id)),
  numbers: [...articleNumbers(edition)],
  continuations: continuations(edition),
});

test('after any commands: pages, articles and continuations are what a new look finds', () => {
  const start = manySources();
  let changed = 0;
  fc.assert(
    fc.property(fc.array(randomStep, { minLength: 4, maxLength: 30, size: 'max' }), (steps) => {
      let edition = start;
      for (const step of steps) {
        const outcome = transact(edition, callOf(edition, step));
        if (!outcome.ok) continue;
        changed += Number(edition.fragments !== outcome.edition.fragments);
        edition = outcome.edition;
        const now = told(edition);
        expect(now).toEqual(told(structuredClone(edition)));
        expect(articlesOf(edition).flatMap(({ id }) => continuationsOf(edition, id))).toEqual(continuations(edition));
      }
    }),
    { numRuns: 40 },
  );
  expect(changed).toBeGreaterThan(40);
});

test('what an edit leaves alone stays the same object', () => {
  const fresh = manySources();
  const [one, two] = fragmentsOf(fresh).filter((f, i, all) => f.sourceId !== all[i - 1]?.sourceId) as [
    Fragment,
    Fragment,
  ];
  const before = run(fresh, call('article.make', { ids: [one.id] }), call('article.make', { ids: [two.id] }));
  const [first, second] = articlesOf(before).map(({ id }) => id) as [string, string];
  const untouched = readingOrder(before, second);
  const after = run(before, call('fragment.role', { ids: [one.id], role: 'teaser' }));
  expect(readingOrder(after, second)).toBe(untouched);
  expect(readingOrder(after, first)[0]?.role).toBe('teaser');
  expect(readingOrder(before, first)[0]?.role).not.toBe('teaser');
});
