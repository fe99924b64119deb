import { describe, expect, test } from 'vitest';
import { columnOrder, fragmentsOnPage, pagesOf } from '../model/selectors.ts';
import { call } from '../transact.ts';
import { ask, editionOf, fragment, run, smallEdition } from './small-edition.test-support.ts';

const start = smallEdition();
const place = (ids: readonly string[], column = 'c1', after: string | null = null, page = 'p1') =>
  call('fragment.place', { ids, page, column, after });
const stands = (edition: typeof start, page = 'p1'): string[] =>
  columnOrder(edition, page).map((f) => `${f.id}@${f.placement.column}+${f.placement.span}`);

describe('pages and columns', () => {
  const full = run(
    start,
    place(['f1', 'f2'], 'c1'),
    place(['f3'], 'c5'),
    call('fragment.span', { ids: ['f1'], span: 5 }),
  );
  test('a page is added, labelled, moved and removed; what stood on it is in the tray', () => {
    const one = run(
      start,
      call('page.add', { columns: 3 }),
      call('page.add', { columns: 1, label: ' A4 ', after: 'p1' }),
    );
    expect(pagesOf(one).map((p) => p.label)).toEqual(['1', 'A4', '2', '3']);
    expect(pagesOf(run(one, call('page.move', { page: 'p3', after: null }))).map((p) => p.id)[0]).toBe('p3');
    const gone = run(full, call('page.remove', { page: 'p1' }));
    expect(fragment(gone, 'f1').placement).toEqual({ at: 'unplaced' });
    expect(run(start, call('page.label', { page: 'p1', label: ' 二 ' })).pages['p1']?.label).toBe('二');
  });
  test('no change of columns takes anything off the sheet', () => {
    expect(stands(run(full, call('page.columns', { page: 'p1', count: 2 })))).toEqual([
      'f1@c1+2',
      'f2@c1+1',
      'f3@c2+1',
    ]);
    expect(stands(run(full, call('column.add', { page: 'p1', after: 'c1' })))).toEqual([
      'f1@c1+6',
      'f2@c1+1',
      'f3@c5+1',
    ]);
    expect(stands(run(full, call('column.add', { page: 'p1', after: null })))[0]).toBe('f1@c1+5');
    expect(stands(run(full, call('column.remove', { page: 'p1', column: 'c5' })))).toEqual([
      'f1@c1+4',
      'f2@c1+1',
      'f3@c4+1',
    ]);
    const wide = run(full, call('column.resize', { page: 'p1', column: 'c1', right: 250 }));
    expect(wide.pages['p1']?.columns[0]?.width).toBe(214);
    expect(run(wide, call('column.even', { page: 'p1' })).pages['p1']?.columns[0]?.width).toBe(
      start.pages['p1']?.columns[0]?.width,
    );
  });
  test('a page is laid at once', () => {
    const one = run(
      start,
      call('page.lay', {
        page: 'p1',
        columns: [
          { x: 10, width: 300 },
          { x: 320, width: 300 },
        ],
        fragments: [
          { id: 'f1', column: 0, span: 2 },
          { id: 'f2', column: 1, span: 1 },
        ],
      }),
    );
    expect(stands(one)).toEqual(['f1@c1+2', 'f2@c2+1']);
    expect(
      fragmentsOnPage(
        run(one, call('page.lay', { page: 'p1', fragments: [{ id: 'f3', column: 0, span: 1 }] })),
        'p1',
      ).at(-1)?.id,
    ).toBe('f3');
    expect(ask(one, call('page.lay', { page: 'p1', columns: [{ x: 0, width: 9 }], fragments: [] }))).toBe(
      'refuse.page-not-empty',
    );
  });
  test('say why not', () => {
    expect(ask(start, call('page.add', { columns: 13 }))).toBe('refuse.column-count');
    expect(ask(start, call('page.add', { columns: 2, label: '1' }))).toBe('refuse.label-taken');
    expect(ask(start, call('page.add', { columns: 2, label: ' ' }))).toBe('refuse.empty-label');
    expect(ask(start, call('page.label', { page: 'p1', label: '2' }))).toBe('refuse.label-taken');
    expect(ask(start, call('page.label', { page: 'p1', label: '' }))).toBe('refuse.empty-label');
    expect(ask(start, call('page.label', { page: 'toString', label: '9' }))).toBe('refuse.no-such-page');
    expect(ask(start, call('page.move', { page: 'p1', after: 'p1' }))).toBe('refuse.no-such-page');
    expect(ask(editionOf(['x']), call('page.remove', { page: 'p1' }))).toBe('refuse.last-page');
    expect(ask(start, call('page.columns', { page: 'p1', count: 0 }))).toBe('refuse.column-count');
    expect(ask(start, call('column.add', { page: 'p1', after: 'c9' }))).toBe('refuse.no-such-column');
    expect(ask(start, call('column.remove', { page: 'p1', column: 'c9' }))).toBe('refuse.no-such-column');
    expect(
      ask(
        run(start, call('page.columns', { page: 'p1', count: 1 })),
        call('column.remove', { page: 'p1', column: 'c1' }),
      ),
    ).toBe('refuse.last-column');
    expect(ask(start, call('column.resize', { page: 'p1', column: 'c5', right: 100 }))).toBe('refuse.no-gutter');
    expect(ask(start, call('column.resize', { page: 'p1', column: 'c1', right: 40 }))).toBe('refuse.column-too-narrow');
    expect(ask(start, call('page.lay', { page: 'p1', fragments: [{ id: 'f1', column: 0.5, span: 1 }] }))).toBe(
      'refuse.span',
    );
    expect(
      ask(start, call('page.lay', { page: 'p1', columns: [{ x: 0, width: Number.POSITIVE_INFINITY }], fragments: [] })),
    ).toBe('refuse.column-count');
  });
});

test('a page has a section and other labels, none of them another page’s', () => {
  const start = smallEdition();
  const named = run(start, call('page.describe', { page: 'p2', section: ' Local ', aliases: ['二', ' A2 ', '二'] }));
  expect(named.pages['p2']).toMatchObject({ section: 'Local', aliases: ['二', 'A2'] });
  expect(ask(named, call('page.describe', { page: 'p1', aliases: ['第二版'] }))).toBe('refuse.label-taken');
  const bare = run(named, call('page.describe', { page: 'p2', section: null, aliases: [] }));
  expect(bare.pages['p2']).toEqual(start.pages['p2']);
});
