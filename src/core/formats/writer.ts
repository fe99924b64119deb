/** What a format is to the rest: one function from an edition to files, with an account of every character. */
import type { Edition } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import type { Language } from '../messages/catalogue.ts';
import type { Scope } from './part-of-edition.ts';

export interface WriteOptions {
  /** Of the few words that a format adds ("Page 2"); without it the edition's own where it is known, else English. */
  readonly language?: Language;
  /** CSV for a spreadsheet: with a byte order mark, and a quote mark before cells that it would take for formulas. */
  readonly spreadsheet?: boolean;
}

export interface WrittenFile {
  /** Relative, with `/`; never holds `..` or a mark that a file system refuses. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface LeftOut {
  readonly reason: Message;
  /** Code points that are not white space. */
  readonly characters: number;
}

export interface Written {
  readonly files: readonly WrittenFile[];
  /** Characters of the edition's text that stand in the files. */
  readonly written: number;
  /** Characters of the sources that do not, each with its reason. */
  readonly leftOut: readonly LeftOut[];
  /** Characters that stand in the files and were typed, not read: on top of the sources. */
  readonly typed: number;
}

/** What one chooses a format by: known without loading what writes it. */
export interface WriterFace {
  readonly id: string;
  readonly name: Message;
  /** With the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What less than a whole edition it can be asked for; without it both. */
  readonly parts?: readonly ('page' | 'articles')[];
}

export interface FormatWriter extends WriterFace {
  /** What of an edition it can hold, and what it cannot. */
  readonly carries: readonly Message[];
  readonly loses: readonly Message[];
  readonly write: (edition: Edition, options?: WriteOptions) => Written;
  /** Counts the edition's characters in written files, knowing nothing of how they were made. */
  readonly recount: (files: readonly WrittenFile[]) => number;
}

/** Can the format hold less than a whole edition? */
export const takesScope = (writer: WriterFace, scope: Scope): boolean =>
  scope.kind === 'edition' || (writer.parts ?? ['page', 'articles']).includes(scope.kind);

export const contentOf = (file: WrittenFile): string =>
  typeof file.content === 'string' ? file.content : new TextDecoder('utf-8').decode(file.content);
