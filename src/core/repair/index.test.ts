import { describe, expect, it } from 'vitest';
import { REPAIRS, fullWidth, isHan, readLines, repairParagraph } from './index.ts';

describe('repairParagraph', () => {
  it('does all of it and names what it did', () => {
    expect(repairParagraph(['  本 报 讯 （记 者 周 山）今 年 前', '', '3 个月修堤 12 处'])).toEqual({
      text: '本报讯（记者周山）今年前3个月修堤12处',
      repairs: ['indents', 'letter-spacing', 'join-lines', 'latin-spacing'],
    });
  });
  it('names nothing where nothing changed', () => {
    expect(repairParagraph(['修堤的工程'])).toEqual({ text: '修堤的工程', repairs: [] });
  });
  it('reads a head line that is letter-spaced under one that is not', () => {
    expect(repairParagraph(['摸清家底 补齐短板 为修堤筑', '坝 出 力 今 日 开 工'], { head: true }).text).toBe(
      '摸清家底 补齐短板 为修堤筑坝出力今日开工',
    );
  });
  it('keeps the spacing of digits when asked', () => {
    expect(repairParagraph(['修堤 12 处'], { keepLatinSpacing: true }).text).toBe('修堤 12 处');
  });
  it('repairs English', () => {
    expect(repairParagraph(['The old monume-', 'nts  were saved.']).text).toBe('The old monuments  were saved.');
  });
});

describe('readLines', () => {
  it('joins lines and repairs nothing else', () => {
    expect(readLines(['  本 报 讯 ', '', '修堤'])).toBe('本 报 讯修堤');
    expect(readLines(['The old monume-', 'nts stood'])).toBe('The old monume-nts stood');
    expect(readLines(['a', '', 'b'], { breaks: 'keep' })).toBe('a\nb');
  });
});

it('every repair changes nothing the second time', () => {
  const text = '  本 报 讯 （记 者 周 山）今 年 前\n\n3 个月修堤 12 处 ▶22版版\nmonume-\nnts';
  for (const { apply } of REPAIRS) expect(apply(apply(text))).toBe(apply(text));
});

it('isHan and fullWidth', () => {
  expect([isHan('堤'), isHan('𠮷'), isHan('か'), isHan('a'), isHan('，')]).toEqual([true, true, true, false, false]);
  expect(fullWidth('修堤 12 处，')).toBe(6);
  expect(fullWidth('mill’s')).toBe(3);
  expect(fullWidth('é')).toBe(0.5);
});
