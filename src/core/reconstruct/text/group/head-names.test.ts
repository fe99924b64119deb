/** The person whom a head names leads it to the article that names him. */
import { expect, it } from 'vitest';
import { personsIn } from './head-names.ts';
import { groupPage } from './group.ts';
import { body, head, pageOf, type Given } from './pieces.fixture.ts';

it.each([
  ['周山青在调研河堤工作时强调\n守住防汛底线', ['周山青']],
  ['河堤修好了 何舟出席并讲话', ['何舟']],
  ['林晓主持召开专题会议', ['林晓']],
])('%s', (text, persons) => expect(personsIn(text)).toEqual(persons));
it('trap: a city, a meeting or an office is no person', () => {
  expect(personsIn('我市在春耕工作会议时强调')).toEqual([]);
  expect(personsIn('水利局检查河堤')).toEqual([]);
  expect(personsIn('本报主持读者座谈')).toEqual([]);
});

const canal: readonly Given[] = [
  body('本报讯（记者 王甲）昨日，周山青来到青石镇，实地了解渠道情况。'),
  body('渠道清淤之后，水流通畅，沿线农户用水不再发愁。'),
];
const school: readonly Given[] = [
  body('本报讯（记者 李乙）昨日，林晓来到三河小学，实地了解食堂情况。'),
  body('食堂改造之后，学生吃上了热乎饭，家长也放了心。'),
];
/** The first words of the article that a head goes to. */
function homeOf(given: readonly Given[], start: string): string {
  const { source, pieces } = pageOf(given);
  const page = groupPage(source, pieces);
  const at = page.pieces.findIndex((piece) => piece.text.startsWith(start));
  const part = page.parts.find((one) => one.pieces.includes(at));
  return (part?.pieces ?? []).map((i) => page.pieces[i]!.text).join(' ');
}
it('two heads behind two articles change places where their persons say so', () => {
  const page = [...canal, head('林晓在调研时强调 守好民生底线'), ...school, head('周山青在调研时强调 学生放了心')];
  expect(homeOf(page, '林晓在')).toContain('食堂');
  expect(homeOf(page, '周山青在')).toContain('渠道');
});
it('trap: a person whom every article names moves no head', () => {
  const both = [
    ...canal,
    body('周山青和林晓一同参加。'),
    head('林晓在调研时强调 沿线水流通畅'),
    ...school,
    head('食堂改造'),
  ];
  expect(homeOf(both, '林晓在')).toContain('渠道');
});
