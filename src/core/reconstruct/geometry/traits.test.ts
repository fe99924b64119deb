import { describe, expect, it } from 'vitest';
import { adPoints, findAds } from './ads.ts';
import { findColumns } from './columns.ts';
import { cutFragments } from './fragments.ts';
import { findFurniture } from './furniture.ts';
import { headScore, isHead } from './heads.ts';
import { weightedMedian } from './layout-line.ts';
import { measuresOf, traitsOf, type LineTraits, type PageMeasures } from './line-traits.ts';
import { beginsOpen, breaksWord, endsSentence } from './sentence.ts';
import { body, head, layoutLines, type SetLine } from './set-page.testing.ts';

function traits(lines: readonly SetLine[]): { flow: LineTraits[]; page: PageMeasures } {
  const laid = layoutLines(lines);
  const { strips, placed, pitch } = findColumns(laid, 10);
  const page = measuresOf(laid, strips, 10, pitch, weightedMedian);
  return { flow: traitsOf(placed, strips, page), page };
}
const text = (line: LineTraits): string => line.placed.line.text;
const headsIn = (lines: readonly SetLine[]): string[] =>
  traits(lines)
    .flow.filter((line, i, all) => isHead(line, all[i - 1]))
    .map(text);
const fragments = (lines: readonly SetLine[]) => {
  const { flow, page } = traits(lines);
  return cutFragments(flow, page);
};

describe('sentence', () => {
  it('knows where one may end', () => {
    expect(endsSentence('the water fell.')).toBe(true);
    expect(endsSentence('河水下降。”')).toBe(true);
    expect(endsSentence('the water')).toBe(false);
  });
  it('takes a broken word for no end', () => {
    expect(breaksWord('the muni-')).toBe(true);
    expect(breaksWord('1814 -')).toBe(false);
  });
  it('begins open with a small letter or a closing sign', () =>
    expect(['and so', ', but', 'The end', '12 men'].map(beginsOpen)).toEqual([true, true, false, false]));
});

describe('heads', () => {
  const above = body(0, 0, 8);
  const below = body(0, 160, 8);
  it('by size, by centred capitals', () => {
    expect(headsIn([...above, head('The bridge is open', 0, 120, { height: 20 }), ...below])).toEqual([
      'The bridge is open',
    ]);
    expect(headsIn([...above, head('THE BRIDGE', 0, 120, { height: 9, width: 90 }), ...below])).toEqual(['THE BRIDGE']);
  });
  it('small and plain, where the file gives them a block of their own', () => {
    const set = (block: string): SetLine[] => [
      ...body(0, 0, 8, { block: 'a' }),
      { text: 'Local news.', box: [60, 110, 50, 9], block },
      ...body(0, 130, 8, { block: 'c' }),
      ...body(0, 240, 8, { block: 'd' }),
      ...body(0, 350, 8, { block: 'e' }),
    ];
    expect(headsIn(set('b'))).toEqual(['Local news.']);
    expect(headsIn(set('a'))).toEqual([]);
  });
  it('small and plain, where it stands free in the middle of its column and text begins anew under it', () => {
    const small = head('Local news.', 0, 104, { height: 9, width: 70 });
    expect(headsIn([...above, small, ...below])).toEqual(['Local news.']);
    expect(headsIn([...above, { ...small, text: 'and so the town' }, ...body(0, 160, 8, { flush: true })])).toEqual([]);
  });
  it('not letters that stand on their side, nor a row of figures', () => {
    expect(headsIn([...above, { text: 'PRICES OF GRAIN', box: [90, 100, 12, 58] }, ...below])).toEqual([]);
    expect(headsIn([...above, head('12 4 1/2 1840', 0, 110, { height: 11, width: 80 }), ...below])).toEqual([]);
  });
  it('a place with a date, where it stands in the middle', () => {
    const text = 'Hohenau, den 5. Mai.';
    const dated = traits([...above, head(text, 0, 104, { height: 8, width: 110 }), ...below]).flow;
    const plain = traits([...above, head('Hohenau, den 5. Mut.', 0, 104, { height: 8, width: 110 }), ...below]).flow;
    expect(headScore(dated[8]!, dated[7]).points).toBeGreaterThan(headScore(plain[8]!, plain[7]).points + 0.9);
  });
  it('not a short last line, not a full line between whites, not a name at the right foot', () => {
    expect(headsIn([...above, { text: 'and went home.', box: [0, 96, 80, 10] }, ...below])).toEqual([]);
    expect(
      headsIn([
        ...above,
        { text: 'The mayor spoke to all who had come to the river', box: [0, 125, 200, 10] },
        ...below,
      ]),
    ).toEqual([]);
    expect(headsIn([...above, { text: 'ANNA WERTH', box: [140, 110, 55, 8] }, ...below])).toEqual([]);
  });
  it('not numbers and signs alone, nor a remark in brackets', () => {
    expect(headsIn([...above, head('* * *', 0, 125), ...below])).toEqual([]);
    const { flow } = traits([...above, head('(From our paper)', 0, 125, { height: 10 }), ...below]);
    expect(headScore(flow[8]!, flow[7]).points).toBeLessThan(2.5);
  });
});

describe('fragments', () => {
  it('part paragraphs by indent, white and a short last line', () => {
    const all = fragments([
      ...body(0, 0, 5, { open: true }),
      ...body(0, 60, 5),
      ...body(0, 140, 5, { flush: true, seed: 1 }),
    ]);
    expect(all.map((f) => [f.began, f.lines.length])).toEqual([
      ['flow', 5],
      ['indent', 5],
      ['white', 5],
    ]);
  });
  it('a short last line parts only where a sentence ends and another begins', () => {
    const lines = body(0, 0, 6, { open: true });
    const short = { ...lines[2]!, text: 'they went home.', box: [0, 24, 90, 10] as const };
    const capital = { ...lines[3]!, text: `Then ${lines[3]!.text}` };
    expect(fragments([lines[0]!, lines[1]!, short, capital, lines[4]!, lines[5]!]).map((f) => f.began)).toEqual([
      'flow',
      'short-line',
    ]);
    expect(fragments([lines[0]!, lines[1]!, short, lines[3]!, lines[4]!, lines[5]!])).toHaveLength(1);
  });
  it('keep a head of two lines together and its body apart', () => {
    const all = fragments([
      head('THE BRIDGE OVER', 0, 0, { height: 20 }),
      head('THE RIVER', 0, 24, { height: 20, width: 90 }),
      ...body(0, 60, 6),
    ]);
    expect(all.map((f) => [f.kind, f.lines.length])).toEqual([
      ['head', 2],
      ['body', 6],
    ]);
  });
});

describe('furniture', () => {
  const roles = (lines: readonly SetLine[]) =>
    Object.fromEntries(
      [...findFurniture(layoutLines(lines), 10, 1000)].map(([index, role]) => [lines[index]?.text, role]),
    );
  const page = [...body(0, 40, 60), ...body(220, 40, 60)];
  it('is the row at the top that names day and year, and a page number by itself', () => {
    expect(
      roles([
        { text: '4', box: [0, 0, 8, 10] },
        { text: 'THE RIVER POST, MONDAY 3 MAY 1909', box: [150, 0, 200, 10] },
        ...page,
      ]),
    ).toEqual({ '4': 'folio', 'THE RIVER POST, MONDAY 3 MAY 1909': 'folio' });
  });
  it('is the title in letters far larger than any, with the date row under it', () => {
    const title = { text: 'River Post', box: [0, 0, 400, 80] as const };
    expect(
      roles([
        title,
        { text: 'No. 12. Monday, May 3, 1909. Price 2 cents', box: [0, 90, 400, 10] },
        ...body(0, 120, 50),
        ...body(220, 120, 50),
      ]),
    ).toEqual({ 'River Post': 'masthead', 'No. 12. Monday, May 3, 1909. Price 2 cents': 'masthead' });
  });
  it('a masthead leaves alone the text beside it that goes on below: the other page of a spread', () => {
    const title = head('River Post', 700, 30, { height: 60, span: 400, width: 380 });
    const found = roles([...body(0, 0, 50), ...body(220, 0, 50), title, ...body(700, 120, 40), ...body(920, 120, 40)]);
    expect(found).toEqual({ 'River Post': 'masthead' });
  });
  it('is no headline that names a paper, where no day or number stands by it', () => {
    const lines = [
      head('The Valley Herald turns a hundred', 0, 0, { height: 20, span: 420, width: 360 }),
      ...body(0, 40, 12),
      ...body(220, 40, 12),
    ];
    const found = (more: SetLine[]) => [...findFurniture(layoutLines([...lines, ...more]), 10, 400).values()];
    expect(found([])).toEqual([]);
    expect(found([{ text: 'Monday, 5 May 1890 No. 12', box: [100, 24, 200, 10] }])).toContain('masthead');
  });
  it('is not a headline that names a month, nor a number within a column', () => {
    expect(
      roles([
        head('THE FLOOD OF MAY', 0, 0, { height: 20 }),
        ...body(0, 30, 60),
        { text: '1909', box: [0, 760, 20, 10] },
        ...body(220, 0, 60),
      ]),
    ).toEqual({});
  });
  it('is the row at the foot that has the page’s label, with the day or the paper’s name', () => {
    const page = [...body(0, 0, 30), ...body(220, 0, 30)];
    const foot = (texts: string[], y = 380): string[] =>
      Object.keys(roles([...page, ...texts.map((text, i): SetLine => ({ text, box: [i * 150, y, 90, 8] }))]));
    expect(foot(['A4', 'The Valley Herald', 'Monday, 5 May 1890'])).toHaveLength(3);
    expect(foot(['4'])).toEqual(['4']);
    // The traps: a last line of a list, a year, a caption that happens to stand last.
    expect(foot(['4'], 364)).toEqual([]);
    expect(foot(['1909'])).toEqual([]);
    expect(foot(['A4', 'where the river bends'])).toEqual([]);
  });
  it('a headline as large as a title is none: it goes on in a second line, or has no day by it', () => {
    const big = (text: string, y: number): SetLine => head(text, 0, y, { height: 50, span: 420, width: 400 });
    const text = [...body(0, 130, 30), ...body(220, 130, 30)];
    const day: SetLine = { text: 'Monday, 5 May 1890 No. 12', box: [100, 110, 200, 10] };
    const found = (lines: SetLine[]): string[] =>
      Object.entries(roles([...lines, ...text])).flatMap(([line, role]) => (role === 'masthead' ? line : []));
    expect(found([big('The Echo of Hohenau', 40), day])).toContain('The Echo of Hohenau');
    expect(found([big('The bridge is open', 0), big('after seven years', 54), day])).toEqual([]);
    const running: SetLine = { text: 'THE ECHO, 5 May 1890', box: [0, 0, 160, 8] };
    expect(found([running, big('The bridge is open', 30)])).toEqual([]);
  });
  it('is the imprint at the foot, by its wording', () => {
    expect(roles([...page, { text: 'Verantwortlicher Redakteur: A. Muster', box: [0, 775, 150, 10] }])).toEqual({
      'Verantwortlicher Redakteur: A. Muster': 'imprint',
    });
    expect(roles([{ text: 'The printer was heard', box: [0, 100, 150, 10] }, ...page])).toEqual({});
  });
});

describe('advertisements', () => {
  const notice = (y: number): SetLine[] =>
    [
      'COAL',
      'sold by A. Muster, 12 Bridge street',
      'BEST PRICE 3 fr',
      'apply to the store',
      'GRAIN AND FLOUR',
      '5 fr per bag, 7 street',
    ].map((t, i) => ({
      text: t,
      box: [i % 2 ? 0 : 50, y + i * 30, i % 2 ? 150 : 90, i % 2 ? 8 : 24],
      block: `ad${y}`,
    }));
  it('are told by sizes, heads and words of trade', () => {
    const { flow } = traits([...body(0, 0, 20), ...notice(300)]);
    expect(adPoints(flow.slice(20), false)).toBeGreaterThan(2.2);
    expect(adPoints(flow.slice(0, 20), false)).toBeLessThan(0.5);
  });
  it('have words of trade: heads of several texts in one block are none', () => {
    const many = [0, 1, 2, 3].flatMap((i) => [
      head('Water falls', 0, i * 80, { height: 30, width: 120 }),
      ...body(0, i * 80 + 36, 3, { seed: i }),
    ]);
    expect(adPoints(traits(many).flow, false)).toBeLessThan(2.2);
  });
  it('are not a market list nor a badly read text', () => {
    const prices = Array.from({ length: 8 }, (_, i): SetLine => ({
      text: `wheat 12${i} rye 14${i} oats 1${i}5 price`,
      box: [i % 2 ? 0 : 40, i * 14, 120, 8 + (i % 3) * 4],
    }));
    expect(adPoints(traits(prices).flow, false)).toBe(0);
    const bad = body(0, 0, 12).map((line, i) => ({
      ...line,
      confidence: 0.3,
      box: [line.box[0], line.box[1], line.box[2], i % 2 ? 5 : 14] as const,
    }));
    expect(adPoints(traits(bad).flow, true)).toBeLessThan(2.2);
  });
  it('are found by the file’s blocks, each by itself, and leave the news beside them alone', () => {
    const lines = [
      ...['a', 'b', 'c', 'd', 'e'].flatMap((block, i) => body(0, i * 130, 10, { block })),
      ...notice(700),
      ...notice(900),
    ];
    const { flow, page } = traits(lines);
    const ads = findAds([flow], { ...page, fineBlocks: true });
    expect(new Set(ads.values())).toEqual(new Set(['bad700', 'bad900']));
    expect(ads.size).toBe(12);
  });
});
