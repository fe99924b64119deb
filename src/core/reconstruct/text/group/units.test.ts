import { describe, expect, it } from 'vitest';
import { body, head, openStart, pageOf } from './pieces.fixture.ts';
import { layUnits, beginsReport } from './units.ts';

const lay = (...given: Parameters<typeof pageOf>[0]) => layUnits(pageOf(given).pieces);

describe('openings', () => {
  it.each([
    '本报讯（记者 林晓）渡口大桥今起封闭检修。',
    '新华社南京3月2日电 记者获悉',
    'By Ann Marlow',
    'HARBOUR TOWN (NPA) — The ferry',
    'Harbour Town, March 3 (NPA) - The ferry',
  ])('%s opens an article', (text) => {
    expect(beginsReport(text)).toBe(true);
  });
  it.each([
    'Omar of the Al-Sharq club founded it in 1950',
    'The pro-Harbour camp said in a statement',
    '记者从市图书馆获悉，新馆开馆。',
    'Lena Marsh — who ran the bakery — retired',
  ])('%s does not', (text) => {
    expect(beginsReport(text)).toBe(false);
  });
});

describe('bylines', () => {
  it('go with the head that they touch where no body follows', () => {
    const { heads, units } = lay(
      body('The ferry stays in dock.'),
      { role: 'byline', lines: ['By Ann Marlow'] },
      head('Ferry in dock'),
      body('The bakery was sold.'),
      head('Bakery sold'),
      { role: 'byline', lines: ['By Tom Ashby'] },
      { role: 'jump-from', lines: ['From Page 1'], jump: { direction: 'from', page: '1' } },
      body('and will open in May.'),
    );
    expect(heads.map((group) => group.bylines)).toEqual([[1], [5]]);
    expect(units.map((unit) => unit.opens)).toEqual([false, false, false]);
  });
  it('trap: over a body they open it', () => {
    const { heads, units } = lay(
      head('Bakery sold'),
      { role: 'byline', lines: ['By Tom Ashby'] },
      body('It was sold.'),
    );
    expect(heads[0]!.bylines).toEqual([]);
    expect(units[0]!.opens).toBe(true);
  });
});

describe('wordings', () => {
  it('tell where a report begins that names no paper, and where none does', () => {
    const { units } = lay(
      body('25日上午，柳河镇开渠放水。'),
      body('与此同时，渡口封航。'),
      body('渡口的人说，水涨了。'),
    );
    expect(units.map((unit) => unit.wording)).toEqual(['leads', 'goes-on', null]);
    expect(units.map((unit) => unit.opens)).toEqual([false, false, false]);
  });
  it('trap: what goes on in mid-sentence begins with no wording', () => {
    expect(lay(openStart('25日，渡口封航。')).units[0]!.wording).toBeNull();
  });
});

describe('slugs', () => {
  const slug = (...rest: Parameters<typeof pageOf>[0]) => lay(head('FOOTBRIDGE'), ...rest).heads[0]!.jump;
  it('are heads of jumps where one arrives', () => {
    expect(
      slug(body('It was sold.'), { role: 'jump-from', lines: ['From Page 1'] }, body('and will open in May.')),
    ).toBe(true);
  });
  it('trap: elsewhere a word in capitals is any head', () => {
    expect(slug(body('It was sold.'))).toBe(false);
  });
});

it('a notice heads what follows', () => {
  const { heads, units } = lay(body('渡口停航。'), { role: 'notice', lines: ['停水通知'] }, body('因检修停水。'));
  expect(heads[0]!.pieces).toEqual([1]);
  expect(units[1]!.opens).toBe(true);
});

describe('units', () => {
  it('gives a byline to the body after it, a credit in brackets to the body before', () => {
    const { units } = lay(
      { role: 'byline', lines: ['By Ann Marlow'] },
      body('The ferry was late.'),
      { role: 'byline', lines: ['（林晓）'] },
      body('The tram was not.'),
    );
    expect(units.map((unit) => unit.pieces)).toEqual([[0, 1, 2], [3]]);
    expect(units.map((unit) => unit.opens)).toEqual([true, false]);
  });
  it('gives jump lines to the bodies that they end and begin', () => {
    const { units } = lay(
      body('The ferry was late.'),
      { role: 'jump-to', lines: ['See FERRY, Page 2'] },
      { role: 'jump-from', lines: ['From Page 1'] },
      body('It came at noon.'),
    );
    expect(units.map(({ pieces, to, from }) => ({ pieces, to, from }))).toEqual([
      { pieces: [0, 1], to: true, from: false },
      { pieces: [2, 3], to: false, from: true },
    ]);
  });
  it('parts heads where another begins: a kicker, a second headline', () => {
    const { heads } = lay(
      head('渡口大桥检修'),
      { role: 'subhead', lines: ['渡船免费'] },
      { role: 'kicker', lines: ['读者排队'] },
      head('图书馆开馆'),
      body('新馆开馆。'),
    );
    expect(heads.map((group) => group.pieces)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(heads.map((group) => group.nextUnit)).toEqual([0, 0]);
  });
  it('marks a head that points at another page', () => {
    expect(lay(head('渡口公园开放▶2版'), body('新馆开馆。')).heads[0]!.pointer).toBe(true);
    expect(lay(head('渡口公园开放2024'), body('新馆开馆。')).heads[0]!.pointer).toBe(false);
  });
  it.each(['渡口公园有了新变化见5版', '渡口公园开放【3版】', '（详见2版） 渡口公园开放', '渡口公园如何破题？6版'])(
    'takes %s for a pointer',
    (text) => expect(lay(head(text), body('新馆开馆。')).heads[0]!.pointer).toBe(true),
  );
  it.each(['渡口公园地图出了第三版', '图书馆今起改版', '渡口公园票价下调3元'])('trap: %s points nowhere', (text) =>
    expect(lay(head(text), body('新馆开馆。')).heads[0]!.pointer).toBe(false),
  );
  it('is not stopped by a section label, and loses nothing that waits for a body', () => {
    const { units, free } = lay(body('一。'), { role: 'section', lines: ['民生'] }, body('二。'), {
      role: 'byline',
      lines: ['By Ann Marlow'],
    });
    expect(free).toEqual([1]);
    expect(units.map((unit) => unit.sectionBefore)).toEqual([false, true, false]);
    expect(units.flatMap((unit) => unit.pieces)).toEqual([0, 2, 3]);
  });
});
