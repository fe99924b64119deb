/** A scene that can be replaced: what the editor's derived scene is to the product. */
import type { Scene } from '../../editor/scene.ts';

export interface SceneHolder {
  scene: Scene;
}

export function holdScene(first: Scene): SceneHolder {
  let scene = $state.raw(first);
  return {
    get scene() {
      return scene;
    },
    set scene(next) {
      scene = next;
    },
  };
}
