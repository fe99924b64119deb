import { expect, test } from 'vitest';
import { ACTIONS } from './index.ts';

const twice = (list: readonly string[]): string[] => list.filter((one, i) => list.indexOf(one) !== i);

test('every action has an id of its own', () => {
  expect(twice(ACTIONS.map((action) => action.id))).toEqual([]);
});

test('no key means two things at one place', () => {
  for (const places of [['anywhere', 'sheet'], ['review']])
    expect(
      twice(ACTIONS.filter(({ where = 'anywhere' }) => places.includes(where)).flatMap(({ keys = [] }) => keys)),
    ).toEqual([]);
});
