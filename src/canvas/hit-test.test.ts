import { describe, expect, it } from 'vitest';
import { articleTops, type PageLayout } from '../core/index.ts';
import { toScreen } from '../editor/camera.ts';
import { badgeBox } from './badge.ts';
import { EDGE, hitTest, idsWithin } from './hit-test.ts';
import { numberPlate } from './number-plate.ts';
import { sampleSheet } from './sample-layout.ts';

const layout = sampleSheet();
const camera = { x: 11, y: 7, zoom: 1.5 };
const none = new Set<string>();

function boxOf(id: string, of: PageLayout = layout) {
  const box = of.byId.get(id);
  if (!box) throw new Error(`the sample has no ${id}`);
  return box;
}
const middle = (id: string) => {
  const { x, y, width, height } = boxOf(id);
  return toScreen(camera, { x: x + width / 2, y: y + height / 2 });
};

describe('hitTest', () => {
  it('finds each fragment in its middle', () => {
    for (const box of layout.boxes)
      expect(hitTest(layout, camera, middle(box.fragment.id), none)).toEqual({ kind: 'fragment', id: box.fragment.id });
  });

  it('tells the sheet from the desk', () => {
    expect(hitTest(layout, camera, toScreen(camera, { x: 10, y: 10 }), none)).toEqual({ kind: 'sheet' });
    expect(hitTest(layout, camera, { x: 2, y: 2 }, none)).toEqual({ kind: 'desk' });
  });

  it('finds the gutter and the column left of it', () => {
    const [first, second] = layout.columns;
    if (!first || !second) throw new Error('the sample has no columns');
    const at = toScreen(camera, { x: (first.x + first.width + second.x) / 2, y: 800 });
    expect(hitTest(layout, camera, at, none)).toEqual({ kind: 'gutter', column: first.id });
  });

  it('gives a spanning head before the gutters that it covers', () => {
    const head = boxOf('f1');
    const gutter = layout.columns[1];
    if (!gutter) throw new Error('the sample has no columns');
    expect(hitTest(layout, camera, toScreen(camera, { x: gutter.x - 3, y: head.y + 5 }), none)).toEqual({
      kind: 'fragment',
      id: 'f1',
    });
  });

  it('finds both edges of a fragment that is selected alone, at any zoom', () => {
    const box = boxOf('f3');
    for (const zoom of [0.4, 1, 3]) {
      const near = { x: 0, y: 0, zoom };
      const left = toScreen(near, { x: box.x, y: box.y + 4 });
      const right = toScreen(near, { x: box.x + box.width, y: box.y + 4 });
      const one = new Set(['f3']);
      expect(hitTest(layout, near, { ...left, x: left.x - EDGE + 1 }, one)).toEqual({
        kind: 'edge',
        id: 'f3',
        side: 'left',
      });
      expect(hitTest(layout, near, { ...right, x: right.x + EDGE - 1 }, one)).toEqual({
        kind: 'edge',
        id: 'f3',
        side: 'right',
      });
      expect(hitTest(layout, near, right, new Set(['f3', 'f4'])).kind).not.toBe('edge');
    }
  });

  it('finds a badge before the fragment under it', () => {
    const badges = new Map([['f6', { text: '→ 2版', pending: true }]]);
    const badge = badgeBox(boxOf('f6'), '→ 2版', layout.bodySize);
    const at = toScreen(camera, { x: badge.x + badge.width / 2, y: badge.y + badge.height / 2 });
    expect(hitTest(layout, camera, at, none, badges)).toEqual({ kind: 'badge', id: 'f6' });
  });

  it('finds the numbers of articles where they are painted, at any zoom', () => {
    const articles = new Map([
      ['a1', { number: 3, hue: 0, title: '' }],
      ['a2', { number: 12, hue: 1, title: '' }],
    ]);
    for (const zoom of [0.6, 1, 3])
      for (const top of articleTops(layout)) {
        const near = { x: 5, y: 9, zoom };
        const number = articles.get(top.article)?.number ?? 0;
        const plate = numberPlate(top, number, zoom, layout.bodySize);
        if (!plate) throw new Error('the number is painted');
        const at = toScreen(near, { x: plate.x + plate.width / 2, y: plate.y + plate.height / 2 });
        const hit = { kind: 'number', article: top.article, id: top.box.fragment.id };
        expect(hitTest(layout, near, at, none, new Map(), articles)).toEqual(hit);
        // It is taken before the edge that it covers, and is not there without a number.
        expect(hitTest(layout, near, at, new Set([hit.id]), new Map(), articles)).toEqual(hit);
        expect(hitTest(layout, near, at, none).kind).not.toBe('number');
        const beside = toScreen(near, { x: plate.x + plate.width + 1 / zoom, y: plate.y + plate.height / 2 });
        expect(hitTest(layout, near, beside, none, new Map(), articles).kind).not.toBe('number');
      }
  });

  it('finds no number that is too small to be painted', () => {
    const [top] = articleTops(layout);
    if (!top) throw new Error('the sample has no article');
    const far = { x: 0, y: 0, zoom: 0.1 };
    expect(numberPlate(top, 1, far.zoom, layout.bodySize)).toBeNull();
    const marks = new Map([[top.article, { number: 1, hue: 0, title: '' }]]);
    const at = toScreen(far, { x: top.x + 1, y: top.y + 1 });
    expect(hitTest(layout, far, at, none, new Map(), marks).kind).toBe('fragment');
  });

  it('takes what a band touches', () => {
    const head = boxOf('f1');
    expect(idsWithin(layout, { x: 0, y: 0, width: 60, height: head.y + head.height + 1 })).toEqual(['f1', 'f2']);
    expect(idsWithin(layout, { x: 0, y: 1000, width: 700, height: 50 })).toEqual([]);
  });
});

describe('badgeBox', () => {
  it('stays inside its column beside a short last line, and goes under a long one', () => {
    const short = boxOf('f6');
    const inside = badgeBox(short, '→2版', layout.bodySize);
    expect(inside.x + inside.width).toBeLessThanOrEqual(short.x + short.width + 0.01);
    const under = badgeBox(short, '→ continued on page 2 of the weekend part', layout.bodySize);
    expect(under.y).toBeGreaterThanOrEqual(short.y + short.height - 0.01);
  });
});
