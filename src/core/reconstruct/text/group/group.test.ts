/** The grouping of a whole page, on invented local news. */
import { describe, expect, it } from 'vitest';
import { groupPage } from './group.ts';
import { body, head, openEnd, openStart, pageOf, type Given } from './pieces.fixture.ts';

/** Articles as texts, first characters only, in reading order. */
function read(given: readonly Given[]): string[][] {
  const { source, pieces } = pageOf(given);
  const page = groupPage(source, pieces);
  return page.parts.map((part) => part.pieces.map((i) => page.pieces[i]!.text.slice(0, 6)));
}

const LIBRARY = ['本报讯（记者 林晓）市图书馆新馆昨日开馆，', '读者排队办理借书证。'];
const LIBRARY_2 = ['图书馆新馆藏书十万册，', '周末开馆到晚上九点。'];
const BRIDGE = ['本报讯（记者 何舟）渡口大桥今起封闭检修，', '过江车辆绕行。'];
const BRIDGE_2 = ['大桥检修期间渡船免费，', '渡口增设两班。'];

describe('a plain page', () => {
  it('ties heads before their bodies', () => {
    expect(
      read([
        head('图书馆新馆开馆'),
        body(...LIBRARY),
        body(...LIBRARY_2),
        head('渡口大桥检修'),
        body(...BRIDGE),
        body(...BRIDGE_2),
      ]),
    ).toEqual([
      ['图书馆新馆开', '本报讯（记者', '图书馆新馆藏'],
      ['渡口大桥检修', '本报讯（记者', '大桥检修期间'],
    ]);
  });
  it('ties heads after their bodies', () => {
    expect(
      read([
        body(...LIBRARY),
        body(...LIBRARY_2),
        head('图书馆新馆开馆'),
        body(...BRIDGE),
        body(...BRIDGE_2),
        head('渡口大桥检修'),
      ]),
    ).toEqual([
      ['图书馆新馆开', '本报讯（记者', '图书馆新馆藏'],
      ['渡口大桥检修', '本报讯（记者', '大桥检修期间'],
    ]);
  });
  it('lets a stray head in the midst of a foreign body find its own', () => {
    const found = read([
      body(...LIBRARY),
      head('渡口大桥检修 渡船免费'),
      body(...LIBRARY_2),
      head('图书馆新馆开馆'),
      body(...BRIDGE),
      body(...BRIDGE_2),
      head('周末开馆'),
    ]);
    expect(found.find((part) => part.includes('渡口大桥检修'))?.at(-1)).toBe('大桥检修期间');
    expect(found.find((part) => part.includes('图书馆新馆开'))).toContain('图书馆新馆藏');
  });
  it('begins a new article at an opening, even where the words are shared', () => {
    const found = read([body(...LIBRARY), body('本报讯（记者 何舟）图书馆新馆昨日开馆，', '读者排队。')]);
    expect(found).toHaveLength(2);
  });
  it('leaves a pointer to another page by itself', () => {
    const found = read([body(...LIBRARY), head('图书馆新馆开馆'), head('渡口公园周末开放▶2版')]);
    expect(found).toHaveLength(2);
    expect(found[1]).toEqual(['渡口公园周末']);
  });
  it('puts the caption before the jump line and the subhead under its head', () => {
    const { source, pieces } = pageOf([
      head('图书馆新馆开馆'),
      { role: 'subhead', lines: ['藏书十万册'] },
      body(...LIBRARY),
      { role: 'jump-to', lines: ['（下转第二版）'], jump: { direction: 'to', page: '2' } },
      { role: 'caption', lines: ['读者在图书馆新馆借书。何舟 摄'] },
    ]);
    const page = groupPage(source, pieces);
    expect(page.parts[0]!.pieces.map((i) => page.pieces[i]!.role)).toEqual([
      'headline',
      'subhead',
      'body',
      'caption',
      'jump-to',
    ]);
  });
});

describe('a woven page', () => {
  const woven: Given[] = [
    openEnd('本报讯（记者 林晓）市图书馆新馆昨日开馆，读者', '排队办理借书证，新馆藏书'),
    openEnd('本报讯（记者 何舟）渡口大桥今起封闭检修，渡口', '两岸增设渡船，大桥检修'),
    openStart('十万册，图书馆周末开馆到晚上九点。'),
    openStart('到月底结束，渡船一律免费。'),
    head('渡口大桥检修'),
    head('图书馆新馆开馆'),
  ];
  it('takes up every sentence where it was left, and makes one piece of it', () => {
    const { source, pieces } = pageOf(woven);
    const page = groupPage(source, pieces);
    const bodies = page.pieces.filter((piece) => piece.role === 'body');
    expect(bodies.map((piece) => piece.spans.length)).toEqual([2, 2]);
    expect(bodies[0]!.text).toContain('新馆藏书十万册');
    expect(bodies[1]!.text).toContain('大桥检修到月底');
  });
  it('finds the heads though they all come last', () => {
    expect(read(woven).map((part) => part[0])).toEqual(['图书馆新馆开', '渡口大桥检修']);
  });
  it('keeps another measure apart, though the sentence could go on', () => {
    const found = read([
      { ...openEnd('本报讯（记者 林晓）市图书馆新馆昨日开馆，', '读者排队办理借书证，'), measure: 18 },
      { ...openEnd('本报讯（记者 何舟）今起', '渡口大桥封闭检修'), measure: 12 },
      { ...openStart('办证免费，先到先得', '名额不限。'), measure: 18 },
      { ...openStart('检修期间绕行，渡口', '增设渡船。'), measure: 12 },
    ]);
    expect(found.map((part) => part.length)).toEqual([1, 1]);
  });
});

describe('every page', () => {
  const given: Given[] = [
    { role: 'folio', lines: ['21'] },
    head('图书馆新馆开馆'),
    body(...LIBRARY),
    { role: 'section', lines: ['民生'] },
    { role: 'byline', lines: ['By Ann Marlow'] },
  ];
  it('keeps each piece once, in at most one article, with a place and a reason', () => {
    const { source, pieces } = pageOf(given);
    const page = groupPage(source, pieces);
    const members = page.parts.flatMap((part) => part.pieces);
    expect(new Set(members).size).toBe(members.length);
    expect([...page.order].sort((a, b) => a - b)).toEqual(page.pieces.map((_, i) => i));
    expect(
      page.pieces.every(
        (piece) => piece.place !== null && piece.place.column + piece.place.span <= page.columns.length,
      ),
    ).toBe(true);
    for (const part of page.parts)
      expect(part.reasons.map((reason) => reason.piece).sort()).toEqual([...part.pieces].sort());
  });
  it('may be empty', () => {
    const { source } = pageOf([]);
    expect(groupPage(source, []).parts).toEqual([]);
  });
});

it('keeps the two lines of a teaser together', () => {
  const found = read([body(...LIBRARY), head('图书馆新馆开馆'), head('渡口公园'), head('周末免费开放▶2版')]);
  expect(found).toHaveLength(2);
  expect(found[1]).toEqual(['渡口公园', '周末免费开放']);
});

it('takes a line over a teaser for its upper line, but not the head of a body', () => {
  const teaser: Given = { role: 'teaser', lines: ['周末免费开放▶2版'] };
  expect(
    read([body(...LIBRARY), head('图书馆新馆开馆'), { role: 'section', lines: ['民生'] }, head('渡口公园'), teaser]),
  ).toContainEqual(['渡口公园', '周末免费开放']);
  expect(read([body(...LIBRARY), head('图书馆新馆开馆'), teaser])[0]).toEqual(['图书馆新馆开', '本报讯（记者']);
});
