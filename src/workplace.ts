/** Joins the editor to the library: every step is kept, and what is kept is said. */
import type { Edition } from './core/index.ts';
import type { Editor } from './editor/editor.svelte.ts';
import type { HandleShelf, Keeper, KeeperState, Library, OpenedFromLibrary } from './storage/port.ts';
import type { Keeping } from './ui/keeping.svelte.ts';
import type { Shelf } from './ui/shelf.svelte.ts';

interface Parts {
  readonly editor: Editor;
  readonly keeping: Keeping;
  readonly shelf: Shelf;
}

/** The edition that was open stays open over a reload. */
const OPEN_KEY = 'pasteup.open';

export class Workplace {
  readonly #parts: Parts;
  #library: Library | null = null;
  #keeper: Keeper | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.editor.onStep((step, edition) => {
      const keeper = this.#keeper;
      if (keeper) void keeper.append(step, edition).then((kept) => kept && parts.keeping.acknowledged++);
    });
    parts.shelf.open = (id) => void this.open(id);
    parts.shelf.remove = (id) => void this.#library?.remove(id).then(() => this.refresh());
    parts.shelf.restore = (id) => void this.#library?.restore(id).then(() => this.refresh());
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
    this.#parts.shelf.loading = false;
    const last = sessionStorage.getItem(OPEN_KEY) ?? localStorage.getItem(OPEN_KEY);
    if (last && this.#parts.shelf.recents.some((card) => card.id === last)) await this.open(last);
    const missing = await library.missing();
    for (const one of missing) this.#parts.editor.notify('error', this.#parts.editor.say({ code: 'storage.missing', params: { title: one.title } }));
  }

  async refresh(): Promise<void> {
    const library = this.#needLibrary();
    this.#parts.shelf.recents = await library.list();
    this.#parts.shelf.bin = await library.bin();
  }

  /** A new edition: it is on disk before it is shown. */
  async begin(edition: Edition, options: { readonly readOnly?: boolean } = {}): Promise<void> {
    await this.leave();
    await this.#show(await this.#needLibrary().create(edition), options.readOnly);
  }

  async open(id: string): Promise<void> {
    const opened = await this.#needLibrary().open(id);
    if (opened) await this.#show(opened);
  }

  async leave(): Promise<void> {
    const keeper = this.#keeper;
    this.#keeper = null;
    localStorage.removeItem(OPEN_KEY);
    sessionStorage.removeItem(OPEN_KEY);
    if (keeper) await keeper.close();
    this.#parts.editor.close();
    await this.refresh();
  }

  async #show(opened: OpenedFromLibrary, readOnly = opened.edition.newer !== undefined): Promise<void> {
    const { editor, keeping } = this.#parts;
    editor.open(opened.edition, { history: opened.history, readOnly });
    for (const warning of opened.warnings) editor.notify('error', editor.say(warning));
    keeping.savedAt = null;
    this.#keeper = await this.#needLibrary().keep(opened, {
      onState: (state) => this.#said(state),
      onRole: (role, now) => {
        if (now) editor.follow(now.edition, now.history);
        editor.setReadOnly(readOnly || role === 'follower');
        if (this.#keeper) this.#said(this.#keeper.state, role === 'follower');
      },
      onFollow: (now) => editor.follow(now.edition, now.history),
      onWarning: (warning) => editor.notify('error', editor.say(warning)),
    });
    const keeper = this.#keeper;
    editor.setReadOnly(readOnly || keeper.role === 'follower');
    this.#said(keeper.state, keeper.role === 'follower');
    keeping.takeOver = async () => void (await keeper.takeOver());
    sessionStorage.setItem(OPEN_KEY, keeper.id);
    localStorage.setItem(OPEN_KEY, keeper.id);
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
