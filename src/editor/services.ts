import type {
  Bundle,
  CheckReport,
  Edition,
  Exported,
  ExportRequest,
  Finding,
  Proposal,
  Refused,
  Source,
  Transaction,
} from '../core/index.ts';
import type { Version } from './comparison.svelte.ts';

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

export interface PagePicture {
  readonly name: string;
  /** In its own pixels; `image` may have fewer. */
  readonly width: number;
  readonly height: number;
  readonly image: ImageBitmap;
}

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

export interface ReportOptions {
  readonly form: 'html' | 'csv';
  readonly scope: 'edition' | 'all';
  /** With what the automatic start got wrong. */
  readonly automatic: boolean;
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
  openFiles(): Promise<void>;
  openFolder(): Promise<void>;
  /** The picture of the page that the source was read from; null where none is kept. Rejects with `FormatError` where it cannot be drawn. */
  picture(source: Source): Promise<PagePicture | null>;
  /** Picks pictures of pages that are open. */
  addPictures(): Promise<void>;
  /** Calls off the import that is going on: nothing comes of it. */
  cancelImport(): void;
  /** Answers in which encoding the file is that is asked about; `all`: and all others that could be in it. */
  chooseEncoding(encoding: string, all: boolean): void;
  /** Adds text as a page. */
  pasteText(text: string, name?: string): Promise<void>;
  openSample(id: 'zh' | 'en'): Promise<void>;
  save(): Promise<void>;
  saveAs(): Promise<void>;
  /** A copy for a reviewer, who can decide and note in it and change nothing. */
  saveReviewCopy(): Promise<void>;
  /** The steps from the first that can be undone on, for `pasteup replay`. */
  saveJournal(): Promise<void>;
  saveReport(options: ReportOptions): Promise<void>;
  /** Writes formats off the main thread. Null where it was called off. */
  writeFormats(edition: Edition, request: ExportRequest, work: ExportWork): Promise<WrittenFormats | null>;
  packFormats(edition: Edition, request: ExportRequest, work: ExportWork): Promise<Packed | null>;
  /** Hands a file to the user: to where they say, else to the downloads. What went wrong is said. */
  handOut(file: Bundle): Promise<void>;
  /** Prints the rebuilt pages; without `page` all of them. */
  print(page?: string): Promise<void>;
  /** Back to the start screen; everything is kept. */
  leave(): Promise<void>;
  /** Editions that another version could be among: those kept here, without the open one. */
  keptVersions(): Promise<readonly { readonly id: string; readonly title: string; readonly pages: number }[]>;
  /** Reads one to look at: a kept one, or (without an id) a file that the user picks. Null where it was called off. */
  readVersion(id?: string): Promise<Version | null>;
  copy(text: string): Promise<void>;
  /** The text under the sheet's pointer, as an offset into the fragment's text; null where there is none. */
  offsetAtPointer(fragmentId: string): number | null;
  focusPanel(step: 1 | -1): void;
  /** To the jump in hand, in the list of jumps. */
  focusJumps(): void;
}
