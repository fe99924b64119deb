/** A uniform grid over boxes: which of them touch a rectangle, without looking at the others. */
import type { Point, Rect } from '../editor/scene.ts';

export interface GridIndex<T extends Rect> {
  /** Those that touch the rectangle, in the order in which they were given. */
  within(rect: Rect): T[];
  /** The last one given that holds the point. */
  at(point: Point): T | undefined;
}

const BOXES_PER_CELL = 2;
const MOST_CELLS = 200;

export const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const holds = (rect: Rect, { x, y }: Point): boolean =>
  x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;

export function gridIndex<T extends Rect>(boxes: readonly T[], width: number, height: number): GridIndex<T> {
  const cells = Math.max(1, boxes.length / BOXES_PER_CELL);
  const across = clamp(Math.round(Math.sqrt((cells * width) / Math.max(height, 1))), 1, MOST_CELLS);
  const down = clamp(Math.round(cells / across), 1, MOST_CELLS);
  const columnAt = (x: number): number => clamp(Math.floor((x / width) * across), 0, across - 1);
  const rowAt = (y: number): number => clamp(Math.floor((y / height) * down), 0, down - 1);
  const grid: number[][] = Array.from({ length: across * down }, () => []);
  const eachCell = (rect: Rect, visit: (cell: number[]) => void): void => {
    const right = columnAt(rect.x + rect.width);
    const bottom = rowAt(rect.y + rect.height);
    for (let row = rowAt(rect.y); row <= bottom; row++)
      for (let column = columnAt(rect.x); column <= right; column++) visit(grid[row * across + column] ?? []);
  };
  boxes.forEach((box, i) => eachCell(box, (cell) => cell.push(i)));

  const seen = new Uint32Array(boxes.length);
  let round = 0;
  return {
    within(rect) {
      round++;
      const found: number[] = [];
      eachCell(rect, (cell) => {
        for (const i of cell) {
          if (seen[i] === round) continue;
          seen[i] = round;
          const box = boxes[i];
          if (box && touches(box, rect)) found.push(i);
        }
      });
      return found
        .sort((a, b) => a - b)
        .map((i) => boxes[i])
        .filter((box) => box !== undefined);
    },
    at(point) {
      const cell = grid[rowAt(point.y) * across + columnAt(point.x)] ?? [];
      for (let i = cell.length - 1; i >= 0; i--) {
        const box = boxes[cell[i] ?? -1];
        if (box && holds(box, point)) return box;
      }
      return undefined;
    },
  };
}

const clamp = (n: number, low: number, high: number): number => Math.min(Math.max(n, low), high);
