import { expect, test } from 'vitest';
import { shownText } from './shown-text.ts';

test('short texts are shown whole', () => {
  expect(shownText('All of it.', 'before', true)).toEqual({ from: 0, text: 'All of it.', cut: null });
});

test('of long ones what stands at the border, with whole words', () => {
  const words = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ');
  const end = shownText(words, 'before', true);
  expect(end.cut).toBe('before');
  expect(words.slice(end.from)).toBe(end.text);
  expect(end.text).toMatch(/^ ?word\d/u);
  const start = shownText(words, 'after', true);
  expect(words.startsWith(start.text)).toBe(true);
  expect(start.text).toMatch(/ ?word\d+$/u);
  expect(shownText(words, 'after', false).text.length).toBeLessThan(start.text.length);
});

test('no character is cut in two', () => {
  const han = '𠮷'.repeat(400);
  for (const side of ['before', 'after'] as const) expect(shownText(han, side, true).text.length % 2).toBe(0);
});
