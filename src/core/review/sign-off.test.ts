import { expect, it } from 'vitest';
import { run, smallEdition } from '../commands/small-edition.test-support.ts';
import { reviewOf } from '../model/review.ts';
import { pagesOf } from '../model/selectors.ts';
import { call } from '../transact.ts';
import { errorsOn, isSignedOff, reviewCount, standingName } from './sign-off.ts';

const bare = run(smallEdition(), call('article.make', { ids: ['f1', 'f2'] }), call('article.make', { ids: ['f7'] }));
const page = pagesOf(bare)[0]?.id ?? '';
const column = pagesOf(bare)[0]?.columns[0]?.id ?? '';
const edition = run(
  bare,
  call('fragment.place', { ids: ['f1', 'f2', 'f3'], page, column, after: null }),
  call('page.review', { page, state: 'approved', by: 'LH' }),
);
const error = { key: 'k', rank: '', code: 'x', level: 'error', message: { code: 'x' } } as const;

it('a page is signed off when it is approved and no error is open on it', () => {
  expect(isSignedOff(edition, page, [])).toBe(true);
  expect(isSignedOff(edition, page, [{ ...error, fragmentId: 'f3' }])).toBe(false);
  expect(isSignedOff(edition, page, [{ ...error, articleId: 'a1' }])).toBe(false);
});

it('errors elsewhere, warnings and what is muted do not stand in its way', () => {
  const muted = { ...error, fragmentId: 'f3', muted: { reason: 'correct' as const } };
  const others = [
    { ...error, fragmentId: 'f9' },
    { ...error, articleId: 'a2' },
    { ...error, fragmentId: 'f3', level: 'warning' as const },
    muted,
  ];
  expect(errorsOn(edition, page, others)).toEqual([]);
  expect(isSignedOff(edition, page, others)).toBe(true);
});

it('counts what is approved, rejected and fallen back', () => {
  expect(reviewCount(edition)).toMatchObject({ articles: 2, approved: 0, pages: 2, pagesApproved: 1 });
  const on = { kind: 'article', id: 'a1' } as const;
  const approved = run(edition, call('article.review', { article: 'a1', state: 'approved', by: 'LH' }));
  expect(reviewCount(approved)).toMatchObject({ approved: 1, fellBack: 0 });
  const changed = run(approved, call('fragment.role', { ids: ['f2'], role: 'lead' }));
  expect(reviewCount(changed)).toMatchObject({ approved: 0, fellBack: 1 });
  expect(standingName(reviewOf(changed, on))).toBe('fell-back');
  const two = run(
    edition,
    call('review.stages', { stages: 2 }),
    call('article.review', { article: 'a1', state: 'approved', by: 'LH' }),
  );
  expect(standingName(reviewOf(two, on))).toBe('signed');
});
