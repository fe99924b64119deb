import { describe, expect, it } from 'vitest';
import { groupPage } from './group.ts';
import { body, head, openEnd, openStart, pageOf, type Given } from './pieces.fixture.ts';

const read = (given: readonly Given[]): string[][] => {
  const { source, pieces } = pageOf(given);
  const page = groupPage(source, pieces);
  return page.parts.map((part) => part.pieces.map((i) => page.pieces[i]!.text.slice(0, 8)));
};

it('trap: a head in the middle of a sentence does not say where heads stand on the page', () => {
  const parts = read([
    body('The ferry carries passengers over the river from six in the morning.'),
    body('A crossing of the ferry costs what it cost before the war of prices.'),
    head('Ferry keeps its price'),
    openEnd('The oven of the village was lit again, and the first loaves went to'),
    head('Rain before harvest'),
    openStart('the children of the school, who had carried the wood for the oven.'),
    head('Oven lit again in the village'),
    body('Clouds will cover the valley until Sunday, and the wind turns north.'),
  ]);
  expect(parts).toContainEqual(expect.arrayContaining(['Oven lit', 'The oven']));
  expect(parts).toContainEqual(expect.arrayContaining(['Rain bef', 'Clouds w']));
});

it('a head under its article has its words from the lead, paragraphs further up', () => {
  const parts = read([
    body('老码头昨天重新通航，首班渡船载着三十名乘客过河，岸上锣鼓齐鸣。'),
    body('船工说，船票两元一张，老人孩子免费，每天清早六点开船，夜里九点收班。'),
    body('岸边的茶馆也跟着开了门，掌柜添了桌椅，又请了两个伙计。'),
    body('“往后进城不用绕路了。”住在对面的周大娘说，她的菜摊就摆在桥头。'),
    head('老码头重新通航'),
    body('全县的果农这几天忙着给梨树套袋，技术员下到果园手把手地教。'),
    body('今年雨水足，挂果多，合作社预备了纸袋十万只，分文不取。'),
    head('梨树套上袋'),
    body('小学的操场铺上了草皮，孩子们放学以后也不肯回家，追着皮球跑。'),
    head('小学操场铺草皮'),
  ]);
  expect(parts.map((part) => part[0])).toEqual(['老码头重新通航', '梨树套上袋', '小学操场铺草皮']);
});
it('trap: only paragraphs since the head before are asked', () => {
  const parts = read([
    body('老码头昨天重新通航，首班渡船载着三十名乘客过河，岸上锣鼓齐鸣。'),
    head('老码头重新通航'),
    body('全县的果农这几天忙着给梨树套袋，合作社的技术员下到梨园手把手地教果农。'),
    body('梨树套袋要赶在立夏以前，技术员说，果农给梨园套袋以后少打三次药。'),
    head('首班渡船载客过河'),
    body('今年梨树挂果多，合作社给果农预备了套袋用的纸袋十万只，梨园主人分文不取。'),
    head('梨树套上袋'),
    body('小学的操场铺上了草皮，孩子们放学以后也不肯回家，追着皮球跑。'),
    head('小学操场铺草皮'),
  ]);
  expect(parts.find((part) => part.includes('梨树套上袋'))).toHaveLength(4);
});

describe('a head between an article with heads and one with none', () => {
  const railway: readonly Given[] = [
    body('本报讯（记者 王甲）曾经运煤的铁路改成了骑行道，周末骑行道上人来人往。'),
    body('骑行道沿着铁路而建，枕木和道岔都保留了下来，铁轨嵌进路面做成中线，骑车人低头就能看见当年的路。'),
    body('信号楼里开出修车铺，打气补胎不收钱，换零件按进价。修车师傅说，开张以来修好一百多辆车，骑车人都说方便。'),
    body('骑行道限速十五公里，电动自行车不得驶入，夜间熄灯。沿线设过街信号灯，骑车人请推行通过路口，让出安全的空间。'),
    head('铁路改建骑行道'),
  ];
  const rain = body('本报讯 气象台预计，明夜小到中雨，气温下降，后天转晴，早晚温差较大，请注意添减衣物。');
  const section: Given = { role: 'section', lines: ['民生实事'] };
  const partsOf = (given: readonly Given[]): string[] => {
    const { source, pieces } = pageOf(given);
    const page = groupPage(source, pieces);
    return page.parts.map((part) => part.pieces.map((i) => page.pieces[i]!.text.slice(0, 12)).join('|'));
  };
  const page = [
    head('渡口大桥检修'),
    body('本报讯（记者 何舟）渡口大桥今起封闭检修。'),
    body('大桥检修期间渡船免费，渡口增设两班。'),
  ];
  it('goes to the one with none, where its words do not speak for the other', () => {
    const parts = partsOf([...page.slice(1), page[0]!, ...railway, section, head('周末出门带伞'), rain]);
    expect(parts.find((part) => part.includes('出门带伞'))).toContain('气象台');
  });
  it('trap: it stays where its words speak for the other', () => {
    const parts = partsOf([...page.slice(1), page[0]!, ...railway, section, head('铁轨嵌进骑行道路面'), rain]);
    expect(parts.find((part) => part.includes('铁轨嵌进骑行'))).not.toContain('气象台');
  });
});
