/** What reading a file gives: its sources, what the file itself says of their structure, and a second count of its characters. */
import type { ArticleKind, Box, Discarded, Jump, Source, Span } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import type { RoleId } from '../model/role.ts';

/** A source without the id that the edition gives it. */
export type SourceDraft = Omit<Source, 'id'>;

export interface GivenFragment {
  /** Index into `Reading.sources`. */
  readonly source: number;
  /** In reading order. */
  readonly spans: readonly Span[];
  /** The id of the region or block in the file. */
  readonly ref?: string;
  /** Absent where the file does not say, or says too little to name one: what stands in it may then be cut finer. */
  readonly role?: RoleId;
  readonly box?: Box;
  /** Reads on in mid-paragraph from the fragment before it. */
  readonly continues?: true;
  readonly jump?: Jump;
  readonly confirmed?: true;
  /** Paragraphs that were typed into it: characters before each break. */
  readonly breaks?: readonly number[];
  /** The file puts it nowhere, or away. */
  readonly placement?: { readonly at: 'unplaced' } | Discarded;
}

export interface GivenArticle {
  /** Indexes into `fragments`, in reading order, over all pages. */
  readonly fragments: readonly number[];
  readonly kind?: ArticleKind;
  readonly title?: string;
  /** The file gives the members an order; else they stand in file order. */
  readonly ordered: boolean;
  /** The file says that it goes on from another page. */
  readonly continued?: true;
  /** Parts of one article in several files have the same key; `part` puts them in order. */
  readonly key?: string;
  readonly part?: number;
  /** Which of the file's own articles it is, over all its pages. */
  readonly place?: number;
  /** Of each fragment its place in the whole article, where the parts are not read one after the other. */
  readonly places?: readonly number[];
}

export interface GivenPage {
  readonly source: number;
  /** As printed, where the file says it. */
  readonly label?: string;
  /** Indexes into `fragments`: the page's reading order as far as the file gives one; empty where it gives none. */
  readonly order: readonly number[];
}

/** Two fragments that belong together: `join` in mid-sentence, `link` without. */
export interface GivenRelation {
  readonly type: 'join' | 'link';
  readonly from: number;
  readonly to: number;
}

/** What the file says. It is kept as it was given; only what it leaves open is left to suggestions. */
export interface GivenStructure {
  /** No character is in two of them; what is in none is left to be cut. */
  readonly fragments: readonly GivenFragment[];
  readonly articles: readonly GivenArticle[];
  readonly pages: readonly GivenPage[];
  readonly relations: readonly GivenRelation[];
}

export interface EncodingCandidate {
  readonly encoding: string;
  /** 0..1: how much what it gives looks like writing. */
  readonly score: number;
  /** The first lines that tell candidates apart. */
  readonly preview: string;
}

/** How a text file was decoded, and what else it could be: to be confirmed where it is not certain. */
export interface EncodingChoice {
  readonly encoding: string;
  readonly certain: boolean;
  readonly candidates: readonly EncodingCandidate[];
  /** All other encodings, however unlikely, where somebody may be asked: U+FFFD stands in a preview for what one cannot read. */
  readonly others?: readonly EncodingCandidate[];
}

/** A picture of a page. */
export interface Facsimile {
  readonly name: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

export interface Reading {
  readonly sources: readonly SourceDraft[];
  readonly structure?: GivenStructure;
  readonly notes: readonly Message[];
  /** Characters that are not white space, counted apart from the reading, straight off the file: the opening balance. */
  readonly characters: number;
  readonly encoding?: EncodingChoice;
  readonly facsimiles?: readonly Facsimile[];
  /** Names of the other files that were read with this one. */
  readonly used?: readonly string[];
  /** What the file says of the whole edition. */
  readonly about?: { readonly title?: string; readonly date?: string; readonly language?: string };
}

export interface ReadContext {
  readonly signal?: { readonly aborted: boolean };
  /** How much of this file is read, in its own measure. */
  readonly progress?: (done: number, total: number) => void;
  /** Called between chunks: lets the thread hear of a cancel. */
  readonly pause?: () => Promise<void>;
  /** All files of the batch by their paths, for formats that are made of several. */
  readonly siblings?: ReadonlyMap<string, Uint8Array>;
  /** Reads another file in its own format. */
  readonly readOther?: (bytes: Uint8Array, name: string) => Promise<Reading>;
  /** Where pdf.js' `cmaps/` and `standard_fonts/` stand: a folder or an address that ends with `/`. */
  readonly assets?: string;
  /** Decode text as this, whatever it looks like. */
  readonly encoding?: string;
  /** Asked for each text file whose encoding is not certain; answers the one to decode it with. */
  readonly chooseEncoding?: (file: string, choice: EncodingChoice) => Promise<string>;
  /** Told the name of each file of a batch before it is read. */
  readonly begins?: (file: string) => void;
}

/** One format that can be read. To add one, write a file like those beside this and add a line to `readers.ts`. */
export interface FormatReader {
  readonly id: string;
  readonly name: Message;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  /** What comes in, and what is in such a file but does not: for docs/formats.md and the import dialog. */
  readonly carries: readonly Message[];
  readonly loses: readonly Message[];
  /** 0..1, from the file's first bytes (up to `SNIFF_BYTES`) and its name. */
  readonly sniff: (head: Uint8Array, name: string) => number;
  /** @throws FormatError: then nothing was read. */
  readonly read: (bytes: Uint8Array, name: string, context: ReadContext) => Reading | Promise<Reading>;
}

export const SNIFF_BYTES = 4096;
