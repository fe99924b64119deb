import { describe, expect, it } from 'vitest';
import { analyzeGeometry, type GeometryPage } from './analyze.ts';
import { runsOver } from './join-pages.ts';
import { geometryMessages } from './messages.ts';
import { body, head, sourceOf, type SetLine } from './set-page.testing.ts';
import { spentSince } from '../../processor-time.test-support.ts';

const titles = (page: GeometryPage): string[] => page.parts.map((part) => page.pieces[part.pieces[0]!]!.text);
const named = (name: string, lines: SetLine[]): SetLine[] =>
  lines.map((line, i) => (i === 0 ? { ...line, text: `${name} ${line.text}` } : line));

const front = (): SetLine[] => [
  head('THE BRIDGE IS OPEN', 0, 0, { span: 420, width: 380, height: 36 }),
  ...body(0, 50, 12, { open: true }),
  head('Speeches', 0, 206, { height: 13, width: 70 }),
  ...body(0, 230, 12),
  ...body(220, 50, 28, { flush: true, seed: 2 }),
  head('Rain in the hills', 440, 0, { height: 22 }),
  ...body(440, 40, 12),
  head('A ferry sold', 440, 210, { height: 22 }),
  ...body(440, 250, 12),
];

describe('a page', () => {
  const lines = front();
  const source = sourceOf([...lines].reverse());
  const page = analyzeGeometry(source);
  it('puts each character into exactly one piece', () => {
    const taken = new Uint8Array(source.text.length);
    for (const piece of page.pieces)
      for (const [start, end] of piece.spans) for (let i = start; i < end; i++) taken[i]!++;
    for (let i = 0; i < taken.length; i++) expect(taken[i]).toBe(source.text[i] === '\n' ? 0 : 1);
  });
  it('gives each piece to one article at most and once to the order', () => {
    const members = page.parts.flatMap((part) => part.pieces);
    expect(new Set(members).size).toBe(members.length);
    expect([...page.order].sort((a, b) => a - b)).toEqual(page.pieces.map((_, i) => i));
  });
  it('lets a head across claim its columns: a smaller head there is a crosshead', () => {
    expect(titles(page)).toEqual(['THE BRIDGE IS OPEN', 'Rain in the hills', 'A ferry sold']);
    expect(page.pieces.find((piece) => piece.text === 'Speeches')?.role).toBe('crosshead');
  });
  it('takes a head under which every column begins with a head for a section’s: it claims nothing', () => {
    const section = [
      head('LATEST NEWS', 0, 0, { span: 420, width: 380, height: 40 }),
      ...[0, 220].flatMap((x, c) => [
        head('The ferry', x, 60, { height: 20, width: 90 }),
        ...body(x, 90, 12, { seed: c }),
        head('The mill', x, 260, { height: 20, width: 80 }),
        ...body(x, 290, 12),
      ]),
      ...body(440, 0, 40),
      ...body(660, 0, 40),
    ];
    expect(
      titles(analyzeGeometry(sourceOf(section))).filter((title) => /mill|ferry/u.test(title)).length,
    ).toBeGreaterThanOrEqual(3);
  });
  it('tells a crosshead from a head by the heads over it, where the file has no blocks', () => {
    const column = (small: number): string[] =>
      titles(
        analyzeGeometry(
          sourceOf([
            head('The bridge is open', 0, 0, { height: 30 }),
            ...body(0, 45, 12),
            head('Speeches', 0, 206, { height: small, width: 70 }),
            ...body(0, 240, 12),
            head('Rain in the hills', 0, 410, { height: 28 }),
            ...body(0, 450, 12),
          ]),
        ),
      );
    expect(column(12)).toEqual(['The bridge is open', 'Rain in the hills']);
    expect(column(27)).toEqual(['The bridge is open', 'Speeches', 'Rain in the hills']);
  });
  it('begins an article where small heads are all that the page has', () => {
    const items = ['Local news.', 'From the river.', 'Prices today.', 'The schools.'].flatMap((text, i) => [
      head(text, 0, i * 200, { height: 10, width: 70 }),
      ...body(0, i * 200 + 24, 12, { seed: i }),
    ]);
    expect(titles(analyzeGeometry(sourceOf(items)))).toEqual([
      'Local news.',
      'From the river.',
      'Prices today.',
      'The schools.',
    ]);
  });
  it('lets the news of a place hold letters under heads of their own', () => {
    const lines = [
      head('Hohenau, den 5. Mai.', 0, 0, { height: 10, width: 110 }),
      ...body(0, 24, 12),
      head('TO ALL CITIZENS', 0, 186, { height: 9, width: 90 }),
      ...body(0, 210, 12),
      head('Talheim, den 6. Mai.', 0, 380, { height: 10, width: 110 }),
      ...body(0, 404, 12),
    ];
    expect(titles(analyzeGeometry(sourceOf(lines)))).toEqual(['Hohenau, den 5. Mai.', 'Talheim, den 6. Mai.']);
  });
  it('begins an article under a rule as wide as the column, none under a short one', () => {
    const lines = [head('News', 0, 0, { height: 24 }), ...body(0, 40, 12), ...body(0, 200, 12, { seed: 2 })];
    const under = (box: readonly [number, number, number, number]) =>
      analyzeGeometry(sourceOf(lines, { separators: [box] })).parts.length;
    expect(under([0, 190, 200, 2])).toBe(2);
    expect(under([80, 190, 40, 2])).toBe(1);
  });
  it('a rule under a byline parts nothing', () => {
    const lines = [
      head('THE BRIDGE IS OPEN', 0, 0, { height: 24 }),
      { text: 'By A. Muster', box: [0, 40, 80, 8] } as SetLine,
      ...body(0, 60, 8),
    ];
    expect(analyzeGeometry(sourceOf(lines, { separators: [[0, 53, 200, 2]] })).parts).toHaveLength(1);
  });
  it('what says that it is an advertisement is one', () => {
    const roles = (label: string): string[] =>
      analyzeGeometry(
        sourceOf([
          head(label, 0, 0, { height: 8, width: 70 }),
          head('Foglight Bakery', 0, 14, { height: 20 }),
          ...body(0, 44, 8),
        ]),
      ).pieces.map((piece) => piece.role);
    expect(new Set(roles('ADVERTISEMENT'))).toEqual(new Set(['ad']));
    expect(roles('DOWNTOWN')).not.toContain('ad');
  });
  it('is never surer of an article than it has been right', () => {
    for (const part of page.parts) expect(part.confidence).toBeLessThan(0.9);
  });
  it('places the head over two columns and marks what reads on', () => {
    expect(page.columns).toHaveLength(3);
    expect(page.pieces[page.parts[0]!.pieces[0]!]!.place).toEqual({ column: 0, span: 2 });
  });
  it('says why in codes that have sentences', () => {
    for (const piece of page.pieces) expect(geometryMessages[piece.reason.code], piece.reason.code).toBeDefined();
    for (const part of page.parts)
      for (const { reason } of part.reasons) expect(geometryMessages[reason.code], reason.code).toBeDefined();
  });
  it('is the same for the same input', () => expect(analyzeGeometry(source)).toEqual(page));
  it('keeps lines without a box as pieces without a place', () => {
    const { box: _, ...bare } = source.lines[0]!;
    const piece = analyzeGeometry({ ...source, lines: [bare, ...source.lines.slice(1)] }).pieces.find(
      ({ place }) => place === null,
    );
    expect(piece?.role).toBe('unknown');
  });
  it('bears an empty page and a single line', () => {
    expect(analyzeGeometry(sourceOf([])).pieces).toEqual([]);
    expect(analyzeGeometry(sourceOf([head('Alone', 0, 0)])).pieces).toHaveLength(1);
  });
  it('reads vertical Chinese from the right, tier by tier', () => {
    const column = (text: string, x: number, y: number): SetLine => ({ text, box: [x, y, 10, 100] });
    const upper = Array.from({ length: 8 }, (_, i) =>
      column(`上${'河水昨夜上涨两岸'.slice(i % 3)}居民${i}`, 190 - i * 14, 0),
    );
    const lower = Array.from({ length: 8 }, (_, i) =>
      column(`下${'新桥今日开放多人'.slice(i % 3)}参观${i}`, 190 - i * 14, 120),
    );
    const vertical = analyzeGeometry(sourceOf([...lower, ...upper], { width: 210, height: 230 }));
    const text = vertical.parts.flatMap((part) => part.pieces.map((i) => vertical.pieces[i]!.text)).join('');
    expect([...text.matchAll(/[上下](?=[河水昨新桥今])/gu)].map((m) => m[0]).join('')).toBe(
      '上'.repeat(8) + '下'.repeat(8),
    );
    expect(text.indexOf('居民0')).toBeLessThan(text.indexOf('居民1'));
  });
  it('grows with the lines, not with their square', () => {
    const pageOf = (n: number): SetLine[] =>
      [0, 1, 2, 3, 4].flatMap((c) =>
        Array.from({ length: n }, (_, k) => body(c * 220, k * 150, 12, { seed: k })).flat(),
      );
    const time = (n: number): number => {
      const big = sourceOf(pageOf(n));
      const begin = spentSince();
      analyzeGeometry(big);
      return spentSince(begin);
    };
    time(5);
    const [small, large] = [Math.min(time(10), time(10)), Math.min(time(80), time(80))];
    expect(large / Math.max(1, small)).toBeLessThan(24); // eight times the lines
  });
});

describe('over pages', () => {
  const page = (lines: SetLine[], id: string): GeometryPage => analyzeGeometry(sourceOf(lines, { id }));
  const first = page([head('THE BRIDGE IS OPEN', 0, 0, { height: 24 }), ...body(0, 40, 30, { open: true })], 's1');
  it('joins what breaks off at the foot with what goes on at the top', () => {
    const second = page(
      [...body(0, 0, 20, { flush: true }), head('Rain in the hills', 0, 270, { height: 24 }), ...body(0, 310, 12)],
      's2',
    );
    expect(runsOver([first, second]).map(({ from, to }) => [from, to])).toEqual([
      [
        { page: 0, part: 0 },
        { page: 1, part: 0 },
      ],
    ]);
  });
  it('goes into a page on which nothing begins, unsure, and not on from it', () => {
    const nothingBegins = page(
      [...body(0, 0, 30, { flush: true, open: true }), ...body(220, 0, 30, { flush: true, open: true })],
      's2',
    );
    const third = page(
      [...body(0, 0, 20, { flush: true }), head('Rain in the hills', 0, 270, { height: 24 }), ...body(0, 310, 12)],
      's3',
    );
    const runs = runsOver([first, nothingBegins, third]);
    expect(runs.map(({ from, to }) => [from.page, to.page])).toEqual([[0, 1]]);
    expect(runs[0]!.confidence).toBeLessThanOrEqual(0.5);
    // The trap: a part that fills its page under a head of its own does go on.
    expect(runsOver([first, third])[0]!.confidence).toBeGreaterThan(0.5);
  });
  it('leaves alone what a jump line has joined', () => {
    const second = page(body(0, 0, 20, { flush: true }), 's2');
    expect(runsOver([first, second])).toHaveLength(1);
    expect(runsOver([first, second], new Set(['0:0']))).toEqual([]);
    expect(runsOver([first, second], new Set(), new Set(['1:0']))).toEqual([]);
  });
  it('looks past an advertisement that stands last on the page', () => {
    const ad = [
      'COAL',
      'sold by A. Muster, 12 Bridge street',
      'BEST PRICE 3 fr',
      'apply to the store',
      'GRAIN',
      '5 fr per bag, 7 street',
    ].map((text, i): SetLine => ({
      text,
      box: [220 + (i % 2 ? 0 : 50), i * 30, i % 2 ? 150 : 90, i % 2 ? 8 : 24],
      block: 'ad',
    }));
    const lines = [
      head('THE BRIDGE IS OPEN', 0, 0, { height: 24, block: 'h' }),
      ...body(0, 40, 30, { open: true, block: 'b' }),
      ...ad,
    ];
    const second = page(body(0, 0, 20, { flush: true }), 's2');
    expect(runsOver([page(lines, 's1'), second]).map(({ from }) => from.part)).toEqual([0]);
  });
  it('joins nothing to a page that begins with a head', () => {
    const second = page([head('Rain in the hills', 0, 0, { height: 24 }), ...body(0, 40, 20)], 's2');
    expect(runsOver([first, second])).toEqual([]);
  });
  it('joins nothing where the sentence is closed and another begins', () => {
    const closed = page([head('THE BRIDGE IS OPEN', 0, 0, { height: 24 }), ...body(0, 40, 30)], 's1');
    expect(runsOver([closed, page(named('New', body(0, 0, 20)), 's2')])).toEqual([]);
  });
  it('joins nothing that is set to another measure in a closed sentence', () => {
    expect(runsOver([first, page(named('New', body(0, 0, 20, { width: 320 })), 's2')])).toEqual([]);
  });
});
