import { describe, expect, it } from 'vitest';
import {
  endsAsCaption,
  goesOn,
  isByline,
  isPhotoCredit,
  isSourceLine,
  leadsIn,
  opensArticle,
  opensEditorNote,
  opensLead,
} from './openings.ts';

describe('opensArticle', () => {
  it.each([
    '本报讯（记者 周山）今年',
    '本报讯',
    '新华社北京3月20日电 中共',
    '新华社北京10月21日电',
    '本报北京3月20日电',
    '□本报记者 周山',
    '本報訊（記者 周山）',
    'RIVERTON (AP) — The',
    'LONDON, March 3 — The',
  ])('takes %s', (text) => expect(opensArticle(text)).toBe(true));
  it.each(['本报读者来信', '新华社的记者说', '据记者了解', 'The mill — an old one', 'THE RIVER'])(
    'leaves %s alone',
    (text) => expect(opensArticle(text)).toBe(false),
  );
});

describe('leadsIn', () => {
  it.each([
    '25日上午，全市春灌会议召开',
    '18日，渡口大桥合龙',
    '近日，柳河镇',
    '连日来，雨水不断',
    '记者日前从市图书馆获悉',
  ])('takes %s', (text) => expect(leadsIn(text)).toBe(true));
  it.each(['3月25日，他出生于柳河镇', '记者从市图书馆获悉', '近日来的雨', '25日起停水', '近年来，当地'])(
    'trap: %s stands inside articles too',
    (text) => expect(leadsIn(text)).toBe(false),
  );
});

describe('goesOn', () => {
  it.each(['与此同时，柳河镇', '会议强调，要', '他说，渡口', '下一步，'])('takes %s', (text) =>
    expect(goesOn(text)).toBe(true),
  );
  it.each(['他山之石', '会议室里坐满了人', '为让老人吃上热饭'])('trap: %s may begin an article', (text) =>
    expect(goesOn(text)).toBe(false),
  );
});

describe('isByline', () => {
  it.each([
    'By Ada Miller',
    'By R. K. Weaver',
    'By Ada Miller and Joan Weaver',
    'Von Anna Müller',
    '本报记者 周山',
    '本报记者 周山 通讯员 陈河',
    '□ 本报记者 周山',
    '□本报记者 周山 陈河',
    '记者 周山 文/图',
    '本报记者 周山 通讯员 青岭 文／图',
    '本报记者 周山 图文',
    '周山 文/图',
    '周山/文 青岭/图',
  ])('takes %s', (line) => expect(isByline(line)).toBe(true));
  it.each([
    'By the river the mill still stands.',
    'By yesterday, the county',
    'By Monday Ada Miller had left',
    '记者从县水利局获悉',
    '□ 本报记者 周山 近日走进水库大坝，看望守坝的人',
    '周山生态文/图展今起开放',
    '新馆开馆 图文',
  ])('leaves %s alone', (line) => expect(isByline(line)).toBe(false));
});

describe('captions and credits', () => {
  it('know the photographer at the end', () => {
    expect(endsAsCaption('在河堤上检查闸门。本报记者 周山 摄')).toBe(true);
    expect(endsAsCaption('河堤的老照片（资料图片）')).toBe(true);
    expect(endsAsCaption('他喜欢摄影，也爱画画。')).toBe(false);
    expect(endsAsCaption('这部电影由他拍摄')).toBe(false);
  });
  it('know a line that only credits', () => {
    expect(isPhotoCredit('图：周山')).toBe(true);
    expect(isPhotoCredit('本报记者 周山 摄')).toBe(true);
    expect(isPhotoCredit('Photo by Ada Miller')).toBe(true);
    expect(isPhotoCredit('Photos of the flood hang in the hall.')).toBe(false);
  });
});

it('sources, notes and leads', () => {
  expect(['来源：县水利局', '（据新华社）', 'Source: county office', '来源不明的水'].map(isSourceLine)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(['编者按：今年', "Editor's note: the", '编者按语很长'].map(opensEditorNote)).toEqual([true, true, false]);
  expect(['核心提示：今年', '提要不多'].map(opensLead)).toEqual([true, false]);
});

it('a photo credit after a sentence ends a caption, a photo in a sentence does not', () => {
  expect(endsAsCaption('The first loaves leave the oven on Monday. Photo: Lena Holt')).toBe(true);
  expect(endsAsCaption('She kept the photo of Lena Holt')).toBe(false);
});
