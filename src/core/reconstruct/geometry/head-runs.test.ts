import { describe, expect, it } from 'vitest';
import { adPoints } from './ads.ts';
import { analyzeGeometry } from './analyze.ts';
import { findColumns } from './columns.ts';
import { headLines } from './head-runs.ts';
import { weightedMedian } from './layout-line.ts';
import { measuresOf, traitsOf, type LineTraits } from './line-traits.ts';
import { readingOrder } from './reading-order.ts';
import { body, head, layoutLines, sourceOf, type SetLine } from './set-page.testing.ts';

function flowOf(lines: readonly SetLine[]): LineTraits[] {
  const laid = layoutLines(lines);
  const { strips, placed, pitch } = findColumns(laid, 10);
  return traitsOf(placed, strips, measuresOf(laid, strips, 10, pitch, weightedMedian));
}
const headsIn = (lines: readonly SetLine[]): string[] => {
  const flow = flowOf(lines);
  const heads = headLines(flow);
  return flow.flatMap((line, i) => (heads[i] ? [line.placed.line.text] : []));
};
const above = body(0, 0, 8);
const below = body(0, 160, 8);
const oneOf = (text: string, y: number, width = 180, height = 13): SetLine => head(text, 0, y, { width, height });

describe('heads of several lines', () => {
  const three = [
    oneOf('The council met on Monday', 108),
    oneOf('and spoke of the old bridge,', 122),
    oneOf('22', 136, 20),
  ];
  it('are judged together: their middle has no white, and reads on', () =>
    expect(headsIn([...above, ...three, ...below])).toEqual(three.map(({ text }) => text)));
  it('are no longer paragraph that is set larger', () => {
    const opening = Array.from({ length: 8 }, (_, i): SetLine => ({
      text: 'and the water rose over the bank again',
      box: [0, 108 + i * 14, 200, 12],
    }));
    expect(headsIn([...above, ...opening, ...body(0, 230, 8)])).toEqual([]);
  });
  it('stand under each other, of one height: a line of text after them is none', () =>
    expect(
      headsIn([
        ...above,
        three[0]!,
        { text: 'and spoke of the old bridge at night', box: [0, 124, 200, 10] },
        ...below,
      ]),
    ).not.toContain('and spoke of the old bridge at night'));
});

describe('a line in plain type by a head', () => {
  const big = head('The bridge is open', 0, 100, { height: 24, width: 150 });
  const plain = { text: 'the council met again', box: [18, 126, 160, 10] } as const;
  const isHead = (line: SetLine, before: readonly SetLine[]): boolean =>
    headsIn([...above, ...before, line, ...body(0, 138, 8)]).includes(line.text);
  it('is its subhead where both stand in the middle', () => expect(isHead(plain, [big])).toBe(true));
  it('but not by itself, nor what begins at the edge', () => {
    expect(isHead(plain, body(0, 102, 2))).toBe(false);
    expect(isHead({ ...plain, box: [0, 126, 160, 10] }, [big])).toBe(false);
  });
});

describe('type that is hardly larger', () => {
  const line = { text: 'The bridge is open', box: [0, 108, 120, 11] } as const;
  it('makes a head where all text is of one height', () => {
    expect(flowOf([...above, line, ...below])[8]!.larger).toBe(1);
    expect(headsIn([...above, line, ...below])).toEqual(['The bridge is open']);
  });
  it('says nothing where lines are read unevenly', () => {
    const uneven = (lines: SetLine[]): SetLine[] =>
      lines.map((one, i) => ({
        ...one,
        box: [one.box[0], one.box[1], one.box[2], 10 + [0, 0.6, -0.6, 0.4, -0.5][i % 5]!],
      }));
    expect(flowOf([...uneven(above), line, ...uneven(below)])[8]!.larger).toBe(0);
  });
});

describe('an article under a large head', () => {
  const article = [
    ...[0, 1, 2, 3].map((i) => head('Water falls again', 0, i * 34, { height: 30, width: 180 })),
    ...body(0, 150, 20),
  ];
  it('is no advertisement, though its lines are of two sizes', () =>
    expect(adPoints(flowOf(article), false)).toBeLessThan(1));
  it('nor is the head alone, in a block of its own', () =>
    expect(
      adPoints(
        flowOf([0, 1, 2, 3, 4, 5].map((i) => head('price of drugs', 0, i * 34, { height: 30, width: 150 }))),
        false,
      ),
    ).toBe(0));
  it('unlike what has a head every few lines', () => {
    const many = [0, 1, 2, 3, 4, 5].flatMap((i) => [
      head('COAL', 0, i * 60, { height: i % 2 ? 30 : 18, width: 60 }),
      { text: 'sold by the bag', box: [40, i * 60 + 36, 110, 8] } as SetLine,
    ]);
    expect(adPoints(flowOf(many), false)).toBeGreaterThan(2.2);
  });
});

describe('modules', () => {
  const named = (name: string, lines: SetLine[]): SetLine[] =>
    lines.map((line) => ({ ...line, text: `${name} ${line.text}` }));
  const order = (lines: SetLine[]): string => {
    const { placed, pitch } = findColumns(layoutLines(lines), 10);
    return readingOrder(placed, { body: 10, pitch, rules: [] })
      .flatMap(({ items }) => items.map(({ line }) => line.text.split(' ')[0] ?? ''))
      .filter((name, i, all) => name !== all[i - 1])
      .join(' ');
  };
  it('side by side are read one after the other, though heads across close every gutter somewhere', () => {
    const page = [
      ...named('A', [head('head', 0, 0, { height: 20 }), ...body(0, 30, 20)]),
      ...named('B', [
        head('head', 220, 0, { height: 20, span: 640, width: 500 }),
        ...body(220, 30, 18),
        ...body(440, 30, 18),
        ...body(660, 30, 18),
      ]),
      ...named('C', [
        head('head', 0, 330, { height: 20, span: 640, width: 500 }),
        ...body(0, 360, 14),
        ...body(220, 360, 14),
        ...body(440, 360, 14),
      ]),
      ...named('D', [head('head', 660, 330, { height: 20 }), ...body(660, 360, 16)]),
    ];
    expect(order(page)).toBe('A B C D');
  });
  it('a row of heads is not cut off from the columns under it by the white there', () => {
    const page = [
      head('T title', 0, 0, { height: 40, span: 860, width: 600 }),
      ...[0, 1, 2, 3].flatMap((c) =>
        named('ABCD'[c]!, [
          ...[0, 1, 2, 3, 4].map((i) => head('head', c * 220, 60 + i * 22, { height: 18, width: 150 })),
          ...body(c * 220, 200, 20),
        ]),
      ),
    ];
    expect(order(page)).toBe('T A B C D');
  });
});

describe('a small head in a block of its own', () => {
  const set = (text: string, height: number): number =>
    analyzeGeometry(
      sourceOf([
        head('THE BRIDGE IS OPEN', 0, 0, { height: 40, block: 'a' }),
        ...body(0, 50, 10, { block: 'b' }),
        { ...head(text, 0, 178, { height, width: 90 }), block: 'c' },
        ...body(0, 180 + height + 6, 10, { block: 'd' }),
        ...body(0, 360, 10, { block: 'e' }),
      ]),
    ).parts.length;
  it('parts the text under a much larger one, and begins no article', () => expect(set('Water falls', 11)).toBe(1));
  it('begins one where it is of their level', () => expect(set('Water falls', 32)).toBe(2));
});
