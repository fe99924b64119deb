import type { Bundle, Edition, Exported, ExportRequest, Proposal, Refused, Source } from '../core/index.ts';

export interface ExportWork {
  readonly signal: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}
export type WrittenFormats = readonly (Exported | Refused)[];
export interface Packed {
  /** Null where every format was refused. */
  readonly file: Bundle | null;
  readonly refused: readonly Refused[];
}

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
  /** Writes formats off the main thread. Null where it was called off. */
  writeFormats(edition: Edition, request: ExportRequest, work: ExportWork): Promise<WrittenFormats | null>;
  packFormats(edition: Edition, request: ExportRequest, work: ExportWork): Promise<Packed | null>;
  /** Hands a file to the user: to where they say, else to the downloads. What went wrong is said. */
  handOut(file: Bundle): Promise<void>;
  /** Prints the rebuilt pages; without `page` all of them. */
  print(page?: string): Promise<void>;
  /** Back to the start screen; everything is kept. */
  leave(): Promise<void>;
  copy(text: string): Promise<void>;
  /** The text under the sheet's pointer, as an offset into the fragment's text; null where there is none. */
  offsetAtPointer(fragmentId: string): number | null;
  focusPanel(step: 1 | -1): void;
}
