import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../core/index.ts';
import { tallyOf, withNews } from './finding-list.ts';

const finding = (key: string, rank: string): Finding => ({
  key,
  rank,
  code: 'page.empty',
  level: 'note',
  message: { code: 'x' },
});

test('news goes to its place; what was removed goes, and what comes again under its key takes its new place', () => {
  const list = withNews([], [finding('b', '2'), finding('a', '1'), finding('c', '3')], []);
  expect(list.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  expect(withNews(list, [finding('a', '4')], ['c']).map(({ key }) => key)).toEqual(['b', 'a']);
});

test('any news in turn gives what sorting everything anew would', () => {
  const some = fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom(...'123')), { maxLength: 8 });
  const news = fc.record({
    added: some.map((list) => [...new Map(list.map(([key, rank]) => [key, finding(key, rank)])).values()]),
    removed: fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(news, { maxLength: 8 }), (all) => {
      let list: readonly Finding[] = [];
      const known = new Map<string, Finding>();
      for (const { added, removed } of all) {
        list = withNews(list, added, removed);
        for (const key of removed) known.delete(key);
        for (const one of added) known.set(one.key, one);
      }
      const wanted = [...known.values()].sort((a, b) => (a.rank + a.key < b.rank + b.key ? -1 : 1));
      expect(list).toEqual(wanted);
    }),
  );
});

test('a tally counts by level and page; muted ones and what stands nowhere mark no page', () => {
  const on = (key: string, more: Partial<Finding>): Finding => ({ ...finding(key, key), ...more });
  const list = [
    on('a', { level: 'warning', pageId: 'p1', fragmentId: 'f1' }),
    on('b', { level: 'error', pageId: 'p1' }),
    on('c', { level: 'note', pageId: 'p2', fragmentId: 'f2' }),
    on('d', { level: 'error', pageId: 'p2', fragmentId: 'f2', muted: { reason: 'as-printed' } }),
    on('e', { level: 'error' }),
  ];
  const { sums, marks, onPage } = tallyOf(list);
  expect(sums).toEqual({ error: 2, warning: 1, note: 1, muted: 1 });
  expect([...marks]).toEqual([['p1', { level: 'error', n: 2 }]]);
  expect([...onPage].map(([page, here]) => [page, here.map(({ key }) => key)])).toEqual([
    ['p1', ['a']],
    ['p2', ['c']],
  ]);
});
