import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOut } from './share-out.ts';

describe('sharing out over columns', () => {
  test('makes the columns as level as they can be, and leaves none empty', () => {
    expect(shareOut([1, 1, 1, 1], 2)).toEqual([0, 0, 1, 1]);
    expect(shareOut([5, 1, 1], 3)).toEqual([0, 1, 2]);
    expect(shareOut([2, 9, 2], 2)).toEqual([0, 0, 1]);
    expect(shareOut([], 3)).toEqual([]);
    expect(shareOut([3], 4)).toEqual([0]);
  });

  test('keeps a crosshead over its text', () => {
    expect(shareOut([4, 1, 4], 2)).toEqual([0, 0, 1]);
    expect(shareOut([4, 1, 4], 2, [false, true, false])).toEqual([0, 1, 1]);
    expect(shareOut([4, 1], 2, [false, true])).toEqual([0, 1]);
  });

  test('never goes back, leaves out nothing, and no cling ends a column that another follows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ height: fc.integer({ min: 1, max: 40 }), clings: fc.boolean() }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        (pieces, n) => {
          const clings = pieces.map((p) => p.clings);
          const columns = shareOut(
            pieces.map((p) => p.height),
            n,
            clings,
          );
          expect(columns).toHaveLength(pieces.length);
          columns.forEach((column, i) => {
            expect(column).toBeLessThan(n);
            const next = columns[i + 1];
            if (next === undefined) return;
            expect(next).toBeGreaterThanOrEqual(column);
            if (next > column) expect(clings[i]).toBe(false);
          });
        },
      ),
    );
  });
});
