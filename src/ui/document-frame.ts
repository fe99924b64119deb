/**
 * Shows and prints a finished web page of ours. The app's policy holds in the frame too and forbids a style element; so the style goes in as a
 * constructed sheet, which a policy does not forbid, and the elements are put in as they were parsed.
 */
const STYLE = /<style>([^]*?)<\/style>/gu;
/** What the page tells a browser that opens it by itself. */
const HEAD = /<!DOCTYPE[^>]*>|<meta [^>]*>/giu;

export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  const inner = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner || !view) return;
  const styles = Array.from(html.matchAll(STYLE), (match) => match[1] ?? '');
  const parsed = new DOMParser().parseFromString(html.replace(STYLE, '').replace(HEAD, ''), 'text/html');
  for (const active of parsed.querySelectorAll('script, iframe, object, embed, link, base')) active.remove();
  inner.documentElement.replaceWith(inner.adoptNode(parsed.documentElement));
  inner.adoptedStyleSheets = styles.map((text) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

/** Makes the sheets in the frame as wide as it is, with a margin around them. */
export function fitSheets(frame: HTMLIFrameElement): void {
  const root = frame.contentDocument?.documentElement;
  const sheet = root?.querySelector<HTMLElement>('.sheet');
  if (!root || !sheet) return;
  root.style.zoom = '1';
  root.style.zoom = String(Math.min(1, root.clientWidth / (sheet.offsetWidth + 64)));
}

let printing: HTMLIFrameElement | null = null;

/** Asks the browser to print the page: to paper, or to a PDF whose text is text. */
export async function printDocument(html: string): Promise<void> {
  printing?.remove();
  const frame = (printing = document.createElement('iframe'));
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.className = 'printed';
  document.body.append(frame);
  fillFrame(frame, html);
  const view = frame.contentWindow;
  if (!view) throw new Error('the browser gave no frame to print from');
  await view.document.fonts.ready;
  const title = document.title;
  // The browser names the PDF after the page.
  document.title = view.document.title || title;
  view.focus();
  view.print();
  document.title = title;
}
