/** Numbers in attributes. */
import type { Box } from '../../model/edition.ts';
import type { Attributes } from './attributes.ts';
import type { Fail } from './stream.ts';

/** Beyond this no page has a place; such numbers are left out. */
const FARTHEST = 1e9;

export function attributeNumber(attributes: Attributes, key: string, fail: Fail): number | undefined {
  const n = attributes.number(key);
  if (n === undefined) return undefined;
  if (!Number.isFinite(n)) fail('xml.bad-number', { attribute: key, value: attributes.get(key)?.slice(0, 40) ?? '' });
  return Math.abs(n) > FARTHEST ? undefined : n;
}

const POINT = /^\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*,\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*$/iu;

/** The box round the points of a polygon, `x,y x,y …`; null where there are none. */
export function boxOfPoints(points: string, fail: Fail): Box | null {
  const bounds = new Bounds();
  for (const pair of points.split(/\s+(?!,)/u)) {
    if (pair === '') continue;
    const found = POINT.exec(pair);
    const [x, y] = [Number(found?.[1]), Number(found?.[2])];
    if (!Number.isFinite(x) || !Number.isFinite(y))
      fail('xml.bad-point', { attribute: 'points', value: pair.slice(0, 40) });
    bounds.add(x, y);
  }
  return bounds.box();
}

/** Grows round what is added. */
export class Bounds {
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  add(x: number, y: number): void {
    if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST) return;
    if (x < this.#left) this.#left = x;
    if (x > this.#right) this.#right = x;
    if (y < this.#top) this.#top = y;
    if (y > this.#bottom) this.#bottom = y;
  }
  addBox([x, y, width, height]: Box): void {
    this.add(x, y);
    this.add(x + width, y + height);
  }
  box(): Box | null {
    return this.#right < this.#left
      ? null
      : [this.#left, this.#top, this.#right - this.#left, this.#bottom - this.#top];
  }
}
