/** A press that wanders becomes a drag; one that does not stays a click. */
export function pressToDrag(event: PointerEvent, begin: () => void): void {
  if (event.button !== 0) return;
  const from = { x: event.clientX, y: event.clientY };
  const move = (e: PointerEvent): void => {
    if (Math.hypot(e.clientX - from.x, e.clientY - from.y) < 4) return;
    stop();
    begin();
  };
  const stop = (): void => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', stop);
    removeEventListener('pointercancel', stop);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', stop);
  addEventListener('pointercancel', stop);
}
