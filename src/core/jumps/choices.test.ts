import { expect, test } from 'vitest';
import { articleTitle } from '../model/selectors.ts';
import { linkChoices } from './choices.ts';
import { idOf, paperOf } from './paper.test-support.ts';

const edition = paperOf(
  [['# 渡口重开', '渡船修好以后，渡口的木桩也换了新的，摆渡人说', '（下转第二版）']],
  [
    ['# 集市开张', '集市上有竹器、鸡蛋和新茶。'],
    ['（上接第一版）', '渡口以后每天开六班，摆渡人会等最后一个乘客。'],
  ],
  [['# 渡口票价', '渡口摆渡人说，票价不变。']],
);
const titles = (line: string): string[] =>
  linkChoices(edition, idOf(edition, line)).map(({ article }) => articleTitle(edition, article));

test('the part that answers comes first, then the page that is named, then the rest, with reasons', () => {
  expect(titles('（下转')).toEqual(['', '集市开张', '渡口票价']);
  const [first] = linkChoices(edition, idOf(edition, '（下转'));
  expect(first?.reasons[0]).toMatchObject({ code: 'jump.both-ways' });
});

test('neither its own article nor what stands on the same page is a choice', () => {
  expect(titles('（上接')).toEqual(['渡口重开', '渡口票价']);
});

test('what is no jump line has no choices', () => {
  expect(linkChoices(edition, idOf(edition, '集市上'))).toEqual([]);
});
