/** What is handled: selection, hover, hull, flow line, and the preview of the tool at work. CSS pixels. */
import type { FragmentBox } from '../core/index.ts';
import { toScreen } from '../editor/camera.ts';
import type { Point, Preview, Rect } from '../editor/scene.ts';
import { flowLine } from './flow-line.ts';
import { UI_SANS } from './fonts.ts';
import { articleHull } from './hull.ts';
import { paintFindings } from './paint-findings.ts';
import { paintCarried } from './paint-carried.ts';
import { hueOf, paletteOf } from './palette.ts';
import { crisp, strokeRect, type OverlayView, type Sheet } from './overlay-sheet.ts';
import { paintDifferences } from './paint-differences.ts';
import { paintSuggested } from './paint-suggested.ts';
import type { Settling } from './settle.ts';
import { steadyType, type Typesetter } from './typesetter.ts';

/** More selected fragments than this are only tinted: their outlines would be a net over the page. */
const MANY = 400;

function paintPrinted(sheet: Sheet): void {
  for (const box of sheet.view.printed)
    strokeRect(sheet, sheet.rect(box), sheet.palette.selection, 1, sheet.palette.tint);
}

/** `base` is the layer below: what makes room is copied from it. */
export function paintOverlay(
  ctx: CanvasRenderingContext2D,
  view: OverlayView,
  typeset: Typesetter,
  dpr: number,
  settling: Settling | null,
  base: HTMLCanvasElement,
): void {
  const palette = paletteOf(view.theme);
  const { camera } = view;
  // The base layer lies on whole device pixels: so does this.
  const left = Math.round(camera.x * dpr) / dpr;
  const top = Math.round(camera.y * dpr) / dpr;
  const rect = ({ x, y, width, height }: Rect): Rect => ({
    x: x * camera.zoom + left,
    y: y * camera.zoom + top,
    width: width * camera.zoom,
    height: height * camera.zoom,
  });
  const sheet: Sheet = { ctx, view, palette, rect, dpr };
  ctx.lineJoin = 'round';
  if (view.preview?.kind === 'drag') {
    paintCarried(ctx, view, view.preview, { rect, dpr, palette, base, typeset });
    return;
  }
  paintPrinted(sheet);
  if (view.alone) return;
  paintSuggested(sheet, typeset);
  paintDifferences(sheet);
  paintHull(sheet);
  paintHover(sheet);
  paintSelection(sheet);
  paintFlow(sheet);
  paintFindings(sheet);
  if (settling) strokeRect(sheet, rect(settling.rect), palette.selection, 1.5, palette.tint);
  if (view.preview) paintPreview(sheet, view.preview);
}

const hueOfArticle = ({ view, palette }: Sheet, article: string): string => {
  const mark = view.articles.get(article);
  return mark ? hueOf(mark.hue) : palette.quiet;
};

function paintHull(sheet: Sheet): void {
  const { ctx, view, dpr } = sheet;
  if (!view.flow) return;
  ctx.beginPath();
  for (const ring of articleHull(view.layout, view.flow.article)) {
    ring.forEach((p, i) => {
      const at = sheet.rect({ ...p, width: 0, height: 0 });
      if (i) ctx.lineTo(crisp(at.x, dpr) + 0.5, crisp(at.y, dpr) + 0.5);
      else ctx.moveTo(crisp(at.x, dpr) + 0.5, crisp(at.y, dpr) + 0.5);
    });
    ctx.closePath();
  }
  ctx.strokeStyle = hueOfArticle(sheet, view.flow.article);
  ctx.globalAlpha = 0.5;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function paintFlow(sheet: Sheet): void {
  const { ctx, view } = sheet;
  if (!view.flow || view.preview?.kind === 'order') return;
  const { paths, circles } = flowLine(view.layout, view.flow.ids);
  const point = (p: Point): Point => sheet.rect({ ...p, width: 0, height: 0 });
  const hue = hueOfArticle(sheet, view.flow.article);
  ctx.strokeStyle = hue;
  ctx.lineWidth = 1.4;
  ctx.lineCap = 'round';
  ctx.setLineDash([0.1, 3.6]);
  ctx.beginPath();
  for (const path of paths)
    path.forEach((p, i) => {
      const at = point(p);
      if (i) ctx.lineTo(at.x, at.y);
      else ctx.moveTo(at.x, at.y);
    });
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
  for (const { number, at } of circles) paintCircle(sheet, point(at), number, hue);
}

function paintCircle({ ctx, view, palette }: Sheet, at: Point, number: number, fill: string, least = 5): void {
  const radius = Math.min(Math.max(5.8 * view.camera.zoom, least), Math.max(least, 8));
  ctx.beginPath();
  ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = palette.paper;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = '#fff';
  ctx.font = `600 ${radius * (number > 9 ? 1.05 : 1.3)}px ${UI_SANS}`;
  ctx.textAlign = 'center';
  steadyType(ctx);
  ctx.fillText(String(number), at.x, at.y + radius * 0.46);
  ctx.textAlign = 'start';
}

function paintHover(sheet: Sheet): void {
  const { view } = sheet;
  const box =
    view.hovered === null || view.selection.has(view.hovered) || view.preview
      ? undefined
      : view.layout.byId.get(view.hovered);
  if (box) strokeRect(sheet, sheet.rect(box), sheet.palette.hover, 1);
}

function paintSelection(sheet: Sheet): void {
  const { ctx, view, palette } = sheet;
  const many = view.selection.size > MANY;
  const end = ctx.canvas;
  let only: FragmentBox | undefined;
  ctx.fillStyle = palette.tintStrong;
  for (const id of view.selection) {
    const box = view.layout.byId.get(id);
    if (!box || id === view.editing) continue;
    only = box;
    const r = sheet.rect(box);
    if (r.x > end.width || r.y > end.height || r.x + r.width < 0 || r.y + r.height < 0) continue;
    if (many) ctx.fillRect(r.x, r.y, r.width, r.height);
    else strokeRect(sheet, r, palette.selection, view.selection.size > 1 ? 1 : 1.5, palette.tint);
  }
  if (!only || view.selection.size !== 1 || view.preview) return;
  const r = sheet.rect(only);
  const height = Math.min(16, r.height * 0.6);
  for (const x of [r.x, r.x + r.width]) {
    ctx.beginPath();
    ctx.roundRect(x - 2.5, r.y + (r.height - height) / 2, 5, height, 2.5);
    ctx.fillStyle = palette.slip;
    ctx.fill();
    ctx.strokeStyle = palette.selection;
    ctx.lineWidth = 1.25;
    ctx.stroke();
  }
}

function paintPreview(sheet: Sheet, preview: Preview): void {
  const { ctx, view, palette, rect } = sheet;
  switch (preview.kind) {
    case 'band':
      strokeRect(sheet, rect(preview.rect), palette.selection, 1, palette.tint);
      return;
    case 'span': {
      strokeRect(sheet, rect(preview.rect), palette.selection, 1.5, palette.tint);
      const r = rect(preview.rect);
      paintCircle(sheet, { x: r.x + r.width, y: r.y }, preview.span, palette.selection, 8);
      return;
    }
    case 'gutter': {
      const r = rect({ x: preview.x, y: view.layout.top, width: 0, height: view.layout.height - 2 * view.layout.top });
      ctx.fillStyle = palette.selection;
      ctx.fillRect(crisp(r.x, sheet.dpr) - 0.75, r.y, 1.5, r.height);
      return;
    }
    case 'order':
      preview.ids.forEach((id, i) => {
        const box = view.layout.byId.get(id);
        if (!box) return;
        strokeRect(sheet, rect(box), palette.selection, 1, palette.tint);
        paintCircle(
          sheet,
          toScreen(view.camera, { x: box.x + box.width / 2, y: box.y + box.height / 2 }),
          i + 1,
          palette.selection,
          10,
        );
      });
      return;
    case 'drag':
      return;
  }
}
