/** Where editions were saved to, so that a second save needs no picker. */
import type { IndexedDbStore } from './indexed-db-store.ts';
import type { HandleShelf } from './port.ts';

export function memoryHandles(): HandleShelf {
  const handles = new Map<string, FileSystemFileHandle>();
  return {
    get: async (id) => handles.get(id) ?? null,
    async set(id, handle) {
      if (handle) handles.set(id, handle);
      else handles.delete(id);
    },
  };
}

/** In memory first: a handle that the database refuses still serves this page. */
export function storedHandles(store: IndexedDbStore): HandleShelf {
  const memory = memoryHandles();
  return {
    async get(id) {
      const near = await memory.get(id);
      if (near) return near;
      try {
        return (await (await store.database()).get('handles', id)) ?? null;
      } catch {
        return null; // the picker asks again
      }
    },
    async set(id, handle) {
      await memory.set(id, handle);
      try {
        const db = await store.database();
        await (handle ? db.put('handles', handle, id) : db.delete('handles', id));
      } catch {
        // Kept for this page only: the picker asks again after a reload.
      }
    },
  };
}
