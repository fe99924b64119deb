/** The plate with an article's number at its top: inside the extent where the type leaves room for it, else hung into the gutter. Page units. */
import type { ArticleTop } from '../core/index.ts';
import type { Rect } from '../editor/scene.ts';

export interface NumberPlate extends Rect {
  /** Of the digits. */
  readonly size: number;
}

/** In CSS pixels: a lower plate is not painted, and not hit. */
const LEAST = 6;

/** Null where the zoom is too small for it. Widths are the layout's own, so that hits are known without a font. */
export function numberPlate(top: ArticleTop, number: number, zoom: number, body: number): NumberPlate | null {
  const size = Math.min(Math.max(body * 0.98, 9 / zoom), body * 1.5);
  const width = size * (0.85 + 0.56 * String(number).length);
  const height = size * 1.42;
  if (height * zoom < LEAST) return null;
  const { box } = top;
  const lineTop = box.above + (box.lineHeight - box.size) / 2;
  const clear = lineTop >= height - size * 0.3 || firstInk(top) >= width + size * 0.25;
  return { x: clear ? top.x : top.x - width, y: top.y - 1 / zoom, width, height, size };
}

/** Where the first line begins, from the left edge. */
function firstInk({ box }: ArticleTop): number {
  const line = box.lines[0];
  if (!line) return 0;
  const indent = line.indent * box.size;
  const spare = Math.max(box.width - indent - line.width * box.size, 0);
  const { align } = box.style;
  return indent + (align === 'center' ? spare / 2 : align === 'right' ? spare : 0);
}
