import type { CheckReport, Edition, Finding, Proposal, Source, Transaction } from '../core/index.ts';

/** What changed among the findings since the last news, and how much was looked at for it. */
export interface CheckNews extends Pick<CheckReport, 'looked' | 'total'> {
  readonly added: readonly Finding[];
  readonly removed: readonly string[];
}
export interface CheckListener {
  progress(done: number, total: number): void;
  found(news: CheckNews): void;
  /** It has lost the thread: the whole edition is needed again. */
  lost(): void;
  failed(why: string): void;
}
/** The checks, wherever they run. */
export interface CheckPort {
  open(edition: Edition): void;
  /** What a step changed, forwards. */
  step(patches: Transaction['patches']): void;
  stop(): void;
}

/** What the editor asks of the world outside it. The interface gives it; a test gives its own. */
export interface Services {
  /** Runs the engine off the main thread. Rejects where it fails; answers null where it was called off. */
  reconstruct(
    sources: readonly Source[],
    options: { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void },
  ): Promise<Proposal | null>;
  /** Takes a text file from the user; null where none was picked. */
  pickText(): Promise<{ readonly name: string; readonly text: string } | null>;
  /** Hands a text file to the user. */
  saveText(name: string, text: string): Promise<void>;
  openFiles(): Promise<void>;
  /** Adds text as a page. */
  pasteText(text: string, name?: string): Promise<void>;
  openSample(id: 'zh' | 'en'): Promise<void>;
  save(): Promise<void>;
  saveAs(): Promise<void>;
  /** Back to the start screen; everything is kept. */
  leave(): Promise<void>;
  copy(text: string): Promise<void>;
  /** The text under the sheet's pointer, as an offset into the fragment's text; null where there is none. */
  offsetAtPointer(fragmentId: string): number | null;
  focusPanel(step: 1 | -1): void;
}
