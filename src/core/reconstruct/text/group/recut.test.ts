import { expect, it } from 'vitest';
import { groupPage } from './group.ts';
import { body, head, openEnd, pageOf, type Given } from './pieces.fixture.ts';

/** Two articles in one measure, each over two columns; the cutter saw no end of the first column's second leg. */
const hidden: Given[] = [
  openEnd(
    '本报讯（记者 林晓）市图书馆新馆昨日开馆，读者',
    '在图书馆排队办理借书证，图书馆',
    '新馆藏书十万册，图书馆员',
  ),
  body(
    '本报讯（记者 何舟）渡口大桥今起封闭检修，渡口',
    '两岸增设渡船，大桥桥面',
    '检修期间渡船免费，渡口大桥',
    '介绍图书馆借书证的用法，读者',
    '可在图书馆新馆借阅藏书，新馆',
    '借书期限为图书馆规定的三十天。',
  ),
  body('桥面检修由渡口大桥管理处负责，', '大桥两岸渡船加开，', '渡口昼夜通航。'),
  head('图书馆新馆开馆'),
  head('渡口大桥检修'),
];

it('parts a piece that runs over a column’s end into another article', () => {
  const { source, pieces } = pageOf(hidden);
  const page = groupPage(source, pieces);
  const library = page.parts.find((part) => page.pieces[part.pieces[0]!]!.text.startsWith('图书馆'))!;
  const text = library.pieces.map((i) => page.pieces[i]!.text).join('');
  expect(text).toContain('图书馆员介绍图书馆借书证');
  expect(text).not.toContain('渡船');
});

it('leaves a paragraph whole that speaks of one thing', () => {
  const { source, pieces } = pageOf([
    head('图书馆新馆开馆'),
    body('本报讯（记者 林晓）市图书馆新馆昨日开馆，读者', '在图书馆排队办理借书证，图书馆', '新馆藏书十万册。'),
    head('渡口大桥检修'),
    body('本报讯（记者 何舟）渡口大桥今起封闭', '检修，渡船免费。'),
  ]);
  expect(groupPage(source, pieces).pieces).toHaveLength(4);
});
