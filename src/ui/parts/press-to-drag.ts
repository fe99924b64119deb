/** A press that wanders becomes a drag; one that does not is let go, wherever the list has moved meanwhile: no click would tell of it. */
export function pressToDrag(event: PointerEvent, begin: () => void, letGo?: () => void): void {
  if (event.button !== 0) return;
  const from = { x: event.clientX, y: event.clientY };
  const move = (e: PointerEvent): void => {
    if (Math.hypot(e.clientX - from.x, e.clientY - from.y) < 4) return;
    stop();
    begin();
  };
  const up = (): void => {
    stop();
    letGo?.();
  };
  const stop = (): void => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', up);
    removeEventListener('pointercancel', stop);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', up);
  addEventListener('pointercancel', stop);
}
