import { describe, expect, it } from 'vitest';
import { adPoints, findAds } from './ads.ts';
import { findColumns } from './columns.ts';
import { cutFragments } from './fragments.ts';
import { findFurniture } from './furniture.ts';
import { headScore, isHead } from './heads.ts';
import { weightedMedian } from './layout-line.ts';
import { measuresOf, traitsOf, type LineTraits, type PageMeasures } from './line-traits.ts';
import { placeOf, sheetColumns } from './place.ts';
import { isSignature, isTable, roleOfBody, rolesOfStack } from './roles.ts';
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

describe('roles', () => {
  const stackOf = (...lines: SetLine[]) => fragments([...lines, ...body(0, 200, 8)]).filter((f) => f.kind === 'head');
  it('of heads over a text go by size and place', () => {
    const stack = stackOf(
      head('FROM THE TOWN', 0, 0, { height: 10, width: 90 }),
      head('The bridge is open', 0, 40, { height: 30 }),
      head('MANY CAME TO SEE IT', 0, 90, { height: 12 }),
    );
    expect(rolesOfStack(stack, true).map((j) => j.role)).toEqual(['kicker', 'headline', 'subhead']);
    expect(rolesOfStack(stack, false).map((j) => j.role)).toEqual(['crosshead', 'crosshead', 'crosshead']);
  });
  it('of wording: byline, jump line, pointer', () => {
    const only = (t: string) =>
      roleOfBody(fragments([...body(0, 0, 8), { text: t, box: [0, 130, 100, 10] }]).at(-1)!, true);
    expect(only('By Anna Werth').role).toBe('byline');
    expect(only('Continued on Page 3')).toMatchObject({ role: 'jump-to', jump: { direction: 'to', page: '3' } });
    expect(only('▶ 4版').role).toBe('teaser');
    expect(only('By the river they stood and waited').role).toBe('body');
  });
  it('of notes, credits, datelines and tables, by wording', () => {
    const only = (t: string, box: SetLine['box'] = [0, 130, 100, 10]) =>
      roleOfBody(fragments([...body(0, 0, 8), { text: t, box }]).at(-1)!, false).role;
    expect(only('Photo: Anna Werth')).toBe('photo-credit');
    expect(only('本报记者 王小明 摄')).toBe('photo-credit');
    expect(only('编者按：下面是来信')).toBe('editor-note');
    expect(only('Source: the town office')).toBe('source');
    expect(only('Hohenau, den 5. Mai.', [60, 130, 70, 10])).toBe('dateline');
    expect(only('Hohenau, den 5. Mai, kam er', [0, 130, 200, 10])).toBe('body');
    const rows = ['12 40 17', '13 50 18', 'rye 14 60', '15 70 20'].map((text, i): SetLine => ({
      text,
      box: [0, 130 + i * 12, 60, 10],
    }));
    const table = fragments([...body(0, 0, 8), ...rows]).filter((f) => isTable(f));
    expect(table.length).toBe(1);
    expect(fragments(body(0, 0, 8)).some(isTable)).toBe(false);
  });
  it('a caption stands by its picture and is no wider', () => {
    const of = (box: SetLine['box']) => fragments([...body(0, 0, 8), { text: 'The bridge in May', box }]).at(-1)!;
    const pictures = [[0, 150, 120, 100]] as const;
    expect(roleOfBody(of([5, 255, 100, 10]), false, pictures).role).toBe('caption');
    expect(roleOfBody(of([5, 255, 190, 10]), false, pictures).role).toBe('body');
    expect(roleOfBody(of([5, 320, 100, 10]), false, pictures).role).toBe('body');
  });
  it('a name at the right foot signs; a short line at the left does not', () => {
    const last = (box: SetLine['box']) =>
      isSignature(fragments([...body(0, 0, 8), { text: 'Anna Werth', box }]).at(-1)!);
    expect(last([120, 130, 60, 10])).toBe(true);
    expect(last([0, 130, 60, 10])).toBe(false);
  });
});

describe('places', () => {
  const strips = [
    { x0: 0, x1: 200, ys: [1, 2, 3, 4, 5] },
    { x0: 0, x1: 420, ys: [1] },
    { x0: 220, x1: 420, ys: [1, 2, 3, 4] },
  ];
  it('the sheet has columns beside each other', () => {
    expect(sheetColumns(strips, 420)).toEqual([
      { x: 0, width: 200 },
      { x: 220, width: 200 },
    ]);
    expect(sheetColumns([], 300)).toEqual([{ x: 0, width: 300 }]);
  });
  it('a head spans, a short line stands in one, what hangs between goes to the nearest', () => {
    const columns = sheetColumns(strips, 420);
    expect(placeOf([{ x0: 20, x1: 400 }], columns)).toEqual({ column: 0, span: 2 });
    expect(placeOf([{ x0: 230, x1: 260 }], columns)).toEqual({ column: 1, span: 1 });
    expect(placeOf([{ x0: 500, x1: 520 }], columns)).toEqual({ column: 1, span: 1 });
  });
});
