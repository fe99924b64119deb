/** A slip of paper with the first carried fragment's type, and how many more are under it. In the DOM: moving it paints nothing. */
import type { Scene } from '../editor/scene.ts';
import { carriedBoxes, type DragPreview } from './carried.ts';
import { UI_SANS } from './fonts.ts';
import { paletteOf, type Palette } from './palette.ts';
import type { ReadyLine, Typesetter } from './typesetter.ts';

const MOST_LINES = 3;
const MOST_WIDTH = 420;
const MARGIN = 6;
/** A carried body line is at least this tall in the hand, however far away the sheet is. */
const LEAST_GLYPH = 8;

type SlipView = Pick<Scene, 'layout' | 'camera' | 'theme'>;

/** Writes the slip anew. */
export function writeSlip(slip: HTMLElement, view: SlipView, drag: DragPreview, typeset: Typesetter): void {
  const { layout, camera, theme } = view;
  const palette = paletteOf(theme);
  const first = drag.ids.find((id) => layout.byId.has(id)) ?? drag.ids[0] ?? '';
  const own = layout.byId.get(first);
  const width = own?.width ?? layout.columns[0]?.width ?? layout.width / 5;
  const [box] = carriedBoxes(layout, { ...drag, ids: [first] }, width, own?.span ?? 1);
  slip.replaceChildren();
  if (!box) return;
  const zoom = Math.max(Math.min(camera.zoom, 2), LEAST_GLYPH / box.size);
  const { font, lines } = typeset(box);
  Object.assign(slip.style, {
    width: `${Math.min(box.width * zoom, MOST_WIDTH)}px`,
    // Nothing may be known of it but that it is carried.
    height: lines.length ? '' : `${box.lineHeight * zoom * MOST_LINES}px`,
    padding: `${MARGIN}px`,
    background: lines.length ? palette.slip : barsOf(palette, box.lineHeight * zoom),
    color: palette.ink,
    boxShadow: shadowOf(drag.ids.length, palette),
    font: font.replace(/[\d.]+px/u, `${(box.size * zoom).toFixed(2)}px`),
    lineHeight: `${(box.lineHeight * zoom).toFixed(2)}px`,
  });
  for (const line of lines.slice(0, MOST_LINES)) slip.append(lineOf(slip.ownerDocument, line, zoom));
  if (drag.ids.length > 1) slip.append(countOf(slip.ownerDocument, drag.ids.length, palette.selection));
}

/** Lines of nothing in particular, inside the margin. */
const barsOf = ({ slip, greek }: Palette, pitch: number): string =>
  `repeating-linear-gradient(transparent 0 ${pitch * 0.25}px, ${greek} 0 ${pitch * 0.7}px, transparent 0 ${pitch}px) ${MARGIN}px ${MARGIN}px / calc(100% - ${2 * MARGIN}px) calc(100% - ${2 * MARGIN}px) no-repeat ${slip}`;

function lineOf(document: Document, line: ReadyLine, zoom: number): HTMLElement {
  const element = document.createElement('div');
  element.textContent = line.text;
  Object.assign(element.style, {
    overflow: 'hidden',
    whiteSpace: 'pre',
    paddingLeft: `${line.x * zoom}px`,
    letterSpacing: `${parseFloat(line.letter) * zoom}px`,
    wordSpacing: `${parseFloat(line.word) * zoom}px`,
  });
  return element;
}

/** The slips under it show their edges. */
function shadowOf(n: number, { slip, shadow }: Palette): string {
  const edge = `0 0 0 0.5px rgba(${shadow}, 0.35)`;
  const under = [3, 6]
    .slice(0, n - 1)
    .flatMap((by) => [`${by}px ${by}px 0 0 ${slip}`, `${by}px ${by}px 0 0.5px rgba(${shadow}, 0.35)`]);
  return [edge, ...under, `0 4px 14px rgba(${shadow}, 0.3)`].join(', ');
}

function countOf(document: Document, n: number, background: string): HTMLElement {
  const count = document.createElement('div');
  count.textContent = String(n);
  Object.assign(count.style, {
    position: 'absolute',
    right: '-9px',
    top: '-9px',
    minWidth: '18px',
    padding: '0 5px',
    boxSizing: 'border-box',
    borderRadius: '9px',
    background,
    color: '#fff',
    font: `600 11px/18px ${UI_SANS}`,
    textAlign: 'center',
  });
  return count;
}
