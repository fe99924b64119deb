/** A drag on the sheet: what is in the hand stays as a pale trace, and the sheet makes room where it would land. CSS pixels. */
import type { Rect, Scene } from '../editor/scene.ts';
import { carriedBoxes, type DragPreview, type SetBox } from './carried.ts';
import { isMoved, roomFor, type Room } from './drop-room.ts';
import { paintFragment } from './paint-fragment.ts';
import type { Palette } from './palette.ts';
import type { Typesetter } from './typesetter.ts';

interface Tools {
  /** Page units into CSS pixels. */
  readonly rect: (rect: Rect) => Rect;
  readonly dpr: number;
  readonly palette: Palette;
  /** The layer below: what moves down is copied from it. */
  readonly base: HTMLCanvasElement;
  readonly typeset: Typesetter;
}

type CarriedView = Pick<Scene, 'layout' | 'camera'>;

/** Share of the viewport's height that the room may take. */
const MOST_ROOM = 0.3;

export function paintCarried(ctx: CanvasRenderingContext2D, view: CarriedView, drag: DragPreview, tools: Tools): void {
  const { rect, dpr, palette } = tools;
  const { zoom } = view.camera;
  const { drop } = drag;
  const boxes = drop ? carriedBoxes(view.layout, drag, drop.line.width, drop.span) : [];
  const wanted = boxes.reduce((sum, box) => sum + box.height, 0);
  const room = drop && roomFor(view.layout, drop, Math.min(wanted, (ctx.canvas.height / dpr / zoom) * MOST_ROOM));
  const down = room ? Math.round(room.field.height * zoom * dpr) / dpr : 0;
  if (room) moveDown(ctx, view, room, down, tools);
  ctx.fillStyle = palette.veil;
  for (const id of drag.ids) {
    const box = view.layout.byId.get(id);
    if (!box) continue;
    const r = rect(box);
    ctx.fillRect(r.x, r.y + (room && isMoved(room, box) ? down : 0), r.width, r.height);
  }
  if (room) paintField(ctx, view.camera.zoom, boxes, room, tools);
}

function moveDown(
  ctx: CanvasRenderingContext2D,
  { layout }: CarriedView,
  room: Room,
  down: number,
  { rect, dpr, palette, base }: Tools,
): void {
  // On whole device pixels, or the copied type blurs.
  const snap = (n: number): number => Math.round(n * dpr);
  const moved = rect(room.moved);
  const sheet = rect({ x: 0, y: 0, width: layout.width, height: layout.height });
  const x = snap(moved.x);
  const y = snap(moved.y);
  const width = snap(moved.x + moved.width) - x;
  const height = Math.min(snap(moved.height), snap(sheet.y + sheet.height - moved.y - down));
  ctx.fillStyle = palette.paper;
  ctx.fillRect(moved.x - 1, moved.y, moved.width + 2, Math.max(down, moved.height));
  if (height <= 0) return;
  ctx.drawImage(base, x, y, width, height, x / dpr, y / dpr + down, width / dpr, height / dpr);
}

/** The place itself, with the type in it as it would stand. */
function paintField(
  ctx: CanvasRenderingContext2D,
  zoom: number,
  boxes: readonly SetBox[],
  room: Room,
  tools: Tools,
): void {
  const { rect, palette, typeset } = tools;
  const field = rect(room.field);
  ctx.fillStyle = palette.tint;
  ctx.fillRect(field.x, field.y, field.width, field.height);
  ctx.save();
  ctx.beginPath();
  ctx.rect(field.x, field.y, field.width, field.height);
  ctx.clip();
  ctx.globalAlpha = 0.6;
  ctx.translate(field.x, field.y);
  ctx.scale(zoom, zoom);
  for (const box of boxes) {
    paintFragment(ctx, box, typeset, palette, zoom);
    ctx.translate(0, box.height);
  }
  ctx.restore();
}
