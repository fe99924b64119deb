/** The automatic start: a proposal for the edition, what of it is still open, and what the sheet would look like with it. */
import {
  acceptSuggestions,
  call,
  evidenceOf,
  fragmentOfPiece,
  fragmentsOf,
  pageLayout,
  pageOfSource,
  suggestionsFor,
  type Evidence,
  type Fragment,
  type Proposal,
  type Suggestion,
} from '../core/index.ts';
import { reveal } from './camera.ts';
import type { Editor } from './editor.svelte.ts';
import type { Rect, ShownEvidence } from './scene.ts';
import type { Services } from './services.ts';
import { doubtsIn, ghostOf, shownEvidence, withWhatTheyStandOn, type Ghost } from './suggestion-view.ts';

export type SuggestionState =
  | { readonly at: 'closed' }
  | { readonly at: 'running'; readonly done: number; readonly total: number }
  | { readonly at: 'ready' };

/** What `suggestions` are asked for. */
export type ReconstructScope = 'edition' | 'page' | 'selection';

const NONE: readonly Suggestion[] = [];
const NOBODY: ReadonlySet<string> = new Set();
/** Below it a suggestion is more likely wrong than right: it is left to be looked at. */
const EVEN = 0.5;

export class Suggestions {
  #state = $state.raw<SuggestionState>({ at: 'closed' });
  #proposal = $state.raw<Proposal | null>(null);
  #scope = $state.raw<ReadonlySet<string> | null>(null);
  #running: AbortController | null = null;
  /** Only those at least as sure are shown on the sheet and taken by "accept all". */
  threshold = $state(EVEN);
  /** The suggestion in hand, by its key. */
  #focus = $state<string | null>(null);
  /** The one that the pointer is on. */
  #peek = $state.raw<Suggestion | null>(null);
  /** Was it reached as the least sure one? Then the next least sure one follows it. */
  #byDoubt = false;
  /** Were they asked for before they are there? */
  #takeAll = false;
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  get state(): SuggestionState {
    return this.#state;
  }
  get proposal(): Proposal | null {
    return this.#proposal;
  }
  get focus(): string | null {
    return this.#focus;
  }
  get inHand(): Suggestion | undefined {
    return this.#focus === null ? undefined : this.#open.find((s) => s.key === this.#focus);
  }

  #open = $derived.by((): readonly Suggestion[] =>
    this.#proposal
      ? suggestionsFor(this.#editor.edition, this.#proposal, this.#scope ? { ids: this.#scope } : {})
      : NONE,
  );
  /** What is left to decide. */
  get open(): readonly Suggestion[] {
    return this.#open;
  }

  #sure = $derived.by((): readonly Suggestion[] => this.#open.filter((s) => s.confidence >= this.threshold));
  get sure(): readonly Suggestion[] {
    return this.#sure;
  }

  #ghost = $derived.by((): Ghost | null =>
    this.#proposal ? ghostOf(this.#editor.edition, this.#proposal, this.#sure) : null,
  );
  /** The edition with the sure suggestions taken. */
  get ghost(): Ghost | null {
    return this.#ghost;
  }

  #doubts = $derived.by((): ReadonlySet<string> =>
    this.#ghost && this.#proposal ? doubtsIn(this.#ghost, this.#proposal) : NOBODY,
  );
  /** What the sheet shows by a suggestion of which the engine is not sure. */
  get doubts(): ReadonlySet<string> {
    return this.#doubts;
  }

  #evidence = $derived.by((): Evidence | null => {
    const one = this.#peek ?? this.inHand;
    return this.#proposal && one ? evidenceOf(this.#proposal, one) : null;
  });
  /** What speaks for the suggestion that is pointed at, else for the one in hand. */
  get evidence(): Evidence | null {
    return this.#evidence;
  }

  #shown = $derived.by((): ShownEvidence | null =>
    this.#evidence && this.#proposal
      ? shownEvidence(this.#ghost?.edition ?? this.#editor.edition, this.#proposal, this.#evidence)
      : null,
  );
  /** The same as fragments and their words on the sheet. */
  get shown(): ShownEvidence | null {
    return this.#shown;
  }

  async run(services: Services, scope: ReconstructScope): Promise<void> {
    this.close();
    const editor = this.#editor;
    const ids = scope === 'edition' ? null : new Set(this.#scopeIds(scope));
    const wanted = ids
      ? new Set(
          fragmentsOf(editor.edition)
            .filter((f) => ids.has(f.id))
            .map((f) => f.sourceId),
        )
      : null;
    const sources = Object.values(editor.edition.sources).filter((s) => !wanted || wanted.has(s.id));
    if (!sources.length) return editor.refuse({ code: 'refuse.nothing-to-do' });
    const running = new AbortController();
    this.#running = running;
    this.#state = { at: 'running', done: 0, total: sources.length };
    editor.session.rightTab = 'suggestions';
    editor.preferences.rightOpen = true;
    try {
      const proposal = await services.reconstruct(sources, {
        signal: running.signal,
        progress: (done, total) => {
          if (this.#running === running) this.#state = { at: 'running', done, total };
        },
      });
      if (this.#running !== running) return;
      this.#proposal = proposal;
      this.#scope = ids;
      this.#state = proposal ? { at: 'ready' } : { at: 'closed' };
      editor.announce(editor.say({ code: 'editor.suggested', params: { n: this.#open.length } }));
      if (this.#takeAll && this.#sure.length) this.acceptSure();
      this.#takeAll = false;
    } catch (error) {
      if (this.#running !== running) return;
      this.#state = { at: 'closed' };
      editor.notify(
        'error',
        editor.say({ code: 'suggest.failed', params: { why: error instanceof Error ? error.message : String(error) } }),
      );
    }
  }

  #scopeIds(scope: 'page' | 'selection'): string[] {
    const { edition, session, selected } = this.#editor;
    if (scope === 'selection') return selected;
    return Object.keys(edition.sources)
      .filter((id) => pageOfSource(edition, id) === session.page)
      .flatMap((id) => Object.keys(edition.fragments[id] ?? {}));
  }

  close(): void {
    this.#running?.abort();
    this.#running = null;
    this.#takeAll = false;
    this.#state = { at: 'closed' };
    this.#proposal = null;
    this.#scope = null;
    // What was pointed out for one of them is not any more.
    if (this.#focus !== null || this.#peek) this.#editor.session.hovered = null;
    this.#focus = null;
    this.#peek = null;
  }

  /** Escape: ends what is running, or lays down what is in hand. Answers whether there was something. */
  callOff(): boolean {
    if (this.#state.at === 'running') {
      this.close();
      this.#editor.announce(this.#editor.say({ code: 'suggest.called-off' }));
      return true;
    }
    const held = this.#focus !== null;
    this.#focus = null;
    this.#peek = null;
    if (held) this.#editor.session.hovered = null;
    return held;
  }

  /** Takes them, as one step, with what they stand on. */
  accept(chosen: readonly Suggestion[]): void {
    const proposal = this.#proposal;
    if (!proposal || !chosen.length) return;
    const taken = withWhatTheyStandOn(chosen, this.#open);
    const following = this.#following(taken);
    const calls = acceptSuggestions(this.#editor.edition, proposal, taken);
    if (calls.ok) this.#editor.take(calls);
    else this.#editor.refuse(calls.refusal);
    this.#goOn(following);
  }

  /** Takes all that are sure enough, and says how many are left. */
  acceptSure(): void {
    if (this.#state.at === 'running') {
      this.#takeAll = true;
      return this.#editor.announce(this.#editor.say({ code: 'suggest.will-take' }));
    }
    this.accept(this.#sure);
    if (this.#proposal && this.#open.length)
      this.#editor.notify('news', this.#editor.say({ code: 'suggest.left', params: { n: this.#open.length } }));
  }

  /** Turned down: they do not come again. */
  reject(chosen: readonly Suggestion[]): void {
    if (!chosen.length) return;
    const following = this.#following(chosen);
    this.#editor.run(call('suggestion.dismiss', { keys: chosen.map((s) => s.key) }));
    this.#goOn(following);
  }

  /** What may come to hand when these are decided, the nearest first; null: the one in hand is not among them. */
  #following(decided: readonly Suggestion[]): readonly string[] | null {
    if (!decided.some((s) => s.key === this.#focus)) return null;
    const list = this.#byDoubt ? this.#byConfidence() : this.#open;
    const at = list.findIndex((s) => s.key === this.#focus);
    return [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0)).toReversed()].map((s) => s.key);
  }

  #goOn(following: readonly string[] | null): void {
    if (!this.#open.length) {
      this.close();
      this.#editor.session.rightTab = 'articles';
      return;
    }
    if (!following) return;
    const left = new Map(this.#open.map((s) => [s.key, s]));
    const next = following.map((key) => left.get(key)).find((s) => s !== undefined);
    if (next) this.look(next, this.#byDoubt);
  }

  /** The fragments that a suggestion speaks of, as they stand on the sheet now or would stand. */
  fragmentsOf(suggestion: Suggestion): Fragment[] {
    if (!this.#proposal) return [];
    const find = fragmentOfPiece(this.#ghost?.edition ?? this.#editor.edition, this.#proposal);
    return suggestion.pieces.map(find).filter((f) => f !== undefined) as Fragment[];
  }

  /** Takes one in hand: its page is turned to, its fragments and what speaks for it are shown. */
  look(suggestion: Suggestion, byDoubt = false): void {
    this.#focus = suggestion.key;
    this.#byDoubt = byDoubt;
    this.#peek = null;
    const box = this.#turnTo(suggestion);
    const { camera, session } = this.#editor;
    const next = box && reveal(camera, box, session.view);
    if (next && (next.x !== camera.x || next.y !== camera.y)) this.#editor.setCamera(next);
  }

  /** Shows what speaks for one while the pointer is on it. */
  peek(suggestion: Suggestion | null): void {
    this.#peek = suggestion;
    if (suggestion) this.#turnTo(suggestion);
    else this.#editor.session.hovered = null;
  }

  #turnTo(suggestion: Suggestion): Rect | undefined {
    const { session } = this.#editor;
    const [first] = this.fragmentsOf(suggestion);
    session.hovered = first?.id ?? null;
    if (first?.placement.at !== 'page') return undefined;
    session.page = first.placement.page;
    return this.#ghost ? pageLayout(this.#ghost.edition, session.page).byId.get(first.id) : undefined;
  }

  #byConfidence(): Suggestion[] {
    return this.#open.toSorted((a, b) => a.confidence - b.confidence);
  }

  /** The least sure one after (or before) the one in hand. */
  step(by: 1 | -1): Suggestion | null {
    const list = this.#byConfidence();
    const at = list.findIndex((s) => s.key === this.#focus);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by] ?? null;
    if (next) this.look(next, true);
    return next;
  }
}
