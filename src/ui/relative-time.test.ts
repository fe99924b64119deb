import { expect, it } from 'vitest';
import { relativeTime } from './relative-time.ts';

const NOW = Date.UTC(2025, 3, 18, 12);

it('tells the largest whole unit', () => {
  expect(relativeTime(NOW - 3 * 3_600_000 - 5, NOW, 'en')).toBe('3 hours ago');
  expect(relativeTime(NOW - 26 * 3_600_000, NOW, 'en')).toBe('yesterday');
  expect(relativeTime(NOW - 5 * 60_000, NOW, 'zh')).toBe('5分钟前');
});

it('calls the last minute, and what a wrong clock puts ahead, now', () => {
  expect(relativeTime(NOW - 20_000, NOW, 'en')).toBe('now');
  expect(relativeTime(NOW + 90_000, NOW, 'en')).toBe('now');
});
