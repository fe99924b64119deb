import { describe, expect, it } from 'vitest';
import { namesWriter, opensByOutlet } from './writers.ts';

describe('namesWriter', () => {
  it.each([
    '河视记者 周山 陈小河',
    '河网记者周山',
    '□融媒记者 周山',
    '本报首席评论员 周山',
    '本报评论员',
    '記者周山／青嶺報導',
    '周山／青嶺報導',
    '【記者周山、陳小河／青嶺報導】',
    '記者周山 青嶺報導',
    '实习记者周山',
    'By Ada Miller, Reuters',
    'By ADA MILLER, AP Mill Writer',
    'Ada Miller, Staff Writer',
    'Ada Miller | Staff Reporter',
    'By Ada Miller and Joan Weaver, RIVERTON TODAY',
    'By Our Mill Correspondent',
    'By Valley Courier Staff',
  ])('takes %s', (line) => expect(namesWriter(line)).toBe(true));
  it.each([
    '记者获悉',
    '记者了解到',
    '电视台记者采访',
    '水利记者站',
    '记者从县水利局获悉',
    '河堤加固工程全面开工',
    '河堤/水坝建设报告',
    'The Miller, a Staff of Oak',
    'Ada Miller, who mends pumps',
    'By the river, AP Mill stands',
    'Riverton Mill Editor',
    // photographers
    'ADA MILLER / STAFF',
    'ADA MILLER | STAFF',
    'Ada Miller / Staff',
  ])('leaves %s alone', (line) => expect(namesWriter(line)).toBe(false));
});

describe('opensByOutlet', () => {
  it.each([
    '（中央社記者周山、陳小河青嶺1日電）縣府今天',
    '（中央社青嶺3日綜合外電報導）河堤',
    '【本報訊】水壩',
    '河网5月3日讯 县里',
    '青岭新闻客户端1月5日消息，水坝',
  ])('takes %s', (text) => expect(opensByOutlet(text)).toBe(true));
  it.each(['他在5月3日电话中说', '县里5月3日消息灵通', '（青岭社区3日活动）', '河堤5月3日合龙', '（本报记者周山）'])(
    'leaves %s alone',
    (text) => expect(opensByOutlet(text)).toBe(false),
  );
});
