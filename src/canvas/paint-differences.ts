import { UI_SANS } from './fonts.ts';
import type { Sheet } from './overlay-sheet.ts';

/** A line round what differs, and the words for it on its corner where there is room to read them. */
export function paintDifferences({ ctx, view, palette, rect }: Sheet): void {
  if (!view.differs.size) return;
  ctx.save();
  ctx.font = `600 10px ${UI_SANS}`;
  ctx.textBaseline = 'middle';
  for (const box of view.layout.boxes) {
    const words = view.differs.get(box.fragment.id);
    if (words === undefined) continue;
    const { x, y, width, height } = rect(box);
    ctx.strokeStyle = palette.changed;
    ctx.lineWidth = 1.5;
    ctx.strokeRect(x - 2, y + 0.5, width + 4, height - 1);
    const tag = ctx.measureText(words).width + 8;
    if (tag > width + 4 || height < 10) continue;
    ctx.fillStyle = palette.changed;
    ctx.fillRect(x + width + 2 - tag, y - 12, tag, 13);
    ctx.fillStyle = palette.onChanged;
    ctx.fillText(words, x + width + 6 - tag, y - 5);
  }
  ctx.restore();
}
