/**
 * What is in the hand while fragments are carried: a slip of paper, written once, that goes with the pointer over the whole window,
 * and the line where it would land. Both are moved by the compositor, so that a frame of a drag paints nothing at all.
 */
import { toScreen } from '../editor/camera.ts';
import type { Point, Scene } from '../editor/scene.ts';
import type { DragPreview } from './carried.ts';
import { paletteOf } from './palette.ts';
import { writeSlip } from './slip.ts';
import type { Typesetter } from './typesetter.ts';

type HandView = Pick<Scene, 'layout' | 'camera' | 'theme'>;

export interface Hand {
  show(view: HandView, drag: DragPreview | null): void;
  destroy(): void;
}

/** From the pointer. */
const AWAY = { x: 12, y: 10 };
const LINE = 2.5;
const STOP = 7;

export function createHand(container: HTMLElement, typeset: Typesetter): Hand {
  const { ownerDocument: document } = container;
  const slip = document.createElement('div');
  slip.ariaHidden = 'true';
  Object.assign(slip.style, {
    position: 'fixed',
    zIndex: '60',
    left: '0',
    top: '0',
    pointerEvents: 'none',
    display: 'none',
    willChange: 'transform',
  });
  const line = dropLine(document);
  container.append(line, slip);

  let pointer: Point = { x: 0, y: 0 };
  const place = (): void => {
    slip.style.transform = `translate(${Math.round(pointer.x + AWAY.x)}px, ${Math.round(pointer.y + AWAY.y)}px)`;
  };
  const off = new AbortController();
  document.addEventListener(
    'pointermove',
    (event) => {
      pointer = { x: event.clientX, y: event.clientY };
      if (written) place();
    },
    { signal: off.signal, capture: true, passive: true },
  );

  let written: { view: HandView; ids: string } | null = null;

  const showSlip = (view: HandView, drag: DragPreview): void => {
    const ids = `${drag.ids.join(' ')}|${drag.loose?.length ?? 0}`;
    if (written?.ids === ids && sameHand(written.view, view)) return;
    writeSlip(slip, view, drag, typeset);
    line.style.background = paletteOf(view.theme).selection;
    written = { view, ids };
    place();
  };

  const showLine = ({ camera }: HandView, drop: NonNullable<DragPreview['drop']>): void => {
    const { x, y } = toScreen(camera, drop.line);
    const width = `${(drop.line.width * camera.zoom).toFixed(1)}px`;
    if (line.style.width !== width) line.style.width = width;
    line.style.transform = `translate(${x.toFixed(1)}px, ${Math.round(y - LINE / 2)}px)`;
  };

  return {
    show(view, drag) {
      slip.style.display = drag && !byKeyboard(drag) ? '' : 'none';
      line.style.display = drag?.drop ? '' : 'none';
      if (!drag) written = null;
      else showSlip(view, drag);
      if (drag?.drop) showLine(view, drag.drop);
    },
    destroy: () => off.abort(),
  };
}

/** A drag by keys points at the line itself: there is no hand to hold a slip. */
const byKeyboard = ({ at, drop }: DragPreview): boolean =>
  drop !== null && at.x === drop.line.x && at.y === drop.line.y;

function dropLine(document: Document): HTMLElement {
  const line = document.createElement('div');
  const style = {
    position: 'absolute',
    left: '0',
    top: '0',
    height: `${LINE}px`,
    pointerEvents: 'none',
    display: 'none',
    willChange: 'transform',
  };
  Object.assign(line.style, style);
  for (const side of ['left', 'right']) {
    const stop = document.createElement('div');
    const round = { width: `${STOP}px`, height: `${STOP}px`, borderRadius: '50%', background: 'inherit' };
    Object.assign(stop.style, {
      position: 'absolute',
      top: `${(LINE - STOP) / 2}px`,
      [side]: `${-STOP / 2}px`,
      ...round,
    });
    line.append(stop);
  }
  return line;
}

const sameHand = (a: HandView, b: HandView): boolean =>
  a.layout === b.layout && a.theme === b.theme && a.camera.zoom === b.camera.zoom;
