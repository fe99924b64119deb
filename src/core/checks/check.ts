/** The shape of a check, and what it may look at. A check sees only what its scope names, so that it is asked again only when that changed. */
import type { Continuation } from '../continuations.ts';
import type { Article, Edition, Fragment, Page, Source } from '../model/edition.ts';
import type { Member, Placed } from '../model/selectors.ts';
import type { Echo, EchoPair } from './echoes.ts';
import type { Found, Level } from './finding.ts';

/** One kind of finding. A profile may give it another level, or switch it off. */
export interface Rule {
  readonly code: string;
  readonly level: Level;
}

export interface FragmentSubject {
  readonly fragment: Fragment;
  readonly source: Source;
  readonly text: string;
}

export interface ArticleSubject {
  readonly article: Article;
  /** In reading order. */
  readonly members: readonly Member[];
  readonly text: (fragment: Fragment) => string;
  /** The member's page, and its place among the edition's pages; undefined in the tray. */
  readonly pageOf: (fragment: Fragment) => { readonly page: Page; readonly index: number } | undefined;
  readonly sourceOf: (fragment: Fragment) => Source;
}

export interface PageSubject {
  readonly page: Page;
  /** In the order in which they go down on the sheet. */
  readonly placed: readonly Placed[];
  /** Every member of the articles that stand here, over all pages. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly text: (fragment: Fragment) => string;
  readonly sourceOf: (fragment: Fragment) => Source;
}

/** What checks of the edition as a whole look at: digests that are made once for each source's fragments. */
export interface EditionSubject {
  readonly edition: Edition;
  readonly pages: readonly Page[];
  readonly shards: readonly ShardDigest[];
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly placed: ReadonlyMap<string, readonly Placed[]>;
  /** Fragments that may share a passage. The same list while it is as it was. */
  readonly echoes: readonly EchoPair[];
  /** Of the articles that have jump lines or stand on several pages. The same map while none of them changed. */
  readonly continuations: ReadonlyMap<string, readonly Continuation[]>;
  readonly text: (fragment: Fragment) => string;
}

/** What one source's fragments tell, made anew only when one of them changed; a list that is as it was stays the same object. */
export interface ShardDigest {
  readonly sourceId: string;
  readonly byArticle: ReadonlyMap<string, readonly Member[]>;
  readonly byPage: ReadonlyMap<string, readonly Placed[]>;
  readonly unplaced: readonly Fragment[];
  readonly placedCount: number;
  /** The pages that it stands on, the one with most of it first. */
  readonly standing: readonly string[];
  readonly jumps: readonly Fragment[];
  readonly folios: readonly Fragment[];
  /** By which texts are known to share a passage. `rank` puts them in the source's order. */
  readonly echoes: readonly Echo[];
}

interface Scoped<Scope extends string, Subject> {
  readonly scope: Scope;
  readonly rules: readonly Rule[];
  readonly run: (subject: Subject) => readonly Found[];
}
export type FragmentCheck = Scoped<'fragment', FragmentSubject>;
export type ArticleCheck = Scoped<'article', ArticleSubject>;
export type PageCheck = Scoped<'page', PageSubject>;
export interface EditionCheck extends Scoped<'edition', EditionSubject> {
  /** All that it looks at: while these are the same objects it is not asked again. Without it, it always is. */
  readonly sees?: (subject: EditionSubject) => readonly unknown[];
}
export type Check = FragmentCheck | ArticleCheck | PageCheck | EditionCheck;
