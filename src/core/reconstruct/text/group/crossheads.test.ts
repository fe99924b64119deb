import { expect, it } from 'vitest';
import { groupPage } from './group.ts';
import { body, head, pageOf, type Given } from './pieces.fixture.ts';

const read = (given: readonly Given[]): string[][] => {
  const { source, pieces } = pageOf(given);
  const page = groupPage(source, pieces);
  return page.parts.map((part) =>
    part.pieces.map((i) => `${page.pieces[i]!.role} ${page.pieces[i]!.text.slice(0, 8)}`),
  );
};
const by = (name: string): Given => ({ role: 'byline', lines: [name] });
const BRIDGE = [
  head('Footbridge over the brook opens again'),
  by('By Ann Marlow'),
  body('The footbridge over the brook opened again on Thursday.'),
  body('Engineers kept the arches of the footbridge and its timber deck.'),
];

it('a head that nobody claims, between two paragraphs of an article that has its head, is a crosshead', () => {
  expect(
    read([...BRIDGE, head('A shorter way'), body('For children beyond the brook the footbridge saves a walk.')]),
  ).toEqual([
    ['headline Footbrid', 'byline By Ann M', 'body The foot', 'body Engineer', 'crosshead A shorte', 'body For chil'],
  ]);
});

it('trap: another article without a head takes it first', () => {
  const parts = read([
    ...BRIDGE,
    head('Bakery sold'),
    body('For children beyond the brook the footbridge saves a walk.'),
    by('By Tom Ashby'),
    body('The bakery was sold to its customers, who run the bakery now.'),
  ]);
  expect(parts).toContainEqual(['headline Bakery s', 'byline By Tom A', 'body The bake']);
});

it("a crosshead that speaks another article's words goes there", () => {
  const parts = read([
    body('本报讯（记者 林晓）渡口大桥今起封闭检修，过江车辆绕行。'),
    { role: 'crosshead', lines: ['社区羽毛球赛开打'] },
    body('大桥检修期间渡船免费，渡口增设两班。'),
    head('渡口大桥检修'),
    body('本报讯（记者 何舟）社区羽毛球赛将于周末开打，羽毛球赛分四组。'),
    body('社区羽毛球赛免费向市民开放。'),
    body('本报讯（记者 周山）图书馆新馆昨日开馆，读者排队办理借书证。'),
    head('图书馆新馆开馆'),
    body('本报讯（记者 陈河）早稻插秧过半，农户合买插秧机。'),
    head('农户合买插秧机'),
  ]);
  expect(parts.map((part) => part[0]).slice(0, 2)).toEqual(['headline 渡口大桥检修', 'headline 社区羽毛球赛开打']);
});

it('a head inside the article whose words it speaks, which has another, is a crosshead', () => {
  const parts = read([
    body('The footbridge over the brook opened again on Thursday.'),
    body('Engineers kept the arches of the footbridge over the brook.'),
    head('A shorter way to school'),
    body('For children beyond the brook the footbridge is a way to school.'),
    head('Footbridge over the brook opens again'),
    by('By Tom Ashby'),
    body('The bakery was sold to its customers, who run the bakery now.'),
    head('Customers buy a bakery'),
  ]);
  expect(parts[0]).toContain('crosshead A shorte');
});
it('trap: the only head of an article is its headline, wherever it stands', () => {
  const parts = read([
    ...BRIDGE.slice(1),
    head('The footbridge reopens'),
    body('Children beyond the brook walk over the footbridge.'),
  ]);
  expect(parts.flat()).toContain('headline The foot');
});
