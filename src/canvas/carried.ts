/** What is carried, set as it would stand where it is dropped. */
import { isSquareText, setText, typeStyle, type FragmentBox, type PageLayout } from '../core/index.ts';
import type { Preview } from '../editor/scene.ts';

export type DragPreview = Extract<Preview, { kind: 'drag' }>;

/** Set type without the fragment that it belongs to: what can be painted. */
export type SetBox = Pick<
  FragmentBox,
  'x' | 'y' | 'width' | 'height' | 'style' | 'size' | 'lineHeight' | 'above' | 'lines'
>;

/** Lines of room for a fragment of which nothing is known but that it is carried. */
const UNKNOWN_LINES = 3;

/** In the order in which they are carried, each at 0, 0. */
export function carriedBoxes(
  layout: PageLayout,
  drag: Pick<DragPreview, 'ids' | 'loose'>,
  width: number,
  span: number,
): SetBox[] {
  const loose = new Map(drag.loose?.map((fragment) => [fragment.id, fragment]));
  return drag.ids.map((id) => {
    const box = layout.byId.get(id);
    if (box && Math.abs(box.width - width) < 1) return { ...box, x: 0, y: 0 };
    const known = box ? { text: textOfBox(box), role: box.fragment.role } : loose.get(id);
    if (known)
      return {
        x: 0,
        y: 0,
        width,
        ...setText(known.text, known.role, span, width, layout.bodySize, box?.fragment.continues),
      };
    return unknownBox(layout, width);
  });
}

function unknownBox({ bodySize: size }: PageLayout, width: number): SetBox {
  const style = typeStyle('unknown', 1);
  const lineHeight = size * style.leading;
  return { x: 0, y: 0, width, height: UNKNOWN_LINES * lineHeight, style, size, lineHeight, above: 0, lines: [] };
}

/** Its lines put together again. */
function textOfBox({ lines }: FragmentBox): string {
  const gap = isSquareText(lines.map((line) => line.text).join('')) ? '' : ' ';
  return lines.map((line, i) => line.text + (i === lines.length - 1 ? '' : line.last ? '\n' : gap)).join('');
}
