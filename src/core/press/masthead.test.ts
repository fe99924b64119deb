import { describe, expect, test } from 'vitest';
import { folioSection, paperName, readDate } from './masthead.ts';

describe('the date of a paper', () => {
  test.each([
    ['2025 年 4 月 18 日 星期五', '2025-04-18'],
    ['二〇二四年十二月三十一日', '2024-12-31'],
    ['二零零八年一月二十日 星期日', '2008-01-20'],
    ['Friday, April 18, 2025', '2025-04-18'],
    ['Price 2d. Monday, 3rd March 1884', '1884-03-03'],
    ['Mittwoch, 5. Mai 1926', '1926-05-05'],
    ['12 de octubre de 1931', '1931-10-12'],
  ])('%s', (text, day) => expect(readDate(text)).toBe(day));
  test('is a day of the calendar, named in full', () => {
    for (const text of ['2月30日', '2025年2月30日', 'April 18', 'Room 12 Table 2025', '第2版'])
      expect(readDate(text)).toBeNull();
  });
});

test('the name of a paper', () => {
  expect(paperName('柳 河 日 报')).toBe('柳河日报');
  expect(paperName('The Millbrook Courier')).toBe('The Millbrook Courier');
  expect(paperName('今天有雨，记得带伞。')).toBeNull();
  expect(paperName('12')).toBeNull();
});

describe('the section of a page', () => {
  test.each([
    ['02 综合新闻 2025年4月18日 星期五', '综合新闻'],
    ['2025年4月18日 第2版 要 闻', '要闻'],
    ['LOCAL NEWS | Page 4', 'LOCAL NEWS'],
    ['柳河日报 · 文化 · 第3版', '文化'],
  ])('%s', (text, section) => expect(folioSection(text, '柳河日报')).toBe(section));
  test('is not made of what a folio says anyway', () => {
    for (const text of ['2025年4月18日 星期五', '第2版', '0202', 'Friday, April 18, 2025', '责编 林舒'])
      expect(folioSection(text, '柳河日报')).toBeNull();
  });
});
