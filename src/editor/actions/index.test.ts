import { expect, test } from 'vitest';
import { ACTIONS } from './index.ts';

test('no two actions have one name', () => {
  const ids = ACTIONS.map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});
