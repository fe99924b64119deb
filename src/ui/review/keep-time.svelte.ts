/** The time that is spent on an edition, where the user wants it measured. It stays on this device, in localStorage. */
import type { TimeSpent } from '../../core/index.ts';
import { ActiveTime, NO_TIME } from '../../editor/active-time.ts';
import type { Editor } from '../../editor/editor.svelte.ts';

const keyOf = (edition: string): string => `pasteup.time.${edition}`;
const WRITE_EVERY = 5000;

/** Null where nothing was measured. */
export function timeSpentOn(edition: string): TimeSpent | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(edition)) ?? 'null') as Partial<TimeSpent> | null;
    return kept ? { ...NO_TIME, ...kept } : null;
  } catch {
    return null; // no storage, or not ours
  }
}

export function keepTime(editor: Editor): void {
  let time: ActiveTime | null = null;
  let of = '';
  let written = 0;

  function write(): void {
    if (!time) return;
    try {
      localStorage.setItem(keyOf(of), JSON.stringify(time.spent));
    } catch (error) {
      console.warn('the time that is spent cannot be kept', error);
    }
  }

  function touch(): void {
    if (!editor.preferences.measure || !editor.isOpen) return;
    const { id } = editor.edition;
    if (!time || of !== id) {
      write();
      time = new ActiveTime(timeSpentOn(id) ?? NO_TIME);
      of = id;
    }
    const now = Date.now();
    time.touch(now, editor.session.mode);
    if (now - written < WRITE_EVERY) return;
    written = now;
    write();
  }

  for (const kind of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(kind, touch, { capture: true, passive: true });
  addEventListener('pagehide', write);
  addEventListener('visibilitychange', write);
}
