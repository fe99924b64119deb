import { describe, expect, it } from 'vitest';
import { joinLines } from './join-lines.ts';
import { joinCouplet } from './head-lines.ts';

describe('joinLines', () => {
  it('joins Han to Han without a space, over blank lines', () => {
    expect(joinLines('修堤的工程\n\n已经开始')).toBe('修堤的工程已经开始');
    expect(joinLines('他说：“先修堤，\n“再清淤。”')).toBe('他说：“先修堤，“再清淤。”');
  });
  it('joins Latin with a space', () => {
    expect(joinLines('The pump station\nopened in May.')).toBe('The pump station opened in May.');
    expect(joinLines('a natural wetland —\nor a lake')).toBe('a natural wetland — or a lake');
  });
  it('joins a number that was wrapped in Han text', () => {
    expect(joinLines('堤长一千米，建于20\n24年')).toBe('堤长一千米，建于2024年');
  });
  it('keeps the words of a Latin name in Han text apart', () => {
    expect(joinLines('他在书里读到 New\nWorld 的名字')).toBe('他在书里读到 New World 的名字');
  });
  it('keeps a name apart from 记者 where the paragraph does so', () => {
    expect(joinLines('本报讯（记者 周山 通讯员\n陈河）修堤')).toBe('本报讯（记者 周山 通讯员 陈河）修堤');
    expect(joinLines('本报讯（记者周山通讯员\n陈河）修堤')).toBe('本报讯（记者周山通讯员陈河）修堤');
  });
});

describe('joinCouplet', () => {
  it('parts two lines built alike', () => {
    expect(joinCouplet('收集“天上水”\n打造“游乐场”▶2版')).toBe('收集“天上水” 打造“游乐场”▶2版');
  });
  it('joins a head that merely wraps, even where its lines are as long as each other', () => {
    expect(joinCouplet('全市水利工程\n今年提前完工')).toBe('全市水利工程今年提前完工');
    expect(joinCouplet('摸清家底 补齐短板\n为修堤筑坝出力')).toBe('摸清家底 补齐短板为修堤筑坝出力');
  });
});
