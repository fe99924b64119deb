import { describe, expect, it } from 'vitest';
import { normalizeLabel, samePage } from './page-label.ts';

describe('normalizeLabel', () => {
  const same: readonly [string, string][] = [
    ['2', '2'],
    ['02', '2'],
    ['002', '2'],
    ['２', '2'],
    ['二', '2'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['二十三', '23'],
    ['一〇', '10'],
    ['廿一', '21'],
    ['A4', 'A4'],
    ['A04', 'A4'],
    ['a04', 'A4'],
    ['Ｂ０２', 'B2'],
    ['B-02', 'B2'],
    ['4A', '4A'],
    ['04a', '4A'],
    ['A叠03', 'A3'],
    ['A二', 'A2'],
    ['第二版', '2'],
    ['第 12 版', '12'],
    ['第Ａ０４版', 'A4'],
    ['３面', '3'],
    ['3면', '3'],
    ['123 页', '123'],
    ['（2）', '2'],
    ['▶2版', '2'],
    ['Page 3', '3'],
    ['p. 3', '3'],
    ['S. 3', '3'],
    ['Seite 12', '12'],
    ['pág. 7', '7'],
    ['página 7', '7'],
    ['Page One', '1'],
    ['One', '1'],
    ['third', '3'],
    ['third page', '3'],
    ['portada', '1'],
    ['la une', '1'],
    ['prima', '1'],
    ['première page', '1'],
    ['Sport', 'Sport'],
    ['Sport 3', 'Sport 3'],
    ['', ''],
    ['1887', '1887'],
  ];
  it.each(same)('%s is %s', (printed, wanted) => expect(normalizeLabel(printed)).toBe(wanted));
  it('keeps a lost number lost', () => {
    expect(normalizeLabel('  ')).toBe('');
    expect(normalizeLabel('（ ）')).toBe('');
  });
  it('does not take 十 for a digit in a longer run', () => expect(normalizeLabel('一二三四五')).toBe('一二三四五'));
});

describe('samePage', () => {
  it('sees one page in many prints', () => {
    expect(samePage('二', '02')).toBe(true);
    expect(samePage('A04版', 'A4')).toBe(true);
    expect(samePage('Page One', 'A1')).toBe(true);
    expect(samePage('portada', '1')).toBe(true);
  });
  it('keeps apart what differs', () => {
    expect(samePage('A1', 'B1')).toBe(false);
    expect(samePage('1', 'A1')).toBe(false); // a bare 1 may be another section's
    expect(samePage('12', '2')).toBe(false);
    expect(samePage('', '')).toBe(false); // a lost number is nobody's page
  });
});
