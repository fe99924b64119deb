/** What the editor and the interface know of storage. Types only. */
import type { Edition, History, Message, Step } from '../core/index.ts';

/** An edition in the library's list. `id` is the library's own: two editions of one `editionId` may stand side by side. */
export interface EditionCard {
  readonly id: string;
  readonly editionId: string;
  readonly title: string;
  readonly date?: string;
  /** A reviewer's copy: the paper itself is not changed in it. */
  readonly forReview?: true;
  readonly pages: number;
  /** Characters of all sources, without white space. */
  readonly characters: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The last step that is kept. */
  readonly seq: number;
  /** When it was put in the bin. */
  readonly binnedAt?: number;
  /** The list entry itself is gone; the edition was found without it. */
  readonly damaged?: true;
}

/** Something was lost or cannot be read; said once, when the edition is opened. `code` is a sentence of `storage/messages.ts`. */
export type StorageWarning = Message;

/** Where an opened edition stands. Handed back to `keep`, and of no other use. */
export interface Position {
  readonly id: string;
  /** New steps are numbered after this one. */
  readonly seq: number;
  /** The journal is broken behind this state: a whole snapshot is due with the next write. */
  readonly broken: boolean;
  /** The step that the newest intact snapshot covers. */
  readonly snapshot: number;
  /** The history by the numbers of its steps. */
  readonly trail: { readonly done: readonly number[]; readonly undone: readonly number[] };
}

export interface OpenedFromLibrary {
  readonly edition: Edition;
  readonly history: History;
  /** What is amiss; empty as a rule. */
  readonly warnings: readonly StorageWarning[];
  readonly position: Position;
}

/** The sentinel says that this edition should be here. It is not. */
export interface MissingEdition {
  readonly id: string;
  readonly title: string;
  readonly seq: number;
  readonly at: number;
  /** A second copy that is intact, to be had from `restoreCopy`; null where there is none. */
  readonly copy: { readonly seq: number; readonly at: number } | null;
}

/** Calls that answer a promise reject with a `StorageError` where the store fails, unless they say otherwise. */
export interface Library {
  /** False: nothing outlives this page. The interface says so for as long as it stays open. */
  readonly persistent: boolean;
  /** Why `persistent` is false. */
  readonly reason: FailureReason | null;
  /** Newest first, without the bin. */
  list(): Promise<EditionCard[]>;
  /** Editions that should be here and are not: the browser dropped the database, or it was damaged. */
  missing(): Promise<MissingEdition[]>;
  /** The second copy of an edition that is missing or unreadable, as a new edition; the old one is forgotten. Null where there is none. */
  restoreCopy(id: string): Promise<OpenedFromLibrary | null>;
  /** Stops asking about a missing edition. */
  forget(id: string): void;
  /**
   * Resolves once the edition is on disk. Never replaces another one. Where storage fails it resolves all the same, with
   * a warning and without the history: its keeper says 'failed' and stores the whole edition as soon as that can be done.
   */
  create(edition: Edition, history?: History): Promise<OpenedFromLibrary>;
  /** Null where there is no such edition. Throws `StorageError` where nothing of it can be read; the rescue page still lists it. */
  open(id: string): Promise<OpenedFromLibrary | null>;
  /** Into the bin, for 30 days. False while another tab has it open. */
  remove(id: string): Promise<boolean>;
  bin(): Promise<EditionCard[]>;
  restore(id: string): Promise<void>;
  /** Becomes the writer of the edition, or follows the tab that is. An earlier keeper of this page is closed. Never rejects. */
  keep(opened: OpenedFromLibrary, listener?: KeeperListener): Promise<Keeper>;
  /** File handles by the edition's id, so that a second save goes to the same file. */
  readonly handles: HandleShelf;
  close(): void;
}

/** Best effort: a handle that cannot be kept is asked for again. */
export interface HandleShelf {
  get(id: string): Promise<FileSystemFileHandle | null>;
  /** Null forgets. */
  set(id: string, handle: FileSystemFileHandle | null): Promise<void>;
}

export type FailureReason =
  /** No room. */
  | 'quota'
  | 'aborted'
  /** The database cannot be opened, or was closed. */
  | 'unavailable'
  | 'no-answer'
  /** A newer Pasteup has the database. */
  | 'newer-version'
  /** Another tab took over while steps were waiting here. */
  | 'other-writer'
  /** The edition is no longer in the database. */
  | 'gone'
  /** No snapshot of the edition is intact. */
  | 'unreadable'
  /** The library lives in memory only. */
  | 'no-storage'
  | 'unknown';

/** Never 'saved' while a step is not on disk: `transaction.oncomplete` has to have said so. */
export type KeeperState =
  | { readonly kind: 'saved'; readonly seq: number; readonly at: number | null }
  | { readonly kind: 'saving'; readonly seq: number; readonly unsaved: number }
  | {
      readonly kind: 'failed';
      readonly seq: number;
      readonly unsaved: number;
      readonly reason: FailureReason;
      readonly since: number;
    };

export type KeeperRole = 'writer' | 'follower';

export interface Followed {
  readonly edition: Edition;
  readonly history: History;
}

export interface KeeperListener {
  onState?(state: KeeperState): void;
  /**
   * This tab became the writer, or a follower. `now` is what the store holds and what the editor must show from here on.
   * It is null where steps of this tab could not be saved before another one took over: show what is here, offer a download.
   */
  onRole?(role: KeeperRole, now: Followed | null): void;
  /** The writer in another tab went on. */
  onFollow?(now: Followed): void;
  onWarning?(warning: StorageWarning): void;
}

export interface Keeper {
  readonly id: string;
  readonly role: KeeperRole;
  readonly state: KeeperState;
  readonly lastSavedAt: number | null;
  /**
   * One step, and the edition after it. True once it is on disk; while storage fails it is tried again and again.
   * False where it will never be: the keeper follows, was closed, or lost the edition to another tab. Never rejects.
   */
  append(step: Step, edition: Edition): Promise<boolean>;
  /** Tries now. True when nothing is left to save. */
  flush(): Promise<boolean>;
  /**
   * A follower asks the writer to save and step back. False where the writer has steps that it cannot save;
   * `force` takes over all the same.
   */
  takeOver(options?: { readonly force?: boolean }): Promise<boolean>;
  /** Saves what waits, takes a snapshot, lets the edition go. */
  close(): Promise<void>;
}
