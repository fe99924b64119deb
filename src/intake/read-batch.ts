/** Reads one batch in the import worker: shows how far it is once that takes a while, asks for encodings, hears a cancel. */
import type { EncodingChoice } from '../core/index.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import { settle } from './open-files.ts';
import type { PickedFile } from '../storage/files.ts';
import type { Imported } from '../workers/import.ts';
import { runImport } from '../workers/run-import.ts';

/** Milliseconds before an import is shown: most are over sooner. */
const SHOW_AFTER = 300;

/** Does all that is shown of a text read in this encoding? */
const canBe = ({ candidates, others = [] }: EncodingChoice, encoding: string): boolean =>
  candidates.some((one) => one.encoding === encoding) ||
  others.some((one) => one.encoding === encoding && !one.preview.includes('\ufffd'));

export class BatchReader {
  readonly #editor: Editor;
  /** Where pdf.js' tables stand. */
  readonly #assets: string;
  #running: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answer: ((encoding: string, all: boolean) => void) | null = null;
  /** Batches that wait for their turn. */
  #waiting = 0;

  constructor(editor: Editor, assets: string) {
    this.#editor = editor;
    this.#assets = assets;
  }

  cancel(): void {
    this.#running?.abort();
  }

  chooseEncoding(encoding: string, all: boolean): void {
    this.#answer?.(encoding, all);
  }

  set waiting(n: number) {
    this.#waiting = n;
    this.#show({ waiting: n });
  }
  get waiting(): number {
    return this.#waiting;
  }

  /** Null where it was called off, which is said. When this resolves nothing of it is shown any more. */
  async read(files: readonly PickedFile[]): Promise<Imported | null> {
    const { session } = this.#editor;
    const running = new AbortController();
    this.#running = running;
    const start = { doing: 'reading', file: '', files: files.length, done: 0, total: 0 } as const;
    session.importing = { ...start, waiting: this.#waiting, visible: false, asked: null };
    this.#showLater();
    try {
      const imported = await runImport(files, {
        signal: running.signal,
        assets: this.#assets,
        progress: ({ doing, file, done, total }) => this.#show({ doing, file, done, total }),
        ask: this.#asker(running.signal),
      });
      if (imported?.kind === 'pages') await settle(imported.reading);
      if (imported && !running.signal.aborted) return imported;
      this.#editor.notify('news', this.#editor.say({ code: 'import.cancelled', params: { n: files.length } }));
      return null;
    } finally {
      clearTimeout(this.#timer);
      this.#running = this.#answer = null;
      session.importing = null;
    }
  }

  #show(change: Partial<NonNullable<Editor['session']['importing']>>): void {
    const { session } = this.#editor;
    if (session.importing) session.importing = { ...session.importing, ...change };
  }

  #showLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show({ visible: true }), SHOW_AFTER);
  }

  /** Asks one file after the other; who says "all" is asked again only where that encoding cannot be. */
  #asker(signal: AbortSignal): (file: string, choice: EncodingChoice) => Promise<string> {
    let forAll: string | null = null;
    return (file, choice) => {
      if (forAll !== null && canBe(choice, forAll)) return Promise.resolve(forAll);
      clearTimeout(this.#timer);
      this.#show({ asked: { file, choice }, visible: false });
      const over = (): void => {
        this.#show({ asked: null });
        if (!signal.aborted) this.#showLater();
      };
      return new Promise((resolve) => {
        signal.addEventListener('abort', over);
        this.#answer = (encoding, all) => {
          this.#answer = null;
          over();
          if (all) forAll = encoding;
          resolve(encoding);
        };
      });
    };
  }
}
