import { expect, test } from 'vitest';
import { ActiveTime } from './active-time.ts';

test('counts from touch to touch, by mode, and no absence', () => {
  const time = new ActiveTime();
  time.touch(1000, 'build');
  time.touch(3000, 'build');
  time.touch(4000, 'review');
  time.touch(4_000_000, 'review');
  time.touch(4_000_500, 'review');
  expect(time.spent).toEqual({ build: 2000, review: 1500, read: 0 });
});
