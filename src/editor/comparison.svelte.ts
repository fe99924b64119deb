/** The open edition beside another version of it: what differs, how far the two agree, and which of them the sheet shows. */
import {
  agreement,
  call,
  compareEditions,
  findFragment,
  neededFor,
  type Agreement,
  type Comparison,
  type Difference,
  type Edition,
  type Fragment,
} from '../core/index.ts';
import type { Editor } from './editor.svelte.ts';

export interface Version {
  readonly edition: Edition;
  /** What it is called in the interface. */
  readonly name: string;
}

const NONE: readonly Difference[] = [];

export class ComparisonOf {
  #with = $state.raw<Version | null>(null);
  /** Which side the sheet shows. */
  side = $state<'ours' | 'theirs'>('ours');
  /** The difference in hand, by its key. */
  focus = $state<string | null>(null);
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  #comparison = $derived.by((): Comparison | null =>
    this.#with ? compareEditions(this.#editor.edition, this.#with.edition) : null,
  );
  #agreement = $derived.by((): Agreement | null => (this.#comparison ? agreement(this.#comparison) : null));

  get version(): Version | null {
    return this.#with;
  }
  get comparison(): Comparison | null {
    return this.#comparison;
  }
  get agreement(): Agreement | null {
    return this.#agreement;
  }
  get differences(): readonly Difference[] {
    return this.#comparison?.differences ?? NONE;
  }

  /** Their edition, while the sheet shows it, and what differs on it. */
  #shown = $derived.by((): { edition: Edition; ids: ReadonlySet<string> } | null =>
    this.#comparison && this.side === 'theirs'
      ? { edition: this.#comparison.theirs, ids: new Set(this.differences.flatMap((d) => d.theirIds)) }
      : null,
  );
  get shown(): { readonly edition: Edition; readonly ids: ReadonlySet<string> } | null {
    return this.#shown;
  }

  /** Our fragments that differ, and in what. */
  #marks = $derived.by((): ReadonlyMap<string, readonly Difference['kind'][]> => {
    const marks = new Map<string, Difference['kind'][]>();
    for (const d of this.differences)
      for (const id of this.side === 'ours' ? d.fragmentIds : d.theirIds) {
        const kinds = marks.get(id);
        if (kinds) kinds.push(d.kind);
        else marks.set(id, [d.kind]);
      }
    return marks;
  });
  get marks(): ReadonlyMap<string, readonly Difference['kind'][]> {
    return this.#marks;
  }

  open(version: Version): void {
    const { session, suggestions } = this.#editor;
    suggestions.close();
    this.#with = version;
    this.side = 'ours';
    this.focus = null;
    session.mode = 'build';
    this.#editor.preferences.rightOpen = true;
    const { length } = this.differences;
    this.#editor.announce(this.#editor.say({ code: 'editor.compared', params: { name: version.name, n: length } }));
  }

  close(): void {
    this.#with = null;
    this.side = 'ours';
    this.focus = null;
  }

  /** Takes them over, with what they need, as one step. */
  take(chosen: readonly Difference[]): void {
    if (!this.#with || !chosen.length) return;
    const at = this.differences.findIndex((d) => d.key === chosen[0]?.key);
    const outcome = this.#editor.run(
      call('edition.take', { from: this.#with.edition, keys: chosen.map((d) => d.key) }),
    );
    if (outcome.ok) this.focus = this.differences[Math.min(at, this.differences.length - 1)]?.key ?? null;
  }

  /** How many more than the chosen ones would be taken along. */
  alongWith(chosen: readonly Difference[]): number {
    if (!this.#comparison) return 0;
    return (
      neededFor(
        this.#comparison,
        chosen.map((d) => d.key),
      ).length - chosen.length
    );
  }

  step(by: 1 | -1): Difference | null {
    const list = this.differences;
    const at = list.findIndex((d) => d.key === this.focus);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by] ?? null;
    if (next) this.look(next);
    return next;
  }

  get inHand(): Difference | undefined {
    return this.differences.find((d) => d.key === this.focus);
  }

  /** The fragments of a difference, on our side and on theirs. */
  sides(difference: Difference): { readonly ours: readonly Fragment[]; readonly theirs: readonly Fragment[] } {
    const all = (edition: Edition | undefined, ids: readonly string[]): Fragment[] =>
      ids.flatMap((id) => (edition && findFragment(edition, id)) ?? []);
    return {
      ours: all(this.#comparison?.ours, difference.fragmentIds),
      theirs: all(this.#comparison?.theirs, difference.theirIds),
    };
  }

  /** Goes to where a difference stands, on the side that is shown. */
  look(difference: Difference): void {
    this.focus = difference.key;
    const { session } = this.#editor;
    const { ours, theirs } = this.sides(difference);
    const [first] = this.side === 'ours' ? ours : theirs;
    if (difference.pageId && this.#editor.edition.pages[difference.pageId]) session.page = difference.pageId;
    if (!first) return;
    if (this.side === 'ours') this.#editor.show(first.id);
    else if (first.placement.at === 'page' && this.#editor.edition.pages[first.placement.page])
      session.page = first.placement.page;
    session.hovered = first.id;
  }
}
