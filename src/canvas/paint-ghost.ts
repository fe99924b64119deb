/** The slip of paper in the hand while fragments are dragged: the first one's type, and how many more. CSS pixels. */
import type { Point, Preview, Scene } from '../editor/scene.ts';
import { UI_SANS } from './fonts.ts';
import { paletteOf } from './palette.ts';
import { paintLines } from './paint-fragment.ts';
import { steadyType, type Typesetter } from './typesetter.ts';

const MOST_LINES = 5;
const PAD = 6;
/** From the pointer. */
const AWAY = { x: 14, y: 12 };
/** A dragged body line is at least this tall in the hand, however far away the sheet is. */
const LEAST_GLYPH = 7;

type DragPreview = Extract<Preview, { kind: 'drag' }>;

export function paintGhost(
  ctx: CanvasRenderingContext2D,
  view: Pick<Scene, 'layout' | 'camera' | 'theme'>,
  preview: DragPreview,
  typeset: Typesetter,
  at: Point,
): void {
  const palette = paletteOf(view.theme);
  const boxes = preview.ids.map((id) => view.layout.byId.get(id)).filter((box) => box !== undefined);
  const box = boxes[0];
  const n = preview.ids.length;
  const zoom = Math.max(view.camera.zoom, LEAST_GLYPH / (box?.size ?? LEAST_GLYPH));
  const lines = Math.min(box?.lines.length ?? 0, MOST_LINES);
  const width = (box ? Math.min(box.width * zoom, 420) : 120) + 2 * PAD;
  const height = (box ? box.above * zoom + lines * box.lineHeight * zoom : 22) + 2 * PAD;
  const x = at.x + AWAY.x;
  const y = at.y + AWAY.y;
  ctx.save();
  for (let under = Math.min(n - 1, 2); under >= 0; under--) {
    const by = under * 3;
    ctx.fillStyle = 'rgba(0, 0, 0, 0.07)';
    ctx.fillRect(x + by - 1, y + by + 1, width + 2, height + 2);
    ctx.fillRect(x + by, y + by + 2, width, height + 4);
    ctx.fillStyle = palette.slip;
    ctx.fillRect(x + by, y + by, width, height);
    ctx.strokeStyle = palette.guide;
    ctx.lineWidth = 0.5;
    ctx.strokeRect(x + by, y + by, width, height);
  }
  if (box) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, width, height);
    ctx.clip();
    ctx.translate(x + PAD, y + PAD);
    ctx.scale(zoom, zoom);
    ctx.translate(-box.x, -box.y);
    paintLines(ctx, box, typeset, palette, MOST_LINES);
    ctx.restore();
  }
  if (n > 1 || !box) {
    const text = String(n);
    const w = 11 + 6.5 * text.length;
    ctx.beginPath();
    ctx.roundRect(x + width - w / 2, y - 9, w, 18, 9);
    ctx.fillStyle = palette.selection;
    ctx.fill();
    ctx.fillStyle = '#fff';
    ctx.font = `600 11px ${UI_SANS}`;
    ctx.textAlign = 'center';
    steadyType(ctx);
    ctx.fillText(text, x + width, y + 4);
  }
  ctx.restore();
}
