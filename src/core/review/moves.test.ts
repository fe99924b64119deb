import { describe, expect, it } from 'vitest';
import { editionOf, fragment, run } from '../commands/small-edition.test-support.ts';
import type { Edition } from '../model/edition.ts';
import { pagesOf, readingOrder, textOf } from '../model/selectors.ts';
import { call, transact } from '../transact.ts';
import { boundariesOf, type Boundary } from './boundaries.ts';
import { confirmBoundary, mergeSides, moveBorder, splitAt, type Calls } from './moves.ts';
import { homesFor } from './reassign.ts';
import type { Message } from '../model/message.ts';

function paper(): Edition {
  const bare = editionOf([
    'New bridge opens',
    'The bridge was opened on Sunday. It is free. Stalls move in May.',
    '桥已通车。市民称便。',
    'Market moves',
    'Prices are up. The market moves to the river.',
  ]);
  const page = pagesOf(bare)[0];
  return run(
    bare,
    call('fragment.role', { ids: ['f1', 'f4'], role: 'headline' }),
    call('fragment.role', { ids: ['f2', 'f3', 'f5'], role: 'body' }),
    call('fragment.place', {
      ids: ['f1', 'f2', 'f3', 'f4', 'f5'],
      page: page?.id ?? '',
      column: page?.columns[0]?.id ?? '',
      after: null,
    }),
    call('article.make', { ids: ['f1', 'f2', 'f3'] }),
    call('article.make', { ids: ['f4', 'f5'] }),
  );
}

const between = (edition: Edition, kind: Boundary['kind'], n = 0): Boundary => {
  const found = boundariesOf(edition).filter((b) => b.kind === kind)[n];
  if (!found) throw new Error(`no boundary ${kind} ${n}`);
  return found;
};
const done = (edition: Edition, calls: Calls | Message): Edition => {
  if ('code' in calls) throw new Error(calls.code);
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
};
const articles = (edition: Edition): string[] =>
  Object.keys(edition.articles).map((id) =>
    readingOrder(edition, id)
      .map((f) => textOf(edition, f))
      .join(' | '),
  );
const codeOf = (calls: Calls | Message): string => ('code' in calls ? calls.code : 'calls');

describe('the border between two articles', () => {
  it('goes up and down by a fragment, and the sheet follows', () => {
    const edition = paper();
    const up = done(edition, moveBorder(edition, between(edition, 'article'), 'up', 'fragment'));
    expect(readingOrder(up, 'a2').map((f) => f.id)).toEqual(['f3', 'f4', 'f5']);
    const down = done(edition, moveBorder(edition, between(edition, 'article'), 'down', 'fragment'));
    expect(readingOrder(down, 'a1').map((f) => f.id)).toEqual(['f1', 'f2', 'f3', 'f4']);
    expect(boundariesOf(down).map((b) => b.key)).toEqual(['f1|f2', 'f4|f5']);
  });

  it('goes by a sentence, in Han and in Latin script', () => {
    const edition = paper();
    const up = done(edition, moveBorder(edition, between(edition, 'article'), 'up', 'sentence'));
    expect(articles(up)[1]).toMatch(/^市民称便。 \| Market moves/u);
    const without = run(
      edition,
      call('article.take-out', { ids: ['f3', 'f4'] }),
      call('fragment.unplace', { ids: ['f3', 'f4'] }),
    );
    const down = done(without, moveBorder(without, between(without, 'article'), 'down', 'sentence'));
    expect(articles(down)).toEqual([
      'New bridge opens | The bridge was opened on Sunday. It is free. Stalls move in May. | Prices are up.',
      'The market moves to the river.',
    ]);
  });

  it('one sentence alone goes as a fragment; the last fragment takes the article with it', () => {
    const edition = run(paper(), call('article.take-out', { ids: ['f2', 'f3'] }));
    const b = boundariesOf(edition).find((one) => one.before.article === 'a1' && one.kind === 'article');
    const moved = b && done(edition, moveBorder(edition, b, 'up', 'sentence'));
    expect(moved?.articles['a1']).toBeUndefined();
  });
});

it('the border between a head and its body changes roles', () => {
  const edition = paper();
  const b = between(edition, 'head', 1);
  expect(fragment(done(edition, moveBorder(edition, b, 'down', 'fragment')), 'f5').role).toBe('subhead');
  const cut = done(edition, moveBorder(edition, b, 'down', 'sentence'));
  expect(fragment(cut, 'f5')).toMatchObject({ role: 'subhead' });
  expect(fragment(cut, 'f5-2')).toMatchObject({ role: 'body', article: { id: 'a2' } });
  expect(fragment(done(edition, moveBorder(edition, b, 'up', 'fragment')), 'f4').role).toBe('body');
});

describe('splitting and merging', () => {
  it('splits at the caret, in the text or before it', () => {
    const edition = paper();
    const b = between(edition, 'article');
    const inText = done(edition, splitAt(edition, b, 'before', { id: 'f2', at: 45 }));
    expect(articles(inText)).toContain('Stalls move in May. | 桥已通车。市民称便。');
    const before = done(edition, splitAt(edition, b, 'before', { id: 'f3', at: 0 }));
    expect(articles(before)).toContain('桥已通车。市民称便。');
  });
  it('splits off what stands at the border, on either side, and a body from its head', () => {
    const edition = paper();
    expect(articles(done(edition, splitAt(edition, between(edition, 'article'), 'before', null)))).toContain(
      '桥已通车。市民称便。',
    );
    expect(articles(done(edition, splitAt(edition, between(edition, 'article'), 'after', null)))).toContain(
      'Market moves',
    );
    expect(articles(done(edition, splitAt(edition, between(edition, 'head'), 'after', null)))).toContain(
      'New bridge opens',
    );
  });
  it('makes one article of two, but not of one', () => {
    const edition = paper();
    expect(articles(done(edition, mergeSides(edition, between(edition, 'article'))))).toHaveLength(1);
    expect(codeOf(mergeSides(edition, between(edition, 'head')))).toBe('refuse.already-linked');
  });
  it('takes loose text in', () => {
    const edition = run(paper(), call('article.take-out', { ids: ['f3'] }));
    expect(
      readingOrder(done(edition, mergeSides(edition, between(edition, 'article'))), 'a1').map((f) => f.id),
    ).toContain('f3');
  });
});

it('what is confirmed is confirmed for automatic passes too; in a copy for review it is only noted', () => {
  const edition = paper();
  const b = between(edition, 'article');
  const confirmed = done(edition, confirmBoundary(edition, b));
  expect(confirmed.checked).toEqual({ [b.key]: true });
  expect(fragment(confirmed, 'f3').confirmed).toBe(true);
  const copy: Edition = { ...edition, forReview: true };
  expect(fragment(done(copy, confirmBoundary(copy, b)), 'f3').confirmed).toBeUndefined();
});

it('ranks the article that speaks of the same first', () => {
  const edition = editionOf([
    'The lock gate at Low Quay was mended.',
    'Bakers bake more bread for the fair.',
    'A lock gate like that of Low Quay lasts forty years.',
  ]);
  const made = run(edition, call('article.make', { ids: ['f2'] }), call('article.make', { ids: ['f1'] }));
  expect(homesFor(made, fragment(made, 'f3')).map((home) => home.article)).toEqual(['a2', 'a1']);
});
