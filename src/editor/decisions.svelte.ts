/** What reviewers decide of articles and pages: approved, sent back, noted, opened again. The edition is changed by commands alone. */
import { call, errorsOn, type Finding, type Message, type ReviewState, type Subject } from '../core/index.ts';
import type { Editor } from './editor.svelte.ts';

/** What a dialog asks for: a note, or the initials too. */
export interface Asking {
  readonly what: ReviewState | 'note';
  readonly on: Subject;
}

export class Decisions {
  readonly #editor: Editor;
  readonly #now: () => number;
  readonly #findings: () => readonly Finding[];
  asking = $state.raw<Asking | null>(null);

  constructor(editor: Editor, now: () => number, findings: () => readonly Finding[]) {
    this.#editor = editor;
    this.#now = now;
    this.#findings = findings;
  }

  /** Approves at once where it is known who approves; everything else asks first. */
  decide(what: Asking['what'], on: Subject): void {
    const { by } = this.#who();
    if (what === 'open' || (what === 'approved' && by !== undefined)) this.write(what, on, {});
    else this.ask(what, on);
  }

  ask(what: Asking['what'], on: Subject): void {
    this.asking = { what, on };
    this.#editor.session.dialog = 'decide';
  }

  #who(): { readonly by?: string } {
    const by = this.#editor.preferences.initials.trim();
    return by ? { by } : {};
  }

  write(what: Asking['what'], on: Subject, { note }: { readonly note?: string }): boolean {
    if (what === 'note') return this.#editor.run(call('review.note', { on, note: note ?? null })).ok;
    const at = new Date(this.#now()).toISOString();
    const deciding = { state: what, ...this.#who(), at, ...(note === undefined ? {} : { note }) };
    return this.#editor.run(
      on.kind === 'article'
        ? call('article.review', { article: on.id, ...deciding })
        : call('page.review', { page: on.id, ...deciding }),
    ).ok;
  }

  /** May it be approved? A page with an open error may not. */
  mayApprove(on: Subject): true | Message {
    if (on.kind === 'page') {
      const { at } = this.#editor.findings.state;
      if (at === 'running' || at === 'stopped') return { code: 'refuse.not-checked' };
      const errors = errorsOn(this.#editor.edition, on.id, this.#findings());
      if (errors.length) return { code: 'refuse.errors-open', params: { n: errors.length } };
    }
    // Who has not been asked yet can be anybody.
    const { by = '?' } = this.#who();
    return this.#editor.check(
      on.kind === 'article'
        ? call('article.review', { article: on.id, state: 'approved', by })
        : call('page.review', { page: on.id, state: 'approved', by }),
    );
  }
}
