import { describe, expect, it } from 'vitest';
import { closeFieldSpacing, closeLatinSpacing } from './latin-spacing.ts';

describe('closeLatinSpacing', () => {
  it('takes spaces round digits and Latin out of Han text', () => {
    expect(closeLatinSpacing('明确 12 个项目，3 月 20 日完成 40%')).toBe('明确12个项目，3月20日完成40%');
    expect(closeLatinSpacing('采取 PPT 或视频展示')).toBe('采取PPT或视频展示');
  });
  it('takes spaces beside full-width punctuation out', () => {
    expect(closeLatinSpacing('欠发达县 （市、区）')).toBe('欠发达县（市、区）');
  });
  it('keeps a space between Han characters and behind a closing quote', () => {
    expect(closeLatinSpacing('奋力夺取“开门红” 实现“全年红”')).toBe('奋力夺取“开门红” 实现“全年红”');
    expect(closeLatinSpacing('记者 周山')).toBe('记者 周山');
  });
  it('keeps spaces between Latin words, in Han text too', () => {
    expect(closeLatinSpacing('他在大学读了 New World 一书')).toBe('他在大学读了New World一书');
    expect(closeLatinSpacing('Page 12 of the paper')).toBe('Page 12 of the paper');
  });
});

describe('closeFieldSpacing', () => {
  it('keeps the gap before the number that ends a line of fields', () => {
    expect(closeFieldSpacing('青石今日 多云 2℃~20℃')).toBe('青石今日 多云 2℃~20℃');
    expect(closeFieldSpacing('国内统一连续出版物号 CN 46－0098')).toBe('国内统一连续出版物号 CN 46－0098');
  });
  it('trap: spaces on both sides of a number are layout there too', () => {
    expect(closeFieldSpacing('2024 年 9 月 12 日　星期日')).toBe('2024年9月12日　星期日');
    expect(closeFieldSpacing('第 21667 期 今日 16 版')).toBe('第21667期 今日16版');
  });
});
