/** Opens the library, or one in memory where the browser refuses storage: the program works, and says that nothing is kept. */
import { memoryHandles, storedHandles } from './file-handles.ts';
import { indexedDbStore } from './indexed-db-store.ts';
import { emptyBin, makeLibrary } from './library.ts';
import { memoryStore } from './memory-store.ts';
import type { Library } from './port.ts';
import { StorageError, storageError } from './store.ts';
import { browserSurroundings, within, type Surroundings } from './surroundings.ts';

const ANSWER_WITHIN = 5_000;

export async function openLibrary(surroundings: Surroundings = browserSurroundings()): Promise<Library> {
  const store = indexedDbStore();
  try {
    if (typeof indexedDB === 'undefined') throw new StorageError('unavailable');
    await within(surroundings, ANSWER_WITHIN, store.cards());
    await within(surroundings, ANSWER_WITHIN, emptyBin({ store, surroundings })).catch(() => []); // the bin can wait
    return makeLibrary({ store, surroundings, handles: storedHandles(store), reason: null });
  } catch (error) {
    store.drop();
    return makeLibrary({
      store: memoryStore(),
      surroundings,
      handles: memoryHandles(),
      reason: storageError(error).reason,
    });
  }
}
