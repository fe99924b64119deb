/** The reviewer's initials, and where the walk through an edition stands, outlive the page: in localStorage where there is one. */
import { untrack } from 'svelte';
import { SAMPLE_KINDS } from '../../core/index.ts';
import type { Editor } from '../../editor/editor.svelte.ts';
import type { WalkPlace } from '../../editor/review.svelte.ts';

const WHO = 'pasteup.review';
const placeKey = (edition: string): string => `pasteup.review.${edition}`;

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null; // no storage, or not ours: the walk begins anew
  }
}

function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch (error) {
    console.warn('where the review stands cannot be kept', error);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function placeOf(value: unknown): WalkPlace | null {
  if (!isRecord(value) || !isRecord(value['sample'])) return null;
  const { on, at, chosen } = value;
  const { kind, n, page } = value['sample'];
  const known = SAMPLE_KINDS.find((one) => one === kind);
  if (!known || typeof n !== 'number') return null;
  return {
    on: on === true,
    sample: { kind: known, n, page: typeof page === 'string' ? page : null },
    at: typeof at === 'string' ? at : null,
    chosen: Array.isArray(chosen) ? chosen.filter((key) => typeof key === 'string') : null,
  };
}

export function keepReview(editor: Editor): void {
  const { preferences, review } = editor;
  const who = stored(WHO);
  if (isRecord(who)) {
    if (typeof who['initials'] === 'string') preferences.initials = who['initials'];
    preferences.measure = who['measure'] === true;
  }
  let shown: string | null = null;
  $effect.root(() => {
    /** A copy for review has the edition's id and a walk of its own. */
    const id = $derived(editor.isOpen ? editor.edition.id + (editor.edition.forReview ? ':copy' : '') : null);
    $effect(() => store(WHO, { initials: preferences.initials, measure: preferences.measure }));
    $effect(() => {
      if (id !== shown) {
        shown = id;
        const place = id === null ? null : placeOf(stored(placeKey(id)));
        untrack(() => review.restore(place ?? { on: false, sample: review.whole, at: null, chosen: null }));
      }
      const { place } = review;
      if (id === null) return;
      // An edition that was never reviewed leaves nothing behind.
      if (place.on || place.at !== null) store(placeKey(id), place);
    });
  });
}
