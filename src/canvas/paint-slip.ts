/** A slip of paper with the first dragged fragment's type, and how many more are under it. CSS pixels. */
import type { FragmentBox } from '../core/index.ts';
import type { Scene } from '../editor/scene.ts';
import { UI_SANS } from './fonts.ts';
import { paletteOf } from './palette.ts';
import { paintLines } from './paint-fragment.ts';
import { steadyType, type Typesetter } from './typesetter.ts';

const MOST_LINES = 3;
const MOST_WIDTH = 420;
const MARGIN = 6;
/** Room around for the shadow, the slips under it and the count. */
const ROOM = 14;
/** A dragged body line is at least this tall in the hand, however far away the sheet is. */
const LEAST_GLYPH = 8;

type SlipView = Pick<Scene, 'layout' | 'camera' | 'theme'>;

export interface SlipSize {
  readonly width: number;
  readonly height: number;
  readonly pad: number;
}

const firstBox = ({ layout }: SlipView, ids: readonly string[]): FragmentBox | undefined =>
  ids.map((id) => layout.byId.get(id)).find((box) => box !== undefined);

const zoomOf = ({ camera }: SlipView, box: FragmentBox): number => Math.max(Math.min(camera.zoom, 2), LEAST_GLYPH / box.size);

export function slipSize(view: SlipView, ids: readonly string[]): SlipSize {
  const box = firstBox(view, ids);
  if (!box) return { width: 110, height: 42, pad: ROOM };
  const zoom = zoomOf(view, box);
  return {
    width: Math.min(box.width * zoom, MOST_WIDTH) + 2 * MARGIN,
    height: (box.above * 0.5 + Math.min(box.lines.length, MOST_LINES) * box.lineHeight) * zoom + 2 * MARGIN,
    pad: ROOM,
  };
}

export function paintSlip(ctx: CanvasRenderingContext2D, view: SlipView, ids: readonly string[], typeset: Typesetter): void {
  const palette = paletteOf(view.theme);
  const box = firstBox(view, ids);
  const { width, height } = slipSize(view, ids);
  for (let under = Math.min(ids.length - 1, 2); under >= 0; under--) {
    const by = under * 3;
    ctx.shadowColor = `rgba(${palette.shadow}, 0.35)`;
    ctx.shadowBlur = 9;
    ctx.shadowOffsetY = 3;
    ctx.fillStyle = palette.slip;
    ctx.fillRect(by, by, width, height);
    ctx.shadowColor = 'transparent';
    ctx.strokeStyle = palette.guide;
    ctx.lineWidth = 0.5;
    ctx.strokeRect(by, by, width, height);
  }
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, width, height);
  ctx.clip();
  if (box) {
    const zoom = zoomOf(view, box);
    ctx.translate(MARGIN, MARGIN);
    ctx.scale(zoom, zoom);
    ctx.translate(-box.x, -box.y - box.above * 0.5);
    paintLines(ctx, box, typeset, palette, zoom, MOST_LINES);
  } else {
    // From the tray: the sheet does not have its type yet.
    ctx.fillStyle = palette.greek;
    for (let i = 0; i < 3; i++) ctx.fillRect(10, 10 + i * 9, i === 2 ? width * 0.45 : width - 20, 4);
  }
  ctx.restore();
  if (ids.length > 1) paintCount(ctx, ids.length, width, palette.selection);
}

function paintCount(ctx: CanvasRenderingContext2D, n: number, right: number, fill: string): void {
  const text = String(n);
  const width = 12 + 6.5 * text.length;
  ctx.beginPath();
  ctx.roundRect(right - width / 2, -9, width, 18, 9);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.fillStyle = '#fff';
  ctx.font = `600 11px ${UI_SANS}`;
  ctx.textAlign = 'center';
  steadyType(ctx);
  ctx.fillText(text, right, 4);
}
