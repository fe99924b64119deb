/** Files on their way in: one batch after the other. What comes of it is said; what does not come is, too. */
import type { Edition } from '../core/index.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import type { Version } from '../editor/comparison.svelte.ts';
import { editionOf, rescuedIn } from './open-files.ts';
import { BatchReader } from './read-batch.ts';
import type { PickedFile } from '../storage/files.ts';
import { nothingIn, takeIn, type TakeInParts, type TakeOptions } from './take-in.ts';
import { whenClosed } from '../ui/when-closed.svelte.ts';

interface Parts extends TakeInParts {
  readonly editor: Editor;
  /** Where pdf.js' tables stand. */
  readonly assets: string;
  /** A reviewer's copy of the open edition is taken over and not opened: then it answers true. */
  readonly takeOver: (edition: Edition) => boolean;
}

export class Intake {
  readonly #parts: Parts;
  readonly #reader: BatchReader;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#reader = new BatchReader(parts.editor, parts.assets);
  }

  /** Reads files and takes them in, when those before them are in. Rejects with what went wrong; then nothing was changed. */
  take(files: readonly PickedFile[] | Promise<readonly PickedFile[]>, options: TakeOptions = {}): Promise<void> {
    const { editor, t } = this.#parts;
    const coming = Promise.resolve(files);
    coming.catch(() => undefined); // awaited below, when its turn has come
    if (editor.session.dialog !== null) editor.notify('news', t('import.waits'));
    this.#reader.waiting++;
    return this.#inTurn(async () => {
      await whenClosed(editor.session);
      this.#reader.waiting--;
      const batch = await coming;
      if (batch.length) await this.#takeBatch(batch, options);
    });
  }

  /** Reads an edition to look at, saved or not; nothing of it is taken in. Null where it was called off. */
  version(files: readonly PickedFile[]): Promise<Version | null> {
    const name = files.map((file) => file.name).join(', ');
    return this.#inTurn(async () => {
      const imported = await this.#reader.read(files);
      if (!imported) return null;
      if (imported.kind === 'edition') return { edition: imported.edition, name };
      if (imported.reading.sources.length) return { edition: editionOf(imported.reading, crypto.randomUUID()), name };
      nothingIn(imported, this.#parts);
      return null;
    });
  }

  cancel(): void {
    this.#reader.cancel();
  }

  chooseEncoding(encoding: string, all: boolean): void {
    this.#reader.chooseEncoding(encoding, all);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#queue.then(work);
    this.#queue = mine.catch(() => undefined); // said by whoever waits for it
    return mine;
  }

  async #takeBatch(files: readonly PickedFile[], options: TakeOptions): Promise<void> {
    const { workplace, takeOver } = this.#parts;
    const [only] = files;
    const rescued = files.length === 1 && only ? await rescuedIn(only) : null;
    if (rescued) {
      for (const { edition, history } of rescued) await workplace.begin(edition, { history });
      return;
    }
    const imported = await this.#reader.read(files);
    if (imported?.kind === 'edition' && takeOver(imported.edition)) return;
    if (imported?.kind === 'edition') await workplace.begin(imported.edition, { readOnly: imported.readOnly });
    if (imported?.kind === 'pages') await takeIn(imported, this.#parts, options);
  }
}
