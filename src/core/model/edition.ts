/**
 * The model: what an edition is made of. All of it is immutable; it changes only through `transact`.
 * Offsets are UTF-16 code units into `Source.text`, end exclusive. Boxes and widths are in the page's own unit.
 */
import type { RoleId } from './role.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Keys of an opened file that this version does not know: kept as they were, written back on save. */
export type Extra = { readonly [key: string]: Json };

export type Span = readonly [start: number, end: number];
/** x, y (left top corner), width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** One line of a source as it was read. `start`..`end` leaves out the line break. */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
  /** The line's id in a markup file. */
  readonly ref?: string;
  readonly box?: Box;
  /** 0..1, as the reader (an OCR engine) gave it. */
  readonly confidence?: number;
  /** Font size in the source's unit, where the file tells it. */
  readonly size?: number;
  /** The id of the block that the file put this line in: a hint, never a truth. */
  readonly block?: string;
  readonly bold?: true;
}

/** One imported page's text, as decoded and never changed. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly encoding: string;
  /** Hex, of the bytes that were read. */
  readonly sha256: string;
  readonly text: string;
  readonly lines: readonly SourceLine[];
  readonly width?: number;
  readonly height?: number;
  readonly unit?: string;
  /** File name of the page's picture. */
  readonly image?: string;
  /** Printed rules and other separators. */
  readonly separators?: readonly Box[];
  /** Places of pictures. */
  readonly pictures?: readonly Box[];
  readonly extra?: Extra;
}

export interface Column {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly extra?: Extra;
}

/** The sheet that is rebuilt. */
export interface Page {
  readonly id: string;
  /** As printed: "1", "A4", "二". */
  readonly label: string;
  /** Other labels that jump lines may call it by: "二", "2", "A2". */
  readonly aliases?: readonly string[];
  /** As its masthead names it: "Local", "综合新闻". */
  readonly section?: string;
  /** Fractional index key among the edition's pages. */
  readonly order: string;
  readonly width: number;
  readonly height: number;
  /** From left to right. */
  readonly columns: readonly Column[];
  readonly review?: Review;
  readonly extra?: Extra;
}

export type DiscardReason = 'furniture' | 'duplicate' | 'advertisement' | 'noise' | 'other';
export const DISCARD_REASONS: readonly DiscardReason[] = ['furniture', 'duplicate', 'advertisement', 'noise', 'other'];

/** On a page: `column` is the leftmost column, `span` how many columns it covers, `order` a fractional key over the whole page. */
export interface PlacedAt {
  readonly at: 'page';
  readonly page: string;
  readonly column: string;
  readonly span: number;
  readonly order: string;
}
export interface Discarded {
  readonly at: 'discarded';
  readonly reason: DiscardReason;
  readonly note?: string;
}
export type Placement = PlacedAt | { readonly at: 'unplaced' } | Discarded;

/** What a jump line says. `page` is null where the number is lost. */
export interface Jump {
  readonly direction: 'to' | 'from';
  readonly page: string | null;
}

export interface Fragment {
  readonly id: string;
  readonly sourceId: string;
  /** In reading order; white space between neighbours of one source belongs to nobody. */
  readonly spans: readonly Span[];
  /** What the editor made of the text; absent while it reads as its source does. */
  readonly corrected?: string;
  readonly role: RoleId;
  readonly placement: Placement;
  /** Membership; `order` is a fractional key: the article's reading order. */
  readonly article?: { readonly id: string; readonly order: string };
  /** Reads on in mid-paragraph from the fragment before it. */
  readonly continues?: true;
  /** No automatic pass may touch it. */
  readonly confirmed?: true;
  readonly jump?: Jump;
  readonly extra?: Extra;
}

export const ARTICLE_KINDS = ['article', 'advertisement', 'notice', 'other'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];
export const REVIEW_STATES = ['open', 'approved', 'rejected'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
/** First review, second review, final (三审三校): by as many people. */
export const REVIEW_STAGES = [1, 2, 3] as const;
export type ReviewStages = (typeof REVIEW_STAGES)[number];

/** What stood in a fragment when somebody decided on it. */
export interface Seen {
  readonly id: string;
  readonly role: RoleId;
  /** The first 16 hex digits of the SHA-256 of its text. */
  readonly text: string;
  readonly continues?: true;
}

/** One person's word on an article or a page. */
export interface Decision {
  readonly state: ReviewState;
  /** Initials. */
  readonly by?: string;
  /** ISO 8601, as the caller's clock has it. */
  readonly at?: string;
  readonly note?: string;
  /** The digest of what was decided on. */
  readonly of: string;
}

/**
 * What was decided. Whether it still holds is derived (`reviewOf`): an approval holds for what was approved and for nothing else.
 */
export interface Review {
  /** Of the last decision. */
  readonly state: ReviewState;
  readonly note?: string;
  /** The oldest first. */
  readonly decisions?: readonly Decision[];
  /** What the last decision was on, so that it can be said what changed since. */
  readonly seen?: readonly Seen[];
}

/** Members live on the fragments. */
export interface Article {
  readonly id: string;
  /** Fractional index key: its place in the outline, and so its number. */
  readonly order: string;
  readonly kind: ArticleKind;
  /** Only where the editor gave one; else it is the headline's text. */
  readonly title?: string;
  readonly review: Review;
  readonly extra?: Extra;
}

export const MUTE_REASONS = ['as-printed', 'correct', 'minor', 'other'] as const;
export type MuteReason = (typeof MUTE_REASONS)[number];

/** Why a finding is not to be heard of again. */
export interface Mute {
  readonly reason: MuteReason;
  readonly note?: string;
}

/** How loud each check is for one newspaper title; a check that is not named keeps its own level. */
export interface CheckProfile {
  readonly name?: string;
  readonly levels: { readonly [code: string]: CheckLevel };
}
export const CHECK_LEVELS = ['error', 'warning', 'note', 'off'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

export interface Edition {
  readonly version: 1;
  /** The file's version, where a newer program saved it: such an edition is for reading only. */
  readonly newer?: number;
  readonly id: string;
  readonly title: string;
  /** ISO 8601 day. */
  readonly date?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly sources: { readonly [id: string]: Source };
  /** Sharded by source, so that an edit copies one page's map and not the edition's. */
  readonly fragments: { readonly [sourceId: string]: { readonly [id: string]: Fragment } };
  readonly pages: { readonly [id: string]: Page };
  readonly articles: { readonly [id: string]: Article };
  /** Suggestions that the editor turned down, by their key. */
  readonly dismissed: { readonly [suggestionKey: string]: true };
  /** Boundaries that a reviewer found right, by their key (`core/review/boundaries.ts`). */
  readonly checked?: { readonly [boundaryKey: string]: true };
  /** How many people must approve of an article or a page; absent: one. */
  readonly reviewStages?: ReviewStages;
  /** A copy for a reviewer: decisions and notes can be made in it, and nothing else. */
  readonly forReview?: true;
  /** Findings that are muted, by `m:` and their key. */
  readonly muted?: { readonly [findingKey: string]: Mute };
  readonly checks?: CheckProfile;
  readonly extra?: Extra;
  /** Unknown keys of the file's smaller records, by a name for each: see `formats/pasteup/kept.ts`. */
  readonly kept?: { readonly [record: string]: Extra };
}
