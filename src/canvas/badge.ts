/** Where a continuation badge stands: after its jump line where there is room, else right under it. Page units. */
import { characterWidth, isSquareText, type FragmentBox } from '../core/index.ts';
import type { Rect } from '../editor/scene.ts';

export interface BadgeBox extends Rect {
  readonly size: number;
}

/** Characters' widths are the layout's own, so that hits are known without a font; sans is a little wider than serif. */
const SANS = 1.12;

export function badgeBox(box: FragmentBox, text: string, bodySize: number): BadgeBox {
  const size = bodySize * 0.84;
  const square = isSquareText(text);
  let ems = 0;
  for (const ch of text) ems += characterWidth(ch, square) * (ch.charCodeAt(0) < 0x2e80 ? SANS : 1);
  const width = (ems + 1.3) * size;
  const height = size * 1.55;
  const gap = size * 0.5;
  const line = box.lines.at(-1);
  const top = box.y + box.above + (box.lines.length - 1) * box.lineHeight;
  const lineWidth = (line?.width ?? 0) * box.size;
  const indent = (line?.indent ?? 0) * box.size;
  const middle = top + (box.lineHeight - height) / 2;
  const room = box.width - lineWidth - indent - gap;
  if (room < width) return { x: box.x + Math.max(box.width - width, 0), y: top + box.lineHeight, width, height, size };
  if (box.style.align === 'right')
    return { x: box.x + box.width - lineWidth - gap - width, y: middle, width, height, size };
  const start = box.style.align === 'center' ? (box.width - lineWidth) / 2 : indent;
  const x = start + lineWidth + gap;
  return { x: box.x + Math.min(x, box.width - width), y: middle, width, height, size };
}
