import { tick } from 'svelte';
import { isPlaced } from '../core/index.ts';
import type { Editor } from '../editor/editor.svelte.ts';

/** F6 goes round the panels. */
export function focusPanel(step: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  const next = panels[(at + step + panels.length) % panels.length];
  const target = next?.querySelector<HTMLElement>('[data-desk-focus]') ?? next;
  target?.focus();
}

/** A long list has its rows a frame or two after it is there itself, and shows them once they are measured. */
const FRAMES = 20;

/** Gives the focus to what is found, as soon as it is there to take it. */
export async function focusSoon(find: () => HTMLElement | null | undefined, options?: FocusOptions): Promise<void> {
  await tick();
  for (let i = 0; i < FRAMES; i++) {
    const found = find();
    found?.focus(options);
    if (found && document.activeElement === found) return;
    await new Promise(requestAnimationFrame);
  }
}

/** Pixels of a long list that are there before and after what is in sight: a screen reader walks through some pages or articles. */
export const AROUND = 1200;

/** Brings what is found into view: until it is there the list is told again where to scroll. `still`: it is still wanted. */
export async function viewSoon(
  scroll: () => void,
  find: () => HTMLElement | null | undefined,
  still: () => boolean,
): Promise<void> {
  for (let i = 0; i < FRAMES && still(); i++) {
    scroll();
    await new Promise(requestAnimationFrame);
    const found = find();
    if (!found?.checkVisibility({ visibilityProperty: true })) continue;
    found.scrollIntoView({ block: 'nearest' });
    return;
  }
}

/** The tab may only just have been chosen. */
export const focusJumps = (): Promise<void> =>
  focusSoon(() => {
    const list = document.querySelector<HTMLElement>('[data-jumps]');
    return list?.querySelector<HTMLElement>('[aria-current="true"]') ?? list?.querySelector('button');
  });

export const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** The list of findings is walked by itself. */
export const isAmongFindings = (): boolean => document.activeElement?.closest('[data-finding]') != null;

/** To the list that holds the fragment in hand; without one to the sheet, and while that is empty to the tray. Answers whether it is there. */
export function focusFragments(editor: Editor): boolean {
  const { current, layout, session } = editor;
  if (!editor.isOpen || session.mode !== 'build' || current?.placement.at === 'discarded') return false;
  const onSheet = current ? isPlaced(current) : Boolean(layout?.boxes.length);
  const list = document.querySelector<HTMLElement>(onSheet ? '[data-desk-focus]' : '[data-drop-tray]');
  list?.focus({ preventScroll: true });
  return list !== null;
}
