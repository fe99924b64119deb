/** What a decision of review is on, and whether it still holds. An approval keeps a digest of what was approved, so that no change can pass under it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Decision, Edition, Fragment, Review, ReviewStages, ReviewState, Seen } from './edition.ts';
import { findArticle, findPage, fragmentsOnPage, readingOrder, textOf } from './selectors.ts';

/** An article or a page. */
export interface Subject {
  readonly kind: 'article' | 'page';
  readonly id: string;
}

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 8));

const seenFragments = new WeakMap<Fragment, Seen>();

function seenOf(edition: Edition, fragment: Fragment): Seen {
  let seen = seenFragments.get(fragment);
  if (!seen) {
    const { id, role, continues } = fragment;
    seen = { id, role, text: digest(textOf(edition, fragment)), ...(continues ? { continues } : {}) };
    seenFragments.set(fragment, seen);
  }
  return seen;
}

export const fragmentsIn = (edition: Edition, { kind, id }: Subject): readonly Fragment[] =>
  kind === 'article' ? readingOrder(edition, id) : fragmentsOnPage(edition, id);

/** A list of fragments stays the same object while nothing in it changed, and so does what is known of it. */
const seenLists = new WeakMap<readonly Fragment[], readonly Seen[]>();

/** Members, roles, order and text, as they are now. */
export function whatStands(edition: Edition, subject: Subject): readonly Seen[] {
  const fragments = fragmentsIn(edition, subject);
  let seen = seenLists.get(fragments);
  if (!seen) seenLists.set(fragments, (seen = fragments.map((fragment) => seenOf(edition, fragment))));
  return seen;
}

const digests = new WeakMap<readonly Seen[], string>();

export function digestOf(seen: readonly Seen[]): string {
  let known = digests.get(seen);
  if (known === undefined) {
    known = digest(seen.map((s) => [s.id, s.role, s.text, s.continues ? '+' : ''].join(' ')).join('\n'));
    digests.set(seen, known);
  }
  return known;
}

export type ChangeKind = 'added' | 'removed' | 'role' | 'text' | 'order';
export interface Change {
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
}

/** What became of it, kind by kind. */
export function changesBetween(before: readonly Seen[], now: readonly Seen[]): Change[] {
  const was = new Map(before.map((s) => [s.id, s]));
  const is = new Map(now.map((s) => [s.id, s]));
  const common = now.filter((s) => was.has(s.id));
  const kept = before.filter((s) => is.has(s.id));
  const found: readonly Change[] = [
    { kind: 'added', ids: now.filter((s) => !was.has(s.id)).map((s) => s.id) },
    { kind: 'removed', ids: before.filter((s) => !is.has(s.id)).map((s) => s.id) },
    { kind: 'role', ids: common.filter((s) => was.get(s.id)?.role !== s.role).map((s) => s.id) },
    {
      kind: 'text',
      ids: common
        .filter((s) => was.get(s.id)?.text !== s.text || was.get(s.id)?.continues !== s.continues)
        .map((s) => s.id),
    },
    { kind: 'order', ids: common.filter((s, i) => kept[i]?.id !== s.id).map((s) => s.id) },
  ];
  return found.filter(({ ids }) => ids.length);
}

/** A review as it holds now. */
export interface Standing {
  /** `approved` where as many people as are needed approved of what stands there now. */
  readonly state: ReviewState;
  /** Approvals that hold: 0 to `needed`. */
  readonly signed: readonly Decision[];
  readonly needed: ReviewStages;
  readonly note?: string;
  readonly last?: Decision;
  /** What changed since the last decision; empty where nothing did, or nothing was decided. */
  readonly changes: readonly Change[];
  /** It was approved, and fell back because it changed. */
  readonly fellBack: boolean;
}

/** Initials are the same whatever their case and width. */
export const sameInitials = (a = '', b = ''): boolean => fold(a) === fold(b);
const fold = (initials: string): string => initials.normalize('NFKC').trim().toUpperCase();

/** The approvals in a row at the end that are on `of`, one a person. */
function signedOn(decisions: readonly Decision[], of: string): Decision[] {
  const signed: Decision[] = [];
  const from = decisions.findLastIndex((d) => d.state !== 'approved') + 1;
  for (const decision of decisions.slice(from))
    if (decision.of === of && !signed.some((s) => sameInitials(s.by, decision.by))) signed.push(decision);
  return signed;
}

const OPEN: Review = { state: 'open' };

export const storedReview = (edition: Edition, { kind, id }: Subject): Review =>
  (kind === 'article' ? findArticle(edition, id)?.review : findPage(edition, id)?.review) ?? OPEN;

export const stagesOf = (edition: Edition): ReviewStages => edition.reviewStages ?? 1;

const standings = new WeakMap<Review, { readonly of: readonly Seen[] | null; readonly standing: Standing }>();

/** How a review holds now. */
export function reviewOf(edition: Edition, subject: Subject): Standing {
  const stored = storedReview(edition, subject);
  const needed = stagesOf(edition);
  const of = stored.decisions?.length ? whatStands(edition, subject) : null;
  const known = standings.get(stored);
  if (known && known.of === of && known.standing.needed === needed) return known.standing;
  const standing = standingOf(stored, needed, of ?? []);
  standings.set(stored, { of, standing });
  return standing;
}

function standingOf(stored: Review, needed: ReviewStages, now: readonly Seen[]): Standing {
  const { note, decisions = [], seen } = stored;
  const last = decisions.at(-1);
  const told = { needed, ...(note === undefined ? {} : { note }), ...(last ? { last } : {}) };
  if (!last) return { ...told, state: stored.state, signed: [], changes: [], fellBack: false };
  const of = digestOf(now);
  const changes = last.of === of || !seen ? [] : changesBetween(seen, now);
  if (last.state !== 'approved') return { ...told, state: last.state, signed: [], changes, fellBack: false };
  const signed = signedOn(decisions, of).slice(0, needed);
  return {
    ...told,
    state: signed.length >= needed ? 'approved' : 'open',
    signed,
    changes,
    fellBack: last.of !== of,
  };
}
