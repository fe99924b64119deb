/** The shape of a command, and the few moves that several commands share. */
import type { Draft } from 'immer';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Edition, Fragment, Placement } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import { findFragments, fragmentsOnPage, readingOrder } from '../model/selectors.ts';

export type EditionDraft = Draft<Edition>;

export interface Command<Args> {
  /** Asked before it is run: true, or the sentence that says why not. */
  readonly check: (edition: Edition, args: Args) => true | Message;
  /** Changes the draft; `edition` is the state before, for reading. Called only after `check` said true. */
  readonly run: (draft: EditionDraft, args: Args, edition: Edition) => void;
  /** Names the step in the history, as "Move 3 fragments". */
  readonly label: (edition: Edition, args: Args) => Message;
}

export const defineCommand = <Args>(command: Command<Args>): Command<Args> => command;

export const refuse = (code: string, params?: Message['params']): Message => (params ? { code, params } : { code });

/** Every id must name a fragment, and there must be one. */
export function checkFragments(edition: Edition, ids: readonly string[]): true | Message {
  if (!ids.length) return refuse('refuse.nothing-selected');
  return findFragments(edition, ids).length === ids.length ? true : refuse('refuse.no-such-fragment');
}

export function draftOf(draft: EditionDraft, fragment: Fragment): Draft<Fragment> {
  const found = draft.fragments[fragment.sourceId]?.[fragment.id];
  if (!found) throw new Error(`fragment ${fragment.id} is not in its source's shard`);
  return found;
}

/** Replaces the placement whole. A move to another place makes no promise about what went on before it. */
export function setPlacement(draft: EditionDraft, fragment: Fragment, placement: Placement): void {
  draftOf(draft, fragment).placement = placement as Draft<Placement>;
}

/** `n` order keys on a page right after `after` (a fragment's id; null: at the page's top), leaving `moving` out of account. */
export function pageKeys(
  edition: Edition,
  pageId: string,
  after: string | null,
  moving: ReadonlySet<string>,
  n: number,
): string[] {
  const standing = fragmentsOnPage(edition, pageId).filter((f) => !moving.has(f.id));
  const at = after === null ? -1 : standing.findIndex((f) => f.id === after);
  const low = standing[at]?.placement.order ?? null;
  const high = standing.slice(at + 1).find((f) => low === null || f.placement.order > low)?.placement.order ?? null;
  return generateNKeysBetween(low, high, n);
}

/** `n` reading-order keys in an article right after `after` (null: first; undefined: last). */
export function articleKeys(
  edition: Edition,
  articleId: string,
  after: string | null | undefined,
  moving: ReadonlySet<string>,
  n: number,
): string[] {
  const members = readingOrder(edition, articleId).filter((f) => !moving.has(f.id));
  const at = after === undefined ? members.length - 1 : after === null ? -1 : members.findIndex((f) => f.id === after);
  const low = members[at]?.article.order ?? null;
  const high = members.slice(at + 1).find((f) => low === null || f.article.order > low)?.article.order ?? null;
  return generateNKeysBetween(low, high, n);
}

/** The next free id: a prefix and a number. Ids never hold user text. */
export function freeId(taken: Iterable<string>, prefix: string): string {
  let most = 0;
  for (const id of taken) {
    const n = id.startsWith(prefix) ? Number(id.slice(prefix.length)) : Number.NaN;
    if (Number.isSafeInteger(n) && n > most) most = n;
  }
  return `${prefix}${most + 1}`;
}

/** Takes away the articles that are left without a fragment once `leaving` have gone: a group of nothing is no group. */
export function dropEmptied(
  draft: EditionDraft,
  edition: Edition,
  leaving: readonly Fragment[],
  except?: string,
): void {
  const gone = new Set(leaving.map((f) => f.id));
  for (const id of new Set(articleIdsOf(leaving)))
    if (id !== except && readingOrder(edition, id).every((f) => gone.has(f.id))) delete draft.articles[id];
}

export const articleIdsOf = (fragments: readonly Fragment[]): string[] =>
  fragments.map((f) => f.article?.id).filter((id) => id !== undefined);
