/** The automatic start: a proposal for the edition, what of it is still open, and what the sheet would look like with it. */
import {
  acceptSuggestions,
  call,
  fragmentOfPiece,
  fragmentsOf,
  suggestionsFor,
  type Edition,
  type Fragment,
  type Proposal,
  type Suggestion,
} from '../core/index.ts';
import type { Editor } from './editor.svelte.ts';
import type { Services } from './services.ts';

export type SuggestionState =
  | { readonly at: 'closed' }
  | { readonly at: 'running'; readonly done: number; readonly total: number }
  | { readonly at: 'ready' };

/** What `suggestions` are asked for. */
export type ReconstructScope = 'edition' | 'page' | 'selection';

const NONE: readonly Suggestion[] = [];

export class Suggestions {
  #state = $state.raw<SuggestionState>({ at: 'closed' });
  #proposal = $state.raw<Proposal | null>(null);
  #scope = $state.raw<ReadonlySet<string> | null>(null);
  #running: AbortController | null = null;
  /** Only those at least as sure are shown on the sheet and taken by "accept all". */
  threshold = $state(0);
  /** The suggestion in hand, by its key. */
  focus = $state<string | null>(null);
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

  /** The edition with the sure suggestions taken, and the fragments that would change their place by it. */
  #ghost = $derived.by((): { edition: Edition; ids: ReadonlySet<string> } | null => {
    const proposal = this.#proposal;
    if (!proposal || !this.#sure.length) return null;
    const outcome = acceptSuggestions(this.#editor.edition, proposal, this.#sure);
    if (!outcome.ok) return null;
    const { edition } = this.#editor;
    const changed = (now: Fragment): boolean => edition.fragments[now.sourceId]?.[now.id]?.placement !== now.placement;
    return {
      edition: outcome.edition,
      ids: new Set(
        fragmentsOf(outcome.edition)
          .filter(changed)
          .map((f) => f.id),
      ),
    };
  });
  get ghost(): { readonly edition: Edition; readonly ids: ReadonlySet<string> } | null {
    return this.#ghost;
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
    editor.session.rightOpen = true;
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
    const at = Object.keys(edition.pages).indexOf(session.page ?? '');
    const source = Object.keys(edition.sources)[at];
    return source === undefined ? [] : Object.keys(edition.fragments[source] ?? {});
  }

  close(): void {
    this.#running?.abort();
    this.#running = null;
    this.#state = { at: 'closed' };
    this.#proposal = null;
    this.#scope = null;
    this.focus = null;
  }

  /** Takes them, as one step. What they stand on (the cuts of their pieces) is taken with them. */
  accept(chosen: readonly Suggestion[]): void {
    const proposal = this.#proposal;
    if (!proposal || !chosen.length) return;
    const pieces = new Set(chosen.flatMap((s) => s.pieces));
    const cuts = this.#open.filter(
      (s) => s.kind === 'cut' && !chosen.includes(s) && s.pieces.some((p) => pieces.has(p)),
    );
    const calls = acceptSuggestions(this.#editor.edition, proposal, [...cuts, ...chosen]);
    if (calls.ok) this.#editor.take(calls);
    else this.#editor.refuse(calls.refusal);
    if (!this.#open.length) this.#done();
  }

  /** Turned down: they do not come again. */
  reject(chosen: readonly Suggestion[]): void {
    if (!chosen.length) return;
    this.#editor.run(call('suggestion.dismiss', { keys: chosen.map((s) => s.key) }));
    if (!this.#open.length) this.#done();
  }

  #done(): void {
    this.close();
    this.#editor.session.rightTab = 'articles';
  }

  /** The fragments that a suggestion speaks of, as they stand on the sheet now or would stand. */
  fragmentsOf(suggestion: Suggestion): Fragment[] {
    if (!this.#proposal) return [];
    const find = fragmentOfPiece(this.#ghost?.edition ?? this.#editor.edition, this.#proposal);
    return suggestion.pieces.map(find).filter((f) => f !== undefined) as Fragment[];
  }

  /** The least sure one after (or before) the one in hand. */
  step(by: 1 | -1): Suggestion | null {
    const list = this.#open.toSorted((a, b) => a.confidence - b.confidence);
    const at = list.findIndex((s) => s.key === this.focus);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by] ?? null;
    if (next) this.focus = next.key;
    return next;
  }
}
