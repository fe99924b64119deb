import { describe, expect, it } from 'vitest';
import { edgePan, fitPage, fitRect, fitSelection, fitWidth, keepInSight, LEAST_ZOOM, MOST_ZOOM, toPage, toScreen, turnWheel, zoomTo } from './camera.ts';
import { sampleSheet } from './sample-layout.ts';

const size = { width: 1000, height: 800 };
const camera = { x: 37, y: -12, zoom: 1.3 };
const turn = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

describe('camera', () => {
  it('goes to the page and back', () => {
    const at = { x: 123, y: 456 };
    const back = toScreen(camera, toPage(camera, at));
    expect(back.x).toBeCloseTo(at.x);
    expect(back.y).toBeCloseTo(at.y);
  });

  it('keeps the point under the pointer when it zooms', () => {
    const at = { x: 640, y: 210 };
    for (const zoom of [0.2, 1, 3.7, 100, 0.0001]) {
      const next = zoomTo(camera, zoom, at);
      expect(toPage(next, at).x).toBeCloseTo(toPage(camera, at).x, 6);
      expect(toPage(next, at).y).toBeCloseTo(toPage(camera, at).y, 6);
      expect(next.zoom).toBeGreaterThanOrEqual(LEAST_ZOOM);
      expect(next.zoom).toBeLessThanOrEqual(MOST_ZOOM);
    }
  });

  it('fits the page with a margin all around, in the middle', () => {
    const layout = sampleSheet();
    const fitted = fitPage(layout, size);
    const topLeft = toScreen(fitted, { x: 0, y: 0 });
    const end = toScreen(fitted, { x: layout.width, y: layout.height });
    expect(topLeft.y).toBeCloseTo(24);
    expect(end.y).toBeCloseTo(size.height - 24);
    expect(topLeft.x).toBeCloseTo(size.width - end.x);
  });

  it('fits the width and begins at the top', () => {
    const layout = sampleSheet();
    const fitted = fitWidth(layout, size);
    expect(toScreen(fitted, { x: 0, y: 0 }).x).toBeCloseTo(24);
    expect(fitted.y).toBe(24);
    expect(toScreen(fitted, { x: layout.width, y: 0 }).x).toBeCloseTo(size.width - 24);
  });

  it('fits a selection without coming closer than twice life size', () => {
    const layout = sampleSheet();
    const fitted = fitSelection(layout, ['f2', 'f4', 'gone'], size);
    const first = layout.byId.get('f2');
    const last = layout.byId.get('f4');
    if (!first || !last) throw new Error('the sample has changed');
    expect(toScreen(fitted, first).x).toBeGreaterThanOrEqual(0);
    expect(toScreen(fitted, { x: last.x + last.width, y: 0 }).x).toBeLessThanOrEqual(size.width);
    expect(fitSelection(layout, ['f6'], size).zoom).toBe(2);
    expect(fitSelection(layout, [], size)).toEqual(fitPage(layout, size));
  });

  it('does not divide by an empty rectangle', () => {
    expect(fitRect({ x: 5, y: 5, width: 0, height: 0 }, size).zoom).toBe(MOST_ZOOM);
    expect(fitRect({ x: 0, y: 0, width: 100, height: 100 }, { width: 10, height: 10 }).zoom).toBe(LEAST_ZOOM);
  });

  it('pans with the wheel, sideways with Shift, zooms with Ctrl or Cmd', () => {
    const at = { x: 100, y: 100 };
    expect(turnWheel(camera, { ...turn, deltaX: 3, deltaY: 10 }, at, size)).toEqual({ x: 34, y: -22, zoom: 1.3 });
    expect(turnWheel(camera, { ...turn, deltaY: 10, shiftKey: true }, at, size)).toEqual({ x: 27, y: -12, zoom: 1.3 });
    expect(turnWheel(camera, { ...turn, deltaY: 2, deltaMode: 1 }, at, size).y).toBe(-52);
    expect(turnWheel(camera, { ...turn, deltaY: -10, ctrlKey: true }, at, size).zoom).toBeGreaterThan(1.3);
    expect(turnWheel(camera, { ...turn, deltaY: 10, metaKey: true }, at, size).zoom).toBeLessThan(1.3);
  });

  it('runs on near the edges, and nowhere else', () => {
    expect(edgePan({ x: 500, y: 400 }, size)).toEqual({ x: 0, y: 0 });
    expect(edgePan({ x: 0, y: 400 }, size)).toEqual({ x: 18, y: 0 });
    expect(edgePan({ x: 980, y: 799 }, size)).toEqual({ x: -9, y: -17 });
    expect(edgePan({ x: -300, y: 4000 }, size)).toEqual({ x: 18, y: -18 });
  });

  it('never loses the sheet', () => {
    const sheet = { width: 780, height: 1106 };
    const far = keepInSight({ x: 9000, y: -9000, zoom: 1 }, sheet, size);
    expect(far).toEqual({ x: 920, y: 80 - 1106, zoom: 1 });
    expect(keepInSight(camera, sheet, size)).toBe(camera);
  });
});
