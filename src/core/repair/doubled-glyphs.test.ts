import { describe, expect, it } from 'vitest';
import { unDoubleGlyphs } from './doubled-glyphs.ts';

describe('unDoubleGlyphs', () => {
  it('un-doubles a page number that stands alone', () => {
    expect(unDoubleGlyphs('2121')).toBe('21');
    expect(unDoubleGlyphs('1111')).toBe('11');
    expect(unDoubleGlyphs('22版版')).toBe('2版');
  });
  it('un-doubles a pointer behind an arrow', () => {
    expect(unDoubleGlyphs('打造绿色“游乐场”▶22版版')).toBe('打造绿色“游乐场”▶2版');
    expect(unDoubleGlyphs('▶▶1122版版')).toBe('▶12版');
  });
  it.each(['11', '22', '谢谢', '人人', '一一', '2024', '第2版', '2版', '1234'])('leaves %s alone', (token) => {
    expect(unDoubleGlyphs(token)).toBe(token);
  });
  it('leaves a doubled number in a sentence alone', () => {
    expect(unDoubleGlyphs('城建于1818年，人人谢谢他')).toBe('城建于1818年，人人谢谢他');
    expect(unDoubleGlyphs('共22版，见A11版')).toBe('共22版，见A11版');
  });
  it.each([
    ['渡渡口口今今起起检检修修', '渡口今起检修'],
    ['““小小船船””靠靠岸岸', '“小船”靠岸'],
    ['导导读读', '导读'],
    ['CCiittyy  HHaallll', 'City Hall'],
    ['渡渡口口  检检修修船船', '渡口 检修船'],
  ])('un-doubles a line of fake bold: %s', (line, once) => {
    expect(unDoubleGlyphs(line)).toBe(once);
  });
  it.each(['高高兴兴', '高高兴兴平平安安', '家家户户', '高高兴兴上班', 'OO', 'aabb', '渡渡口口今起检修'])(
    'leaves the reduplicated %s alone',
    (line) => {
      expect(unDoubleGlyphs(line)).toBe(line);
    },
  );
});
