import { expect, test } from 'vitest';
import { fill } from './fill.ts';

const PAGES = '{n} {n, plural, one {page} other {pages}} of {name}';

test('one is one, and many are many', () => {
  expect(fill(PAGES, 'en', { n: 1, name: 'a' })).toBe('1 page of a');
  expect(fill(PAGES, 'en', { n: 0, name: 'a' })).toBe('0 pages of a');
  expect(fill(PAGES, 'en', { n: 21, name: 'a' })).toBe('21 pages of a');
});

test('a number that is already written out for a reader is many, or one', () => {
  expect(fill(PAGES, 'en', { n: '5,050', name: 'a' })).toBe('5,050 pages of a');
  expect(fill(PAGES, 'en', { n: '1', name: 'a' })).toBe('1 page of a');
});

test('a gap that nobody fills is shown, and so are signs that mean something elsewhere', () => {
  expect(fill('{file}: <b> is {what}', 'en', { file: '{n}' })).toBe('{n}: <b> is {what}');
  expect(fill('the paper’s {name}', 'zh', { name: "it's" })).toBe("the paper’s it's");
});
