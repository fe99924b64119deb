import { describe, expect, test } from 'vitest';
import { editionOf, run } from './commands/small-edition.test-support.ts';
import { continuations, continuationsOf, partsOf } from './continuations.ts';
import { call } from './transact.ts';
import type { Edition } from './model/edition.ts';

/** Three pages, each one line of text and one jump line; all of it one article unless told otherwise. */
function paper(
  jumps: readonly (readonly [id: string, role: 'jump-to' | 'jump-from', page: string | null])[],
  members: readonly string[],
): Edition {
  const start = editionOf(['First part.', 'jump a'], ['jump b', 'Second part.', 'jump c'], ['jump d', 'Third part.']);
  const pageOf: Record<string, string> = { f1: 'p1', f2: 'p1', f3: 'p2', f4: 'p2', f5: 'p2', f6: 'p3', f7: 'p3' };
  return run(
    start,
    ...jumps.flatMap(([id, role, page]) => [
      call('fragment.role', { ids: [id], role }),
      call('fragment.jump', { id, page }),
    ]),
    ...Object.entries(pageOf).map(([id, page]) =>
      call('fragment.place', { ids: [id], page, column: 'c1', after: null }),
    ),
    call('article.make', { ids: members }),
  );
}
const statuses = (edition: Edition): string[] =>
  continuations(edition).map(
    (c) => `${c.fromPage}>${c.toPage} ${c.status} ${c.fromFragmentId ?? '-'}>${c.toFragmentId ?? '-'}`,
  );

describe('a continuation', () => {
  test('is matched where both ends point at each other', () => {
    expect(
      statuses(
        paper(
          [
            ['f2', 'jump-to', '2'],
            ['f3', 'jump-from', '1'],
          ],
          ['f1', 'f2', 'f3', 'f4'],
        ),
      ),
    ).toEqual(['1>2 matched f2>f3']);
  });
  test('knows a page however it is printed', () => {
    expect(
      statuses(
        paper(
          [
            ['f2', 'jump-to', '第二版'],
            ['f3', 'jump-from', '01'],
          ],
          ['f1', 'f2', 'f3', 'f4'],
        ),
      ),
    ).toEqual(['1>2 matched f2>f3']);
  });
  test('is one-way where one end is missing or has lost its number', () => {
    expect(statuses(paper([['f2', 'jump-to', '2']], ['f1', 'f2', 'f4']))).toEqual(['1>2 one-way f2>f4']);
    expect(
      statuses(
        paper(
          [
            ['f2', 'jump-to', null],
            ['f3', 'jump-from', '1'],
          ],
          ['f1', 'f2', 'f3', 'f4'],
        ),
      ),
    ).toEqual(['1>2 one-way f2>f3']);
    expect(statuses(paper([], ['f1', 'f4']))).toEqual(['1>2 one-way f1>f4']);
  });
  test('is pending where the page is not in the edition, one-way where it is and holds nothing of it', () => {
    expect(statuses(paper([['f2', 'jump-to', '9']], ['f1', 'f2']))).toEqual(['1>9 pending f2>-']);
    expect(statuses(paper([['f3', 'jump-from', '7']], ['f3', 'f4']))).toEqual(['7>2 pending ->f3']);
    expect(statuses(paper([['f2', 'jump-to', '2']], ['f1', 'f2']))).toEqual(['1>2 one-way f2>-']);
  });
  test('says that a number is lost', () => {
    expect(statuses(paper([['f2', 'jump-to', null]], ['f1', 'f2']))).toEqual(['1> number-lost f2>-']);
  });
  test('runs on from page to page', () => {
    const jumps = [
      ['f2', 'jump-to', '2'],
      ['f3', 'jump-from', '1'],
      ['f5', 'jump-to', '3'],
      ['f6', 'jump-from', '2'],
    ] as const;
    expect(statuses(paper(jumps, ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7']))).toEqual([
      '1>2 matched f2>f3',
      '2>3 matched f5>f6',
    ]);
  });
  test('that points elsewhere is told beside the one that is', () => {
    expect(statuses(paper([['f2', 'jump-to', '3']], ['f1', 'f2', 'f4']))).toEqual([
      '1>2 one-way f2>f4',
      '1>3 one-way f2>-',
    ]);
  });
});

test('what is unplaced goes with the part before it', () => {
  const edition = run(paper([], ['f1', 'f2', 'f4']), call('fragment.unplace', { ids: ['f2'] }));
  expect(partsOf(edition, 'a1').map((part) => [part.page, part.fragments.map((f) => f.id)])).toEqual([
    ['p1', ['f1', 'f2']],
    ['p2', ['f4']],
  ]);
});

test('an article whose fragments and pages are as they were is not looked at again', () => {
  const before = paper([['f2', 'jump-to', '9']], ['f1', 'f2']);
  const elsewhere = run(before, call('fragment.role', { ids: ['f7'], role: 'caption' }));
  expect(continuationsOf(elsewhere, 'a1')).toBe(continuationsOf(before, 'a1'));
  const renamed = run(elsewhere, call('page.label', { page: 'p3', label: '9' }));
  expect(statuses(renamed)).toEqual(['1>9 one-way f2>-']);
});
