/**
 * What is in the hand while fragments are dragged: a slip of paper, painted once, and the line where it would land.
 * Both are moved by the compositor, so that a frame of a drag paints nothing at all.
 */
import type { Scene } from '../editor/scene.ts';
import { toScreen } from './camera.ts';
import type { DragPreview } from './paint-carried.ts';
import { paintSlip, slipSize } from './paint-slip.ts';
import { paletteOf } from './palette.ts';
import type { Typesetter } from './typesetter.ts';

type HandView = Pick<Scene, 'layout' | 'camera' | 'theme'>;

export interface Hand {
  show(view: HandView, drag: DragPreview | null, dpr: number): void;
}

/** From the pointer. */
const AWAY = { x: 12, y: 10 };
const LINE = 2.5;
const STOP = 7;

export function createHand(container: HTMLElement, typeset: Typesetter): Hand {
  const { ownerDocument: document } = container;
  const slip = document.createElement('canvas');
  const line = document.createElement('div');
  for (const element of [slip, line])
    Object.assign(element.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none', display: 'none', willChange: 'transform' });
  const stops = [document.createElement('div'), document.createElement('div')];
  for (const [i, stop] of stops.entries())
    Object.assign(stop.style, {
      position: 'absolute',
      top: `${(LINE - STOP) / 2}px`,
      [i ? 'right' : 'left']: `${-STOP / 2}px`,
      width: `${STOP}px`,
      height: `${STOP}px`,
      borderRadius: '50%',
      background: 'inherit',
    });
  line.append(...stops);
  line.style.height = `${LINE}px`;
  container.append(line, slip);

  let painted: { view: HandView; ids: string; dpr: number } | null = null;

  const paint = (view: HandView, drag: DragPreview, dpr: number): void => {
    const { width, height, pad } = slipSize(view, drag.ids);
    slip.width = Math.ceil((width + 2 * pad) * dpr);
    slip.height = Math.ceil((height + 2 * pad) * dpr);
    slip.style.width = `${slip.width / dpr}px`;
    slip.style.height = `${slip.height / dpr}px`;
    const ctx = slip.getContext('2d');
    if (!ctx) throw new Error('this browser gives no 2D canvas');
    ctx.setTransform(dpr, 0, 0, dpr, pad * dpr, pad * dpr);
    paintSlip(ctx, view, drag.ids, typeset);
    line.style.background = paletteOf(view.theme).selection;
  };

  return {
    show(view, drag, dpr) {
      slip.style.display = drag ? '' : 'none';
      line.style.display = drag?.drop ? '' : 'none';
      if (!drag) return;
      const ids = drag.ids.join(' ');
      if (!painted || painted.ids !== ids || painted.dpr !== dpr || !sameHand(painted.view, view)) {
        paint(view, drag, dpr);
        painted = { view, ids, dpr };
      }
      const at = toScreen(view.camera, drag.at);
      const { pad } = slipSize(view, drag.ids);
      slip.style.transform = `translate(${Math.round(at.x + AWAY.x - pad)}px, ${Math.round(at.y + AWAY.y - pad)}px)`;
      if (!drag.drop) return;
      const { x, y } = toScreen(view.camera, drag.drop.line);
      const width = `${(drag.drop.line.width * view.camera.zoom).toFixed(1)}px`;
      if (line.style.width !== width) line.style.width = width;
      line.style.transform = `translate(${x.toFixed(1)}px, ${Math.round(y - LINE / 2)}px)`;
    },
  };
}

const sameHand = (a: HandView, b: HandView): boolean =>
  a.layout === b.layout && a.theme === b.theme && a.camera.zoom === b.camera.zoom;
