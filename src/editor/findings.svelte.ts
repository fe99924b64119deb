/** What the checks have found in the edition that is open, kept up with every step; and the one that is in hand. */
import {
  call,
  findFragment,
  findPage,
  readingOrder,
  type CheckReport,
  type Edition,
  type Finding,
  type Level,
  type MuteReason,
} from '../core/index.ts';
import type { Editor } from './editor.svelte.ts';
import { tallyOf, withNews, WORST, type PageMarks, type Tally } from './finding-list.ts';
import type { CheckListener, CheckNews, CheckPort } from './services.ts';

export type FindingsState =
  | { readonly at: 'off' }
  | { readonly at: 'running'; readonly done: number; readonly total: number }
  | { readonly at: 'ready' }
  /** Called off by the user. */
  | { readonly at: 'stopped' }
  | { readonly at: 'failed'; readonly why: string };

const NONE: readonly Finding[] = [];

export class Findings {
  #state = $state.raw<FindingsState>({ at: 'off' });
  #all = $state.raw<readonly Finding[]>(NONE);
  #counts = $state.raw<Pick<CheckReport, 'looked' | 'total'> | null>(null);
  #port: CheckPort | null = null;
  #following = false;
  /** The finding in hand, by its key. */
  focus = $state<string | null>(null);
  /** A word that every line of the list must hold. */
  words = $state('');
  showMuted = $state(false);
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Given once, where there is a worker to run the checks. */
  connect(start: (listener: CheckListener) => CheckPort): void {
    this.#port = start({
      progress: (done, total) => {
        if (this.#state.at === 'running') this.#state = { at: 'running', done, total };
      },
      found: (news) => this.#take(news),
      lost: () => this.open(),
      failed: (why) => {
        this.#port?.stop();
        this.#following = false;
        this.#state = { at: 'failed', why };
      },
    });
    this.#editor.onStep((step) => {
      if (!this.#following) return;
      const { done, undone } = this.#editor.history;
      const patches =
        step.kind === 'do'
          ? step.transaction.patches
          : step.kind === 'undo'
            ? undone.at(-1)?.inverse
            : done.at(-1)?.patches;
      if (patches) this.#port?.step(patches);
    });
  }

  /** Looks at the whole edition, as it now is. */
  open(): void {
    if (!this.#port) return;
    this.#all = NONE;
    this.#following = true;
    this.#state = { at: 'running', done: 0, total: 0 };
    this.#port.open(this.#editor.edition);
  }

  /** Calls a look at everything off. */
  stop(): void {
    this.#port?.stop();
    this.#following = false;
    this.#all = NONE;
    this.#state = { at: 'stopped' };
  }

  close(): void {
    this.#port?.stop();
    this.#following = false;
    this.#all = NONE;
    this.#counts = null;
    this.#state = { at: 'off' };
    this.focus = null;
  }

  #take({ added, removed, looked, total }: CheckNews): void {
    if (!this.#following) return;
    if (added.length || removed.length) this.#all = withNews(this.#all, added, removed);
    this.#counts = { looked, total };
    this.#state = { at: 'ready' };
  }

  get state(): FindingsState {
    return this.#state;
  }
  /** How much the last look took in: an edit looks at what it touches. */
  get counts(): Pick<CheckReport, 'looked' | 'total'> | null {
    return this.#counts;
  }

  /** As a reader meets them, muted ones among them. */
  get all(): readonly Finding[] {
    return this.#all;
  }

  #tally: Tally = $derived(tallyOf(this.#all));
  get sums(): Tally['sums'] {
    return this.#tally.sums;
  }

  #shown = $derived.by((): readonly Finding[] => {
    const words = this.words.trim().toLowerCase();
    const { showMuted } = this;
    const { findingsHidden } = this.#editor.preferences;
    return this.#all.filter(
      (f) =>
        (showMuted ? f.muted !== undefined : !f.muted) &&
        !findingsHidden.includes(f.level) &&
        (!words || this.#textOf(f).toLowerCase().includes(words)),
    );
  });
  /** What the list shows, and what the keys walk. */
  get shown(): readonly Finding[] {
    return this.#shown;
  }

  #textOf(f: Finding): string {
    const { edition } = this.#editor;
    const page = f.pageId === undefined ? '' : (findPage(edition, f.pageId)?.label ?? '');
    return `${this.#editor.say(f.message)} ${f.code} ${page}`;
  }

  /** For the page strip: how many errors and warnings a page has. */
  get byPage(): ReadonlyMap<string, PageMarks> {
    return this.#tally.marks;
  }

  /** For the sheet: the worst that is said of each fragment of the page that is seen. */
  #onSheet = $derived.by((): ReadonlyMap<string, Level> => {
    const marks = new Map<string, Level>();
    for (const { fragmentId, level } of this.#tally.onPage.get(this.#editor.session.page ?? '') ?? []) {
      if (fragmentId === undefined) continue;
      const known = marks.get(fragmentId);
      if (!known || WORST[level] < WORST[known]) marks.set(fragmentId, level);
    }
    return marks;
  });
  get onSheet(): ReadonlyMap<string, Level> {
    return this.#onSheet;
  }

  get inHand(): Finding | undefined {
    return this.focus === null ? undefined : this.#all.find(({ key }) => key === this.focus);
  }

  /** The next one of the list, round its end; from the beginning where none is in hand. */
  step(by: 1 | -1): Finding | null {
    const list = this.#shown;
    if (!list.length) return null;
    const at = list.findIndex((f) => f.key === this.focus);
    const next = at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[(at + by + list.length) % list.length];
    if (next) this.show(next);
    return next ?? null;
  }

  /** Takes it in hand: goes to its page and selects what it speaks of. */
  show(finding: Finding): void {
    const editor = this.#editor;
    const { edition, session } = editor;
    this.focus = finding.key;
    session.rightTab = 'findings';
    const id = finding.fragmentId ?? fragmentOf(edition, finding);
    if (id !== undefined && findFragment(edition, id)) editor.show(id);
    else if (finding.pageId !== undefined && findPage(edition, finding.pageId)) session.page = finding.pageId;
    if (session.mode === 'read') session.mode = 'build';
    editor.announce(editor.say(finding.message));
  }

  /** Shows it, and opens its text with the passage selected. */
  openText(finding: Finding): void {
    this.show(finding);
    const { fragmentId, at } = finding;
    const fragment = fragmentId === undefined ? undefined : findFragment(this.#editor.edition, fragmentId);
    if (!fragment || !at || this.#editor.readOnly || fragment.placement.at !== 'page') return;
    this.#editor.session.editing = { id: fragment.id, caret: at };
  }

  /** Puts it right as one step, and takes the next one in hand. */
  mend(finding: Finding): void {
    const { mend } = finding;
    if (!mend) return this.#editor.refuse({ code: 'refuse.no-mend' });
    const next = this.#after(finding);
    if (this.#editor.run(mend.calls, { label: mend.label }).ok) this.focus = next;
  }

  mute(finding: Finding, reason: MuteReason, note?: string): void {
    const next = this.#after(finding);
    const args = note ? { keys: [finding.key], reason, note } : { keys: [finding.key], reason };
    if (this.#editor.run(call('finding.mute', args)).ok) this.focus = next;
  }

  unmute(finding: Finding): void {
    this.#editor.run(call('finding.unmute', { keys: [finding.key] }));
  }

  #after({ key }: Finding): string | null {
    const at = this.#shown.findIndex((f) => f.key === key);
    return (this.#shown[at + 1] ?? this.#shown[at - 1])?.key ?? null;
  }
}

const fragmentOf = (edition: Edition, { articleId }: Finding): string | undefined =>
  articleId === undefined ? undefined : readingOrder(edition, articleId)[0]?.id;
