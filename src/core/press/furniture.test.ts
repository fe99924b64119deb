import { describe, expect, it } from 'vitest';
import { folioLabel, isAdLabel, isFolio, isImprint, isMasthead, isNoticeHead, sectionLikeness } from './furniture.ts';

describe('isFolio', () => {
  it.each([
    '2',
    'A4',
    '- 12 -',
    '33版版',
    '要闻 02',
    'B2 城事',
    '2121',
    '第二版',
    '3版',
    'Page 4',
    '2024年3月21日 星期四 第2版',
    'Seite 7',
    '12 March 1931',
    'Montag, 3. März 1930 · Seite 3',
  ])('takes %s', (line) => expect(isFolio(line)).toBe(true));
  it.each(['1818', '2424'])('takes %s for a number printed twice', (line) => expect(isFolio(line)).toBe(true));
  it.each([
    '1931',
    '河堤 12',
    '河队 3',
    '第33版版式',
    '它在2007年成立，并在2009年7月29日',
    '于1809年1月5日和当时正与法',
    'from 1977 to 1995.',
    'was in 2015 and 2016',
    'The mill burnt on March 3, 1911',
    '',
  ])('leaves %s alone', (line) => expect(isFolio(line)).toBe(false));
});

it('folioLabel gives the page', () => {
  expect(['33版版', '要闻 02', 'B2 城事'].map(folioLabel)).toEqual(['3', '02', 'B2']);
  expect(['2121', 'A4', '第二版', '2024年3月21日 星期四 第2版', 'Page 4', '某某日报'].map(folioLabel)).toEqual([
    '21',
    'A4',
    '二',
    '2',
    '4',
    null,
  ]);
});

describe('isImprint', () => {
  it.each(['责编：周山 版式：陈河 校对：李水', '国内统一刊号 CN41-0000', '本版编辑：周山'])('takes %s', (line) =>
    expect(isImprint(line)).toBe(true),
  );
  it.each(['同时在河边开设编辑部门，编辑以会', '編輯：周山）1130701', 'a report published by the county'])(
    'leaves %s alone',
    (line) => expect(isImprint(line)).toBe(false),
  );
});

describe('sectionLikeness', () => {
  it.each(['今日关注', '经济观察', '国际新闻', 'BUSINESS', 'CITY & COUNTY'])('knows %s by its words', (line) =>
    expect(sectionLikeness(line)).toBe(2),
  );
  it.each(['河堤加固', 'PUMP'])('finds %s of the form only', (line) => expect(sectionLikeness(line)).toBe(1));
  it.each(['河堤加固 提前开工', '河堤加固，提前开工', 'Pump station opens', '水利文化遗产保护工作会议'])(
    'leaves %s alone',
    (line) => expect(sectionLikeness(line)).toBe(0),
  );
});

it('mastheads, advertisements and notices', () => {
  expect(['河堤日报', 'THE RIVER COURIER', 'Ufer-Zeitung'].map(isMasthead)).toEqual([true, true, true]);
  expect(['河堤日报社记者在村里采访', 'The courier came late'].map(isMasthead)).toEqual([false, false]);
  expect(['广告', '· 广 告 ·', '广告法修订'].map(isAdLabel)).toEqual([true, true, false]);
  expect(['公 告', '遗失声明', '公告栏前站满了人'].map(isNoticeHead)).toEqual([true, true, false]);
});

it.each(['The Millbrook Courier', 'The Valley Post', 'The New Harbour Record'])('%s is a masthead', (line) =>
  expect(isMasthead(line)).toBe(true),
);
it.each(['The mayor reads the Courier', 'The Courier opens', 'Valley Post'])('%s is none', (line) =>
  expect(isMasthead(line)).toBe(false),
);

it('isImprint knows who edited and printed, not a sentence about it', () => {
  expect(isImprint('Edited by Clara Denby. Printed in Millbrook.')).toBe(true);
  expect(isImprint('The book was printed in 1832 and sold well')).toBe(false);
});

it.each(['停水通知', '招聘启事'])('%s heads a notice', (line) => expect(isNoticeHead(line)).toBe(true));
it('a sentence about a notice does not', () => expect(isNoticeHead('水厂发出停水通知')).toBe(false));
it('聚焦 and a subject is a label; with a clause it is a head', () => {
  expect(sectionLikeness('聚焦民生实事')).toBe(2);
  expect(sectionLikeness('聚焦，再聚焦')).toBe(0);
});

it('a series has a title that stands over its articles', () => {
  for (const line of ['新春走基层', '“三个一批”看进展', '文明城市 你我共建', '创建全国文明城市进行时'])
    expect(sectionLikeness(line)).toBe(2);
  // trap: a head says more
  for (const line of ['记者走基层，看见河堤加固', '河堤加固进行时间表公布', '专家与村民面对面谈河堤'])
    expect(sectionLikeness(line)).toBeLessThan(2);
});

it('a folio may name the paper between page and date', () => {
  expect(isFolio('A2 The Cedar Bend Times Tuesday, June 4, 2019')).toBe(true);
  expect(isFolio('Voters in six counties went to the polls Tuesday, June 4, 2019')).toBe(false);
});
