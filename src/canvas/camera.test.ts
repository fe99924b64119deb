import { describe, expect, it } from 'vitest';
import { toPage } from '../editor/camera.ts';
import { keepInSight, seenRect, turnWheel, unionOf } from './camera.ts';

const size = { width: 1000, height: 800 };
const camera = { x: 37, y: -12, zoom: 1.3 };
const turn = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

describe('the canvas camera', () => {
  it('pans with the wheel, sideways with Shift, in lines and pages too', () => {
    const at = { x: 100, y: 100 };
    expect(turnWheel(camera, { ...turn, deltaX: 3, deltaY: 10 }, at, size)).toEqual({ x: 34, y: -22, zoom: 1.3 });
    expect(turnWheel(camera, { ...turn, deltaY: 10, shiftKey: true }, at, size)).toEqual({ x: 27, y: -12, zoom: 1.3 });
    expect(turnWheel(camera, { ...turn, deltaY: 2, deltaMode: 1 }, at, size).y).toBe(-52);
    expect(turnWheel(camera, { ...turn, deltaY: 1, deltaMode: 2 }, at, size).y).toBe(-652);
  });

  it('zooms with Ctrl or Cmd and keeps the point under the pointer', () => {
    const at = { x: 640, y: 210 };
    for (const [deltaY, key] of [
      [-10, 'ctrlKey'],
      [300, 'metaKey'],
      [-9000, 'ctrlKey'],
    ] as const) {
      const next = turnWheel(camera, { ...turn, deltaY, [key]: true }, at, size);
      expect(Math.sign(next.zoom - camera.zoom)).toBe(-Math.sign(deltaY));
      expect(toPage(next, at).x).toBeCloseTo(toPage(camera, at).x, 6);
      expect(toPage(next, at).y).toBeCloseTo(toPage(camera, at).y, 6);
      expect(next.zoom / camera.zoom).toBeLessThan(1.3);
    }
  });

  it('never loses the sheet', () => {
    const sheet = { width: 780, height: 1106 };
    expect(keepInSight({ x: 9000, y: -9000, zoom: 1 }, sheet, size)).toEqual({ x: 920, y: 80 - 1106, zoom: 1 });
    expect(keepInSight(camera, sheet, size)).toBe(camera);
  });

  it('knows what is seen', () => {
    expect(seenRect({ x: -100, y: 50, zoom: 2 }, size)).toEqual({ x: 50, y: -25, width: 500, height: 400 });
    expect(
      unionOf([
        { x: 0, y: 5, width: 10, height: 10 },
        { x: 20, y: 0, width: 5, height: 5 },
      ]),
    ).toEqual({ x: 0, y: 0, width: 25, height: 15 });
    expect(unionOf([])).toBeNull();
  });
});
