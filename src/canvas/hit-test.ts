/** What lies under a point of the screen: our own answer over the grid, no hit canvas. */
import { articleTops, type PageLayout } from '../core/index.ts';
import { toPage } from '../editor/camera.ts';
import type { Camera, Hit, Point, Rect, Scene } from '../editor/scene.ts';
import { badgeBox } from './badge.ts';
import { holds } from './grid-index.ts';
import { numberPlate } from './number-plate.ts';
import { gridOf } from './sheet-index.ts';

/** In CSS pixels, to both sides of an edge, and least half-width of a gutter. */
export const EDGE = 6;
const LEAST_GUTTER = 2;

const NO_BADGES: Scene['badges'] = new Map();
const NO_ARTICLES: Scene['articles'] = new Map();

export function hitTest(
  layout: PageLayout,
  camera: Camera,
  point: Point,
  selection: ReadonlySet<string>,
  badges: Scene['badges'] = NO_BADGES,
  articles: Scene['articles'] = NO_ARTICLES,
): Hit {
  const at = toPage(camera, point);
  if (!holds({ x: 0, y: 0, width: layout.width, height: layout.height }, at))
    return edgeHit(layout, camera, at, selection) ?? { kind: 'desk' };
  const mark = badgeHit(layout, at, badges) ?? numberHit(layout, camera, at, articles);
  if (mark) return mark;
  const edge = edgeHit(layout, camera, at, selection);
  if (edge) return edge;
  const box = gridOf(layout).at(at);
  if (box) return { kind: 'fragment', id: box.fragment.id };
  return gutterHit(layout, camera, at) ?? { kind: 'sheet' };
}

function badgeHit(layout: PageLayout, at: Point, badges: Scene['badges']): Hit | undefined {
  for (const [id, badge] of badges) {
    const box = layout.byId.get(id);
    if (box && holds(badgeBox(box, badge.text, layout.bodySize), at)) return { kind: 'badge', id };
  }
  return undefined;
}

function numberHit(layout: PageLayout, camera: Camera, at: Point, articles: Scene['articles']): Hit | undefined {
  if (!articles.size) return undefined;
  // The last one is painted over those before it.
  for (const top of articleTops(layout).toReversed()) {
    const mark = articles.get(top.article);
    const plate = mark && numberPlate(top, mark.number, camera.zoom, layout.bodySize);
    if (plate && holds(plate, at)) return { kind: 'number', article: top.article, id: top.box.fragment.id };
  }
  return undefined;
}

function edgeHit(layout: PageLayout, camera: Camera, at: Point, selection: ReadonlySet<string>): Hit | undefined {
  if (selection.size !== 1) return undefined;
  const [id] = selection;
  const box = id === undefined ? undefined : layout.byId.get(id);
  if (!box || id === undefined || at.y < box.y || at.y >= box.y + box.height) return undefined;
  const reach = Math.min(EDGE / camera.zoom, box.width / 4);
  if (Math.abs(at.x - box.x) <= reach) return { kind: 'edge', id, side: 'left' };
  if (Math.abs(at.x - box.x - box.width) <= reach) return { kind: 'edge', id, side: 'right' };
  return undefined;
}

function gutterHit(layout: PageLayout, camera: Camera, at: Point): Hit | undefined {
  if (at.y < layout.top || at.y > layout.height - layout.top) return undefined;
  for (const column of layout.columns) {
    const next = layout.columns[column.index + 1];
    if (!next) return undefined;
    const slack = Math.max(0, LEAST_GUTTER / camera.zoom - (next.x - column.x - column.width) / 2);
    if (at.x >= column.x + column.width - slack && at.x < next.x + slack) return { kind: 'gutter', column: column.id };
  }
  return undefined;
}

/** The fragments that a rectangle of the page touches. */
export const idsWithin = (layout: PageLayout, rect: Rect): string[] =>
  gridOf(layout)
    .within(rect)
    .map((box) => box.fragment.id);
