import type { Proposal, Source } from '../core/index.ts';

/** What the editor asks of the world outside it. The interface gives it; a test gives its own. */
export interface Services {
  /** Runs the engine off the main thread. Rejects where it fails; answers null where it was called off. */
  reconstruct(
    sources: readonly Source[],
    options: { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void },
  ): Promise<Proposal | null>;
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
  /** To the jump in hand, in the list of jumps. */
  focusJumps(): void;
}
