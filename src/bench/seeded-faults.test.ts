/** The bench of the checks on our own samples alone: a smaller version, without the pages beside the project. */
import { expect, test } from 'vitest';
import { imbalances } from '../core/ledger.ts';
import { cleanFigures, seedFaults } from './seeded-faults.ts';
import { ownEditions } from './true-editions.ts';

const editions = ownEditions();

test('the samples put right to their truth have no error, and hardly a warning', () => {
  for (const { edition } of editions) expect(imbalances(edition)).toEqual([]);
  const { pages, error, warning } = cleanFigures(editions);
  expect({ pages, error }).toEqual({ pages: 4, error: 0 });
  expect(warning).toBeLessThanOrEqual(4);
});

test('seeded faults are found where they are', () => {
  const figures = seedFaults(editions, 60, 5);
  const sum = (of: 'seeded' | 'found'): number => figures.reduce((n, one) => n + one[of], 0);
  expect(sum('seeded')).toBeGreaterThan(50);
  expect(sum('found') / sum('seeded')).toBeGreaterThanOrEqual(0.9);
});
