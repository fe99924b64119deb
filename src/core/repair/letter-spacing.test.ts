import { describe, expect, it } from 'vitest';
import { closeLetterSpacing, spacedShare } from './letter-spacing.ts';

describe('closeLetterSpacing', () => {
  it('closes a justified line', () => {
    expect(closeLetterSpacing('本 报 讯 （记 者 周 小 山 通 讯 员')).toBe('本报讯（记者周小山通讯员');
    expect(closeLetterSpacing('议 ，听 取 泵 站 改 造 情 况 汇 报 ，研')).toBe('议，听取泵站改造情况汇报，研');
    expect(closeLetterSpacing('护 堤 、 清 淤“ 第 一 步 ”的 安 排')).toBe('护堤、清淤“第一步”的安排');
  });
  it('decides by line: a spaced line goes on in an unspaced one', () => {
    expect(closeLetterSpacing('新 建 的 河 堤 今 天 合 龙\n施工队明日 撤场')).toBe(
      '新建的河堤今天合龙\n施工队明日 撤场',
    );
  });
  it('closes a run inside an unspaced line', () => {
    expect(closeLetterSpacing('规》的 施 工 要 求 ，以 学 促 用')).toBe('规》的施工要求，以学促用');
  });
  it('keeps the spaces that part the clauses of a head', () => {
    expect(closeLetterSpacing('摸清家底 补齐短板 为修堤筑坝')).toBe('摸清家底 补齐短板 为修堤筑坝');
  });
  it('keeps a wider gap between two runs that are each spaced inside', () => {
    expect(closeLetterSpacing('摸 清 家 底  补 齐 短 板')).toBe('摸清家底  补齐短板');
    expect(closeLetterSpacing('摸 清 家 底\u3000补 齐 短 板')).toBe('摸清家底\u3000补齐短板');
  });
  it('keeps the gap behind 记者 and 通讯员 where it is wider than the line has them', () => {
    expect(closeLetterSpacing('本 报 讯 （ 记 者  周 山  通 讯 员')).toBe('本报讯（记者  周山  通讯员');
    expect(closeLetterSpacing('员 周山）今年前两个月，我市水利')).toBe('员 周山）今年前两个月，我市水利');
  });
  it('drops a wide gap at punctuation', () => {
    expect(closeLetterSpacing('他 说 ，  今 年 能 通 车')).toBe('他说，今年能通车');
  });
  it('keeps numbers and words of a spaced line whole', () => {
    expect(closeLetterSpacing('内 河 运 量 同 比 增 长 149.51%，煤')).toBe(
      '内河运量同比增长 149.51%，煤'.replace('长 1', '长1'),
    );
  });
  it('closes a short label, but not a name beside a word', () => {
    expect(closeLetterSpacing('要 闻')).toBe('要闻');
    expect(closeLetterSpacing('记者 周山')).toBe('记者 周山');
  });
  it('closes wide capitals and leaves Latin sentences alone', () => {
    expect(closeLetterSpacing('C I T Y')).toBe('CITY');
    expect(closeLetterSpacing('I saw a boat')).toBe('I saw a boat');
    expect(closeLetterSpacing('plan A or B')).toBe('plan A or B');
  });
  it('keeps indents and trailing space: they are another repair', () => {
    expect(closeLetterSpacing('  本 报 讯 ')).toBe('  本报讯 ');
  });
});

describe('spacedShare', () => {
  it('is near 1 for a spaced line and 0 for others', () => {
    expect(spacedShare('新 建 的 河 堤')).toBe(1);
    expect(spacedShare('新建的河堤')).toBe(0);
    expect(spacedShare('a b c d')).toBe(0);
  });
});

it('parts the words of a label in wide capitals by its wider gaps', () => {
  expect(closeLetterSpacing('L O C A L  N E W S')).toBe('LOCAL NEWS');
  expect(closeLetterSpacing('C I T Y  &  R E G I O N')).toBe('CITY & REGION');
  expect(closeLetterSpacing('plan A or B')).toBe('plan A or B');
});
