/** What lies printed on the sheet: column rules, fragments, the articles' rules and numbers, badges. Page units. */
import { articleTops, columnRules, emptyColumns, type ArticleTop, type FragmentBox } from '../core/index.ts';
import type { Rect, Scene } from '../editor/scene.ts';
import { badgeBox } from './badge.ts';
import { paintFacsimile, type Facsimile } from './facsimile.ts';
import { UI_SANS } from './fonts.ts';
import { touches } from './grid-index.ts';
import { numberPlate } from './number-plate.ts';
import { hueOf, paletteOf, type Palette } from './palette.ts';
import { paintFragment } from './paint-fragment.ts';
import { gridOf } from './sheet-index.ts';
import { steadyType, type Pen, type Typesetter } from './typesetter.ts';

/** The part of the scene that the base layer shows, the camera apart. */
export interface SheetView extends Pick<Scene, 'layout' | 'articles' | 'badges' | 'editing' | 'theme'> {
  readonly facsimile: Facsimile | null;
}

/** Paints what of the sheet touches `region`. The pen's unit is the page's; `zoom` says how large that is in CSS pixels. */
export function paintSheet(ctx: Pen, view: SheetView, typeset: Typesetter, region: Rect, zoom: number): void {
  const palette = paletteOf(view.theme);
  const { layout } = view;
  ctx.fillStyle = palette.paper;
  ctx.fillRect(region.x, region.y, region.width, region.height);
  if (view.facsimile) paintFacsimile(ctx, view.facsimile, region);
  if (view.facsimile?.alone) return;
  paintColumns(ctx, view, palette, zoom);
  for (const box of gridOf(layout).within(grow(region, layout.bodySize)))
    if (box.fragment.id !== view.editing) paintFragment(ctx, box, typeset, palette, zoom);
  for (const top of articleTops(layout)) {
    const mark = view.articles.get(top.article);
    if (mark && touches(grow({ x: top.x, y: top.y, width: top.width, height: 1 }, layout.bodySize * 3), region))
      paintTop(ctx, top, mark, zoom, layout.bodySize);
  }
  if (zoom * layout.bodySize > 3)
    for (const [id, badge] of view.badges) {
      const box = layout.byId.get(id);
      if (box && id !== view.editing) paintBadge(ctx, box, badge, view, zoom);
    }
}

/** Glyph height in CSS pixels under which a badge is only its shape. */
const LEAST_BADGE = 4.5;

const grow = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

function paintColumns(ctx: Pen, { layout }: SheetView, palette: Palette, zoom: number): void {
  const px = 1 / zoom;
  ctx.fillStyle = palette.rule;
  for (const rule of columnRules(layout)) ctx.fillRect(rule.x - px / 2, rule.top, px, rule.bottom - rule.top);
  ctx.strokeStyle = palette.guide;
  ctx.lineWidth = px;
  ctx.setLineDash([2 * px, 4 * px]);
  for (const { x, y, width, height } of emptyColumns(layout)) ctx.strokeRect(x, y, width, height);
  ctx.setLineDash([]);
}

function paintTop(ctx: Pen, top: ArticleTop, mark: { number: number; hue: number }, zoom: number, body: number): void {
  const hue = hueOf(mark.hue);
  const thick = Math.max(1, Math.min(2, 2.4 * zoom)) / zoom;
  ctx.fillStyle = hue;
  ctx.globalAlpha = 0.8;
  ctx.fillRect(top.x, top.y - thick / 2, top.width, thick);
  ctx.globalAlpha = 1;
  const plate = numberPlate(top, mark.number, zoom, body);
  if (!plate) return;
  ctx.beginPath();
  ctx.roundRect(plate.x, plate.y, plate.width, plate.height, 2 / zoom);
  ctx.fill();
  ctx.fillStyle = '#fff';
  ctx.font = `600 ${plate.size}px ${UI_SANS}`;
  ctx.textAlign = 'center';
  steadyType(ctx);
  ctx.fillText(String(mark.number), plate.x + plate.width / 2, plate.y + plate.height / 2 + plate.size * 0.36);
  ctx.textAlign = 'start';
}

function paintBadge(
  ctx: Pen,
  box: FragmentBox,
  badge: { text: string; pending: boolean },
  view: SheetView,
  zoom: number,
): void {
  const palette = paletteOf(view.theme);
  const mark = box.fragment.article && view.articles.get(box.fragment.article.id);
  const hue = mark ? hueOf(mark.hue) : palette.quiet;
  const { x, y, width, height, size } = badgeBox(box, badge.text, view.layout.bodySize);
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, height / 2);
  ctx.fillStyle = badge.pending ? palette.paper : hue;
  ctx.fill();
  if (badge.pending) {
    ctx.strokeStyle = hue;
    ctx.lineWidth = 1 / zoom;
    ctx.setLineDash([2.5 / zoom, 2 / zoom]);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  if (size * zoom < LEAST_BADGE) return;
  ctx.fillStyle = badge.pending ? hue : '#fff';
  ctx.font = `600 ${size}px ${UI_SANS}`;
  ctx.textAlign = 'center';
  steadyType(ctx);
  ctx.fillText(badge.text, x + width / 2, y + height / 2 + size * 0.35, width - size * 0.6);
  ctx.textAlign = 'start';
}
