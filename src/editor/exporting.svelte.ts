/** What the export dialog is about: which formats, which part of the edition, and what would be written. */
import {
  takesScope,
  WRITABLE,
  type Edition,
  type Exported,
  type ExportRequest,
  type WriterFace,
  type Message,
  type Refused,
  type Scope,
} from '../core/index.ts';
import type { Editor } from './editor.svelte.ts';
import type { Services } from './services.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export type Preview =
  | { readonly at: 'writing' }
  | { readonly at: 'written'; readonly exported: Exported }
  | { readonly at: 'refused'; readonly refusal: Message };

const WRITING: Preview = { at: 'writing' };

export class Exporting {
  /** The format in hand: it is shown, and written where none is ticked. */
  #format = $state('');
  #ticked = $state.raw<ReadonlySet<string>>(new Set());
  scope = $state.raw<Scope>({ kind: 'edition' });
  spreadsheet = $state(false);
  #shown = $state.raw<{ readonly key: string; readonly preview: Preview }>({ key: '', preview: WRITING });
  #progress = $state.raw<Progress | null>(null);
  /** What was written already, of this very edition. */
  #known = new Map<string, Exported | Refused>();
  #of: Edition | null = null;
  #looking: AbortController | null = null;
  #packing: AbortController | null = null;
  readonly #editor: Editor;
  readonly #services: Services;

  constructor(editor: Editor, services: Services) {
    this.#editor = editor;
    this.#services = services;
    const last = editor.preferences.exportFormat;
    this.#format = WRITABLE.some(({ id }) => id === last) ? last : 'html';
  }

  get format(): WriterFace {
    const [first] = WRITABLE;
    const found = WRITABLE.find(({ id }) => id === this.#format) ?? first;
    if (!found) throw new Error('there is no format to write');
    return found;
  }
  /** The formats that are written, in the order of the list. */
  get formats(): readonly WriterFace[] {
    const ticked = WRITABLE.filter(({ id }) => this.#ticked.has(id));
    return ticked.length ? ticked : [this.format];
  }
  /** Never of another format, or of another part, than what is asked for now. */
  get preview(): Preview {
    return this.#shown.key === this.#key ? this.#shown.preview : WRITING;
  }
  #key = $derived.by(() => JSON.stringify([this.#editor.edition.id, this.#request([this.format.id])]));
  /** Not null while files are written to be handed out. */
  get progress(): Progress | null {
    return this.#progress;
  }
  isTicked = (id: string): boolean => this.#ticked.has(id);
  get tickedSome(): boolean {
    return this.#ticked.size > 0;
  }

  choose(id: string): void {
    this.#format = id;
    this.#editor.preferences.exportFormat = id;
  }
  tick(id: string): void {
    const next = new Set(this.#ticked);
    if (!next.delete(id)) next.add(id);
    this.#ticked = next;
  }
  /** Of the formats to be written, those that hold the whole edition whatever was asked for. */
  get wholeOnly(): readonly WriterFace[] {
    return this.formats.filter((writer) => !takesScope(writer, this.scope));
  }

  #request(formats: readonly string[]): ExportRequest {
    return { formats, scope: this.scope, spreadsheet: this.spreadsheet };
  }

  /** Writes the format in hand to look at it. To be called again when what it depends on has changed. */
  async look(): Promise<void> {
    const { edition } = this.#editor;
    if (this.#of !== edition) this.#known.clear();
    this.#of = edition;
    const request = this.#request([this.format.id]);
    const key = this.#key;
    this.#looking?.abort();
    const known = this.#known.get(key);
    if (known) return this.#show(key, known);
    const looking = (this.#looking = new AbortController());
    this.#shown = { key, preview: WRITING };
    try {
      const [result] = (await this.#services.writeFormats(edition, request, { signal: looking.signal })) ?? [];
      if (!result || looking.signal.aborted) return;
      this.#known.set(key, result);
      this.#show(key, result);
    } catch (error) {
      if (looking.signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      this.#shown = { key, preview: { at: 'refused', refusal: { code: 'export.failed', params: { why } } } };
    }
  }
  #show(key: string, result: Exported | Refused): void {
    const preview: Preview =
      'files' in result ? { at: 'written', exported: result } : { at: 'refused', refusal: result.refusal };
    this.#shown = { key, preview };
  }

  /** Why nothing can be handed out now; null where it can. A batch leaves out what is refused. */
  get refusal(): Message | null {
    const { preview } = this;
    return preview.at === 'refused' && this.#ticked.size === 0 ? preview.refusal : null;
  }

  /** Writes what is asked for and hands it out. True when it is done; what was refused is said. */
  async write(): Promise<boolean> {
    if (this.#progress || this.refusal) return false;
    const packing = (this.#packing = new AbortController());
    const formats = this.formats.map(({ id }) => id);
    this.#progress = { done: 0, total: formats.length };
    try {
      const packed = await this.#services.packFormats(this.#editor.edition, this.#request(formats), {
        signal: packing.signal,
        progress: (done, total) => (this.#progress = { done, total }),
      });
      if (!packed) return false;
      if (packed.file) await this.#services.handOut(packed.file);
      if (packed.refused.length)
        this.#editor.notify('error', packed.refused.map(({ refusal }) => this.#editor.say(refusal)).join(' '));
      return packed.file !== null;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#editor.notify('error', this.#editor.say({ code: 'export.failed', params: { why } }));
      return false;
    } finally {
      if (this.#packing === packing) this.#progress = null;
    }
  }

  /** Ends whatever is being written. */
  callOff(): void {
    this.#packing?.abort();
    this.#looking?.abort();
    this.#progress = null;
  }
}
