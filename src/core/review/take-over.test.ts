import { expect, it } from 'vitest';
import { ask, run, smallEdition } from '../commands/small-edition.test-support.ts';
import { readPasteup } from '../formats/pasteup/read.ts';
import { writePasteup } from '../formats/pasteup/write.ts';
import type { Edition } from '../model/edition.ts';
import { reviewOf } from '../model/review.ts';
import { call } from '../transact.ts';
import { reviewsToTakeOver } from './take-over.ts';

const at = '2026-11-23T08:30:00Z';
const paper = run(
  smallEdition(),
  call('article.make', { ids: ['f1', 'f2', 'f3'] }),
  call('article.make', { ids: ['f7', 'f8'] }),
);
/** As it comes back: saved by the reviewer, opened by the editor. */
const reviewed = (edition: Edition): Edition =>
  readPasteup(
    writePasteup(
      run(
        { ...edition, forReview: true },
        call('article.review', { article: 'a1', state: 'approved', by: 'RV', at }),
        call('article.review', { article: 'a2', state: 'rejected', by: 'RV', at, note: 'whose is it?' }),
        call('boundary.check', { boundaries: [{ before: 'f3', after: 'f7' }], right: true }),
      ),
    ),
    'copy',
  ).edition;

const taken = (ours: Edition): Edition => {
  const { reviews, checked } = reviewsToTakeOver(ours, reviewed(paper));
  return run(ours, call('review.adopt', { reviews, checked }));
};

it('brings everything back, once', () => {
  const now = taken(paper);
  expect(reviewOf(now, { kind: 'article', id: 'a1' }).state).toBe('approved');
  expect(reviewOf(now, { kind: 'article', id: 'a2' })).toMatchObject({ state: 'rejected', note: 'whose is it?' });
  expect(now.checked).toEqual({ 'f3|f7': true });
  expect(now.forReview).toBeUndefined();
  const again = reviewsToTakeOver(now, reviewed(paper));
  expect(again).toEqual({ reviews: [], checked: [], stale: 0 });
  expect(ask(now, call('review.adopt', again))).toBe('refuse.nothing-to-take-over');
});

it('tells what does not hold any more, and leaves out what is gone', () => {
  const changed = run(
    paper,
    call('fragment.role', { ids: ['f1'], role: 'headline' }),
    call('article.dissolve', { article: 'a2' }),
  );
  const over = reviewsToTakeOver(changed, reviewed(paper));
  expect(over.reviews.map(({ on }) => on.id)).toEqual(['a1']);
  expect(over.stale).toBe(2);
  expect(reviewOf(taken(changed), { kind: 'article', id: 'a1' })).toMatchObject({ state: 'open', fellBack: true });
});
