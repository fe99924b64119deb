import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridIndex, holds, touches } from './grid-index.ts';

const rect = fc.record({
  x: fc.integer({ min: -50, max: 900 }),
  y: fc.integer({ min: -50, max: 1200 }),
  width: fc.integer({ min: 1, max: 400 }),
  height: fc.integer({ min: 1, max: 300 }),
});

describe('gridIndex', () => {
  it('finds what a look at every box finds, in the order given', () => {
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 60 }), fc.array(rect, { minLength: 1, maxLength: 4 }), (boxes, asked) => {
        const index = gridIndex(boxes, 780, 1106);
        for (const area of asked) expect(index.within(area)).toEqual(boxes.filter((box) => touches(box, area)));
      }),
    );
  });

  it('gives the last box that holds a point', () => {
    fc.assert(
      fc.property(
        fc.array(rect, { maxLength: 60 }),
        fc.integer({ min: -80, max: 1000 }),
        fc.integer({ min: -80, max: 1300 }),
        (boxes, x, y) => {
          expect(gridIndex(boxes, 780, 1106).at({ x, y })).toBe(boxes.findLast((box) => holds(box, { x, y })));
        },
      ),
    );
  });

  it('holds nothing on an empty sheet', () => {
    const index = gridIndex([], 780, 1106);
    expect(index.within({ x: 0, y: 0, width: 780, height: 1106 })).toEqual([]);
    expect(index.at({ x: 10, y: 10 })).toBeUndefined();
  });
});
