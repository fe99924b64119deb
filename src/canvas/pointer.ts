/** DOM pointer and wheel events into what the editor hears: a hit, page coordinates, a camera. */
import { toPage, zoomAt, type Size } from '../editor/camera.ts';
import type { Camera, CanvasPointer, Hit, Point, Scene } from '../editor/scene.ts';
import { keepInSight, panBy, turnWheel } from './camera.ts';
import { hitTest } from './hit-test.ts';

export interface PointerPort {
  readonly scene: () => Scene;
  readonly size: () => Size;
  readonly onpointer: (event: CanvasPointer) => void;
  readonly oncamera: (camera: Camera) => void;
  readonly onfocus: (point: Point) => void;
}

const MIDDLE = 1;

/** Listens on `root` until it is called. Two fingers pinch, the middle button pans; all else goes to the editor. */
export function listenToPointer(root: HTMLElement, port: PointerPort): () => void {
  const fingers = new Map<number, Point>();
  let panning: Point | null = null;

  const pointOf = (event: MouseEvent): Point => {
    const box = root.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const moveCamera = (camera: Camera): void => {
    const next = keepInSight(camera, port.scene().layout, port.size());
    const { x, y, zoom } = port.scene().camera;
    if (next.x !== x || next.y !== y || next.zoom !== zoom) port.oncamera(next);
  };
  const send = (type: CanvasPointer['type'], event: MouseEvent, hit?: Hit): void => {
    const screen = pointOf(event);
    const { layout, camera, selection, badges, articles } = port.scene();
    port.onpointer({
      type,
      page: toPage(camera, screen),
      screen,
      hit: hit ?? hitTest(layout, camera, screen, selection, badges, articles),
      button: event.button,
      shift: event.shiftKey,
      mod: event.ctrlKey || event.metaKey,
      alt: event.altKey,
    });
  };

  const pinch = (event: PointerEvent): void => {
    const before = [...fingers.values()];
    fingers.set(event.pointerId, pointOf(event));
    const after = [...fingers.values()];
    const [a, b, c, d] = [before[0], before[1], after[0], after[1]];
    if (!a || !b || !c || !d) return;
    const from = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const to = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 };
    const { camera } = port.scene();
    const k = Math.hypot(c.x - d.x, c.y - d.y) / Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1);
    moveCamera(zoomAt(panBy(camera, to.x - from.x, to.y - from.y), to, k));
  };

  const down = (event: PointerEvent): void => {
    root.setPointerCapture(event.pointerId);
    if (event.button === MIDDLE) {
      panning = pointOf(event);
      event.preventDefault();
      return;
    }
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, pointOf(event));
      if (fingers.size === 2) send('cancel', event);
      if (fingers.size > 1) return;
    }
    send('down', event);
  };
  const move = (event: PointerEvent): void => {
    if (fingers.size > 1) return pinch(event);
    const at = pointOf(event);
    port.onfocus(at);
    if (!panning) return send('move', event);
    moveCamera(panBy(port.scene().camera, at.x - panning.x, at.y - panning.y));
    panning = at;
  };
  const up = (event: PointerEvent): void => {
    if (panning && event.button === MIDDLE) {
      panning = null;
      return;
    }
    const pinched = fingers.size > 1;
    fingers.delete(event.pointerId);
    if (!pinched) send('up', event);
  };
  const cancel = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    panning = null;
    send('cancel', event);
  };
  const leave = (event: PointerEvent): void => {
    if (event.buttons === 0) send('move', event, { kind: 'desk' });
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const at = pointOf(event);
    port.onfocus(at);
    moveCamera(turnWheel(port.scene().camera, event, at, port.size()));
  };
  const double = (event: MouseEvent): void => send('double', event);

  const off = new AbortController();
  const { signal } = off;
  root.addEventListener('pointerdown', down, { signal });
  root.addEventListener('pointermove', move, { signal });
  root.addEventListener('pointerup', up, { signal });
  root.addEventListener('pointercancel', cancel, { signal });
  root.addEventListener('pointerleave', leave, { signal });
  root.addEventListener('dblclick', double, { signal });
  root.addEventListener('wheel', wheel, { signal, passive: false });
  return () => off.abort();
}
