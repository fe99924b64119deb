/** PageCanvas under a controller that does what the editor does at each pointer event. */
import { flushSync, mount, unmount } from 'svelte';
import type { PageLayout } from '../../core/index.ts';
import type { Camera, CanvasPointer, Scene } from '../../editor/scene.ts';
import { toPage, toScreen } from '../../editor/camera.ts';
import { farCamera } from './many-fragments.ts';
import { gridOf } from '../../canvas/sheet-index.ts';
import { idsWithin } from '../../canvas/hit-test.ts';
import type { Engine } from './bench-page.ts';
import { holdScene } from './scene-holder.svelte.ts';
import SceneHost from './SceneHost.svelte';

export function openOurs(layout: PageLayout, target: Element, far: boolean): Engine {
  const articles = [...new Set(layout.boxes.map((box) => box.fragment.article?.id ?? ''))];
  const size = { width: innerWidth, height: innerHeight };
  const held = holdScene({
    layout,
    camera: far ? farCamera(layout, size) : { x: 20, y: 20, zoom: 1 },
    selection: new Set(),
    hovered: null,
    articles: new Map(articles.map((id, i) => [id, { number: i + 1, hue: i, title: id }])),
    flow: null,
    preview: null,
    editing: null,
    ghosts: new Set(),
    findings: new Map(),
    passage: null,
    differs: new Map(),
    doubts: new Set(),
    evidence: null,
    badges: new Map(),
    theme: 'light',
  });
  let down: CanvasPointer | null = null;
  const set = (change: Partial<Scene>): void => {
    held.scene = { ...held.scene, ...change };
    flushSync();
  };
  const onpointer = (event: CanvasPointer): void => {
    if (event.type === 'down') down = event;
    else if (event.type === 'up') {
      down = null;
      set({ preview: null });
    } else if (event.type === 'move' && !down) set({ hovered: event.hit.kind === 'fragment' ? event.hit.id : null });
    else if (down?.hit.kind === 'fragment') {
      const over = event.hit.kind === 'fragment' ? layout.byId.get(event.hit.id) : undefined;
      const drop = over && {
        page: layout.page.id,
        column: over.fragment.placement.column,
        after: over.fragment.id,
        span: 1,
        line: { x: over.x, y: over.y + over.height, width: over.width },
      };
      set({ preview: { kind: 'drag', ids: [down.hit.id], at: event.page, drop: drop ?? null } });
    } else if (down) {
      const rect = {
        x: Math.min(down.page.x, event.page.x),
        y: Math.min(down.page.y, event.page.y),
        width: Math.abs(down.page.x - event.page.x),
        height: Math.abs(down.page.y - event.page.y),
      };
      set({ preview: { kind: 'band', rect }, selection: new Set(idsWithin(layout, rect)) });
    }
  };
  const host = mount(SceneHost, {
    target,
    props: { held, onpointer, oncamera: (camera: Camera) => set({ camera }), onsize: () => undefined },
  });
  flushSync();
  const { camera } = held.scene;
  const middle = toPage(camera, { x: size.width / 2, y: size.height / 2 });
  const box = gridOf(layout).within({ ...middle, width: 300, height: 300 })[0];
  const root = target.querySelector('.canvas');
  if (!box || !root) throw new Error('nothing to bench');
  return {
    target: root,
    on: { x: (box.x + box.width / 2) * camera.zoom + camera.x, y: (box.y + box.height / 2) * camera.zoom + camera.y },
    off: toScreen(camera, { x: 18, y: 18 }),
    told: () => {
      const { preview, selection, camera: c } = held.scene;
      return `${preview?.kind ?? 'none'} ${selection.size} ${c.zoom.toFixed(2)}`;
    },
    close: () => unmount(host),
  };
}
