import { expect, test } from 'vitest';
import { editScript } from './edit-script.ts';

const counts = (before: string, after: string) =>
  editScript([...before], [...after]).map((part) => [part.added ? '+' : part.removed ? '-' : '=', part.value.length]);

test('tells what was typed from what was read', () => {
  expect(counts('ferry runs', 'a ferry ran')).toContainEqual(['=', 7]);
});

test('a text that has nothing of the other replaces it, and takes no minute to find out', () => {
  const han = (n: number, from: number): string =>
    Array.from({ length: n }, (_, i) => String.fromCodePoint(from + ((i * 7919) % 9000))).join('');
  const began = process.cpuUsage().user;
  expect(counts(han(40_000, 0x4e00), han(40_000, 0x7500))).toEqual([
    ['-', 40_000],
    ['+', 40_000],
  ]);
  expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(3);
});
