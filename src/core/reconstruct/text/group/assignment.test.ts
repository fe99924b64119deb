import { expect, it } from 'vitest';
import { assign } from './assignment.ts';

it('takes the best sum, where greed would take the best first', () => {
  expect(
    assign([
      [9, 8],
      [8, 1],
    ]),
  ).toEqual([1, 0]);
});
it('leaves rows over where columns are few, and columns where rows are few', () => {
  expect(assign([[1], [5], [2]])).toEqual([-1, 0, -1]);
  expect(assign([[1, 7, 2]])).toEqual([1]);
});
it('has nothing to assign to nothing', () => {
  expect(assign([])).toEqual([]);
  expect(assign([[], []])).toEqual([-1, -1]);
});
