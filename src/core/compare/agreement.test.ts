import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run, smallEdition } from '../commands/small-edition.test-support.ts';
import { randomEdition } from '../formats/random-edition.test-support.ts';
import { call } from '../transact.ts';
import type { Edition } from '../model/edition.ts';
import { agreement, type Agreement } from './agreement.ts';
import { compareEditions } from './compare.ts';

const start = smallEdition();
const of = (ours: Edition, theirs: Edition): Agreement => agreement(compareEditions(ours, theirs));
const WHOLE: Agreement = { articles: 1, boundaries: 1, roles: 1, order: 1 };

describe('agreement', () => {
  test('is whole with itself', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        for (const figure of Object.values(of(edition, edition))) expect(figure).toBeCloseTo(1, 12);
      }),
      { numRuns: 50 },
    );
  });

  test('each figure falls by what it is about', () => {
    const grouped = run(start, call('article.make', { ids: ['f1', 'f2', 'f3'] }));
    const role = of(grouped, run(grouped, call('fragment.role', { ids: ['f1'], role: 'headline' })));
    expect({ ...role, roles: 1 }).toEqual(WHOLE);
    expect(role.roles).toBeLessThan(1);
    const order = of(grouped, run(grouped, call('article.add', { ids: ['f3'], article: 'a1', after: 'f1' })));
    expect({ ...order, order: 1 }).toEqual(WHOLE);
    expect(order.order).toBe(0);
    const group = of(grouped, run(grouped, call('article.take-out', { ids: ['f3'] })));
    expect(group.roles).toBe(1);
    expect(group.articles).toBeLessThan(1);
    expect(group.boundaries).toBeLessThan(1);
  });

  test('says the same from either side', () => {
    const ours = run(
      start,
      call('article.make', { ids: ['f1', 'f2'] }),
      call('fragment.role', { ids: ['f3'], role: 'lead' }),
    );
    const theirs = run(start, call('article.make', { ids: ['f2', 'f3'] }));
    const [one, two] = [of(ours, theirs), of(theirs, ours)];
    for (const key of Object.keys(one) as (keyof Agreement)[]) expect(one[key]).toBeCloseTo(two[key], 12);
  });
});
