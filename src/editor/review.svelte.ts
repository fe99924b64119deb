/** The reviewer's walk: which boundary is in hand, what is sampled, how fast it goes. The edition is changed by commands alone. */
import {
  boundariesIn,
  boundaryView,
  confirmBoundary,
  findFragment,
  isChecked,
  isHeard,
  mergeSides,
  moveBorder,
  runChecks,
  sampled,
  sentenceStarts,
  splitAt,
  textOf,
  WHOLE,
  type Border,
  type Boundary,
  type BoundaryView,
  type Calls,
  type Finding,
  type Message,
  type MoveUnit,
  type Sample,
} from '../core/index.ts';
import { Decisions } from './decisions.svelte.ts';
import type { Editor } from './editor.svelte.ts';

/** Where a split is to be: an offset in a fragment's text. */
export interface Cut {
  readonly id: string;
  readonly at: number;
}

/** What is kept over a reload. */
export interface WalkPlace {
  readonly on: boolean;
  readonly sample: Sample;
  readonly at: string | null;
  readonly chosen: readonly string[] | null;
}

/** Who looks away for longer is not reading. */
const LONGEST_LOOK = 90_000;
const PACES = 12;
const ENOUGH_PACES = 3;

export class Review {
  readonly #editor: Editor;
  readonly #now: () => number;
  #sample = $state.raw<Sample>(WHOLE);
  /** The keys that the sample took; null: all. What comes up by an edit afterwards is walked too. */
  #chosen = $state.raw<ReadonlySet<string> | null>(null);
  #there: ReadonlySet<string> = new Set();
  #at = $state<string | null>(null);
  #index = $state(0);
  #paces = $state.raw<readonly number[]>([]);
  #lookedSince = 0;
  /** Which boundary was in hand when the history was so long: where undoing goes back to. */
  readonly #trail = new Map<number, string>();
  /** The side that is approved, noted, reassigned. */
  side = $state<'before' | 'after'>('after');
  cut = $state.raw<Cut | null>(null);
  readonly decisions: Decisions;

  constructor(editor: Editor, now: () => number = () => Date.now()) {
    this.#editor = editor;
    this.#now = now;
    this.decisions = new Decisions(editor, now, () => this.#findings);
    editor.onStep(({ kind }) => {
      const key = kind === 'undo' ? this.#trail.get(editor.history.done.length) : undefined;
      const back = key === undefined ? -1 : this.#list.findIndex((b) => b.key === key);
      if (back >= 0) this.go(back);
    });
  }

  get sample(): Sample {
    return this.#sample;
  }
  /** What is walked where nothing else was asked for. */
  get whole(): Sample {
    return WHOLE;
  }

  #scope = $derived.by((): readonly Boundary[] => {
    const { page } = this.#sample;
    const { edition } = this.#editor;
    return boundariesIn(edition, page !== null && edition.pages[page] ? page : null);
  });

  #list = $derived.by((): readonly Boundary[] => {
    const chosen = this.#chosen;
    return chosen ? this.#scope.filter((b) => chosen.has(b.key) || !this.#there.has(b.key)) : this.#scope;
  });
  /** The boundaries that are walked. */
  get list(): readonly Boundary[] {
    return this.#list;
  }

  #position = $derived.by((): number => {
    const found = this.#list.findIndex((b) => b.key === this.#at);
    return found >= 0 ? found : Math.max(0, Math.min(this.#index, this.#list.length - 1));
  });
  get position(): number {
    return this.#position;
  }
  get current(): Boundary | null {
    return this.#list[this.#position] ?? null;
  }

  #checked = $derived.by((): number => this.#list.filter((b) => isChecked(this.#editor.edition, b)).length);
  /** How many of the walk are found right. */
  get checked(): number {
    return this.#checked;
  }

  /** Of those who follow every step; where nobody does, of a look of our own. */
  #findings = $derived.by((): readonly Finding[] => {
    const { findings, edition } = this.#editor;
    const { at } = findings.state;
    return (at === 'off' || at === 'failed' ? runChecks(edition) : findings.all).filter(isHeard);
  });
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  #view = $derived.by((): BoundaryView | null =>
    this.current ? boundaryView(this.#editor.edition, this.current) : null,
  );
  get view(): BoundaryView | null {
    return this.#view;
  }

  /** Milliseconds, from the pace so far; null while there is none. */
  get timeLeft(): number | null {
    if (this.#paces.length < ENOUGH_PACES) return null;
    const pace = this.#paces.reduce((sum, p) => sum + p, 0) / this.#paces.length;
    return pace * Math.max(0, this.#list.length - this.checked);
  }

  /** The article of the side in hand. */
  get article(): string | null {
    return this.current?.[this.side].article ?? null;
  }
  get page(): string | null {
    return this.current?.page ?? this.#editor.session.page;
  }

  // —— walking ——

  /** Where the sheet is, the walk begins, unless it has begun already. */
  enter(): void {
    this.#lookedSince = this.#now();
    if (this.#at !== null) return;
    const { page } = this.#editor.session;
    this.go(
      Math.max(
        0,
        this.#list.findIndex((b) => b.page === page),
      ),
    );
  }

  go(index: number): void {
    const to = this.#list[index];
    if (!to) return;
    this.#index = index;
    this.#at = to.key;
    this.side = 'after';
    this.cut = null;
    this.#lookedSince = this.#now();
    if (to.page !== null) this.#editor.session.page = to.page;
  }

  step(by: 1 | -1): void {
    const to = this.#position + by;
    if (this.#list[to]) this.go(to);
    else this.#editor.announce(this.#editor.say({ code: 'refuse.at-the-end' }));
  }

  take(sample: Sample): void {
    const { edition } = this.#editor;
    this.#sample = sample;
    const chosen = sampled(edition, sample, () => this.findings);
    this.#chosen = sample.kind === 'all' ? null : new Set(chosen.map((b) => b.key));
    this.#there = new Set(boundariesIn(edition, sample.page).map((b) => b.key));
    this.#paces = [];
    const same = this.#list.findIndex((b) => b.key === this.#at);
    this.#at = null;
    this.#index = 0;
    this.go(Math.max(0, same));
  }

  get place(): WalkPlace {
    return {
      on: this.#editor.session.mode === 'review',
      sample: this.#sample,
      at: this.#at,
      chosen: this.#chosen && [...this.#chosen],
    };
  }

  restore(place: WalkPlace): void {
    this.#sample = place.sample;
    this.#chosen = place.chosen && new Set(place.chosen);
    this.#there = new Set(boundariesIn(this.#editor.edition, place.sample.page).map((b) => b.key));
    this.#at = place.at;
    this.#paces = [];
    this.#trail.clear();
    this.side = 'after';
    this.cut = this.decisions.asking = null;
    this.#index = this.#position;
    if (place.on) this.#editor.session.mode = 'review';
    if (place.on && this.current?.page != null) this.#editor.session.page = this.current.page;
  }

  // —— what is done at a boundary ——

  right(): void {
    const { current } = this;
    if (!current) return;
    this.#paces = [...this.#paces.slice(1 - PACES), Math.min(this.#now() - this.#lookedSince, LONGEST_LOOK)];
    const { edition } = this.#editor;
    this.#trail.set(this.#editor.history.done.length, current.key);
    if (
      !isChecked(edition, current) &&
      !this.#editor.run(confirmBoundary(edition, current), { label: { code: 'command.boundary-right' } }).ok
    )
      return;
    this.step(1);
  }

  /** What the step would be, or why it cannot be done. */
  moving(to: Border, unit: MoveUnit): Calls | Message {
    return this.current ? moveBorder(this.#editor.edition, this.current, to, unit) : { code: 'refuse.no-boundary' };
  }
  splitting(): Calls | Message {
    const { current } = this;
    return current ? splitAt(this.#editor.edition, current, this.side, this.cut) : { code: 'refuse.no-boundary' };
  }
  merging(): Calls | Message {
    return this.current ? mergeSides(this.#editor.edition, this.current) : { code: 'refuse.no-boundary' };
  }

  /** Runs it as one step, and stays at the border that it made. */
  do(calls: Calls | Message, label: Message): void {
    const { current } = this;
    if ('code' in calls) return this.#editor.refuse(calls);
    if (current) this.#trail.set(this.#editor.history.done.length, current.key);
    if (!current || !this.#editor.run(calls, { label }).ok) return;
    this.cut = null;
    const index = this.#position;
    const near = [index, index + 1, index - 1].flatMap((i) => this.#list[i] ?? []);
    const same = near.find(
      (b) =>
        b.kind === current.kind &&
        b.before.article === current.before.article &&
        b.after.article === current.after.article,
    );
    const now = same ?? near.find((b) => b.kind === current.kind) ?? near[0];
    const { side } = this;
    if (now) this.go(this.#list.indexOf(now));
    this.side = side;
  }

  /** The mark goes by sentences through the side in hand: on from the border, or back to it. */
  moveCut(by: 1 | -1): void {
    const fragments = this.view?.[this.side] ?? [];
    const places = fragments.flatMap((f) =>
      sentenceStarts(textOf(this.#editor.edition, f)).map((at): Cut => ({ id: f.id, at })),
    );
    const { cut, side } = this;
    const at = places.findIndex((p) => p.id === cut?.id && p.at === cut.at);
    const start = side === 'before' ? places.length : 0;
    this.cut = places[Math.max(0, Math.min(places.length - 1, (at < 0 ? start : at) + by))] ?? null;
  }

  /** The fragment at the border, on the side in hand. */
  get inHand(): string | null {
    const id = this.current?.[this.side].fragment;
    return id !== undefined && findFragment(this.#editor.edition, id) ? id : null;
  }
}
