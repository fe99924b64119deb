/** Resolves when no dialog is open: what arrives meanwhile waits. */
import type { Session } from '../editor/session.svelte.ts';

export function whenClosed(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const stop = $effect.root(() => {
      $effect(() => {
        if (session.dialog !== null) return;
        resolve();
        queueMicrotask(() => stop());
      });
    });
  });
}
