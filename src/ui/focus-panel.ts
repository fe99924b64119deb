/** F6 goes round the panels. */
export function focusPanel(step: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  const next = panels[(at + step + panels.length) % panels.length];
  const target = next?.querySelector<HTMLElement>('[data-desk-focus]') ?? next;
  target?.focus();
}
