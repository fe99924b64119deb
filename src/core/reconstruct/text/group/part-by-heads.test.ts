import { expect, it } from 'vitest';
import { groupPage } from './group.ts';
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
