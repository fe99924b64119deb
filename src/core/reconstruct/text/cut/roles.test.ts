/** Every role of the contract that the text alone can show, on invented local news, with the trap that looks like it. */
import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { hanSentence, setHan, setLatin, sourceOf } from './testing.ts';

const cut = (...blocks: readonly string[]): (readonly [string, string])[] =>
  cutText(sourceOf(blocks.join('\n\n'))).map(({ role, text }) => [role, text] as const);
const rolesOf = (...blocks: readonly string[]): string[] => cut(...blocks).map(([role]) => role);

const HAN = [1, 2, 3].map((seed) =>
  setHan(
    `${seed === 1 ? '本报讯（记者 王甲）' : ''}${hanSentence(40, seed).replace('。', '，')}${hanSentence(30, seed + 4)}`,
    18,
  ).join('\n'),
);
const LATIN = setLatin(
  'The council voted on Tuesday to rebuild the old ferry landing, and the first pilings will be driven before the autumn storms arrive. Residents asked for benches and lamps along the walk, which the harbor office promised to find money for by the end of the year.',
  40,
).join('\n');

describe('roles that a line says itself', () => {
  it.each([
    ['byline', '本报记者 王甲'],
    ['photo-credit', '漫画：王甲'],
    ['source', '（据柳河晚报）'],
    ['jump-to', '（下转第二版）'],
    ['teaser', '老码头今起试航详见3版'],
    ['section', '今日关注'],
    ['ad', '广 告'],
    ['notice', '更正'],
    ['notice', '遗失声明'],
    ['imprint', '责任编辑 王甲 校对 李乙'],
    ['folio', '2031年4月17日 星期四 第2版'],
    ['caption', '图为修好的老码头。'],
  ])('%s: %s', (role, line) => {
    expect(
      cut(HAN[0]!, line, HAN[1]!, HAN[2]!).find(
        ([, text]) => text.replace(/\s/gu, '') === line.replace(/\s/gu, ''),
      )?.[0],
    ).toBe(role);
  });
  it('jump-from, lead and editor’s note begin what follows', () => {
    expect(rolesOf('（上接第一版）', HAN[1]!, HAN[2]!)[0]).toBe('jump-from');
    expect(rolesOf(`核心提示：${hanSentence(30, 6)}`, HAN[0]!, HAN[1]!)[0]).toBe('lead');
    expect(rolesOf(`编者按：${hanSentence(30, 6)}`, HAN[0]!, HAN[1]!)[0]).toBe('editor-note');
  });
  it('dateline: place and date alone, but not before the text on its line', () => {
    expect(rolesOf('Ferry landing to be rebuilt', 'CEDAR BEND, March 3', LATIN)).toContain('dateline');
    expect(rolesOf('Ferry landing to be rebuilt', `CEDAR BEND, March 3 — ${LATIN}`)).not.toContain('dateline');
  });
});

describe('tables', () => {
  const rows = ['Rovers 12 8 3 1 27', 'Harbor Town 12 7 2 3 23', 'Millbrook 12 5 5 2 20', 'Cedar Bend 12 4 1 7 13'];
  it('are rows of numbers with the names of their columns', () => {
    const pieces = cut(LATIN, ['Team P W D L Pts', ...rows].join('\n'), LATIN);
    expect(pieces.filter(([role]) => role === 'table')).toHaveLength(1);
    expect(pieces.find(([role]) => role === 'table')?.[1]).toBe(['Team P W D L Pts', ...rows].join('\n'));
  });
  it('may be Han', () => {
    expect(rolesOf(HAN[0]!, '品名 昨日价 今日价\n白菜 2.10 2.30\n萝卜 1.80 1.75\n土豆 3.20 3.10', HAN[1]!)).toContain(
      'table',
    );
  });
  it('trap: two rows are none, nor letter-spaced text with numbers', () => {
    expect(rolesOf(LATIN, rows.slice(0, 2).join('\n'), LATIN)).not.toContain('table');
    expect(
      rolesOf('今 年 3 月 ， 全 县 修 了 12 条 水 渠 。', '4 月 又 修 了 8 条 ， 共 20 条 。', HAN[1]!),
    ).not.toContain('table');
  });
});

describe('pull quotes', () => {
  const said = '码头修好以后我们的船再也不用绕路了';
  it('stand in quotes by themselves and once more in the text', () => {
    const text = setHan(`本报讯（记者 王甲）柳河老码头昨日试航。“${said}，”船工说，${hanSentence(40, 3)}`, 18).join(
      '\n',
    );
    expect(cut(text, `“${said}”`, HAN[1]!).find(([role]) => role === 'quote')?.[1]).toBe(`“${said}”`);
  });
  it('trap: a head in quotes that the text does not repeat is a head', () => {
    expect(rolesOf(HAN[0]!, `“${said}”`, HAN[1]!)).not.toContain('quote');
  });
});

it('notices: a correction is one, a sentence with the word is none', () => {
  expect(rolesOf(HAN[0]!, '更正了三处水位的县水利局', HAN[1]!)).not.toContain('notice');
});
