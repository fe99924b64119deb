/** Keeps one open edition: as its writer, or following the tab that is. */
import type { Edition, Step } from '../core/index.ts';
import { lockEdition, type EditionLock } from './edition-lock.ts';
import type { Followed, Keeper, KeeperListener, KeeperRole, KeeperState, OpenedFromLibrary } from './port.ts';
import { openedFrom, readEdition } from './read-edition.ts';
import { replay, type Reached } from './recover.ts';
import type { WriterPlace } from './snapshots.ts';
import { storageError } from './store.ts';
import type { Channel } from './surroundings.ts';
import { Writer, type WriterListener } from './writer.ts';

/** The writer saves before it steps back; a dead or frozen tab does not answer. */
const ANSWER_WITHIN = 1_500;
/** A writer that stepped back and was not followed by another goes on. */
const RESUME_AFTER = 4_000;
const RETRY_AFTER = 1_000;

type Word =
  | { readonly kind: 'kept'; readonly seq: number }
  | { readonly kind: 'step-back?'; readonly from: string }
  | { readonly kind: 'stepped-back' | 'cannot-save'; readonly to: string };

export interface KeeperPlace extends Omit<WriterPlace, 'token'> {
  onKept(seq: number, edition: Edition): void;
}

export async function keepEdition(
  place: KeeperPlace,
  opened: OpenedFromLibrary,
  listener: KeeperListener,
): Promise<Keeper> {
  const keeper = new OpenKeeper(place, opened, listener);
  await keeper.start();
  return keeper;
}

class OpenKeeper implements Keeper {
  readonly id: string;
  readonly #place: KeeperPlace;
  readonly #listener: KeeperListener;
  readonly #me: string;
  readonly #channel: Channel | null;
  #opened: OpenedFromLibrary;
  #lock: EditionLock | null = null;
  #writer: Writer | null = null;
  /** What a follower shows. */
  #reached: Reached | null = null;
  #state: KeeperState;
  #role: KeeperRole = 'follower';
  #closed = false;
  /** Steps of this tab are on no disk: what it shows is not replaced until the user asks for it. */
  #adrift = false;
  /** Changes of role and catching up go one after the other. */
  #turn: Promise<void> = Promise.resolve();
  #answer: ((word: Word) => void) | null = null;
  #callOff: (() => void) | null = null;

  constructor(place: KeeperPlace, opened: OpenedFromLibrary, listener: KeeperListener) {
    this.id = place.id;
    this.#place = place;
    this.#listener = listener;
    this.#opened = opened;
    this.#me = place.surroundings.newId();
    this.#channel = place.surroundings.channel(`pasteup:${place.id}`);
    this.#state = { kind: 'saved', seq: opened.position.seq, at: null };
  }

  async start(): Promise<void> {
    const { surroundings, store } = this.#place;
    if (this.#channel) this.#channel.onmessage = ({ data }) => this.#hear(data as Word);
    const name = `pasteup:${this.id}`;
    this.#lock = await lockEdition(store.persistent ? surroundings.locks : null, name, (held) =>
      this.#queue(() => (held ? this.#inherit() : this.#stepBack())),
    );
    if (!this.#lock.held) return this.#queue(() => this.#readAgain());
    const seq = await this.#seqInStore();
    if (seq !== null && seq > this.#opened.position.seq) await this.#queue(() => this.#readAgain());
    this.#write();
  }

  get role(): KeeperRole {
    return this.#role;
  }

  get state(): KeeperState {
    return this.#writer?.state ?? this.#state;
  }

  get lastSavedAt(): number | null {
    return this.#writer?.lastSavedAt ?? null;
  }

  async append(step: Step, edition: Edition): Promise<boolean> {
    return this.#role === 'writer' && this.#writer ? this.#writer.append(step, edition) : false;
  }

  async flush(): Promise<boolean> {
    return this.#writer ? this.#writer.flush() : true;
  }

  async takeOver({ force = false } = {}): Promise<boolean> {
    if (this.#role === 'writer' || this.#closed) return this.#role === 'writer';
    if ((await this.#askToStepBack()) === 'cannot-save' && !force) return false;
    if (!(await this.#lock?.steal())) return false;
    await this.#queue(() => this.#lead());
    return this.#isWriter();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff?.();
    await this.#turn;
    await this.#writer?.close();
    this.#channel?.close();
    this.#lock?.release();
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch((error: unknown) => {
      this.#listener.onWarning?.({
        code: 'storage.follow-failed',
        params: { reason: `storage.reason.${storageError(error).reason}` },
      });
    });
    return this.#turn;
  }

  /** Null where the store does not say: the writer's own guard will. */
  async #seqInStore(): Promise<number | null> {
    try {
      return (await this.#place.store.card(this.id))?.seq ?? null;
    } catch {
      return null;
    }
  }

  #write(): void {
    const { store, id, surroundings } = this.#place;
    const listener: WriterListener = {
      onState: (state) => this.#listener.onState?.(state),
      onKept: (seq, edition) => {
        this.#post({ kind: 'kept', seq });
        this.#place.onKept(seq, edition);
      },
      onLost: (unsaved) => void this.#queue(() => this.#lose(unsaved)),
      onWarning: (warning) => this.#listener.onWarning?.(warning),
    };
    this.#reached = null;
    this.#role = 'writer';
    this.#writer = new Writer(
      { store, id, surroundings, token: surroundings.newId() },
      this.#opened.position,
      this.#opened.edition,
      listener,
    );
  }

  #isWriter(): boolean {
    return this.#role === 'writer';
  }

  /** The writer closed or died, and the lock came to us. */
  async #inherit(): Promise<void> {
    if (!this.#adrift) await this.#lead();
  }

  /** The lock is ours. */
  async #lead(): Promise<void> {
    this.#callOff?.();
    if (this.#closed || this.#isWriter()) return;
    try {
      await this.#readAgain();
    } catch (error) {
      this.#callOff = this.#place.surroundings.after(RETRY_AFTER, () => void this.#queue(() => this.#lead()));
      throw error;
    }
    this.#adrift = false;
    this.#write();
    this.#listener.onRole?.('writer', this.#now());
  }

  /** The lock was taken, or is about to be. */
  async #stepBack(): Promise<void> {
    const writer = this.#writer;
    this.#role = 'follower';
    if (!writer) return;
    if (!(await writer.flush())) return this.#lose(writer.state.kind === 'saved' ? 0 : writer.state.unsaved);
    return this.#lose(0);
  }

  /** Another tab writes. With steps that are not on disk, what is on the screen is their only copy. */
  async #lose(unsaved: number): Promise<void> {
    if (!this.#writer) return;
    this.#writer.end();
    this.#state = this.#writer.state;
    this.#writer = null;
    this.#role = 'follower';
    this.#adrift = unsaved > 0;
    if (!this.#adrift) await this.#readAgain();
    this.#listener.onRole?.('follower', this.#adrift ? null : this.#now());
  }

  #now(): Followed {
    const { edition, history } = this.#opened;
    return { edition, history };
  }

  /** All of it from the store; told where it is further than what is shown. */
  async #readAgain(): Promise<void> {
    const recovered = await readEdition(this.#place, this.id);
    if (!recovered) return;
    const before = this.#reached?.seq ?? this.#opened.position.seq;
    this.#opened = openedFrom(this.id, recovered);
    this.#reached = recovered;
    for (const warning of recovered.warnings) this.#listener.onWarning?.(warning);
    if (recovered.seq > before) this.#listener.onFollow?.(this.#now());
  }

  async #catchUp(): Promise<void> {
    if (this.#isWriter() || this.#closed || this.#adrift) return;
    if (!this.#reached) return this.#readAgain();
    const next = replay(this.#reached, await this.#place.store.records(this.id, this.#reached.seq));
    if (next.stopped) return this.#readAgain();
    if (next.seq === this.#reached.seq) return;
    this.#reached = next;
    this.#listener.onFollow?.({ edition: next.edition, history: next.history });
  }

  #post(word: Word): void {
    this.#channel?.postMessage(word);
  }

  #hear(word: Word): void {
    if (this.#closed) return;
    if (word.kind === 'kept') void this.#queue(() => this.#catchUp());
    else if (word.kind === 'step-back?') void this.#makeWay(word.from);
    else if (word.to === this.#me) this.#answer?.(word);
  }

  async #makeWay(to: string): Promise<void> {
    if (this.#role !== 'writer' || !this.#writer) return;
    if (!(await this.#writer.flush())) return this.#post({ kind: 'cannot-save', to });
    await this.#queue(() => this.#stepBack());
    this.#post({ kind: 'stepped-back', to });
    this.#callOff = this.#place.surroundings.after(RESUME_AFTER, () => {
      if (this.#lock?.held) void this.#queue(() => this.#lead());
    });
  }

  #askToStepBack(): Promise<Word['kind'] | null> {
    return new Promise((resolve) => {
      if (!this.#channel) return resolve(null);
      const callOff = this.#place.surroundings.after(ANSWER_WITHIN, () => resolve(null));
      this.#answer = ({ kind }) => {
        callOff();
        resolve(kind);
      };
      this.#post({ kind: 'step-back?', from: this.#me });
    });
  }
}
