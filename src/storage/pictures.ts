/**
 * Pictures of pages, kept beside the editions in a database of their own: what goes wrong with megabytes of scans
 * goes wrong here. A picture belongs to a source by what was read, not by an id, so that a saved file that is opened
 * again finds it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Source } from '../core/index.ts';
import { storageError } from './store.ts';

export interface PictureFile {
  /** The picture's name; of a PDF's page that of the page. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The file that it is in, and its bytes. */
  readonly file: string;
  readonly blob: Blob;
}

export interface PictureShelf {
  /** Keeps the pictures of an edition's sources; one that was there before is replaced. Rejects with `StorageError`. */
  keep(edition: string, pictures: readonly { readonly source: Source; readonly picture: PictureFile }[]): Promise<void>;
  /** The picture of a source: this edition's own, else that of another edition which read the same. Null where there is none. */
  find(edition: string, source: Source): Promise<PictureFile | null>;
  /** Lets go of the pictures of editions that are no more. */
  tidy(editions: readonly string[]): Promise<void>;
}

interface StoredPicture {
  readonly edition: string;
  readonly source: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly file: string;
  readonly at: number;
}

interface Schema extends DBSchema {
  pictures: { key: [edition: string, source: string]; value: StoredPicture; indexes: { source: string } };
  files: { key: [edition: string, file: string]; value: { edition: string; file: string; blob: Blob } };
}

const DAY = 86_400_000;
/** As long as the bin keeps an edition: one that was found again finds its pictures. */
const ORPHAN_DAYS = 30;

const keyOf = ({ sha256, name }: Source): string => `${sha256}/${name}`;
const ofEdition = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

export function storedPictures(now: () => number = () => Date.now()): PictureShelf {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const database = (): Promise<IDBPDatabase<Schema>> =>
    (opening ??= openDB<Schema>('pasteup-pictures', 1, {
      upgrade(db) {
        db.createObjectStore('pictures', { keyPath: ['edition', 'source'] }).createIndex('source', 'source');
        db.createObjectStore('files', { keyPath: ['edition', 'file'] });
      },
      blocking(_from, _to, event) {
        (event.target as IDBDatabase).close();
        opening = null;
      },
      terminated: () => (opening = null),
    }));

  async function using<T>(use: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await use(await database());
    } catch (error) {
      opening = null;
      throw storageError(error);
    }
  }

  return {
    keep: (edition, pictures) =>
      using(async (db) => {
        const tx = db.transaction(['pictures', 'files'], 'readwrite');
        const files = new Map(pictures.map(({ picture }) => [picture.file, picture.blob]));
        await Promise.all([
          ...[...files].map(([file, blob]) => tx.objectStore('files').put({ edition, file, blob })),
          ...pictures.map(({ source, picture: { name, width, height, file } }) =>
            tx.objectStore('pictures').put({ edition, source: keyOf(source), name, width, height, file, at: now() }),
          ),
          tx.done,
        ]);
      }),
    find: (edition, source) =>
      using(async (db) => {
        const own = await db.get('pictures', [edition, keyOf(source)]);
        const found = own ?? (await db.getFromIndex('pictures', 'source', keyOf(source)));
        const stored = found && (await db.get('files', [found.edition, found.file]));
        if (!found || !stored) return null;
        const { name, width, height, file } = found;
        return { name, width, height, file, blob: stored.blob };
      }),
    tidy: (editions) =>
      using(async (db) => {
        const tx = db.transaction(['pictures', 'files'], 'readwrite');
        const newest = new Map<string, number>();
        for (const { edition, at } of await tx.objectStore('pictures').getAll())
          newest.set(edition, Math.max(at, newest.get(edition) ?? 0));
        const over = [...newest].filter(([id, at]) => !editions.includes(id) && now() > at + ORPHAN_DAYS * DAY);
        for (const [id] of over) {
          await tx.objectStore('pictures').delete(ofEdition(id));
          await tx.objectStore('files').delete(ofEdition(id));
        }
        await tx.done;
      }),
  };
}
