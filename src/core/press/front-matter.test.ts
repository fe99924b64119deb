import { describe, expect, it } from 'vitest';
import { frontMatter, maybeFrontMatter } from './front-matter.ts';

describe('frontMatter', () => {
  it.each([
    ['2031年4月', 'folio'],
    ['星期四', 'folio'],
    ['2031.4.17 星期四', 'folio'],
    ['农历辛亥年三月廿六', 'folio'],
    ['辛亥年三月廿六 谷雨', 'folio'],
    ['国内统一连续出版物号 CN 11-0000 邮发代号：1-00', 'imprint'],
    ['第 12345 期 今日 8 版', 'imprint'],
    ['总第678期', 'imprint'],
    ['零售价：1.50元', 'imprint'],
    ['责任编辑 王甲 版式 李乙 校对 张丙', 'imprint'],
    ['责编：王甲  美编：李乙', 'imprint'],
    ['编辑/王甲 校对/李乙', 'imprint'],
    ['中共柳河市委机关报', 'masthead'],
    ['中共柳河市委主办 柳河日报社出版', 'masthead'],
    ['新闻热线：0000-1234567', 'masthead'],
    ['柳河新闻网 www.example.com', 'masthead'],
    ['今日天气：晴转多云 偏南风3~4级 最高气温22℃ 最低气温9℃', 'masthead'],
    ['柳河今日 多云 7℃~17℃', 'masthead'],
    ['Thursday, April 17, 2031', 'folio'],
    ['VOL. 12, NO. 34', 'imprint'],
    ['Vol. CXII No. 5,678', 'imprint'],
    ['$1.50', 'imprint'],
    ['75 cents', 'imprint'],
    ['ESTABLISHED 1888', 'masthead'],
    ['Serving Port Ashby since 1888', 'masthead'],
    ['Today: Partly sunny. High 61. Low 44.', 'masthead'],
    ['LATE CITY EDITION', 'masthead'],
  ])('%s is of the %s', (line, role) => {
    expect(frontMatter(line)).toBe(role);
  });
  it.each([
    '2031年4月毕业。',
    '由2031年1月至2032年8月',
    '周一开学',
    '下周一起下雨',
    '第12期培训班开班',
    '今日开通12条线路',
    '最高气温突破35℃，市民避暑',
    // a forecast in an article, item by item or broken off in mid-sentence
    '3日：多云转阴，6～15℃；',
    '4日：晴到多云，0～9℃，有霜。',
    '今晚偏北风5～6级、阵风7～8级、',
    '编辑部主任王甲说',
    '记者 王甲',
    '中共柳河市委书记李乙到乡村调研',
    'The price rose to $1.50 a gallon',
    'Founded 1888, the mill closed',
    'High winds closed the bridge',
    'a volume of 12 tons',
    'The council met on Thursday, April 17, 2031, to vote',
  ])('%s is a text’s own', (line) => {
    expect(frontMatter(line)).toBeNull();
  });
});

describe('maybeFrontMatter', () => {
  it.each(['柳河日报', '柳 河 晚 报', 'LIUHE RIBAO', '扫码关注柳河发布', 'Port Ashby Courier', 'THE ASHBY RECORD'])(
    '%s may be',
    (line) => {
      expect(maybeFrontMatter(line)).toBe(true);
    },
  );
  it.each(['市民读报', '河堤加固', 'The Associated Press', 'LOCAL NEWS', 'a morning in the record'])(
    '%s is not',
    (line) => {
      expect(maybeFrontMatter(line)).toBe(false);
    },
  );
});
