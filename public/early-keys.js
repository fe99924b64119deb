/**
 * Keys that are pressed while the program is still loading. It says `pasteup-ready` when it can hear them, and they are
 * pressed again. Shares no code with the program: it is there before.
 */
{
  /** Keys that the browser would take for itself. */
  const ours = /^[oksv]$/iu;
  const held = [];

  const hold = (event) => {
    // Whatever has the focus hears its keys itself; Tab moves it.
    if (event.target !== document.body || event.isComposing || event.key === 'Tab') return;
    if ((event.ctrlKey || event.metaKey) && ours.test(event.key)) event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };

  addEventListener('keydown', hold, true);
  addEventListener(
    'pasteup-ready',
    () => {
      removeEventListener('keydown', hold, true);
      for (const { key, code, ctrlKey, metaKey, altKey, shiftKey } of held.splice(0))
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', {
            key,
            code,
            ctrlKey,
            metaKey,
            altKey,
            shiftKey,
            bubbles: true,
            cancelable: true,
          }),
        );
    },
    { once: true },
  );
}
