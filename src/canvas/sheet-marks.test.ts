import { describe, expect, it } from 'vitest';
import { articleTops, columnRules, emptyColumns } from '../core/index.ts';
import { carriedBoxes } from './carried.ts';
import { isMoved, roomFor } from './drop-room.ts';
import { flowLine } from './flow-line.ts';
import { articleHull, outline } from './hull.ts';
import { sampleLayout, sampleSheet } from './sample-layout.ts';

const layout = sampleSheet();
const box = (id: string) => {
  const found = layout.byId.get(id);
  if (!found) throw new Error(`the sample has no ${id}`);
  return found;
};

describe('articleTops', () => {
  it('marks the head, and a stray run under another article, but no column below the head', () => {
    expect(articleTops(layout).map((top) => [top.article, top.box.fragment.id])).toEqual([
      ['a1', 'f1'],
      ['a2', 'f5'],
      ['a1', 'f6'],
    ]);
  });

  it('makes one extent of the columns of a headless article', () => {
    const headless = sampleLayout([1, 2, 3].map((column) => ({ text: '市民可以借阅地方志。', column, article: 'a1' })));
    const [top, ...rest] = articleTops(headless);
    expect(rest).toEqual([]);
    expect(top?.width).toBeCloseTo(
      (headless.columns[2]?.x ?? 0) + (headless.columns[2]?.width ?? 0) - (headless.columns[0]?.x ?? 0),
    );
  });
});

describe('columnRules', () => {
  it('stops where a head spans the gutter', () => {
    const head = box('f1');
    const rules = columnRules(layout);
    expect(rules.filter((rule) => rule.top < head.y + head.height).length).toBe(2);
    expect(rules.length).toBe(4);
  });

  it('guides the columns in which nothing stands', () => {
    expect(emptyColumns(layout).map((rect) => rect.x)).toEqual([layout.columns[3]?.x]);
  });
});

describe('flowLine', () => {
  it('numbers the changes of column in reading order, up the gutter between them', () => {
    const { legs, circles, paths } = flowLine(layout, ['f1', 'f2', 'f3', 'f4', 'f6']);
    expect(legs.map((leg) => [leg.first.fragment.id, leg.last.fragment.id])).toEqual([
      ['f1', 'f2'],
      ['f3', 'f3'],
      ['f4', 'f4'],
      ['f6', 'f6'],
    ]);
    expect(circles.map((circle) => circle.number)).toEqual([2, 3, 4]);
    expect(paths[0]?.[0]?.x).toBeCloseTo(box('f3').x - 7);
    expect(paths[0]?.at(-1)).toEqual(circles[0]?.at);
  });

  it('is nothing where an article runs down one column', () => {
    expect(flowLine(layout, ['f1', 'f2'])).toMatchObject({ circles: [], paths: [] });
    expect(flowLine(layout, ['gone'])).toMatchObject({ legs: [], circles: [], paths: [] });
  });

  it('numbers the first run too where the article does not begin there', () => {
    expect(flowLine(layout, ['f3', 'f2']).circles.map((circle) => circle.number)).toEqual([1, 2]);
  });
});

describe('outline', () => {
  it('goes around two rectangles that touch as one', () => {
    const [ring, ...rest] = outline([
      { x: 0, y: 0, width: 10, height: 10 },
      { x: 10, y: 0, width: 10, height: 4 },
    ]);
    expect(rest).toEqual([]);
    expect(ring).toHaveLength(6);
  });

  it('gives a ring each to those that lie apart', () => {
    expect(
      outline([
        { x: 0, y: 0, width: 5, height: 5 },
        { x: 20, y: 20, width: 5, height: 5 },
      ]),
    ).toHaveLength(2);
    expect(outline([])).toEqual([]);
  });

  it('draws the article and its stray run', () => {
    expect(articleHull(layout, 'a1')).toHaveLength(2);
  });
});

describe('roomFor', () => {
  const drop = (id: string, column: number) => ({
    page: 'p1',
    column: `c${column}`,
    after: null,
    span: 1,
    line: { x: box(id).x, y: box(id).y, width: box(id).width },
  });

  it('moves what stands in the column under the line, by the height of what comes', () => {
    const room = roomFor(layout, drop('f5', 5), 70);
    expect(room.field).toMatchObject({ x: box('f5').x, y: box('f5').y, height: 70 });
    expect(['f4', 'f5', 'f6'].map((id) => isMoved(room, box(id)))).toEqual([false, true, true]);
  });

  it('leaves a head over more columns where it is', () => {
    const room = roomFor(layout, drop('f1', 1), 50);
    expect(
      roomFor(layout, { ...drop('f2', 1), line: { ...drop('f2', 1).line, y: box('f1').y } }, 50).moved.height,
    ).toBe(0);
    expect(isMoved(room, box('f1'))).toBe(true);
  });
});

describe('carriedBoxes', () => {
  it('sets what is carried as it would stand in the measure where it lands', () => {
    const width = box('f5').width;
    const loose = [{ id: 'x1', text: '步道将分三期建成，首期六公里。', role: 'body' as const }];
    const [same, wide, from, unknown] = carriedBoxes(layout, { ids: ['f2', 'f1', 'x1', 'x2'], loose }, width, 1);
    expect(same?.lines).toBe(box('f2').lines);
    expect(wide?.lines.map((line) => line.text).join('')).toBe('沿河步道下月开放');
    expect(wide?.size).toBeLessThan(box('f1').size);
    expect(from?.lines.map((line) => line.text).join('')).toBe(loose[0]?.text);
    expect(unknown).toMatchObject({ lines: [], width });
  });
});
