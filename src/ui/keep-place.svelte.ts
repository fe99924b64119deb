/** Where the last edition was left, its page, what was in hand and how the page lay, outlives the window: in localStorage where there is one. */
import { untrack } from 'svelte';
import { findFragment } from '../core/index.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import type { Camera } from '../editor/scene.ts';

const KEY = 'pasteup.place';

interface Place {
  readonly edition: string;
  readonly page: string;
  readonly focus: string | null;
  readonly camera: Camera | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function cameraOf(value: unknown): Camera | null {
  if (!isRecord(value)) return null;
  const { x, y, zoom } = value;
  if (typeof x !== 'number' || typeof y !== 'number' || typeof zoom !== 'number') return null;
  return zoom > 0 ? { x, y, zoom } : null;
}

function stored(): Place | null {
  let found: unknown;
  try {
    found = JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    return null; // no storage, or not ours: the edition begins at its first page
  }
  if (!isRecord(found)) return null;
  const { edition, page, focus, camera } = found;
  if (typeof edition !== 'string' || typeof page !== 'string') return null;
  return { edition, page, focus: typeof focus === 'string' ? focus : null, camera: cameraOf(camera) };
}

function store(editor: Editor, edition: string): void {
  const { page, focus, cameras } = editor.session;
  if (page === null) return;
  const place: Place = { edition, page, focus, camera: cameras[page] ?? null };
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch (error) {
    console.warn('the place in the edition cannot be kept', error);
  }
}

function restore(editor: Editor, place: Place): void {
  const { session, edition } = editor;
  if (!edition.pages[place.page]) return;
  session.page = place.page;
  if (place.camera) editor.setCamera(place.camera);
  if (place.focus !== null && findFragment(edition, place.focus)) editor.select([place.focus]);
}

export function keepPlace(editor: Editor): void {
  let shown: string | null = null;
  const leave = (): void => {
    if (shown !== null) store(editor, shown);
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.hidden && leave());
  $effect.root(() => {
    const id = $derived(editor.isOpen ? editor.edition.id : null);
    $effect(() => {
      if (id === shown) return;
      untrack(() => {
        if (id === null) leave();
        const place = id === null ? null : stored();
        if (place?.edition === id) restore(editor, place);
      });
      shown = id;
    });
  });
}
