import { expect, it } from 'vitest';
import { groupPage } from './group.ts';
import { partByHeads } from './part-by-heads.ts';
import { layUnits } from './units.ts';
import { body, head, pageOf, type Given } from './pieces.fixture.ts';

const read = (given: readonly Given[]): string[][] => {
  const { source, pieces } = pageOf(given);
  const page = groupPage(source, pieces);
  return page.parts.map((part) => part.pieces.map((i) => page.pieces[i]!.text.slice(0, 6)));
};
const MATCH = [
  body('本报讯（记者 何舟）社区羽毛球赛将于周末开打，羽毛球赛分四组。'),
  body('社区羽毛球赛设双打，羽毛球由体育馆提供。'),
];
const CRAFT = [
  body('竹编匠人老屠坐在门槛上，篾刀一送，竹子裂成八片。'),
  body('竹编铺子里挂着竹篮，老屠的篾刀用了三十年。'),
];

it('an article whose head speaks of its second half only is two', () => {
  expect(read([...MATCH, ...CRAFT, head('竹编匠人和他的篾刀')])).toEqual([
    ['本报讯（记者', '社区羽毛球赛'],
    ['竹编匠人和他', '竹编匠人老屠', '竹编铺子里挂'],
  ]);
});

it('trap: a head that speaks of both halves heads one article', () => {
  expect(read([...MATCH, ...CRAFT, head('羽毛球赛请来竹编匠人')])).toHaveLength(1);
});

const FROM: Given = {
  role: 'jump-from',
  lines: ['（上接第1版）'],
  jump: { direction: 'from', page: '1' },
};
const TIDE = [
  body('潮汐观测站的老郭说，潮位仪换过三代，验潮井一直是那口验潮井。'),
  body('潮位仪的数据每六分钟传一次，验潮井的浮子由老郭擦洗。'),
];

it('what follows the part of a continued article is parted from it by a head of several lines', () => {
  const own: Given[] = [{ role: 'kicker', lines: ['老屠的竹编铺子开了三十年'] }, head('竹编匠人和他的篾刀')];
  expect(read([FROM, ...TIDE, ...CRAFT, ...own])).toEqual([
    ['（上接第1版', '潮汐观测站的', '潮位仪的数据'],
    ['老屠的竹编铺', '竹编匠人和他', '竹编匠人老屠', '竹编铺子里挂'],
  ]);
});

it('trap: one line over a continued part may be its head, though the words come back late', () => {
  expect(read([FROM, ...TIDE, ...CRAFT, head('竹编匠人和他的篾刀')])).toHaveLength(1);
});

/** Two paragraphs of one chain, a head behind each; `told`: how far the heads speak of the paragraphs, first head first. */
function parts(told: readonly [readonly [number, number], readonly [number, number]]): number {
  const { pieces } = pageOf([
    ...MATCH.slice(0, 1),
    head('羽毛球双打分四组'),
    ...MATCH.slice(1),
    head('体育馆加开夜场'),
  ]);
  const laid = layUnits(pieces);
  const pairs = {
    dot: (a: number, b: number) => (a < 2 && b < 2 ? 0.03 : a < 2 ? told[b - 2]![a]! : b < 2 ? told[a - 2]![b]! : 0),
    square: () => 1,
  };
  const ties = laid.heads.map(() => ({ chain: 0, odds: 1, near: false }));
  return partByHeads(laid, pieces, [{ units: [0, 1], from: false }], ties, pairs, 'han', 'after')?.length ?? 1;
}

it('two articles on one theme are two where each has a head that speaks of it alone', () => {
  expect(
    parts([
      [0.2, 0],
      [0, 0.2],
    ]),
  ).toBe(2);
});

it('trap: a head that speaks of the whole heads one article, whatever a line inside speaks of', () => {
  expect(
    parts([
      [0.2, 0.1],
      [0, 0.2],
    ]),
  ).toBe(1);
  expect(
    parts([
      [0.2, 0],
      [0.1, 0.2],
    ]),
  ).toBe(1);
});
