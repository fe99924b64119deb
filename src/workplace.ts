/** Joins the editor to the library: every step is kept, and what is kept is said. */
import { FormatError, type Edition, type History } from './core/index.ts';
import type { Version } from './editor/comparison.svelte.ts';
import type { Editor } from './editor/editor.svelte.ts';
import type {
  EditionCard,
  HandleShelf,
  Keeper,
  KeeperState,
  Library,
  MissingEdition,
  OpenedFromLibrary,
} from './storage/port.ts';
import type { Keeping } from './ui/keeping.svelte.ts';
import type { Shelf } from './ui/shelf.svelte.ts';

interface Parts {
  readonly editor: Editor;
  readonly keeping: Keeping;
  readonly shelf: Shelf;
  /** Runs work and says what goes wrong in it. */
  readonly guard: (work: () => Promise<void>) => Promise<void>;
}

/** The edition that was open stays open over a reload. */
const OPEN_KEY = 'pasteup.open';

/** Which edition was open: in the tab's own storage, else in the origin's; a browser may refuse both. */
const openEdition = {
  get(): string | null {
    try {
      return sessionStorage.getItem(OPEN_KEY) ?? localStorage.getItem(OPEN_KEY);
    } catch {
      return null; // storage is refused: the start screen lists the editions
    }
  },
  set(id: string | null): void {
    try {
      for (const storage of [sessionStorage, localStorage])
        if (id === null) storage.removeItem(OPEN_KEY);
        else storage.setItem(OPEN_KEY, id);
    } catch (error) {
      console.warn('which edition is open cannot be kept', error);
    }
  },
};

export class Workplace {
  readonly #parts: Parts;
  #library: Library | null = null;
  #keeper: Keeper | null = null;
  #leavingAnyway: Keeper | null = null;
  /** Openings follow one another: two at once would leave an edition without its keeper. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    const { editor, keeping, shelf, guard } = parts;
    editor.onStep((step, edition) => {
      void this.#keeper?.append(step, edition).then((kept) => {
        if (kept) keeping.acknowledged++;
      });
    });
    shelf.open = (id) => void guard(() => this.open(id));
    shelf.remove = (id) => void guard(() => this.#remove(id));
    shelf.restore = (id) => void guard(() => this.#restore(id));
    // Leaving with steps that are on no disk is asked about.
    addEventListener('beforeunload', (event) => {
      if (this.#keeper && this.#keeper.state.kind !== 'saved') event.preventDefault();
    });
  }

  get id(): string | null {
    return this.#keeper?.id ?? null;
  }

  get handles(): HandleShelf {
    return this.#needLibrary().handles;
  }

  async start(library: Library): Promise<void> {
    this.#library = library;
    this.#parts.shelf.persistent = library.persistent;
    await this.refresh();
    const last = openEdition.get();
    if (last !== null && this.#parts.shelf.recents.some((card) => card.id === last)) await this.open(last);
    this.#parts.shelf.loading = false;
    for (const missing of await library.missing()) await this.#lookFor(missing);
  }

  /** An edition that should be here and is not: its second copy is brought back where there is one. */
  async #lookFor(missing: MissingEdition): Promise<void> {
    const library = this.#needLibrary();
    const { editor } = this.#parts;
    if (missing.copy) await library.restoreCopy(missing.id);
    else library.forget(missing.id);
    editor.notify(
      'error',
      editor.say({
        code: missing.copy ? 'storage.copy-used' : 'storage.missing',
        params: { title: missing.title, seq: missing.seq },
      }),
    );
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const library = this.#needLibrary();
    this.#parts.shelf.recents = await library.list();
    this.#parts.shelf.bin = await library.bin();
  }

  /** Every edition of the library with its history, the open one as it is now. Throws `StorageError` where one cannot be read. */
  async all(): Promise<{ readonly edition: Edition; readonly history: History }[]> {
    const library = this.#needLibrary();
    const found: { readonly edition: Edition; readonly history: History }[] = [];
    for (const { id } of await library.list()) {
      const { editor } = this.#parts;
      const opened = id === this.id ? { edition: editor.edition, history: editor.history } : await library.open(id);
      if (opened) found.push({ edition: opened.edition, history: opened.history });
    }
    return found;
  }

  async #remove(id: string): Promise<void> {
    if (!(await this.#needLibrary().remove(id))) this.#parts.editor.refuse({ code: 'storage.open-elsewhere' });
    await this.refresh();
  }

  async #restore(id: string): Promise<void> {
    await this.#needLibrary().restore(id);
    await this.refresh();
  }

  /** A new edition: it is on disk before it is shown. */
  begin(edition: Edition, options: { readonly readOnly?: boolean; readonly history?: History } = {}): Promise<void> {
    return this.#inTurn(async () => {
      await this.#letGo();
      await this.#show(await this.#needLibrary().create(edition, options.history), options.readOnly);
    });
  }

  open(id: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#keeper?.id === id) return;
      await this.#letGo();
      const opened = await this.#needLibrary().open(id);
      if (opened) await this.#show(opened);
    });
  }

  /** The editions that are kept here, without the open one. */
  async otherEditions(): Promise<EditionCard[]> {
    return (await this.#needLibrary().list()).filter((card) => card.id !== this.id);
  }

  /** One of them as it is kept, for looking at. Null where it is gone. */
  async readOnly(id: string): Promise<Version | null> {
    const opened = await this.#needLibrary().open(id);
    return opened && { edition: opened.edition, name: opened.edition.title };
  }

  leave(): Promise<void> {
    return this.#inTurn(() => this.#letGo());
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#queue.then(() => this.#parts.editor.opening.during(work));
    this.#queue = mine.catch(() => undefined); // said by whoever waits for it
    return mine;
  }

  async #letGo(): Promise<void> {
    const keeper = this.#keeper;
    if (keeper) await this.#refuseToLose(keeper);
    this.#parts.editor.setReadOnly(true); // a step from here on would have no keeper
    this.#keeper = null;
    openEdition.set(null);
    if (keeper) await keeper.close();
    this.#parts.editor.close();
    await this.refresh();
  }

  /** Steps that are on no disk would go with the edition. The first leaving is refused then, and the second is meant. */
  async #refuseToLose(keeper: Keeper): Promise<void> {
    if (!this.#needLibrary().persistent) return; // in memory it stays for as long as the page does
    const isKept = (await keeper.flush()) && keeper.state.kind !== 'failed';
    if (isKept || this.#leavingAnyway === keeper) return;
    this.#leavingAnyway = keeper;
    throw new FormatError('storage.would-be-lost');
  }

  async #show(opened: OpenedFromLibrary, readOnly = opened.edition.newer !== undefined): Promise<void> {
    const { editor, keeping, guard } = this.#parts;
    // Nothing can be done to it before there is a keeper to hand the steps to.
    editor.open(opened.edition, { history: opened.history, readOnly: true });
    for (const warning of opened.warnings) editor.notify('error', editor.say(warning));
    keeping.savedAt = null;
    keeping.acknowledged = 0;
    const keeper = await this.#needLibrary().keep(opened, {
      onState: (state) => this.#said(state),
      onRole: (role, now) => {
        if (now) editor.follow(now.edition, now.history);
        else if (role === 'follower') editor.notify('error', editor.say({ code: 'storage.reason.other-writer' }));
        editor.setReadOnly(readOnly || role === 'follower');
        if (this.#keeper) this.#said(this.#keeper.state, role === 'follower');
      },
      onFollow: (now) => editor.follow(now.edition, now.history),
      onWarning: (warning) => editor.notify('error', editor.say(warning)),
    });
    this.#keeper = keeper;
    editor.setReadOnly(readOnly || keeper.role === 'follower');
    this.#said(keeper.state, keeper.role === 'follower');
    let asked = false;
    // The other tab may hold steps that it cannot save: the first asking is refused then, and the second is meant.
    keeping.takeOver = () =>
      guard(async () => {
        if (await keeper.takeOver({ force: asked })) return;
        asked = true;
        editor.refuse({ code: 'storage.take-over-refused' });
      });
    openEdition.set(keeper.id);
  }

  #said(state: KeeperState, follows = this.#keeper?.role === 'follower'): void {
    const { keeping, editor } = this.#parts;
    if (!this.#needLibrary().persistent) keeping.state = 'memory';
    else keeping.state = follows ? 'follower' : state.kind;
    if (state.kind === 'saved') keeping.savedAt = state.at;
    keeping.why = state.kind === 'failed' ? editor.say({ code: `storage.reason.${state.reason}` }) : '';
  }

  #needLibrary(): Library {
    if (!this.#library) throw new Error('the library is not open yet');
    return this.#library;
  }
}
