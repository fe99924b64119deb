import { describe, expect, it } from 'vitest';
import { findColumns } from './columns.ts';
import { deskew, shearOf } from './deskew.ts';
import { bodyHeightOf, frameOf, weightedMedian } from './layout-line.ts';
import { readingOrder } from './reading-order.ts';
import { askew, body, head, layoutLines, sourceOf, type SetLine } from './set-page.testing.ts';

const columnsOf = (lines: readonly SetLine[]) => findColumns(layoutLines(lines), 10);
type Rules = readonly (readonly [number, number, number])[];
const order = (lines: readonly SetLine[], rules: Rules = [], uprights: Rules = []): string[] => {
  const { placed, pitch } = columnsOf(lines);
  return readingOrder(placed, { body: 10, pitch, rules, uprights }).flatMap((flow) =>
    flow.items.map((item) => item.line.text),
  );
};
const named = (name: string, lines: SetLine[]): SetLine[] =>
  lines.map((line, i) => ({ ...line, text: `${name}${i} ${line.text}` }));
/** The names of the stretches in the order in which they are read. */
const stretches = (texts: readonly string[]): string =>
  texts
    .map((text) => /^[A-Z]+/u.exec(text)?.[0] ?? text)
    .filter((name, i, all) => name !== all[i - 1])
    .join(' ');

describe('frame', () => {
  it('takes the height that most letters stand in, not the most lines', () => {
    expect(
      bodyHeightOf(
        layoutLines([
          ...body(0, 0, 6),
          ...Array.from({ length: 9 }, (_, i) => head('Ad', 0, 200 + i * 30, { height: 25 })),
        ]),
      ),
    ).toBe(10);
    expect(weightedMedian([1, 9], [1, 5])).toBe(9);
  });
  it('turns vertical Chinese so that it reads to the right and down', () => {
    const text = '河水昨夜上涨两岸居民';
    const frame = frameOf(
      sourceOf(
        [
          { text, box: [180, 0, 10, 100] },
          { text, box: [165, 0, 10, 100] },
          { text, box: [150, 0, 10, 100] },
        ],
        { width: 200, height: 300 },
      ),
    );
    expect(frame.vertical).toBe(true);
    expect(frame.lines.map((line) => [line.x0, line.x1, line.y0])).toEqual([
      [0, 100, 10],
      [0, 100, 25],
      [0, 100, 40],
    ]);
  });
  it('leaves a tall line of Western text as it is', () =>
    expect(frameOf(sourceOf([{ text: 'PRICES OF GRAIN', box: [0, 0, 10, 200] }])).vertical).toBe(false));
  it('keeps lines without a box aside', () => {
    const source = sourceOf(body(0, 0, 3));
    const { box: _, ...bare } = source.lines[1]!;
    expect(frameOf({ ...source, lines: [source.lines[0]!, bare, source.lines[2]!] }).unplaced).toEqual([1]);
  });
});

describe('deskew', () => {
  const page = [...body(0, 0, 40), ...body(220, 0, 40)];
  it('sets a slanting page upright', () => {
    const lines = layoutLines(askew(page, 0.012));
    expect(shearOf(lines, 10)).toBeCloseTo(0.012, 2);
    deskew(lines, 10);
    const lefts = lines.filter((line) => line.index > 0 && line.index < 39).map((line) => line.x0);
    expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThan(2);
  });
  it('leaves an upright page alone', () => expect(shearOf(layoutLines(page), 10)).toBe(0));
  it('does not judge by a handful of lines', () =>
    expect(shearOf(layoutLines(askew(body(0, 0, 5), 0.02)), 10)).toBe(0));
});

describe('columns', () => {
  it('come from full lines; indents and short last lines fall into them', () => {
    const { strips, placed } = columnsOf([
      ...body(0, 0, 8),
      ...body(0, 100, 8),
      ...body(220, 0, 8),
      ...body(220, 100, 8),
    ]);
    expect(strips.map((strip) => [Math.round(strip.x0), Math.round(strip.x1)])).toEqual([
      [0, 200],
      [220, 420],
    ]);
    expect(placed.every((item) => item.strip !== null)).toBe(true);
  });
  it('may be of several measures on one page', () => {
    const { strips } = columnsOf([...body(0, 0, 8, { width: 420 }), ...body(0, 120, 8), ...body(220, 120, 8)]);
    expect(strips.map((strip) => Math.round(strip.x1 - strip.x0)).sort((a, b) => a - b)).toEqual([200, 200, 420]);
  });
  it('verse that is indented makes no column of its own', () => {
    const verse = Array.from({ length: 8 }, (_, i): SetLine => ({
      text: 'the river rose and fell',
      box: [30, 100 + i * 12, 120, 10],
    }));
    expect(columnsOf([...body(0, 0, 8), ...verse, ...body(0, 200, 8)]).strips).toHaveLength(1);
  });
  it('a head over two columns stands in none, a row read across two goes to the first', () => {
    const { placed } = columnsOf([
      head('A WIDE HEAD', 0, 0, { span: 420, width: 380 }),
      ...body(0, 30, 6, { open: true }),
      ...body(220, 30, 6, { open: true }),
      { text: 'one row of two columns that was read as one line of text', box: [0, 102, 420, 10] },
      ...body(0, 114, 6, { flush: true }),
      ...body(220, 114, 6, { flush: true }),
    ]);
    const strip = (start: string) => placed.find((item) => item.line.text.startsWith(start))?.strip;
    expect(strip('A WIDE')).toBeNull();
    expect(strip('one row')).toBe(0);
  });
});

describe('a head across of two lines', () => {
  const first = head('The council met and spoke of the old bridge', 0, 0, { height: 20, span: 640, width: 630 });
  const second: SetLine = { text: 'over the river', box: [220, 24, 150, 20] };
  const stripOf = (lines: SetLine[], text: string) => columnsOf(lines).placed.find((item) => item.line.text === text);
  const columns = [0, 220, 440].flatMap((x) => body(x, 60, 20));
  it('has its short second line under the first, as wide as that', () =>
    expect(stripOf([first, second, ...columns], 'over the river')).toMatchObject({ strip: null, x0: 5, x1: 635 }));
  it('unless others stand beside it, as heads of the columns do, or it is of another size', () => {
    const beside = [0, 440].map((x): SetLine => ({ text: `head ${x}`, box: [x, 24, 150, 20] }));
    expect(stripOf([first, second, ...beside, ...columns], 'over the river')?.strip).toBe(1);
    expect(stripOf([first, { ...second, box: [220, 24, 150, 12] }, ...columns], 'over the river')?.strip).toBe(1);
  });
});

describe('reading order', () => {
  it('goes down each column, whatever the file order', () => {
    const lines = [...named('B', body(220, 0, 20)), ...named('A', body(0, 3, 20))];
    expect(stretches(order(lines.reverse()))).toBe('A B');
  });
  it('reads a head across before the columns under it, and cuts what stands above', () => {
    const lines = [
      ...named('A', body(0, 0, 10)),
      ...named('B', body(220, 0, 10)),
      head('HEAD', 0, 140, { span: 420, width: 380 }),
      ...named('C', body(0, 180, 10)),
      ...named('D', body(220, 180, 10)),
    ];
    expect(stretches(order(lines))).toBe('A B HEAD C D');
  });
  it('cuts at a head over some columns only where it stands', () => {
    const lines = [
      ...named('A', body(0, 0, 10)),
      ...named('B', body(220, 0, 10)),
      head('HEAD', 0, 140, { span: 420, width: 380 }),
      ...named('C', body(0, 180, 10)),
      ...named('D', body(220, 180, 10)),
      ...named('E', body(440, 0, 25)),
      ...named('F', body(660, 0, 25)),
    ];
    expect(stretches(order(lines))).toBe('A B HEAD C D E F');
  });
  it('reads heads side by side each with its columns, under a title over all', () => {
    const lines = [
      head('TITLE', 0, 0, { span: 860, width: 800, height: 40 }),
      head('LEFT', 0, 60, { span: 420, width: 380 }),
      ...named('A', body(0, 100, 20)),
      ...named('B', body(220, 100, 20)),
      head('RIGHT', 440, 60, { span: 420, width: 380 }),
      ...named('C', body(440, 100, 20)),
      ...named('D', body(660, 100, 20)),
    ];
    expect(stretches(order(lines))).toBe('TITLE LEFT A B RIGHT C D');
  });
  it('parts bands where all columns break off at one height in mid-sentence', () => {
    const tops = [0, 1, 2].flatMap((c) => named('ABC'[c]!, body(c * 220, 0, 12, { open: true })));
    const feet = [0, 1, 2].flatMap((c) => named('DEF'[c]!, body(c * 220, 175, 12, { open: c < 2, flush: c > 0 })));
    expect(stretches(order([...tops, ...feet]))).toBe('A B C D E F');
  });
  it('takes no white that two columns share by chance for a border', () => {
    const lines = [
      ...named('A', body(0, 0, 12)),
      ...named('B', body(0, 160, 20)),
      ...named('C', body(220, 0, 12)),
      ...named('D', body(220, 170, 20)),
    ];
    expect(stretches(order(lines))).toBe('A B C D');
  });
  it('unless a rule is printed there', () => {
    const lines = [
      ...named('A', body(0, 0, 12)),
      ...named('B', body(0, 160, 20)),
      ...named('C', body(220, 0, 12)),
      ...named('D', body(220, 160, 20)),
    ];
    expect(stretches(order(lines, [[0, 420, 151]]))).toBe('A C B D');
  });
  it('a rule that crosses the gutter is enough, one within a column is not', () => {
    const lines = [
      ...named('A', body(0, 0, 12)),
      ...named('B', body(0, 160, 20)),
      ...named('C', body(220, 0, 12)),
      ...named('D', body(220, 160, 20)),
    ];
    expect(stretches(order(lines, [[120, 300, 151]]))).toBe('A C B D');
    const uneven = [...lines.slice(0, 44), ...named('D', body(220, 170, 20))];
    expect(stretches(order(uneven, [[10, 190, 151]]))).toBe('A B C D');
  });
  it('a rule across some of the columns parts those alone', () => {
    const lines = [
      ...named('A', body(0, 0, 12)),
      ...named('B', body(0, 160, 20)),
      ...named('C', body(220, 0, 12)),
      ...named('D', body(220, 160, 20)),
      ...named('E', body(440, 0, 33)),
      ...named('F', body(660, 0, 33)),
    ];
    expect(stretches(order(lines, [[0, 420, 151]]))).toBe('A C B D E F');
    expect(stretches(order(lines))).toBe('A B C D E F');
  });
  it('an upright rule parts what no gutter does, unless lines cross it', () => {
    const ragged = (name: string, x: number): SetLine[] =>
      Array.from({ length: 12 }, (_, i) => ({
        text: `${name}${i} a price or two`,
        box: [x + ((i * 37) % 50), i * 14, 60 + ((i * 23) % 60), 10],
      }));
    const lines = [...ragged('A', 0), ...ragged('B', 150)];
    expect(stretches(order(lines, [], [[0, 170, 148]]))).toBe('A B');
    const crossed = [...lines, head('HEAD', 0, 172, { span: 300, width: 260 }), ...body(0, 200, 10, { width: 300 })];
    expect(stretches(order(crossed, [], [[0, 320, 148]]))).toContain('HEAD');
    expect(order(crossed, [], [[0, 320, 148]]).length).toBe(crossed.length);
  });
  it('does not take the rows of a list for bands', () => {
    const cells = [0, 1, 2, 3].flatMap((c) =>
      Array.from({ length: 8 }, (_, i): SetLine => ({
        text: `${'ABCD'[c]}${i} a place name`,
        box: [c * 220, i * 40, MEASURE_OF_CELLS, 10],
      })),
    );
    expect(stretches(order(cells))).toBe('A B C D');
  });
  it('loses no line and repeats none', () => {
    const lines = [...body(0, 0, 30), ...body(220, 7, 25), head('X', 100, 140, { span: 200, width: 190 })];
    expect(order(lines).length).toBe(lines.length);
  });
});
const MEASURE_OF_CELLS = 150;
