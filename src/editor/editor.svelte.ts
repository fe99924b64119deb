/** The living editor: one edition, its history, and what is being done to it. Made once, in main.ts. */
import {
  check,
  emptyHistory,
  findFragment,
  isPlaced,
  newEdition,
  pageLayout,
  pagesOf,
  record,
  redo,
  say,
  transact,
  undo,
  type Call,
  type Calls,
  type Catalogue,
  type Edition,
  type Fragment,
  type History,
  type Message,
  type Origin,
  type Outcome,
  type PageLayout,
  type Source,
  type Step,
} from '../core/index.ts';
import { firstLook, reveal } from './camera.ts';
import { ComparisonOf } from './comparison.svelte.ts';
import { Drag } from './drag.svelte.ts';
import { Findings } from './findings.svelte.ts';
import { Jumps } from './jumps.svelte.ts';
import { facsimileSourceOf } from './facsimile.ts';
import { Opening } from './opening.ts';
import type { Preferences } from './preferences.svelte.ts';
import { Review } from './review.svelte.ts';
import type { Camera } from './scene.ts';
import { inDocumentOrder, next } from './selection.ts';
import { Session } from './session.svelte.ts';
import { Suggestions } from './suggestions.svelte.ts';
import { OrderTool } from './tools/order-tool.ts';
import { SelectTool } from './tools/select-tool.ts';
import type { Tool } from './tools/tool.ts';

export type StepListener = (step: Step, edition: Edition) => void;

export class Editor {
  #edition = $state.raw<Edition>(newEdition('none'));
  #history = $state.raw<History>(emptyHistory);
  #open = $state(false);
  #readOnly = $state(false);
  #listeners = new Set<StepListener>();
  #notices = 0;
  readonly #sentences: Catalogue;
  readonly session = new Session();
  readonly opening = new Opening(() => this.#open);
  readonly drag: Drag = new Drag(this);
  readonly suggestions = new Suggestions(this);
  readonly findings = new Findings(this);
  readonly jumps = new Jumps(this);
  readonly comparison = new ComparisonOf(this);
  readonly review = new Review(this);
  readonly selectTool = new SelectTool(this);
  readonly orderTool = new OrderTool(this);
  readonly preferences: Preferences;

  /** `sentences`: what the world outside the core can say, as the storage does. */
  constructor(preferences: Preferences, sentences: Catalogue = {}) {
    this.preferences = preferences;
    this.#sentences = sentences;
  }

  get edition(): Edition {
    return this.#edition;
  }
  get history(): History {
    return this.#history;
  }
  /** Is an edition open? Without one the start screen shows. */
  get isOpen(): boolean {
    return this.#open;
  }
  /** Nothing of the paper itself can be changed; in a copy for review it can still be decided on. */
  get readOnly(): boolean {
    return this.#readOnly || this.#edition.forReview === true;
  }

  /** Tells of every step that was taken: the journal, and whoever derives from the edition. */
  onStep(listener: StepListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  open(edition: Edition, options: { history?: History; readOnly?: boolean } = {}): void {
    this.#edition = edition;
    this.#history = options.history ?? emptyHistory;
    this.#readOnly = options.readOnly ?? false;
    this.#open = true;
    this.session.begin(pagesOf(edition)[0]?.id ?? null);
    this.suggestions.close();
    this.findings.open();
    this.comparison.close();
  }

  /** Shows another state of the same edition: what another tab did. Selection and camera stay. */
  follow(edition: Edition, history: History): void {
    this.#edition = edition;
    this.#history = history;
    this.#prune();
    this.findings.open();
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
  }

  close(): void {
    this.suggestions.close();
    this.#open = false;
    this.findings.close();
    this.#edition = newEdition('none');
    this.#history = emptyHistory;
  }

  check(call: Call): true | Message {
    return this.#readOnly ? { code: 'refuse.read-only' } : check(this.#edition, call);
  }

  /** Runs calls as one step. A refusal is said to the user and changes nothing. */
  run(calls: Call | Calls, options: { origin?: Origin; label?: Message } = {}): Outcome {
    const outcome: Outcome = this.#readOnly
      ? { ok: false, refusal: { code: 'refuse.read-only' } }
      : transact(this.#edition, calls, options);
    if (outcome.ok) this.take(outcome);
    else this.refuse(outcome.refusal);
    return outcome;
  }

  /** Makes a step that was run on this very edition the present. */
  take(outcome: Extract<Outcome, { ok: true }>): void {
    if (outcome.transaction.patches.length === 0) return;
    this.#edition = outcome.edition;
    this.#history = record(this.#history, outcome.transaction);
    this.#settle({ kind: 'do', transaction: outcome.transaction });
    this.announce(this.say(outcome.transaction.label));
  }

  undo(): void {
    this.#travel(undo(this.#edition, this.#history), 'undo');
  }
  redo(): void {
    this.#travel(redo(this.#edition, this.#history), 'redo');
  }

  /** Goes to the state after `n` steps of the timeline. */
  goTo(n: number): void {
    while (this.#history.done.length > n && this.#travel(undo(this.#edition, this.#history), 'undo'));
    while (this.#history.done.length < n && this.#travel(redo(this.#edition, this.#history), 'redo'));
  }

  #travel(taken: ReturnType<typeof undo>, kind: 'undo' | 'redo'): boolean {
    if (!taken || this.#readOnly) return false;
    this.#edition = taken.edition;
    this.#history = taken.history;
    this.#settle({ kind });
    this.announce(this.say({ code: `editor.${kind}`, params: { what: this.say(taken.transaction.label) } }));
    return true;
  }

  #settle(step: Step): void {
    // What was refused before is no longer news.
    if (this.session.notice?.kind === 'refusal') this.session.notice = null;
    this.#prune();
    for (const listener of this.#listeners) listener(step, this.#edition);
  }

  /** Nothing is selected, edited or shown that is no longer there. */
  #prune(): void {
    const { session } = this;
    const lives = (id: string | null): boolean => id !== null && findFragment(this.#edition, id) !== undefined;
    if ([...session.selection].some((id) => !lives(id)))
      session.selection = new Set([...session.selection].filter(lives));
    if (!lives(session.anchor)) session.anchor = null;
    if (!lives(session.focus)) session.focus = [...session.selection][0] ?? null;
    if (session.editing && !lives(session.editing.id)) session.editing = null;
    if (session.page === null || !this.#edition.pages[session.page])
      session.page = pagesOf(this.#edition)[0]?.id ?? null;
  }

  // —— tools ——

  get tool(): Tool {
    return this.session.tool === 'order' ? this.orderTool : this.selectTool;
  }

  cancelTool(): void {
    this.tool.cancel();
    this.session.preview = null;
  }

  // —— what is selected ——

  /** In document order. */
  get selected(): string[] {
    return inDocumentOrder(this.#edition, this.session.selection);
  }

  /** The one fragment that is selected alone, or the one that has the keyboard's focus. */
  get current(): Fragment | undefined {
    const id = this.session.focus ?? [...this.session.selection][0];
    return id === undefined ? undefined : findFragment(this.#edition, id);
  }

  /** Is there another fragment that way, in the list of the focused one? */
  hasNext(step: 1 | -1): boolean {
    const { focus } = this.session;
    return focus !== null && next(this.#edition, focus, step) !== null;
  }

  select(ids: Iterable<string>, focus?: string | null): void {
    const { session } = this;
    session.selection = new Set(ids);
    session.focus = focus === undefined ? ([...session.selection].at(-1) ?? null) : focus;
    session.anchor = session.focus;
  }

  /** Selects, goes to its page and brings it into view. */
  show(id: string): void {
    const fragment = findFragment(this.#edition, id);
    if (!fragment) return;
    this.select([id]);
    this.revealFocus();
    if (fragment.placement.at === 'unplaced') this.session.leftTab = 'tray';
    if (fragment.placement.at === 'discarded') this.session.leftTab = 'discarded';
  }

  revealFocus(): void {
    const fragment = this.current;
    if (!fragment || !isPlaced(fragment)) return;
    this.session.page = fragment.placement.page;
    const box = this.layout?.byId.get(fragment.id);
    if (box) this.setCamera(reveal(this.camera, box, this.session.view));
  }

  // —— what is seen ——

  get layout(): PageLayout | null {
    const { page } = this.session;
    return page !== null && this.#edition.pages[page] ? pageLayout(this.#edition, page) : null;
  }

  /** The source whose picture belongs to the page in view. */
  get facsimileSource(): Source | null {
    const { page } = this.session;
    return page === null ? null : facsimileSourceOf(this.#edition, page);
  }

  get camera(): Camera {
    const { page, cameras, view } = this.session;
    const known = page === null ? undefined : cameras[page];
    if (known) return known;
    const layout = this.layout;
    // The page's own height, not its content's: a column that grows moves nothing.
    return layout
      ? firstLook({ width: layout.width, height: layout.page.height }, layout.bodySize, view)
      : { x: 0, y: 0, zoom: 1 };
  }

  setCamera(camera: Camera): void {
    const { session } = this;
    if (session.page !== null) session.cameras = { ...session.cameras, [session.page]: camera };
  }

  // —— what is said ——

  say(message: Message): string {
    return say(message, this.preferences.language, this.#sentences);
  }

  announce(text: string): void {
    // The same words again are news too: a live region speaks only when its text changes.
    this.session.announcement = this.session.announcement === text ? `${text}\u00a0` : text;
  }

  refuse(why: Message): void {
    this.notify('refusal', this.say(why));
  }

  /** `more`: the report of the last import has the rest. */
  notify(kind: 'news' | 'refusal' | 'error', text: string, more = false): void {
    this.session.notice = { kind, text, key: ++this.#notices, more };
    this.announce(text);
  }
}
