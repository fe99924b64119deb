/** What one would write first with Konva: a draggable group of a rectangle and a text for each fragment, all in one layer. */
import Konva from 'konva/lib/Core.js';
import { Rect } from 'konva/lib/shapes/Rect.js';
import { Text } from 'konva/lib/shapes/Text.js';
import type { PageLayout } from '../../core/index.ts';
import { toPage, toScreen } from '../../editor/camera.ts';
import { farCamera } from './many-fragments.ts';
import { gridOf } from '../../canvas/sheet-index.ts';
import type { Engine } from './bench-page.ts';

export function openNaive(layout: PageLayout, target: Element, far: boolean): Engine {
  const container = document.createElement('div');
  target.append(container);
  const size = { width: innerWidth, height: innerHeight };
  const camera = far ? farCamera(layout, size) : { x: 20, y: 20, zoom: 1 };
  const stage = new Konva.Stage({
    container,
    ...size,
    x: camera.x,
    y: camera.y,
    scaleX: camera.zoom,
    scaleY: camera.zoom,
  });
  const layer = new Konva.Layer();
  layer.add(new Rect({ width: layout.width, height: layout.height, fill: '#fbf8f0', name: 'sheet' }));
  const rects = layout.boxes.map((box) => {
    const group = new Konva.Group({ x: box.x, y: box.y, draggable: true });
    const rect = new Rect({
      width: box.width,
      height: box.height,
      fill: '#fffdf8',
      stroke: '#d5d0c5',
      strokeWidth: 0.5,
    });
    group.add(rect);
    const text = box.lines.map((line) => line.text).join('\n');
    group.add(
      new Text({
        width: box.width,
        text,
        fontSize: box.size,
        lineHeight: box.style.leading,
        fontFamily: 'Noto Serif CJK SC, serif',
        wrap: 'none',
      }),
    );
    layer.add(group);
    return { box, rect };
  });
  const band = new Rect({ fill: 'rgba(31, 95, 174, 0.1)', stroke: '#1f5fae', visible: false, listening: false });
  layer.add(band);
  stage.add(layer);
  stage.on('wheel', ({ evt }) => {
    evt.preventDefault();
    if (evt.ctrlKey) {
      const at = stage.getPointerPosition() ?? { x: 0, y: 0 };
      const k = Math.exp(-evt.deltaY * 0.009);
      stage.position({ x: at.x - (at.x - stage.x()) * k, y: at.y - (at.y - stage.y()) * k });
      stage.scale({ x: stage.scaleX() * k, y: stage.scaleY() * k });
    } else stage.position({ x: stage.x() - evt.deltaX, y: stage.y() - evt.deltaY });
  });
  let from: { x: number; y: number } | null = null;
  let chosen = 0;
  stage.on('mousedown', (event) => {
    if (event.target.name() === 'sheet') from = layer.getRelativePointerPosition();
  });
  stage.on('mousemove', () => {
    const to = from && layer.getRelativePointerPosition();
    if (!from || !to) return;
    const area = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
    band.setAttrs({ ...area, visible: true });
    chosen = 0;
    for (const { box, rect } of rects) {
      const inside =
        box.x < area.x + area.width &&
        area.x < box.x + box.width &&
        box.y < area.y + area.height &&
        area.y < box.y + box.height;
      if (inside) chosen++;
      rect.fill(inside ? '#dce6f2' : '#fffdf8');
    }
  });
  stage.on('mouseup', () => {
    from = null;
    band.visible(false);
  });
  const middle = toPage(camera, { x: size.width / 2, y: size.height / 2 });
  const box = gridOf(layout).within({ ...middle, width: 300, height: 300 })[0];
  if (!box) throw new Error('nothing to bench');
  return {
    target: stage.content,
    on: { x: (box.x + box.width / 2) * camera.zoom + camera.x, y: (box.y + box.height / 2) * camera.zoom + camera.y },
    off: toScreen(camera, { x: 18, y: 18 }),
    told: () =>
      `${stage.isDragging() || layer.find('Group').some((g) => g.isDragging()) ? 'drag' : from ? 'band' : 'none'} ${chosen} ${stage.scaleX().toFixed(2)}`,
    close: () => {
      stage.destroy();
      container.remove();
    },
  };
}
