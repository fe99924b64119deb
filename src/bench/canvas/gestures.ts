/** What a hand does, frame by frame, as DOM events on the element under the pointer: the same for every engine. */

export type Gesture = 'drag' | 'pan' | 'zoom' | 'band';

const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));

export interface Hand {
  readonly target: Element;
  /** A point on a fragment, and one on nothing, in client pixels. */
  readonly on: { readonly x: number; readonly y: number };
  readonly off: { readonly x: number; readonly y: number };
}

function fire(target: Element, type: 'down' | 'move' | 'up', x: number, y: number, buttons: number): void {
  const init = { clientX: x, clientY: y, bubbles: true, cancelable: true, button: type === 'move' ? -1 : 0, buttons };
  target.dispatchEvent(
    new PointerEvent(`pointer${type}`, { ...init, pointerId: 1, isPrimary: true, pointerType: 'mouse' }),
  );
  target.dispatchEvent(new MouseEvent(`mouse${type}`, { ...init, button: 0 }));
}

const wheel = (target: Element, x: number, y: number, deltaX: number, deltaY: number, ctrlKey: boolean): boolean =>
  target.dispatchEvent(
    new WheelEvent('wheel', { clientX: x, clientY: y, deltaX, deltaY, ctrlKey, bubbles: true, cancelable: true }),
  );

/** Begins a gesture; what it gives back makes one frame of it, and ends it. */
export async function begin(
  gesture: Gesture,
  { target, on, off }: Hand,
): Promise<{ step: (i: number) => Promise<void>; end: () => Promise<void> }> {
  const at = gesture === 'band' ? off : on;
  const held = gesture === 'drag' || gesture === 'band';
  if (held) {
    fire(target, 'down', at.x, at.y, 1);
    for (let i = 1; i <= 3; i++) {
      fire(target, 'move', at.x + 4 * i, at.y + 4 * i, 1);
      await frame();
    }
  }
  return {
    async step(i) {
      if (gesture === 'pan') wheel(target, on.x, on.y, 14 * Math.cos(i / 9), 22 * Math.cos(i / 7), false);
      else if (gesture === 'zoom') wheel(target, on.x, on.y, 0, i % 24 < 12 ? -12 : 12, true);
      else if (gesture === 'drag')
        fire(target, 'move', at.x + 260 * Math.sin(i / 15), at.y + 180 * Math.cos(i / 12), 1);
      else fire(target, 'move', at.x + 200 + (i % 40) * 12, at.y + 150 + (i % 40) * 9, 1);
      await frame();
    },
    async end() {
      if (held) fire(target, 'up', at.x + 100, at.y + 100, 0);
      await frame();
      await frame();
    },
  };
}
