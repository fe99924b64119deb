/** What was dropped glides from the hand to where it landed. */
import type { Preview, Rect } from '../editor/scene.ts';
import type { PageLayout } from '../core/index.ts';
import { unionOf } from './camera.ts';

export const SETTLE_FOR = 150;

export interface Settling {
  readonly rect: Rect;
}

interface Glide {
  readonly from: Rect;
  readonly to: Rect;
  readonly start: number;
}

type Drag = Extract<Preview, { kind: 'drag' }>;

/** From the hand to the place, where the drop changed the sheet; null where nothing landed on it. */
export function glideOf(drag: Drag, before: PageLayout, after: PageLayout, start: number): Glide | null {
  if (before === after || !drag.drop) return null;
  const to = unionOf(drag.ids.map((id) => after.byId.get(id)).filter((box) => box !== undefined));
  if (!to) return null;
  return { from: { x: drag.at.x, y: drag.at.y, width: to.width, height: to.height }, to, start };
}

/** Where it is now; null when it has arrived. */
export function glideAt({ from, to, start }: Glide, now: number): Settling | null {
  const t = (now - start) / SETTLE_FOR;
  if (t >= 1) return null;
  const k = 1 - (1 - Math.max(t, 0)) ** 3;
  const mix = (a: number, b: number): number => a + (b - a) * k;
  return {
    rect: {
      x: mix(from.x, to.x),
      y: mix(from.y, to.y),
      width: mix(from.width, to.width),
      height: mix(from.height, to.height),
    },
  };
}

export type { Glide };
