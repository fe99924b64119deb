/** What the checks found, on the sheet: a small mark in the margin of the fragment, and the passage of the finding in hand. CSS pixels. */
import type { FragmentBox } from '../core/index.ts';
import type { Rect, Scene } from '../editor/scene.ts';
import type { Sheet } from './overlay-sheet.ts';

/** Under this zoom marks would lie on one another: the page strip counts them. */
const LEAST_ZOOM = 0.34;
const RADIUS = 3;

/** Where a passage stands: a strip under each line that it touches, as far as widths are known without a font. Page units. */
export function passageRects(box: FragmentBox, [start, end]: readonly [number, number]): Rect[] {
  return box.lines.flatMap((line, i): Rect[] => {
    const length = line.text.length;
    const from = Math.max(0, start - line.start);
    const to = Math.min(length, end - line.start);
    if (to <= from || !length) return [];
    const justified = box.style.align === 'justify' && !line.last;
    const indent = line.indent * box.size;
    const width = justified ? box.width - indent : Math.min(line.width * box.size, box.width - indent);
    const spare = box.width - indent - width;
    const left = box.style.align === 'center' ? spare / 2 : box.style.align === 'right' ? spare : 0;
    return [
      {
        x: box.x + indent + left + (width * from) / length,
        y: box.y + box.above + i * box.lineHeight,
        width: (width * (to - from)) / length,
        height: box.lineHeight,
      },
    ];
  });
}

function paintPassage(
  { ctx, rect, palette, dpr }: Sheet,
  box: FragmentBox,
  passage: NonNullable<Scene['passage']>,
): void {
  ctx.fillStyle = palette.findings[passage.level];
  for (const part of passageRects(box, passage.at)) {
    const { x, y, width, height } = rect(part);
    ctx.globalAlpha = 0.16;
    ctx.fillRect(x, y + height * 0.1, width, height * 0.8);
    ctx.globalAlpha = 1;
    ctx.fillRect(x, y + height * 0.9, width, Math.max(1 / dpr, 1.5));
  }
}

export function paintFindings(sheet: Sheet): void {
  const { ctx, view, palette, rect } = sheet;
  const { passage, findings, camera } = view;
  const inHand = passage && view.layout.byId.get(passage.id);
  if (inHand && passage.id !== view.editing) paintPassage(sheet, inHand, passage);
  if (camera.zoom < LEAST_ZOOM) return;
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.paper;
  for (const [id, level] of findings) {
    const box = view.layout.byId.get(id);
    if (!box) continue;
    const r = rect(box);
    const x = r.x - RADIUS - 1;
    const y = r.y + Math.min(r.height / 2, box.above * camera.zoom + (box.lineHeight * camera.zoom) / 2);
    ctx.fillStyle = palette.findings[level];
    ctx.beginPath();
    // A shape for each level: colour alone tells nobody who cannot see it.
    if (level === 'error') ctx.rect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    else if (level === 'warning') {
      ctx.moveTo(x, y - RADIUS - 0.5);
      ctx.lineTo(x + RADIUS + 0.5, y + RADIUS);
      ctx.lineTo(x - RADIUS - 0.5, y + RADIUS);
      ctx.closePath();
    } else ctx.arc(x, y, RADIUS - 0.5, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}
