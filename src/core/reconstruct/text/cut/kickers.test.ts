import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { setHan, sourceOf } from './testing.ts';

const MILL =
  '老磨坊建在两条溪水汇合的地方，木轮转了近百年，村里的老人都记得磨面时整座房子会跟着轻轻颤动，孩子们喜欢趴在窗台上看水花，冬天结冰以后轮子停下来，磨坊主就修补筛子和麻袋，等到开春再把闸门提起。';
const DAM =
  '本报讯（记者 周山）县水利局昨日宣布，东岸河堤加固工程比原计划提前两个月完工，一千二百名村民参加了施工，工程队在汛期到来之前撤出工地。';

const cut = (last: string) =>
  cutText(sourceOf([...setHan(MILL, 16).slice(0, 5), last, '河堤加固 提前两月', ...setHan(DAM, 16)].join('\n'))).map(
    (piece) => [piece.role, piece.text.slice(0, 16)],
  );

describe('liftKickers', () => {
  it('takes a line for a kicker that speaks of the article below', () => {
    const [, kicker] = cut('一千二百名村民参加河堤加固工程队');
    expect(kicker).toEqual(['kicker', '一千二百名村民参加河堤加固工程队']);
  });
  it('leaves the last line of a cut paragraph where it is', () => {
    expect(cut('两条溪水汇合的地方木轮转了近百年').map(([role]) => role)).toEqual(['body', 'headline', 'body']);
  });
  it('trap: what stands at the page’s end says nothing of the lines near its top', () => {
    const lines = [
      ...setHan(MILL, 16).slice(0, 5),
      '一千二百名村民参加河堤加固工程队',
      '河堤加固 提前两月',
      ...setHan(DAM, 16),
    ];
    // the words once more, far below, and a text that goes on behind the heads
    const far = Array.from({ length: 60 }, () => setHan(MILL.slice(20), 16)).flat();
    const pieces = cutText(
      sourceOf([...lines, ...far, '一千二百名村民参加河堤加固工程队', ...setHan(DAM, 16)].join('\n')),
    );
    expect(pieces[1]?.role).toBe('kicker');
  });
});
