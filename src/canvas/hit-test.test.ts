import { describe, expect, it } from 'vitest';
import type { PageLayout } from '../core/index.ts';
import { toScreen } from '../editor/camera.ts';
import { badgeBox } from './badge.ts';
import { EDGE, hitTest, idsWithin } from './hit-test.ts';
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
