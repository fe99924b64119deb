/** Mounts the canvas over an edition that the driver hands in, and lets the driver change the scene. */
import { flushSync, mount } from 'svelte';
import { articleNumbers, articlesOf, articleTitle, pageLayout, type Edition } from '../../core/index.ts';
import type { Camera, CanvasPointer, Scene } from '../../editor/scene.ts';
import { fit, type Size } from '../../editor/camera.ts';
import { paintThumbnail } from '../../canvas/thumbnail.ts';
import { holdScene } from './scene-holder.svelte.ts';
import SceneHost from './SceneHost.svelte';

type Change = Partial<Omit<Scene, 'selection' | 'badges'>> & {
  readonly selection?: readonly string[];
  readonly badges?: readonly (readonly [string, { text: string; pending: boolean }])[];
};

const look = {
  heard: [] as CanvasPointer[],
  size: { width: 0, height: 0 },
  open(edition: Edition, page: string): void {
    const layout = pageLayout(edition, page);
    const numbers = articleNumbers(edition);
    const held = holdScene({
      layout,
      camera: fit(
        { x: 0, y: 0, width: layout.width, height: layout.height },
        { width: innerWidth, height: innerHeight },
      ),
      selection: new Set(),
      hovered: null,
      articles: new Map(
        articlesOf(edition).map((a, i) => [
          a.id,
          { number: numbers.get(a.id) ?? 0, hue: i, title: articleTitle(edition, a.id) },
        ]),
      ),
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
    look.change = ({ selection, badges, ...rest }) => {
      held.scene = {
        ...held.scene,
        ...rest,
        ...(selection ? { selection: new Set(selection) } : {}),
        ...(badges ? { badges: new Map(badges) } : {}),
      };
      flushSync();
    };
    look.scene = () => held.scene;
    const target = document.querySelector('#canvas');
    if (!target) throw new Error('no place for the canvas');
    mount(SceneHost, {
      target,
      props: {
        held,
        onpointer: (e: CanvasPointer) => void look.heard.push(e),
        oncamera: (camera: Camera) => {
          held.scene = { ...held.scene, camera };
        },
        onsize: (size: Size) => void (look.size = size),
      },
    });
  },
  change: (_: Change): void => undefined,
  scene: (): Scene | undefined => undefined,
  thumbnail(width: number): void {
    const scene = look.scene();
    if (!scene) return;
    const canvas = document.createElement('canvas');
    canvas.style.cssText = 'position:fixed;left:8px;top:8px;box-shadow:0 0 0 1px #0003';
    document.body.append(canvas);
    paintThumbnail(canvas, scene.layout, scene.theme, width);
  },
};

declare global {
  interface Window {
    look: typeof look;
  }
}
window.look = look;
