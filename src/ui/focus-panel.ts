import { tick } from 'svelte';

/** F6 goes round the panels. */
export function focusPanel(step: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  const next = panels[(at + step + panels.length) % panels.length];
  const target = next?.querySelector<HTMLElement>('[data-desk-focus]') ?? next;
  target?.focus();
}

/** Once the list is there: the tab may only just have been chosen. */
export async function focusJumps(): Promise<void> {
  await tick();
  const list = document.querySelector<HTMLElement>('[data-jumps]');
  (list?.querySelector<HTMLElement>('[aria-current="true"]') ?? list?.querySelector('button'))?.focus();
}
