import { describe, expect, test } from 'vitest';
import { ledgerTotal } from '../ledger.ts';
import {
  articlesOf,
  articleTitle,
  columnOrder,
  fragmentsOf,
  fragmentsOnPage,
  readingOrder,
  textOf,
} from '../model/selectors.ts';
import { call, check, transact } from '../transact.ts';
import { ask, editionOf, fragment, run, smallEdition } from './small-edition.test-support.ts';

const start = smallEdition();
const place = (ids: readonly string[], column = 'c1', after: string | null = null, page = 'p1') =>
  call('fragment.place', { ids, page, column, after });
const reads = (edition: typeof start, article: string): string[] => readingOrder(edition, article).map((f) => f.id);
const stands = (edition: typeof start, page = 'p1'): string[] =>
  columnOrder(edition, page).map((f) => `${f.id}@${f.placement.column}+${f.placement.span}`);

describe('placing', () => {
  test('puts fragments in a column, in their order, after another', () => {
    const one = run(start, place(['f1', 'f2']), place(['f4', 'f3'], 'c1', 'f1'));
    expect(stands(one)).toEqual(['f1@c1+1', 'f4@c1+1', 'f3@c1+1', 'f2@c1+1']);
  });
  test('moves what its own anchor moves with', () => {
    const one = run(start, place(['f1', 'f2', 'f3']), place(['f2', 'f3'], 'c1', 'f2'));
    expect(stands(one)).toEqual(['f1@c1+1', 'f2@c1+1', 'f3@c1+1']);
  });
  test('keeps a span, and makes it fit', () => {
    const one = run(start, place(['f1']), call('fragment.span', { ids: ['f1'], span: 3 }), place(['f1'], 'c4'));
    expect(stands(one)).toEqual(['f1@c4+2']);
    expect(
      stands(run(one, call('fragment.place', { ids: ['f1'], page: 'p1', column: 'c1', after: null, span: 9 }))),
    ).toEqual(['f1@c1+5']);
  });
  test('says why not', () => {
    expect(ask(start, place([]))).toBe('refuse.nothing-selected');
    expect(ask(start, place(['nope']))).toBe('refuse.no-such-fragment');
    expect(ask(start, place(['f1'], 'c9'))).toBe('refuse.no-such-column');
    expect(ask(start, place(['f1'], 'c1', null, 'constructor'))).toBe('refuse.no-such-page');
    expect(ask(start, place(['f1'], 'c1', 'f2'))).toBe('refuse.no-such-fragment');
    expect(ask(start, call('fragment.place', { ids: ['f1'], page: 'p1', column: 'c1', after: null, span: 0 }))).toBe(
      'refuse.span',
    );
    expect(ask(start, call('fragment.unplace', { ids: ['f1'] }))).toBe('refuse.not-placed');
    expect(ask(start, call('fragment.span', { ids: ['f1'], span: 2 }))).toBe('refuse.not-placed');
    const placed = run(start, place(['f1'], 'c5'));
    expect(ask(placed, call('fragment.span', { ids: ['f1'], span: 2 }))).toBe('refuse.span');
    expect(ask(placed, call('fragment.span', { ids: ['f1'], span: 1, column: 'c9' }))).toBe('refuse.no-such-column');
  });
  test('works where an opened file has equal order keys', () => {
    const placed = run(start, place(['f1', 'f2']));
    const shard = placed.fragments['s1'] ?? {};
    const same = { at: 'page', page: 'p1', column: 'c1', span: 1, order: 'a0' } as const;
    const equal = {
      ...placed,
      fragments: {
        ...placed.fragments,
        s1: {
          ...shard,
          f1: { ...fragment(placed, 'f1'), placement: same },
          f2: { ...fragment(placed, 'f2'), placement: same },
        },
      },
    };
    expect(
      stands(run(equal, call('article.flow', { ids: ['f3'], page: 'p1', column: 'c1', columns: 1, after: 'f1' }))),
    ).toHaveLength(3);
    expect(stands(run(equal, place(['f3'], 'c1', 'f1')))).toHaveLength(3);
  });
});

describe('flowing', () => {
  test('lays heads across and shares the rest out below', () => {
    const roles = run(
      start,
      call('fragment.role', { ids: ['f1'], role: 'headline' }),
      call('fragment.role', { ids: ['f2', 'f3', 'f4'], role: 'body' }),
    );
    const one = run(
      roles,
      call('article.flow', { ids: ['f1', 'f2', 'f3', 'f4'], page: 'p1', column: 'c2', columns: 3 }),
    );
    expect(stands(one)).toEqual(['f1@c2+3', 'f2@c2+1', 'f3@c3+1', 'f4@c4+1']);
  });
  test('goes under what stands there, or under what is named', () => {
    const one = run(
      start,
      place(['f4']),
      call('article.flow', { ids: ['f1'], page: 'p1', column: 'c1', columns: 1 }),
      call('article.flow', { ids: ['f2'], page: 'p1', column: 'c1', columns: 1, after: null }),
    );
    expect(stands(one).map((s) => s.slice(0, 2))).toEqual(['f2', 'f4', 'f1']);
  });
  test('says why not', () => {
    const flow = (columns: number, column = 'c1', page = 'p1') =>
      call('article.flow', { ids: ['f1'], page, column, columns });
    expect([
      ask(start, flow(6)),
      ask(start, flow(2, 'c5')),
      ask(start, flow(0)),
      ask(start, flow(1, 'c9')),
      ask(start, flow(1, 'c1', 'p9')),
    ]).toEqual(['refuse.span', 'refuse.span', 'refuse.span', 'refuse.no-such-column', 'refuse.no-such-page']);
  });
});

describe('roles and marks', () => {
  test('a jump line is read for its page at once, and again when its text changes', () => {
    const one = run(start, call('fragment.role', { ids: ['f5'], role: 'jump-to' }));
    expect(fragment(one, 'f5').jump).toEqual({ direction: 'to', page: '2' });
    const typed = run(one, call('fragment.correct', { texts: [{ id: 'f5', text: 'Continued on page 3' }] }));
    expect(fragment(typed, 'f5').jump?.page).toBe('3');
    expect(fragment(run(one, call('fragment.jump', { id: 'f5', page: 'A4' })), 'f5').jump?.page).toBe('A4');
    expect(fragment(run(one, call('fragment.role', { ids: ['f5'], role: 'body' })), 'f5').jump).toBeUndefined();
  });
  test('is pinned and let go, reads on and begins', () => {
    const one = run(
      start,
      call('fragment.confirm', { ids: ['f2'], confirmed: true }),
      call('fragment.continues', { ids: ['f4'], continues: true }),
    );
    expect([fragment(one, 'f2').confirmed, fragment(one, 'f4').continues]).toEqual([true, true]);
    const two = run(
      one,
      call('fragment.confirm', { ids: ['f2'], confirmed: false }),
      call('fragment.continues', { ids: ['f4'], continues: false }),
    );
    expect(two).toEqual(start);
  });
  test('says why not', () => {
    expect(ask(start, call('fragment.role', { ids: ['f1'], role: 'nonsense' as 'body' }))).toBe('refuse.no-such-role');
    expect(ask(start, call('fragment.jump', { id: 'f1', page: '2' }))).toBe('refuse.not-a-jump-line');
    expect(ask(start, call('fragment.jump', { id: 'x', page: '2' }))).toBe('refuse.no-such-fragment');
  });
});

describe('text', () => {
  test('a correction that reads as the source is none; the ledger counts what was typed', () => {
    const one = run(start, call('fragment.correct', { texts: [{ id: 'f1', text: 'New bridge opened' }] }));
    expect(textOf(one, fragment(one, 'f1'))).toBe('New bridge opened');
    expect(ledgerTotal(one).typed).toBe(2);
    expect(run(one, call('fragment.correct', { texts: [{ id: 'f1', text: 'New bridge opens' }] }))).toEqual(start);
    expect(run(one, call('fragment.correct', { texts: [{ id: 'f1', text: null }] }))).toEqual(start);
  });
  test('a split keeps role, place and article, and reads on where the sentence does', () => {
    const set = run(
      start,
      call('fragment.role', { ids: ['f2'], role: 'body' }),
      call('article.make', { ids: ['f1', 'f2', 'f3'] }),
      place(['f2', 'f3']),
    );
    const one = run(set, call('fragment.split', { id: 'f2', at: 11 }));
    expect([textOf(one, fragment(one, 'f2')), textOf(one, fragment(one, 'f2-2'))]).toEqual([
      'The bridge',
      'was opened on Sunday.',
    ]);
    expect(fragment(one, 'f2-2')).toMatchObject({ role: 'body', continues: true });
    expect(reads(one, 'a1')).toEqual(['f1', 'f2', 'f2-2', 'f3']);
    expect(stands(one).map((s) => s.slice(0, 4))).toEqual(['f2@c', 'f2-2', 'f3@c']);
  });
  test('a split of what was typed keeps the correction on its side', () => {
    const typed = run(
      start,
      call('fragment.correct', { texts: [{ id: 'f2', text: 'The new bridge was opened on Sunday.' }] }),
    );
    const one = run(typed, call('fragment.split', { id: 'f2', at: 15 }));
    expect(fragment(one, 'f2').corrected).toBe('The new bridge');
    expect(fragment(one, 'f2-2').corrected).toBeUndefined();
  });
  test('a merge joins one paragraph or keeps two, in the order given', () => {
    const one = run(start, call('fragment.merge', { ids: ['f3', 'f4'], as: 'paragraph' }));
    expect(textOf(one, fragment(one, 'f3'))).toBe('It took three years to build and is free.');
    expect(fragment(one, 'f3').corrected).toBeUndefined();
    const two = run(start, call('fragment.merge', { ids: ['f4', 'f2'], as: 'paragraphs' }));
    expect(textOf(two, fragment(two, 'f4'))).toBe('build and is free.\nThe bridge was opened on Sunday.');
    expect(fragmentsOf(two)).toHaveLength(8);
  });
  test('a merge with what is still wanted brings a discarded one back', () => {
    const set = run(
      start,
      call('fragment.discard', { ids: ['f3'], reason: 'noise' }),
      call('article.make', { ids: ['f4'] }),
    );
    const one = run(set, call('fragment.merge', { ids: ['f3', 'f4'], as: 'paragraph' }));
    expect(fragment(one, 'f3')).toMatchObject({ placement: { at: 'unplaced' }, article: { id: 'a1' } });
  });
  test('a merge empties no article of the others', () => {
    const set = run(start, call('article.make', { ids: ['f1', 'f2'] }), call('article.make', { ids: ['f3'] }));
    const one = run(set, call('fragment.merge', { ids: ['f2', 'f3'], as: 'paragraph' }));
    expect(articlesOf(one).map((a) => a.id)).toEqual(['a1']);
  });
  test('repairs as read, and says where there is nothing to do', () => {
    const spaced = editionOf(['春 季 图 书 节 今 日 开 幕']);
    expect(
      textOf(
        run(spaced, call('fragment.repair', { ids: ['f1'], repair: 'all' })),
        fragment(run(spaced, call('fragment.repair', { ids: ['f1'], repair: 'all' })), 'f1'),
      ),
    ).toBe('春季图书节今日开幕');
    expect(ask(start, call('fragment.repair', { ids: ['f2'], repair: 'all' }))).toBe('refuse.nothing-to-repair');
  });
  test('says why not', () => {
    expect(ask(start, call('fragment.correct', { texts: [{ id: 'f1', text: ' \n ' }] }))).toBe('refuse.empty-text');
    expect(ask(start, call('fragment.correct', { texts: [] }))).toBe('refuse.nothing-selected');
    expect(ask(start, call('fragment.split', { id: 'f1', at: 0 }))).toBe('refuse.split-at-end');
    expect(ask(start, call('fragment.split', { id: 'f1', at: 999 }))).toBe('refuse.split-at-end');
    expect(ask(start, call('fragment.split', { id: 'x', at: 1 }))).toBe('refuse.no-such-fragment');
    expect(ask(start, call('fragment.merge', { ids: ['f1', 'f1'], as: 'paragraph' }))).toBe('refuse.merge-needs-two');
    expect(ask(start, call('fragment.merge', { ids: ['f1', 'f6'], as: 'paragraph' }))).toBe(
      'refuse.merge-across-sources',
    );
  });
  test('what a cut makes gets an id that no other source has', () => {
    const two = editionOf(['one two'], ['three']);
    const { f2 } = two.fragments['s2'] ?? {};
    if (!f2) throw new Error('the second source has no f2');
    const taken = { ...two, fragments: { ...two.fragments, s2: { 'f1-2': { ...f2, id: 'f1-2' } } } };
    const recut = run(taken, call('fragment.recut', { ids: ['f1'], pieces: [[[0, 3]], [[4, 7]]] }));
    expect(fragmentsOf(recut).map((f) => f.id)).toEqual(['f1', 'f1-3', 'f1-2']);
    const split = run(taken, call('fragment.split', { id: 'f1', at: 3 }));
    expect(fragmentsOf(split).map((f) => f.id)).toEqual(['f1', 'f1-3', 'f1-2']);
  });
  test('a recut holds the same characters, whole ones, each once', () => {
    const recut = (...pieces: [number, number][][]) => call('fragment.recut', { ids: ['f1'], pieces });
    const one = run(start, recut([[0, 3]], [[4, 16]]));
    expect(fragmentsOf(one).map((f) => f.id)).toContain('f1-2');
    for (const wrong of [
      recut([[0, 3]]),
      recut([[0, 16]], [[4, 6]]),
      recut([[0, 16]], [[16, 16]]),
      recut([[0, 99]]),
      recut(),
      recut([[0, 16.5]]),
    ])
      expect(ask(start, wrong)).toBe('refuse.recut');
    expect(ask(editionOf(['e\u0301x']), call('fragment.recut', { ids: ['f1'], pieces: [[[0, 1]], [[1, 3]]] }))).toBe(
      'refuse.recut',
    );
    const pinned = run(start, call('fragment.confirm', { ids: ['f1'], confirmed: true }));
    expect(ask(pinned, recut([[0, 3]], [[4, 16]]))).toBe('refuse.confirmed');
    expect(ask(start, call('fragment.recut', { ids: ['f1', 'f6'], pieces: [] }))).toBe('refuse.merge-across-sources');
  });
});

describe('discarding', () => {
  test('takes a fragment off the sheet and out of its article, and restores it to the tray', () => {
    const set = run(start, call('article.make', { ids: ['f1', 'f2'] }), place(['f1']));
    const one = run(set, call('fragment.discard', { ids: ['f1'], reason: 'duplicate', note: 'twice' }));
    expect(fragment(one, 'f1')).toMatchObject({ placement: { at: 'discarded', reason: 'duplicate', note: 'twice' } });
    expect(fragment(one, 'f1').article).toBeUndefined();
    expect(ledgerTotal(one).discarded).toBe(14);
    expect(fragment(run(one, call('fragment.restore', { ids: ['f1'] })), 'f1').placement).toEqual({ at: 'unplaced' });
  });
  test('says why not', () => {
    expect(ask(start, call('fragment.discard', { ids: ['f1'], reason: 'bored' as 'other' }))).toBe('refuse.reason');
    expect(ask(start, call('fragment.restore', { ids: ['f1'] }))).toBe('refuse.not-discarded');
    const gone = run(start, call('fragment.discard', { ids: ['f1'], reason: 'other' }));
    expect(ask(gone, call('article.make', { ids: ['f1'] }))).toBe('refuse.discarded-in-article');
  });
});

describe('articles', () => {
  const two = run(start, call('article.make', { ids: ['f2', 'f1'] }), call('article.make', { ids: ['f3', 'f4'] }));
  test('are made in the order given and numbered as made', () => {
    expect([reads(two, 'a1'), reads(two, 'a2')]).toEqual([
      ['f2', 'f1'],
      ['f3', 'f4'],
    ]);
    expect(run(two, call('article.make', { ids: ['f3', 'f4'] })).articles['a2']).toBeUndefined();
  });
  test('take fragments in, in a place, and out', () => {
    const one = run(two, call('article.add', { ids: ['f4', 'f5'], article: 'a1', after: 'f2' }));
    expect(reads(one, 'a1')).toEqual(['f2', 'f4', 'f5', 'f1']);
    expect(reads(run(one, call('article.add', { ids: ['f4', 'f1'], article: 'a1', after: 'f4' })), 'a1')).toEqual([
      'f2',
      'f4',
      'f1',
      'f5',
    ]);
    expect(reads(run(one, call('article.add', { ids: ['f1'], article: 'a1', after: null })), 'a1')[0]).toBe('f1');
    expect(reads(run(one, call('article.take-out', { ids: ['f4'] })), 'a1')).toEqual(['f2', 'f5', 'f1']);
    expect(articlesOf(run(two, call('article.take-out', { ids: ['f1', 'f2'] })))).toHaveLength(1);
  });
  test('merge, split and dissolve without losing a word', () => {
    const one = run(two, call('article.merge', { articles: ['a2', 'a1'] }));
    expect(reads(one, 'a2')).toEqual(['f3', 'f4', 'f2', 'f1']);
    const parted = run(one, call('article.split', { at: 'f2' }));
    expect(articlesOf(parted).map((a) => reads(parted, a.id))).toEqual([
      ['f3', 'f4'],
      ['f2', 'f1'],
    ]);
    const none = run(parted, call('article.dissolve', { article: 'a2' }));
    expect(fragmentsOf(none)).toHaveLength(9);
    expect(articlesOf(none)).toHaveLength(1);
  });
  test('have a title, a kind, a place and a review', () => {
    const named = run(two, call('fragment.role', { ids: ['f1'], role: 'headline' }));
    expect(articleTitle(named, 'a1')).toBe('New bridge opens');
    const one = run(
      named,
      call('article.rename', { article: 'a1', title: ' The bridge ' }),
      call('article.kind', { article: 'a1', kind: 'notice' }),
      call('article.move', { article: 'a1', after: 'a2' }),
      call('article.review', { article: 'a1', state: 'rejected', note: 'no' }),
    );
    expect(one.articles['a1']).toMatchObject({
      title: 'The bridge',
      kind: 'notice',
      review: { state: 'rejected', note: 'no' },
    });
    expect(articlesOf(one).map((a) => a.id)).toEqual(['a2', 'a1']);
    expect(articleTitle(run(one, call('article.rename', { article: 'a1', title: null })), 'a1')).toBe(
      'New bridge opens',
    );
  });
  test('say why not', () => {
    expect(ask(two, call('article.add', { ids: ['f5'], article: 'constructor' }))).toBe('refuse.no-such-article');
    expect(ask(two, call('article.add', { ids: ['f5'], article: 'a1', after: 'f3' }))).toBe('refuse.no-such-fragment');
    expect(ask(two, call('article.take-out', { ids: ['f5'] }))).toBe('refuse.in-no-article');
    expect(ask(two, call('article.merge', { articles: ['a1', 'a1'] }))).toBe('refuse.merge-articles-needs-two');
    expect(ask(two, call('article.merge', { articles: ['a1', 'a9'] }))).toBe('refuse.no-such-article');
    expect(ask(two, call('article.split', { at: 'f2' }))).toBe('refuse.split-article-at-start');
    expect(ask(two, call('article.split', { at: 'f5' }))).toBe('refuse.in-no-article');
    expect(ask(two, call('article.split', { at: 'x' }))).toBe('refuse.no-such-fragment');
    expect(ask(two, call('article.dissolve', { article: 'a9' }))).toBe('refuse.no-such-article');
    expect(ask(two, call('article.rename', { article: '__proto__', title: 'x' }))).toBe('refuse.no-such-article');
    expect(ask(two, call('article.kind', { article: 'a1', kind: 'x' as 'other' }))).toBe('refuse.no-such-kind');
    expect(ask(two, call('article.move', { article: 'a1', after: 'a1' }))).toBe('refuse.no-such-article');
    expect(ask(two, call('article.review', { article: 'a1', state: 'x' as 'open' }))).toBe('refuse.no-such-state');
  });
});

describe('links', () => {
  const set = run(
    start,
    call('fragment.role', { ids: ['f5'], role: 'jump-to' }),
    call('fragment.role', { ids: ['f6'], role: 'jump-from' }),
    call('article.make', { ids: ['f1', 'f2', 'f5'] }),
    call('article.make', { ids: ['f6', 'f7'] }),
    call('article.make', { ids: ['f3'] }),
    place(['f1', 'f2', 'f5', 'f3']),
    place(['f6', 'f7'], 'c1', null, 'p2'),
  );
  test('join two articles from either end, and part again', () => {
    const to = run(set, call('continuation.link', { id: 'f5', article: 'a2' }));
    expect(reads(to, 'a1')).toEqual(['f1', 'f2', 'f5', 'f6', 'f7']);
    const from = run(set, call('continuation.link', { id: 'f6', article: 'a1' }));
    expect(reads(from, 'a1')).toEqual(['f1', 'f2', 'f5', 'f6', 'f7']);
    for (const id of ['f5', 'f6']) {
      const parted = run(to, call('continuation.unlink', { id }));
      expect(articlesOf(parted).map((a) => reads(parted, a.id))).toEqual([['f1', 'f2', 'f5'], ['f6', 'f7'], ['f3']]);
    }
  });
  test('say why not', () => {
    expect(ask(set, call('continuation.link', { id: 'f1', article: 'a2' }))).toBe('refuse.not-a-jump-line');
    expect(ask(set, call('continuation.link', { id: 'f5', article: 'a1' }))).toBe('refuse.already-linked');
    expect(ask(set, call('continuation.link', { id: 'f5', article: 'a3' }))).toBe('refuse.same-page');
    expect(ask(set, call('continuation.link', { id: 'f5', article: 'valueOf' }))).toBe('refuse.no-such-article');
    expect(
      ask(
        run(start, call('fragment.role', { ids: ['f5'], role: 'jump-to' })),
        call('continuation.link', { id: 'f5', article: 'a1' }),
      ),
    ).toBe('refuse.jump-in-no-article');
    expect(ask(set, call('continuation.unlink', { id: 'f5' }))).toBe('refuse.not-linked');
  });
});

describe('the edition', () => {
  test('is described, and forgets what null takes away', () => {
    const one = run(start, call('edition.describe', { title: 'Post', date: '2026-11-23', language: 'zh-Hans' }));
    expect(one).toMatchObject({ title: 'Post', date: '2026-11-23', language: 'zh-Hans' });
    expect(run(one, call('edition.describe', { title: 'Harbour Gazette', date: null, language: null }))).toEqual(start);
    expect(ask(start, call('edition.describe', { date: '23.11.2026' }))).toBe('refuse.date');
    expect(ask(start, call('edition.describe', { date: '2026-13-45' }))).toBe('refuse.date');
  });
  test('remembers what was turned down', () => {
    expect(run(start, call('suggestion.dismiss', { keys: ['__proto__'] })).dismissed).toEqual({ 's:__proto__': true });
    expect(ask(start, call('suggestion.dismiss', { keys: [] }))).toBe('refuse.nothing-selected');
  });
  test('takes no page twice, and none that does not balance', () => {
    const source = start.sources['s1'];
    if (!source) throw new Error('no source');
    const page = { sources: [{ ...source, id: 's9' }], fragments: [], pages: [], articles: [] };
    expect(ask(start, call('edition.import', { sources: [source], fragments: [], pages: [], articles: [] }))).toBe(
      'refuse.already-imported',
    );
    expect(ask(start, call('edition.import', { ...page, fragments: [{ ...fragment(start, 'f1') }] }))).toBe(
      'refuse.already-imported',
    );
    expect(ask(start, call('edition.import', page))).toBe('ledger.unbalanced');
  });
});

describe('a transaction', () => {
  test('of several calls is all or nothing, and asks each in the state that it finds', () => {
    const both = transact(start, [place(['f1']), call('fragment.span', { ids: ['f1'], span: 9 })]);
    expect(both).toEqual({ ok: false, refusal: { code: 'refuse.span' } });
    expect(fragment(start, 'f1').placement.at).toBe('unplaced');
    expect(check(start, call('fragment.span', { ids: ['f1'], span: 2 }))).toEqual({ code: 'refuse.not-placed' });
    const asked = transact(
      start,
      [place(['f1']), (now) => [call('fragment.span', { ids: fragmentsOnPage(now, 'p1').map((f) => f.id), span: 2 })]],
      { origin: 'suggestion', label: { code: 'command.lay' } },
    );
    expect(asked.ok && asked.transaction).toMatchObject({ origin: 'suggestion', label: { code: 'command.lay' } });
  });
});
